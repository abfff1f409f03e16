import type { Attendee } from '../../model/attendee.ts';
import type { Event } from '../../model/event.ts';
import type { SourceRecord } from '../../model/registration.ts';
import { compareText } from '../order.ts';
import type { Person, Rows } from './find-people.ts';
import { attendeeId, giveCodes } from './give-identity.ts';
import { type LazyList, lazyList } from './lazy-list.ts';
import { createAttendee } from './reconcile.ts';
import { recordRows } from './records.ts';

/** The people whom an import adds. */
export interface Newcomers {
  readonly length: number;
  /** In the order in which they were met. */
  readonly at: (index: number) => Attendee;
  /** Places of the rows of each. */
  readonly rowsOf: (index: number) => readonly number[];
  readonly byName: LazyList<Attendee>;
  /** What the sources say of them, by attendee, then by source. */
  readonly records: LazyList<SourceRecord>;
}

/** Gives strangers their ids and codes; whatever else is known of them is made when it is asked for. */
export function createNewcomers(
  event: Event,
  rows: Rows,
  strangers: readonly Person[],
  known: readonly Attendee[],
): Newcomers {
  const ids = giveIds(rows, strangers, new Set(known.map((one) => one.id)));
  const codes = giveCodes(
    ids,
    known.map((one) => one.code),
  );
  const rowsOf = (index: number): readonly number[] => strangers[index]?.rows ?? [];
  const idOf = (index: number): string => ids[index] ?? '';
  const at = (index: number): Attendee => {
    const identity = { id: idOf(index), code: codes[index] ?? '' };
    return createAttendee(event, identity, rowsOf(index).map(rows.get));
  };
  const nameOf = (index: number): string => {
    const [only = 0, ...others] = rowsOf(index);
    return others.length === 0 ? rows.field(only, 'name') : at(index).name;
  };
  return {
    length: strangers.length,
    at,
    rowsOf,
    byName: inOrder(strangers.length, nameOf, idOf, at),
    records: recordsInOrder(rows, strangers, ids),
  };
}

/** One id each; the rare one that is taken already is tried again. */
function giveIds(rows: Rows, strangers: readonly Person[], taken: Set<string>): readonly string[] {
  return strangers.map(({ rows: places }) => {
    const theirs = places.map(rows.get);
    let id = attendeeId(theirs);
    for (let attempt = 1; taken.has(id); attempt += 1) id = attendeeId(theirs, attempt);
    taken.add(id);
    return id;
  });
}

function inOrder(
  length: number,
  nameOf: (index: number) => string,
  idOf: (index: number) => string,
  at: (index: number) => Attendee,
): LazyList<Attendee> {
  const names = Array.from({ length }, (_, index) => nameOf(index));
  const order = Uint32Array.from({ length }, (_, index) => index).sort(
    (a, b) => compareText(names[a] ?? '', names[b] ?? '') || compareText(idOf(a), idOf(b)),
  );
  return lazyList(length, (place) => at(order[place] ?? 0));
}

/** People of one row have one record, which is most of them; the others are few and made at once. */
function recordsInOrder(
  rows: Rows,
  strangers: readonly Person[],
  ids: readonly string[],
): LazyList<SourceRecord> {
  const made = (index: number): readonly SourceRecord[] =>
    recordRows(ids[index] ?? '', (strangers[index]?.rows ?? []).map(rows.get));
  const places: (readonly [person: number, record: number])[] = [];
  const single: number[] = [];
  for (const [index, { rows: theirs }] of strangers.entries()) {
    if (theirs.length === 1) single.push(index);
    else for (const [record] of made(index).entries()) places.push([index, record]);
  }
  const total = single.length + places.length;
  const personOf = (place: number): number => single[place] ?? places[place - single.length]?.[0] ?? 0;
  const at = (place: number): SourceRecord => {
    const [person, record] = places[place - single.length] ?? [personOf(place), 0];
    // A person of so many records has them.
    return made(person)[record] as SourceRecord;
  };
  const shapeOf = (place: number): string => (place < single.length ? '' : at(place).shape);
  const order = Uint32Array.from({ length: total }, (_, index) => index).sort(
    (a, b) =>
      compareText(ids[personOf(a)] ?? '', ids[personOf(b)] ?? '') || compareText(shapeOf(a), shapeOf(b)),
  );
  return lazyList(total, (index) => at(order[index] ?? 0));
}
