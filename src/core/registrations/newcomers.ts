import type { Attendee } from '../../model/attendee.ts';
import type { Event } from '../../model/event.ts';
import { type LazyList, lazyList } from '../../model/lazy-list.ts';
import type { PackedRow } from '../../model/packed-row.ts';
import type { SourceRecord } from '../../model/registration.ts';
import { compareText } from '../order.ts';
import { byteKeys } from '../order-by-bytes.ts';
import type { Rows } from './find-people.ts';
import { codeOf, giveCodes, identityNumber, idOf, numberOfId } from './give-identity.ts';
import type { Strangers } from './group-strangers.ts';
import { createAttendee } from './reconcile.ts';
import { recordRows } from './records.ts';
import { tellingTexts } from './same-person.ts';

/** The people whom an import adds. */
export interface Newcomers {
  readonly length: number;
  /** In the order in which they were met. */
  readonly at: (index: number) => Attendee;
  /** Places of the rows of each, and the only one of those who have no other. */
  readonly rowsOf: (index: number) => readonly number[];
  readonly onlyRowOf: (index: number) => number | undefined;
  readonly byName: LazyList<Attendee>;
  /** What the sources say of them, by attendee, then by source. */
  readonly records: LazyList<SourceRecord>;
}

/** Gives strangers their ids and codes; whatever else is known of them is made when it is asked for. */
export function createNewcomers(
  event: Event,
  rows: Rows,
  strangers: Strangers,
  known: readonly Attendee[],
): Newcomers {
  const { length, rowsOf, onlyRowOf } = strangers;
  const { ids, order } = giveIds(rows, strangers, known);
  const codes = giveCodes(
    length,
    (rank) => idOf(ids[order[rank] ?? 0] ?? 0),
    known.map((one) => one.code),
  );
  const rankOf = new Uint32Array(length);
  for (let rank = 0; rank < length; rank += 1) rankOf[order[rank] ?? 0] = rank;
  const at = (index: number): Attendee => {
    const identity = { id: idOf(ids[index] ?? 0), code: codeOf(codes[rankOf[index] ?? 0] ?? 0) };
    return createAttendee(event, identity, rowsOf(index).map(rows.get));
  };
  /** By `ATTENDEE_BESIDE`; the same person as `at` makes. */
  const packed = (index: number): PackedRow | undefined => {
    const only = onlyRowOf(index);
    if (only === undefined) return undefined;
    const code = codeOf(codes[rankOf[index] ?? 0] ?? 0);
    const source = rows.source(only);
    return rows.packed(only, [idOf(ids[index] ?? 0), code, source, event.languages[0] ?? 'en', 'registered']);
  };
  const byName = inOrderOfNames(rows, strangers, order, (index) => at(index).name);
  return {
    length,
    at,
    rowsOf,
    onlyRowOf,
    byName: lazyList(length, (place) => at(byName[place] ?? 0), {
      row: (place) => packed(byName[place] ?? 0),
      headers: rows.headers,
    }),
    records: recordsInOrder(rows, strangers, ids, order),
  };
}

interface Identities {
  /** A number for each, see `identityNumber`. */
  readonly ids: Float64Array;
  /** Places in rising order of the ids. */
  readonly order: Uint32Array;
}

/** One id each; the rare one that is taken already is tried again. */
function giveIds(
  rows: Rows,
  { length, rowsOf, onlyRowOf }: Strangers,
  known: readonly Attendee[],
): Identities {
  const taken = new Set(known.map((one) => numberOfId(one.id)));
  const ids = new Float64Array(length);
  const give = (index: number, attempt: number): void => {
    const only = attempt === 0 ? onlyRowOf(index) : undefined;
    ids[index] =
      only === undefined
        ? identityNumber(
            rowsOf(index).map((row) => tellingTexts(rows.get(row))),
            attempt,
          )
        : rows.identityNumber(only);
  };
  for (let index = 0; index < length; index += 1) give(index, 0);
  for (let attempt = 1; ; attempt += 1) {
    const order = inOrderOfIds(ids);
    const clashes = order.filter(
      (index, rank) => taken.has(ids[index]) || (rank > 0 && ids[order[rank - 1] ?? 0] === ids[index]),
    );
    if (clashes.length === 0) return { ids, order };
    for (const index of clashes) give(index, attempt);
  }
}

/** By name, those of one name by id; a name of several rows is that of the person whom they make. */
function inOrderOfNames(
  rows: Rows,
  { length, onlyRowOf }: Strangers,
  byId: Uint32Array,
  nameOf: (index: number) => string,
): Uint32Array {
  const names = byteKeys();
  for (let index = 0; index < length; index += 1) {
    const only = onlyRowOf(index);
    if (only === undefined) {
      const name = Buffer.from(nameOf(index));
      names.add(name, 0, name.length);
    } else {
      const { bytes, start, end } = rows.fieldBytes(only, 'name');
      names.add(bytes, start, end);
    }
  }
  return names.inOrder(byId);
}

/** Seven bits of 50 at a time, the first ones weighing most. */
function inOrderOfIds(ids: Float64Array): Uint32Array {
  const keys = byteKeys();
  const key = new Uint8Array(8);
  for (const id of ids) {
    let left = id;
    for (let at = key.length - 1; at >= 0; at -= 1) {
      key[at] = left % 128;
      left = Math.floor(left / 128);
    }
    keys.add(key, 0, key.length);
  }
  return keys.inOrder(Uint32Array.from(ids.keys()));
}

/** People of one row have one record, which is most of them; those of the others are made once to be counted. */
function recordsInOrder(
  rows: Rows,
  { length, rowsOf, onlyRowOf }: Strangers,
  ids: Float64Array,
  order: Uint32Array,
): LazyList<SourceRecord> {
  const made = (index: number): readonly SourceRecord[] =>
    [...recordRows(idOf(ids[index] ?? 0), rowsOf(index).map(rows.get))].sort((a, b) =>
      compareText(a.shape, b.shape),
    );
  /** Per record its person's place in order; a person of several sources has several records in a row. */
  const ranks: number[] = [];
  for (let rank = 0; rank < length; rank += 1) {
    const person = order[rank] ?? 0;
    const count = onlyRowOf(person) === undefined ? made(person).length : 1;
    for (let record = 0; record < count; record += 1) ranks.push(rank);
  }
  const at = (place: number): SourceRecord => {
    const rank = ranks[place] ?? 0;
    let record = 0;
    while (ranks[place - record - 1] === rank) record += 1;
    // A person of so many records has them.
    return made(order[rank] ?? 0)[record] as SourceRecord;
  };
  /** By `RECORD_BESIDE`; the same record as `at` makes. */
  const packed = (place: number): PackedRow | undefined => {
    const person = order[ranks[place] ?? 0] ?? 0;
    const only = onlyRowOf(person);
    if (only === undefined) return undefined;
    return rows.packed(only, [idOf(ids[person] ?? 0), rows.origin(only).shape, rows.source(only)]);
  };
  return lazyList(ranks.length, at, { row: packed, headers: rows.headers });
}
