import type { Session } from '../../model/event.ts';
import type { Instance } from './instance.ts';

/**
 * The assignment as a linear model that constraints add their rows to. Columns stand for yes or no (somebody sits
 * there; somebody has no seat in a slot; a session is cancelled) or for a number of people (a rule is broken by so
 * many). Every column holds whole numbers, and so does every coefficient.
 */
export interface LinearModel {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Columns of seats of one attendee, of one session (of these people only, by id): positions in `columns`. */
  readonly seatsOf: (attendee: string) => readonly number[];
  readonly seatsIn: (session: string, people?: ReadonlySet<string>) => readonly number[];
  /** Column of "this attendee has no seat in this time slot". */
  readonly unseated: (attendee: string, timeSlot: string) => number;
  /** Column of "this session is cancelled", where it may be. */
  readonly cancelled: (session: string) => number | undefined;
  /** `lower <= sum of coefficient x column <= upper`; bounds may be infinite. */
  readonly addRow: (row: Row) => void;
  /** A column for the people by which an elastic rule is broken; what one of them costs beside other rules. */
  readonly addSlack: (weight: number) => number;
  /** A column that is 0 or 1 and costs nothing: what it means, the rows of a constraint say. */
  readonly addFlag: () => number;
  /** A column of "the ranks of this attendee add up to so much or more". */
  readonly addTotal: (attendee: number, least: number) => number;
  /** Fixes a column to one value. */
  readonly fix: (column: number, value: number) => void;
}

export type Column =
  | {
      readonly kind: 'seat';
      readonly attendee: number;
      readonly session: Session;
      lower: number;
      upper: number;
    }
  | {
      readonly kind: 'unseated';
      readonly attendee: number;
      readonly slot: number;
      lower: number;
      upper: number;
    }
  | { readonly kind: 'cancelled'; readonly session: Session; lower: number; upper: number }
  | {
      readonly kind: 'total';
      readonly attendee: number;
      readonly least: number;
      lower: number;
      upper: number;
    }
  | { readonly kind: 'flag'; lower: number; upper: number }
  | { readonly kind: 'slack'; readonly weight: number; lower: number; upper: number };

export interface Row {
  readonly lower: number;
  readonly upper: number;
  /** One attendee in one time slot; everybody in one session. Engines look for these. */
  readonly kind?: 'slot' | 'session';
  readonly entries: readonly (readonly [column: number, coefficient: number])[];
}

/** A model with every column of an instance and no rows yet. */
export function createLinearModel(instance: Instance): LinearModel {
  const columns: Column[] = [];
  const rows: Row[] = [];
  const byAttendee = new Map<string, number[]>(instance.attendees.map((one) => [one.id, []]));
  /** In the order of the attendees, who each have one column in every session. */
  const bySession = new Map<string, number[]>(instance.sessions.map((one) => [one.id, []]));
  const places = new Map(instance.attendees.map(({ id }, place) => [id, place]));
  const missing = new Map<string, number>();
  const add = (column: Column): number => columns.push(column) - 1;
  for (const [attendee, { id }] of instance.attendees.entries()) {
    for (const session of instance.sessions) {
      const column = add({ kind: 'seat', attendee, session, lower: 0, upper: 1 });
      byAttendee.get(id)?.push(column);
      bySession.get(session.id)?.push(column);
    }
    for (const [slot, { id: timeSlot }] of instance.slots.entries()) {
      missing.set(
        JSON.stringify([id, timeSlot]),
        add({ kind: 'unseated', attendee, slot, lower: 0, upper: 1 }),
      );
    }
  }
  const cancelled = new Map(
    instance.sessions
      .filter((one) => one.mayCancel)
      .map((session) => [session.id, add({ kind: 'cancelled', session, lower: 0, upper: 1 })]),
  );
  return {
    columns,
    rows,
    seatsOf: (attendee) => byAttendee.get(attendee) ?? [],
    seatsIn: (session, people) => {
      const seats = bySession.get(session) ?? [];
      if (people === undefined) return seats;
      // A delegation is a small part of everybody, and is asked for in every session.
      const theirs = [...people].flatMap((id) => places.get(id) ?? []);
      return theirs.sort((a, b) => a - b).map((place) => seats[place] ?? -1);
    },
    unseated: (attendee, timeSlot) => missing.get(JSON.stringify([attendee, timeSlot])) ?? -1,
    cancelled: (session) => cancelled.get(session),
    addRow: (row) => void rows.push(row),
    addSlack: (weight) => add({ kind: 'slack', weight, lower: 0, upper: Number.POSITIVE_INFINITY }),
    addFlag: () => add({ kind: 'flag', lower: 0, upper: 1 }),
    addTotal: (attendee, least) => add({ kind: 'total', attendee, least, lower: 0, upper: 1 }),
    fix: (column, value) => {
      const found = columns[column];
      if (found === undefined) throw new RangeError(`no column ${column}`);
      found.lower = value;
      found.upper = value;
    },
  };
}

/** Entries with coefficient 1. */
export function sumOf(columns: readonly number[]): [column: number, coefficient: number][] {
  return columns.map((column) => [column, 1]);
}
