import type { Attendee } from '../../model/attendee.ts';
import type { SourceRecord } from '../../model/registration.ts';
import { enlarged } from '../enlarge.ts';
import { groupBy } from '../group-by.ts';
import type { CleanRegistration } from './clean-registration.ts';
import { identityNumber } from './give-identity.ts';
import { groupStrangers, type Strangers } from './group-strangers.ts';
import { createKeyIndex, type KeyIndex } from './key-index.ts';
import { createRowStore, type RowStore } from './row-store.ts';
import {
  type Face,
  fingerprint,
  fingerprintOf,
  identityText,
  nameKey,
  nameKeyOf,
  namesAgree,
  orderKey,
  orderOf,
  sameEmail,
  sharesKey,
  sourceKey,
  tellingTexts,
} from './same-person.ts';

/** An attendee who is there already, and all their rows in this import, by their places. */
export interface KnownPerson {
  readonly attendee: string;
  readonly rows: readonly number[];
}

export interface FoundPeople {
  readonly known: readonly KnownPerson[];
  readonly strangers: Strangers;
}

/** An attendee known from before: as they stand, or as a source last described them. */
interface KnownFace extends Face {
  readonly attendee: string;
}

/** The rows of an import, found by what can make two of them one person's. */
export interface Rows extends Omit<RowStore, 'add'> {
  readonly add: (row: CleanRegistration) => number;
  /** What `identityNumber` makes of the row alone. */
  readonly identityNumber: (index: number) => number;
  readonly byOrder: KeyIndex;
  readonly byEmail: KeyIndex;
  readonly byName: KeyIndex;
}

export function createRows(): Rows {
  const store = createRowStore();
  let numbers = new Float64Array(1024);
  const [byOrder, byEmail, byName] = [createKeyIndex(), createKeyIndex(), createKeyIndex()];
  return {
    get length() {
      return store.length;
    },
    get: store.get,
    extras: store.extras,
    headers: store.headers,
    packed: store.packed,
    identity: store.identity,
    identityNumber: (index) => numbers[index] ?? 0,
    field: store.field,
    fieldBytes: store.fieldBytes,
    origin: store.origin,
    source: store.source,
    line: store.line,
    add(row) {
      const told = tellingTexts(row);
      const index = store.add(row, fingerprintOf(told));
      if (index === numbers.length) numbers = enlarged(numbers);
      numbers[index] = identityNumber([told]);
      byOrder.add(index, orderKey(told));
      byEmail.add(index, told.email);
      byName.add(index, nameKeyOf(told));
      return index;
    },
    byOrder,
    byEmail,
    byName,
  };
}

/**
 * Sorts rows into people. An attendee known from before is found by a row met before, by the source's own id, then by
 * e-mail address, then by name and organisation; rows that nobody answers to are put together by the same three. An id
 * or an address joins only names that can be one person's, and name and organisation join only where an address is
 * missing.
 */
export function findPeople(
  rows: Rows,
  attendees: readonly Attendee[],
  records: readonly SourceRecord[],
): FoundPeople {
  if (attendees.length === 0) return { known: [], strangers: groupStrangers(rows, () => true) };
  const find = attendeeFinder(rows, attendees, records);
  const known = new Map<string, number[]>();
  const attendeeOf: (string | undefined)[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const attendee = find(rows.get(index));
    attendeeOf.push(attendee);
    if (attendee !== undefined) push(known, attendee, index);
  }
  const joins = new Map<number, string>();
  for (let index = 0; index < rows.length; index += 1) {
    if (attendeeOf[index] !== undefined) continue;
    const attendee = knownTwin(index, rows, attendeeOf);
    if (attendee !== undefined) joins.set(index, attendee);
  }
  for (const [index, attendee] of joins) {
    attendeeOf[index] = attendee;
    push(known, attendee, index);
  }
  return {
    known: [...known].map(([attendee, theirs]) => ({ attendee, rows: theirs })),
    strangers: groupStrangers(rows, (index) => attendeeOf[index] === undefined),
  };
}

function push(lists: Map<string, number[]>, key: string, item: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** A stranger may still be somebody whom this very import knows by a new address; then the row becomes theirs. */
function knownTwin(
  index: number,
  rows: Rows,
  attendeeOf: readonly (string | undefined)[],
): string | undefined {
  const row = rows.get(index);
  const met = new Set<string>();
  const keys = [rows.byOrder.find(orderOf(row)), rows.byEmail.find(identityText(row.fields.email))];
  for (const others of keys) {
    for (const other of others) {
      const attendee = attendeeOf[other];
      if (attendee !== undefined && !met.has(attendee) && sharesKey(row, rows.get(other))) met.add(attendee);
    }
  }
  return met.size === 1 ? [...met][0] : undefined;
}

function attendeeFinder(
  rows: Rows,
  attendees: readonly Attendee[],
  records: readonly SourceRecord[],
): (row: CleanRegistration) => string | undefined {
  const present = new Set(attendees.map((one) => one.id));
  const ours = records.filter((record) => present.has(record.attendee));
  const faces = onDemand((): readonly KnownFace[] => [
    ...attendees.map(({ id, name, email, organisation }) => ({ attendee: id, name, email, organisation })),
    ...ours.map(faceOf),
  ]);
  // Most rows of a list that comes again have been seen; where all have, nothing else needs to be looked up.
  const bySourceId = onDemand(() => groupBy(ours, (record) => sourceKey(record.shape, record.sourceId)));
  const byEmail = onDemand(() => groupBy(faces(), (one) => identityText(one.email)));
  const byName = onDemand(() => groupBy(faces(), nameKey));
  const seen = new Map(ours.flatMap((record) => record.rows.map((row) => [row, record.attendee] as const)));
  return (row) =>
    seen.get(fingerprint(row)) ??
    findByOrder(row, bySourceId().get(orderOf(row)) ?? [], rows) ??
    findByEmail(row, byEmail().get(identityText(row.fields.email)) ?? []) ??
    findByName(row, byName().get(nameKey(row.fields)) ?? []);
}

/** Made once, when it is first asked for. */
function onDemand<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function findByOrder(
  row: CleanRegistration,
  records: readonly SourceRecord[],
  rows: Rows,
): string | undefined {
  if (records.length === 0) return undefined;
  const ordered = records.map(faceOf);
  const agreeing = best(
    row.fields,
    ordered.filter((one) => namesAgree(one, row.fields)),
  );
  if (agreeing !== undefined) return agreeing;
  // Alone in an order, before and now, with the same address: the person has a new name.
  const alone = ordered.length === 1 && countInOrder(row, rows) === 1 ? ordered[0] : undefined;
  return alone !== undefined && sameEmail(alone, row.fields) ? alone.attendee : undefined;
}

function countInOrder(row: CleanRegistration, rows: Rows): number {
  const order = orderOf(row);
  return [...rows.byOrder.find(order)].filter((index) => orderOf(rows.get(index)) === order).length;
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
  if (faces.length < 2) return faces[0]?.attendee;
  const exact = faces.filter((one) => identityText(one.name) === identityText(mine.name));
  return (exact.length > 0 ? exact : faces).map((one) => one.attendee).sort()[0];
}
