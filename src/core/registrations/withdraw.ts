import type { Attendee } from '../../model/attendee.ts';
import type { Registration, SourceRecord } from '../../model/registration.ts';
import { groupBy } from '../group-by.ts';
import { identityText } from './same-person.ts';

/** What a full list says without words: who is missing from it has withdrawn. */
export interface Withdrawals {
  /** Those who were registered, and now are cancelled. */
  readonly withdrawn: readonly Attendee[];
  readonly attendees: readonly Attendee[];
  readonly records: readonly SourceRecord[];
}

interface Complete {
  readonly attendees: readonly Attendee[];
  readonly records: readonly SourceRecord[];
  /** Sources whose files are the full list, by their shape. */
  readonly shapes: ReadonlySet<string>;
  /** Ids of the attendees whom the files name. */
  readonly named: ReadonlySet<string>;
  /** Rows that could not be used: whoever they may be has not withdrawn. */
  readonly rejected: readonly Registration[];
}

/**
 * Cancels everybody whom one of these sources named before and does not name any more. Somebody whom another source
 * still names stays, and so does somebody who may stand in a row that was rejected.
 */
export function withdrawMissing({ attendees, records, shapes, named, rejected }: Complete): Withdrawals {
  const spared = faceKeys(rejected);
  const byAttendee = groupBy(records, (record) => record.attendee);
  const gone = new Set<SourceRecord>();
  const withdrawn: Attendee[] = [];
  const after = attendees.map((attendee) => {
    const theirs = byAttendee.get(attendee.id) ?? [];
    const missing = theirs.filter((record) => shapes.has(record.shape));
    const isSpared = theirs.some((record) => recordKeys(record).some((key) => spared.has(key)));
    if (missing.length === 0 || named.has(attendee.id) || isSpared) return attendee;
    for (const record of missing) gone.add(record);
    const elsewhere = theirs.some((one) => !shapes.has(one.shape) && one.fields.status !== 'cancelled');
    if (elsewhere || attendee.status === 'cancelled') return attendee;
    const cancelled: Attendee = { ...attendee, status: 'cancelled' };
    withdrawn.push(cancelled);
    return cancelled;
  });
  return {
    withdrawn,
    attendees: after,
    records: records.map((record) =>
      gone.has(record) ? { ...record, fields: { ...record.fields, status: 'cancelled' } } : record,
    ),
  };
}

function faceKeys(rejected: readonly Registration[]): ReadonlySet<string> {
  return new Set(
    rejected.flatMap(({ origin, fields }) => {
      const name = fields.name ?? [fields.givenName, fields.familyName].filter(Boolean).join(' ');
      return keysOf(origin.shape, fields.sourceId ?? '', fields.email ?? '', name);
    }),
  );
}

function recordKeys({ shape, sourceId, fields }: SourceRecord): string[] {
  return keysOf(shape, sourceId, fields.email, fields.name);
}

/** By any of these somebody may be meant. */
function keysOf(shape: string, sourceId: string, email: string, name: string): string[] {
  return [
    ['id', shape, sourceId],
    ['email', email],
    ['name', name],
  ]
    .filter((parts) => identityText(parts.at(-1) ?? '') !== '')
    .map((parts) => JSON.stringify(parts.map(identityText)));
}
