import type { Event } from '../../model/event.ts';
import type { SourceRecord } from '../../model/registration.ts';
import type { CleanRegistration } from './clean-registration.ts';
import type { FoundPeople, KnownPerson } from './find-people.ts';
import type { Strangers } from './group-strangers.ts';
import { createAttendee } from './reconcile.ts';
import { asksWhoComes } from './resolve-words.ts';
import { fingerprint } from './same-person.ts';
import type { TakenRows } from './take-rows.ts';

interface Remaining {
  readonly people: FoundPeople;
  /** Number of rows that say of nobody that they come or have cancelled. */
  readonly leftOut: number;
}

/**
 * Takes out the cancelled rows that mean nothing to the event: those of people whom it never met, and further tickets
 * of somebody who has a valid one in the same source. What is left of a person decides as before, so that somebody who
 * is known and whose tickets are all cancelled has cancelled. A row that was left out leaves no trace: met again, it is
 * left out again.
 */
export function leaveOutCancelled(
  people: FoundPeople,
  { rows, cancelled }: Pick<TakenRows, 'rows' | 'cancelled'>,
  { event, records }: { readonly event: Event; readonly records: readonly SourceRecord[] },
): Remaining {
  if (cancelled.size === 0) return { people, leftOut: 0 };
  const met = new Set(records.flatMap((record) => record.rows.map((row) => metKey(record.attendee, row))));
  let leftOut = 0;
  const keep = (
    places: readonly number[],
    choose: (all: readonly Placed[]) => readonly Placed[],
  ): number[] => {
    const kept = choose(places.map((place) => ({ place, row: rows.get(place) })));
    leftOut += places.length - kept.length;
    return kept.map(({ place }) => place);
  };
  const known = people.known.flatMap((person): KnownPerson[] => {
    if (!person.rows.some((place) => cancelled.has(place))) return [person];
    const left = keep(person.rows, (all) => keepTelling(all, person.attendee, met));
    return left.length === 0 ? [] : [{ ...person, rows: left }];
  });
  const changed = new Map<number, readonly number[]>();
  const staying: number[] = [];
  for (let index = 0; index < people.strangers.length; index += 1) {
    const places = people.strangers.rowsOf(index);
    const isTouched = places.some((place) => cancelled.has(place));
    if (isTouched)
      changed.set(
        index,
        keep(places, (all) => keepComing(event, all)),
      );
    if (changed.get(index)?.length !== 0) staying.push(index);
  }
  const rowsOf = (place: number): readonly number[] =>
    changed.get(staying[place] ?? -1) ?? people.strangers.rowsOf(staying[place] ?? -1);
  const strangers: Strangers = {
    length: staying.length,
    rowsOf,
    onlyRowOf(place) {
      const [only, ...others] = rowsOf(place);
      return others.length === 0 ? only : undefined;
    },
  };
  return { people: { known, strangers }, leftOut };
}

interface Placed {
  readonly place: number;
  readonly row: CleanRegistration;
}

/** Of somebody new: all that is not a cancelled ticket beside a valid one; nothing of somebody who does not come. */
function keepComing(event: Event, all: readonly Placed[]): readonly Placed[] {
  const kept = withoutSpareTickets(all);
  const nobody = { id: '', code: '' };
  const { status } = createAttendee(
    event,
    nobody,
    kept.map(({ row }) => row),
  );
  return status === 'cancelled' ? [] : kept;
}

/**
 * Of somebody known: a cancelled row that was not met before says nothing where another row of theirs is there that
 * was, or that says that they come.
 */
function keepTelling(all: readonly Placed[], attendee: string, met: ReadonlySet<string>): readonly Placed[] {
  const kept = withoutSpareTickets(all);
  const telling = kept.filter(
    ({ row }) => !isCancelledTicket(row) || met.has(metKey(attendee, fingerprint(row))),
  );
  return telling.length === 0 ? kept : telling;
}

function withoutSpareTickets(all: readonly Placed[]): readonly Placed[] {
  const valid = new Set(all.filter(({ row }) => !isCancelledTicket(row)).map(({ row }) => shapeOf(row)));
  return all.filter(({ row }) => !isCancelledTicket(row) || !valid.has(shapeOf(row)));
}

/** A status is of one ticket; but an answer to "Will you come?" takes back what the person answered before. */
function isCancelledTicket({ registration, fields }: CleanRegistration): boolean {
  return fields.status === 'cancelled' && !asksWhoComes(registration.origin.columns.status ?? '');
}

function shapeOf({ registration }: CleanRegistration): string {
  return registration.origin.shape;
}

function metKey(attendee: string, row: string): string {
  return `${attendee} ${row}`;
}
