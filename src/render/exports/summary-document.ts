import { slotsInOrder } from '../../core/order.ts';
import { type Language, ownLanguage } from '../../model/text.ts';
import type { Bar, Block } from '../documents/document.ts';
import { columnWord } from './column-words.ts';
import { type ExportData, type ExportDocument, type Table, titleOf } from './export.ts';
import { slotText } from './session-texts.ts';
import { documentOf, tableBlock } from './table-document.ts';

const WORDS = {
  en: {
    attendees: 'People',
    everySlot: 'With a seat every time',
    without: 'Without a seat somewhere',
    seats: 'Seats taken',
    of: (some: number, all: number) => `${some} of ${all}`,
    waiting: (count: number) => `${count} waiting`,
    cancelled: 'cancelled',
    sessions: 'How full the sessions are',
    wishes: 'Wishes',
    rank: (rank: number) => `Wish ${rank}`,
    granted: (got: number, of: number) => `${got} of ${of} who had one got it`,
    unwished: (count: number) =>
      count === 1
        ? '1 seat is in a theme that was not wished for.'
        : `${count} seats are in themes that were not wished for.`,
    indifferent: (count: number) =>
      count === 1
        ? '1 seat is of people who wished for nothing.'
        : `${count} seats are of people who wished for nothing.`,
    mix: 'Who sits together',
    rules: 'Rules that were bent',
    noRules: 'Every rule holds.',
  },
  nb: {
    attendees: 'Personer',
    everySlot: 'Med plass i alle tidsrom',
    without: 'Mangler plass i minst ett tidsrom',
    seats: 'Plasser som er tatt',
    of: (some: number, all: number) => `${some} av ${all}`,
    waiting: (count: number) => `${count} venter`,
    cancelled: 'avlyst',
    sessions: 'Hvor fulle sesjonene er',
    wishes: 'Ønsker',
    rank: (rank: number) => `${rank}. ønske`,
    granted: (got: number, of: number) => `${got} av ${of} med et slikt ønske fikk det`,
    unwished: (count: number) =>
      count === 1
        ? '1 plass er i et tema som ikke var ønsket.'
        : `${count} plasser er i temaer som ikke var ønsket.`,
    indifferent: (count: number) =>
      count === 1
        ? '1 plass er gitt til folk uten ønsker.'
        : `${count} plasser er gitt til folk uten ønsker.`,
    mix: 'Hvem som sitter sammen',
    rules: 'Avvik fra reglene',
    noRules: 'Alle regler er fulgt.',
  },
} as const satisfies Readonly<Record<Language, object>>;

/** The plan on a page or two: for a meeting of the organisers, without a name. */
export function summaryDocument(data: ExportData, rules: Table): readonly ExportDocument[] {
  const words = WORDS[ownLanguage(data.language)];
  const { attendees, timeSlots, ranks, unwished, indifferent, violations } = data.summary;
  const sum = (of: 'seated' | 'capacity'): number => timeSlots.reduce((total, one) => total + one[of], 0);
  const blocks: readonly Block[] = [
    {
      kind: 'facts',
      facts: [
        { label: words.attendees, value: String(attendees.registered) },
        { label: words.everySlot, value: String(attendees.seatedInEverySlot) },
        { label: words.without, value: String(attendees.withoutSeat) },
        { label: words.seats, value: words.of(sum('seated'), sum('capacity')) },
      ],
    },
    { kind: 'heading', level: 1, text: words.sessions },
    ...slotsInOrder(data.event).flatMap((slot): readonly Block[] => [
      { kind: 'heading', level: 2, text: `${slotText(data, slot)}  ${titleOf(data, slot.title)}` },
      { kind: 'bars', bars: sessionBars(data, slot.id) },
    ]),
    { kind: 'heading', level: 1, text: words.wishes },
    {
      kind: 'bars',
      bars: ranks.map((one) => ({
        label: words.rank(one.rank),
        value: one.granted,
        of: one.wishedBy,
        text: words.granted(one.granted, one.wishedBy),
      })),
    },
    { kind: 'text', tone: 'plain', text: `${words.unwished(unwished)}\n${words.indifferent(indifferent)}` },
    { kind: 'heading', level: 1, text: words.mix },
    mixTable(data),
    { kind: 'heading', level: 1, text: words.rules },
    violations.length === 0
      ? { kind: 'text', tone: 'plain', text: words.noRules }
      : tableBlock(rules, rules.rows(data), data),
  ];
  const about = { name: 'summary', privacy: 'figures' } as const;
  return [{ document: documentOf(about, data, blocks), privacy: about.privacy }];
}

function sessionBars(data: ExportData, timeSlot: string): readonly Bar[] {
  const words = WORDS[ownLanguage(data.language)];
  return data.summary.sessions
    .filter((one) => one.timeSlot === timeSlot)
    .map((one) => ({
      label: titleOf(data, data.event.sessions.find(({ id }) => id === one.session)?.title),
      value: one.seated,
      of: one.capacity,
      text: one.cancelled
        ? words.cancelled
        : [words.of(one.seated, one.capacity), ...(one.waiting > 0 ? [words.waiting(one.waiting)] : [])].join(
            ', ',
          ),
    }));
}

/** Sessions against attendee types, in people. */
function mixTable(data: ExportData): Block {
  const { sessions } = data.summary;
  const types = [...data.event.attendeeTypes.map((one) => one.id), ''].filter((id) =>
    sessions.some((one) => (one.byType[id] ?? 0) > 0),
  );
  return {
    kind: 'table',
    rowHeight: 'normal',
    columns: [
      { title: columnWord('title', data.language), align: 'left', share: 24 },
      ...types.map((id) => ({
        title: titleOf(data, data.event.attendeeTypes.find((one) => one.id === id)?.title) || '?',
        align: 'right' as const,
        share: 10,
      })),
    ],
    rows: sessions.map((one) => {
      const session = data.event.sessions.find(({ id }) => id === one.session);
      const slot = data.event.timeSlots.find(({ id }) => id === one.timeSlot);
      return [
        `${slot?.start ?? ''} ${titleOf(data, session?.title)}`,
        ...types.map((id) => String(one.byType[id] ?? 0)),
      ];
    }),
  };
}
