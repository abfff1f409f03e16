import { type Language, ownLanguage } from '../../model/text.ts';
import type { Block } from '../documents/document.ts';
import { columnWord } from './column-words.ts';
import { type ExportData, type ExportDocument, typeOf } from './export.ts';
import { type Place, placesOf, type SessionPlaces } from './places.ts';
import { sessionTitle, whereAndWhen } from './session-texts.ts';
import { documentOf, nobody, shareOf } from './table-document.ts';

const WORDS = {
  en: { seated: (seated: number, of: number) => `${seated} of ${of} seats`, waitlist: 'Waitlist' },
  nb: { seated: (seated: number, of: number) => `${seated} av ${of} plasser`, waitlist: 'Venteliste' },
} as const satisfies Readonly<Record<Language, object>>;

/** A page for the host of each session: who comes, what they need in the room, who waits. */
export function rostersDocument(data: ExportData): readonly ExportDocument[] {
  const blocks = placesOf(data).flatMap((places, index) => [
    ...(index === 0 ? [] : [{ kind: 'page-break' } as const]),
    ...sessionBlocks(data, places),
  ]);
  const about = { name: 'rosters', privacy: 'health' } as const;
  return [{ document: documentOf(about, data, blocks), privacy: about.privacy }];
}

function sessionBlocks(data: ExportData, { session, seated, waiting }: SessionPlaces): readonly Block[] {
  const words = WORDS[ownLanguage(data.language)];
  return [
    { kind: 'heading', level: 1, text: sessionTitle(data, session) },
    {
      kind: 'text',
      tone: 'lead',
      text: `${whereAndWhen(data, session)}. ${words.seated(seated.length, session.capacity)}.`,
    },
    seated.length === 0 ? nobody(data) : peopleTable(data, seated),
    ...(waiting.length === 0
      ? []
      : [{ kind: 'heading', level: 2, text: words.waitlist } as const, peopleTable(data, waiting)]),
  ];
}

function peopleTable(data: ExportData, places: readonly Place[]): Block {
  const columns = ['name', 'organisation', 'type', 'accessibility'];
  const cells = places.map(({ attendee }) => [
    attendee.name,
    [attendee.organisation, attendee.unit].filter((one) => one !== '').join(', '),
    typeOf(data, attendee.type),
    attendee.accessibility,
  ]);
  return {
    kind: 'table',
    rowHeight: 'normal',
    columns: [
      { title: columnWord('number', data.language), align: 'right', share: 0 },
      ...columns.map((name, index) => ({
        title: columnWord(name, data.language),
        align: 'left' as const,
        share: shareOf(cells.map((row) => row[index] ?? '')),
      })),
    ],
    rows: places.map((one, index) => [String(one.number), ...(cells[index] ?? [])]),
  };
}
