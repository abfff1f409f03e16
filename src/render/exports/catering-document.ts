import { slotsInOrder } from '../../core/order.ts';
import { type Language, ownLanguage } from '../../model/text.ts';
import type { Block, TableBlock } from '../documents/document.ts';
import { columnWord } from './column-words.ts';
import { countDiets, dietOf } from './diets.ts';
import type { ExportData, ExportDocument, Privacy } from './export.ts';
import { peopleByName, placesOf } from './places.ts';
import { sessionTitle, slotText, whereAndWhen } from './session-texts.ts';
import { documentOf, nobody, shareOf } from './table-document.ts';

const WORDS = {
  en: {
    none: 'No need stated',
    all: 'All',
    day: 'The whole day',
    sessions: 'In the sessions',
    people: 'Who',
    spelling: 'Common spellings are counted as one. Whatever says more stands as it was written: read it.',
  },
  nb: {
    none: 'Ingen behov oppgitt',
    all: 'Alle',
    day: 'Hele dagen',
    sessions: 'I sesjonene',
    people: 'Hvem',
    spelling: 'Vanlige skrivemåter er talt som én. Det som sier mer, står slik det ble skrevet: les det.',
  },
} as const satisfies Readonly<Record<Language, object>>;

/** One page for the kitchen: diets against time slots, then what each session needs. */
export function cateringDocument(data: ExportData): readonly ExportDocument[] {
  const words = WORDS[ownLanguage(data.language)];
  const privacy: Privacy = data.withNames ? 'health' : 'words';
  const blocks: readonly Block[] = [
    { kind: 'heading', level: 1, text: words.day },
    { kind: 'text', tone: 'muted', text: words.spelling },
    dayTable(data, words),
    { kind: 'heading', level: 1, text: words.sessions },
    sessionTable(data),
    ...(data.withNames ? [{ kind: 'heading', level: 1, text: words.people } as const, nameTable(data)] : []),
  ];
  return [{ document: documentOf({ name: 'catering', privacy }, data, blocks), privacy }];
}

function dayTable(data: ExportData, words: { readonly none: string; readonly all: string }): TableBlock {
  const people = peopleByName(data);
  const slots = slotsInOrder(data.event).map((slot) => ({
    title: slotText(data, slot),
    people: placesOf(data)
      .filter((one) => one.session.timeSlot === slot.id)
      .flatMap((one) => one.seated.map((place) => place.attendee)),
  }));
  const rows = countDiets(data, people).map(({ diet, people: some }) => [
    diet || words.none,
    String(some.length),
    ...slots.map((slot) => String(slot.people.filter((one) => dietOf(data, one) === diet).length)),
  ]);
  const all = [words.all, String(people.length), ...slots.map((slot) => String(slot.people.length))];
  return {
    kind: 'table',
    rowHeight: 'normal',
    columns: [
      { title: columnWord('diet', data.language), align: 'left', share: 30 },
      { title: columnWord('people', data.language), align: 'right', share: 0 },
      ...slots.map((slot) => ({ title: slot.title, align: 'right' as const, share: 0 })),
    ],
    rows: [...rows, all],
  };
}

/** A line for each session; who eats everything is not told. */
function sessionTable(data: ExportData): TableBlock {
  const rows = placesOf(data).map(({ session, seated }) => {
    const people = seated.map((one) => one.attendee);
    const diets = countDiets(data, people).filter((one) => one.diet !== '');
    return [
      sessionTitle(data, session),
      whereAndWhen(data, session),
      String(people.length),
      diets.map((one) => `${one.people.length} ${one.diet}`).join('; '),
    ];
  });
  const share = (index: number): number => shareOf(rows.map((row) => row[index] ?? ''));
  return {
    kind: 'table',
    rowHeight: 'normal',
    columns: [
      { title: columnWord('title', data.language), align: 'left', share: share(0) },
      { title: columnWord('room', data.language), align: 'left', share: share(1) },
      { title: columnWord('people', data.language), align: 'right', share: 0 },
      { title: columnWord('diet', data.language), align: 'left', share: share(3) },
    ],
    rows,
  };
}

function nameTable(data: ExportData): Block {
  const rows = peopleByName(data)
    .filter((one) => dietOf(data, one) !== '')
    .map((one) => [one.name, one.organisation, dietOf(data, one), one.dietary]);
  if (rows.length === 0) return nobody(data);
  return {
    kind: 'table',
    rowHeight: 'normal',
    columns: ['name', 'organisation', 'diet', 'dietary'].map((name, index) => ({
      title: columnWord(name, data.language),
      align: 'left' as const,
      share: shareOf(rows.map((row) => row[index] ?? '')),
    })),
    rows,
  };
}
