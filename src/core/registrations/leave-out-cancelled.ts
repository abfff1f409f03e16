import type { Event } from '../../model/event.ts';
import type { SourceRecord } from '../../model/registration.ts';
import type { CleanRegistration } from './clean-registration.ts';
import type { Person, Rows } from './find-people.ts';
import { createAttendee } from './reconcile.ts';
import { asksWhoComes } from './resolve-words.ts';
import { fingerprint } from './same-person.ts';

interface Remaining {
  readonly people: readonly Person[];
  /** Number of rows that say of nobody that they come or have cancelled. */
  readonly leftOut: number;
}

/**
 * Takes out the cancelled rows that mean nothing to the event: those of people whom it never met, and further tickets
 * of somebody who has a valid one in the same source. What is left of a person decides as before, so that somebody who
 * is known and whose tickets are all cancelled has cancelled. A row that was left out leaves no trace: met again, it is
 * left out again. `cancelled` holds the places of the rows whose status is cancelled.
 */
export function leaveOutCancelled(
  people: readonly Person[],
  rows: Rows,
  { cancelled, event, records }: Known,
): Remaining {
  if (cancelled.size === 0) return { people, leftOut: 0 };
  const met = new Set(records.flatMap((record) => record.rows.map((row) => metKey(record.attendee, row))));
  let leftOut = 0;
  const left = people.flatMap((person): Person[] => {
    if (!person.rows.some((place) => cancelled.has(place))) return [person];
    const all = person.rows.map((place) => ({ place, row: rows.get(place) }));
    const kept =
      person.attendee === undefined ? keepComing(event, all) : keepTelling(all, person.attendee, met);
    leftOut += all.length - kept.length;
    return kept.length === 0 ? [] : [{ ...person, rows: kept.map(({ place }) => place) }];
  });
  return { people: left, leftOut };
}

interface Known {
  readonly cancelled: ReadonlySet<number>;
  readonly event: Event;
  readonly records: readonly SourceRecord[];
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
