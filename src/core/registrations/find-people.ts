import type { Attendee } from '../../model/attendee.ts';
import type { SourceRecord } from '../../model/registration.ts';
import { groupBy } from '../group-by.ts';
import type { CleanRegistration } from './clean-registration.ts';
import { groupStrangers } from './group-strangers.ts';
import {
  type Face,
  fingerprint,
  identityText,
  nameKey,
  namesAgree,
  orderOf,
  sameEmail,
  sharesKey,
  sourceKey,
} from './same-person.ts';

/** All rows of one person in this import, and the attendee they are, where there is one already. */
export interface Person {
  readonly attendee: string | undefined;
  readonly rows: readonly CleanRegistration[];
}

/** A face that is known from before: the attendee as they stand, or as a source last described them. */
interface KnownFace extends Face {
  readonly attendee: string;
}

/**
 * Sorts rows into people. An attendee known from before is found by a row met before, by the source's own id, then by
 * e-mail address, then by name and organisation; rows that nobody answers to are put together by the same three. An id or an address joins
 * only names that can be one person's, and name and organisation join only where an address is missing.
 */
export function findPeople(
  rows: readonly CleanRegistration[],
  attendees: readonly Attendee[],
  records: readonly SourceRecord[],
): readonly Person[] {
  const find = attendeeFinder(rows, attendees, records);
  const known = new Map<string, CleanRegistration[]>();
  const strangers: CleanRegistration[] = [];
  const index = new Map<string, Set<string>>();
  for (const row of rows) {
    const attendee = find(row);
    if (attendee === undefined) strangers.push(row);
    else {
      known.set(attendee, [...(known.get(attendee) ?? []), row]);
      for (const key of keysOf(row)) index.set(key, (index.get(key) ?? new Set()).add(attendee));
    }
  }
  const unmet = strangers.filter((row) => !joinKnown(row, known, index));
  return [
    ...[...known].map(([attendee, theirs]) => ({ attendee, rows: theirs })),
    ...groupStrangers(unmet).map((theirs) => ({ attendee: undefined, rows: theirs })),
  ];
}

/** A stranger may still be somebody whom this very import knows by a new address; then the row becomes theirs. */
function joinKnown(
  row: CleanRegistration,
  known: Map<string, CleanRegistration[]>,
  index: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const met = new Set(keysOf(row).flatMap((key) => [...(index.get(key) ?? [])]));
  const agreeing = [...met].filter((attendee) => known.get(attendee)?.some((other) => sharesKey(row, other)));
  const [attendee] = agreeing;
  if (attendee === undefined || agreeing.length > 1) return false;
  known.set(attendee, [...(known.get(attendee) ?? []), row]);
  return true;
}

function attendeeFinder(
  rows: readonly CleanRegistration[],
  attendees: readonly Attendee[],
  records: readonly SourceRecord[],
): (row: CleanRegistration) => string | undefined {
  const present = new Set(attendees.map((one) => one.id));
  const ours = records.filter((record) => present.has(record.attendee));
  const faces: KnownFace[] = [
    ...attendees.map(({ id, name, email, organisation }) => ({ attendee: id, name, email, organisation })),
    ...ours.map(faceOf),
  ];
  const bySourceId = groupBy(ours, (record) => sourceKey(record.shape, record.sourceId));
  const byEmail = groupBy(faces, (one) => identityText(one.email));
  const byName = groupBy(faces, nameKey);
  const rowsInOrder = groupBy(rows, orderOf);
  const seen = new Map(ours.flatMap((record) => record.rows.map((row) => [row, record.attendee] as const)));
  return (row) =>
    seen.get(fingerprint(row)) ??
    findByOrder(row, bySourceId.get(orderOf(row)) ?? [], rowsInOrder.get(orderOf(row)) ?? []) ??
    findByEmail(row, byEmail.get(identityText(row.fields.email)) ?? []) ??
    findByName(row, byName.get(nameKey(row.fields)) ?? []);
}

function findByOrder(
  row: CleanRegistration,
  records: readonly SourceRecord[],
  rowsInOrder: readonly CleanRegistration[],
): string | undefined {
  const ordered = records.map(faceOf);
  const agreeing = best(
    row.fields,
    ordered.filter((one) => namesAgree(one, row.fields)),
  );
  if (agreeing !== undefined) return agreeing;
  // Alone in an order, before and now, with the same address: the person has a new name.
  const alone = ordered.length === 1 && rowsInOrder.length === 1 ? ordered[0] : undefined;
  return alone !== undefined && sameEmail(alone, row.fields) ? alone.attendee : undefined;
}

function findByEmail(row: CleanRegistration, faces: readonly KnownFace[]): string | undefined {
  return best(
    row.fields,
    faces.filter((one) => namesAgree(one, row.fields)),
  );
}

/** Only where one side has no address; and of several namesakes with addresses, nobody is meant for sure. */
function findByName(row: CleanRegistration, named: readonly KnownFace[]): string | undefined {
  const unreachable = named.filter((one) => one.email === '');
  const candidates = row.fields.email === '' && unreachable.length === 0 ? named : unreachable;
  return new Set(candidates.map((one) => one.attendee)).size === 1 ? candidates[0]?.attendee : undefined;
}

function faceOf({ attendee, fields }: SourceRecord): KnownFace {
  return { attendee, name: fields.name, email: fields.email, organisation: fields.organisation };
}

/** The face with exactly this name before one that only agrees; else the smallest id, so that rows may be shuffled. */
function best(mine: Face, faces: readonly KnownFace[]): string | undefined {
  const exact = faces.filter((one) => identityText(one.name) === identityText(mine.name));
  return (exact.length > 0 ? exact : faces).map((one) => one.attendee).sort()[0];
}

/** What could join a row with another: its order and its address. */
function keysOf(row: CleanRegistration): string[] {
  return [orderOf(row), identityText(row.fields.email)].filter((key) => key !== '');
}
