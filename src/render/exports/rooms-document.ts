import { slotsInOrder } from '../../core/order.ts';
import type { Room } from '../../model/event.ts';
import { type Language, ownLanguage } from '../../model/text.ts';
import type { Block } from '../documents/document.ts';
import { columnWord } from './column-words.ts';
import { type ExportData, type ExportDocument, titleOf } from './export.ts';
import { accessNeeds, listRooms, type RoomRow } from './room-rows.ts';
import { sessionTitle, slotText } from './session-texts.ts';
import { documentOf } from './table-document.ts';

const WORDS = {
  en: {
    signs: 'Door signs',
    hang: 'One page for each room, to hang on its door.',
    load: (seated: number, of: number) => `${seated} of ${of}`,
    stairs: 'Reached by stairs only.',
    free: 'No session',
  },
  nb: {
    signs: 'Dørskilt',
    hang: 'Én side for hvert rom, til å henge på døren.',
    load: (seated: number, of: number) => `${seated} av ${of}`,
    stairs: 'Nås bare med trapp.',
    free: 'Ingen sesjon',
  },
} as const satisfies Readonly<Record<Language, object>>;

/** For whoever sets up the rooms; and apart from it, because it hangs where everybody reads it, a sign for each door. */
export function roomsDocuments(data: ExportData): readonly ExportDocument[] {
  const words = WORDS[ownLanguage(data.language)];
  const rows = listRooms(data);
  const used = data.event.rooms.filter((room) => rows.some((one) => one.room.id === room.id));
  const overview = used.flatMap((room): readonly Block[] => {
    const here = rows.filter((one) => one.room.id === room.id);
    return [
      { kind: 'heading', level: 1, text: titleOf(data, room.title) },
      ...(room.accessible ? [] : [{ kind: 'text', tone: 'plain', text: words.stairs } as const]),
      loadBars(data, here, words.load),
      ...needsList(data, here),
    ];
  });
  const signs = used.flatMap((room, index): readonly Block[] => [
    ...(index === 0 ? [] : [{ kind: 'page-break' } as const]),
    doorSign(data, room, rows, words.free),
  ]);
  const about = { name: 'rooms', privacy: 'words' } as const;
  return [
    { document: documentOf(about, data, overview), privacy: about.privacy },
    {
      privacy: 'figures',
      document: documentOf({ name: 'rooms', privacy: 'figures' }, data, signs, {
        stem: 'rooms-door-signs',
        title: words.signs,
        subtitle: words.hang,
        layout: 'landscape',
        print: 'sign',
      }),
    },
  ];
}

function loadBars(
  data: ExportData,
  rows: readonly RoomRow[],
  load: (seated: number, of: number) => string,
): Block {
  return {
    kind: 'bars',
    bars: rows.map(({ session, seated }) => ({
      label: `${timeOf(data, session.timeSlot)}  ${sessionTitle(data, session)}`,
      value: seated.length,
      of: session.capacity,
      text: load(seated.length, session.capacity),
    })),
  };
}

function needsList(data: ExportData, rows: readonly RoomRow[]): readonly Block[] {
  const items = rows.flatMap((row) =>
    accessNeeds(row).map((text) => ({ text, note: timeOf(data, row.session.timeSlot) })),
  );
  if (items.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: columnWord('access_needs', data.language) },
    { kind: 'list', items },
  ];
}

function doorSign(data: ExportData, room: Room, rows: readonly RoomRow[], free: string): Block {
  return {
    kind: 'sign',
    title: titleOf(data, room.title),
    note: '',
    rows: slotsInOrder(data.event).map((slot) => {
      const here = rows.filter((one) => one.room.id === room.id && one.session.timeSlot === slot.id);
      const titles = here.map((one) => sessionTitle(data, one.session));
      return { time: slotText(data, slot), text: titles.join(' / ') || free };
    }),
  };
}

function timeOf(data: ExportData, id: string): string {
  const slot = data.event.timeSlots.find((one) => one.id === id);
  return slot === undefined ? '' : slotText(data, slot);
}
