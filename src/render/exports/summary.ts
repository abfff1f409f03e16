import type { RankSummary, SessionSummary } from '../../core/summary.ts';
import type { Session } from '../../model/event.ts';
import type { Violation } from '../../model/violation.ts';
import { namesOf } from '../findings/names.ts';
import { violationText } from '../findings/violation-words.ts';
import { type Cell, type ColumnOf, type Export, type ExportData, sessionColumns, table } from './export.ts';
import { summaryDocument } from './summary-document.ts';

const rules = table({ name: 'rules', about: 'one row per rule that was bent, and where' }, listRules, [
  ['constraint', 'kind of the rule', (row: BentRule) => row.constraint],
  ['rule', 'id of the rule in sosent.yaml; empty for what always holds', (row) => row.rule],
  ['hard', 'yes for what must never be, such as too many people in a room', (row) => row.hard, 'yes-no'],
  ['amount', 'by how many people', (row) => row.amount, 'number'],
  ['sessions', 'ids of the sessions concerned, joined by `; `', (row) => row.sessions.join('; ')],
  [
    'message',
    'in words; empty where the words name people, whom `sosent assign --verify` names',
    (row) => row.text,
  ],
]);

/** The plan in numbers, without a single name. */
export const summary: Export = {
  name: 'summary',
  privacy: 'figures',
  documents: (data) => summaryDocument(data, rules),
  about: 'the plan in numbers: people, seats, wishes, rules that were bent; no names',
  tables: [
    table({ name: '', about: 'one row per key figure' }, listFigures, [
      ['figure', 'stable name of the figure', (row) => row[0]],
      ['value', 'a number, or a text where the figure is none', (row) => row[1], 'any'],
    ]),
    table({ name: 'sessions', about: 'one row per session' }, listSessions, [
      ...sessionColumns<SessionRow>((row) => row.session),
      ...counts([
        ['capacity', 'seats', (row) => row.capacity],
        ['minimum', 'fewest people that make it worth holding; 0: no such limit', (row) => row.minimum],
        ['seated', 'people with a seat', (row) => row.seated],
        ['free', 'seats left', (row) => row.capacity - row.seated],
        ['waiting', 'people in the queue', (row) => row.waiting],
        [
          'cancelled',
          'yes where the plan cancels it, because too few would come',
          (row) => row.cancelled,
          'yes-no',
        ],
      ]),
    ]),
    table(
      { name: 'mix', about: 'one row per session and attendee type; only types that are there' },
      listMix,
      [
        ['session', 'id of the session', (row) => row.session],
        ['type', 'id of the attendee type; empty where it is unknown', (row) => row.type],
        ['seated', 'people of this type with a seat', (row) => row.seated, 'number'],
        [
          'percent',
          'of the people in the session, rounded to whole per cent',
          (row) => row.percent,
          'number',
        ],
      ],
    ),
    table({ name: 'wishes', about: 'one row per rank' }, ({ summary: { ranks } }) => ranks, [
      ['rank', '1 is the most wanted', (row: RankSummary) => row.rank, 'number'],
      ['wished_by', 'people with a wish at this rank', (row) => row.wishedBy, 'number'],
      ['granted', 'those of them who sit in such a theme', (row) => row.granted, 'number'],
      ['seats', 'seats that fulfil a wish at this rank', (row) => row.seats, 'number'],
    ]),
    rules,
  ],
};

type BentRule = Violation & { readonly text: string };

function listRules({ event, attendees, language, summary: { violations } }: ExportData): readonly BentRule[] {
  const names = namesOf(event, attendees, language);
  return violations.map((one) => {
    const text = one.attendees.length > 0 ? '' : violationText(one, language, names);
    return { ...one, text };
  });
}

interface SessionRow {
  readonly session: Session;
  readonly figures: SessionSummary;
}

/** Names of figures are part of the format: scripts look for them. */
function listFigures({ event, summary: one }: ExportData): readonly (readonly [string, Cell])[] {
  const seats = one.timeSlots.reduce((sum, slot) => sum + slot.capacity, 0);
  const seated = one.timeSlots.reduce((sum, slot) => sum + slot.seated, 0);
  return [
    ['event', event.id],
    ['date', event.date],
    ['attendees', one.attendees.registered],
    ['attendees_with_wishes', one.attendees.withWishes],
    ['attendees_seated_in_every_slot', one.attendees.seatedInEverySlot],
    ['attendees_without_a_seat', one.attendees.withoutSeat],
    ['time_slots', one.timeSlots.length],
    ['sessions', one.sessions.length],
    ['seats', seats],
    ['seats_taken', seated],
    ['seats_not_wished_for', one.unwished],
    ['seats_of_people_without_wishes', one.indifferent],
    ['first_wishes_granted', one.ranks[0]?.granted ?? 0],
    ['waiting', one.waitlist.length],
    ['rules_bent', one.violations.length],
    ['rules_bent_by_people', one.violations.reduce((sum, violation) => sum + violation.amount, 0)],
  ];
}

function listSessions({ event, summary: { sessions } }: ExportData): readonly SessionRow[] {
  return sessions.flatMap((figures) => {
    const session = event.sessions.find((one) => one.id === figures.session);
    return session === undefined ? [] : [{ session, figures }];
  });
}

function counts(columns: readonly ColumnOf<SessionSummary>[]): readonly ColumnOf<SessionRow>[] {
  return columns.map(([name, about, cell, kind = 'number']) => [
    name,
    about,
    (row, data) => cell(row.figures, data),
    kind,
  ]);
}

interface MixRow {
  readonly session: string;
  readonly type: string;
  readonly seated: number;
  readonly percent: number;
}

function listMix({ summary: { sessions } }: ExportData): readonly MixRow[] {
  return sessions.flatMap(({ session, seated, byType }) =>
    Object.entries(byType).map(([type, count]) => ({
      session,
      type,
      seated: count,
      percent: Math.round((count / seated) * 100),
    })),
  );
}
