import type { Rows } from './find-people.ts';
import { nameKey, sharesKey } from './same-person.ts';

/** A mailbox or an order of more rows than this is nobody's own, and does not say who is who. */
const MOST_SHARED = 200;

/** People who are new, in the order of their first rows. */
export interface Strangers {
  readonly length: number;
  /** Places of the rows of one of them, in rising order. */
  readonly rowsOf: (index: number) => readonly number[];
  /** The only row of one of them, which nearly everybody has; undefined where there are several. */
  readonly onlyRowOf: (index: number) => number | undefined;
}

/**
 * Puts rows of people who are new together: those who share an order or an address, then by name; `isStranger` tells
 * which rows are meant.
 */
export function groupStrangers(rows: Rows, isStranger: (index: number) => boolean): Strangers {
  // Each row points at one before it that is the same person's, or at itself.
  const leaders = new Int32Array(rows.length);
  for (let index = 0; index < leaders.length; index += 1) leaders[index] = index;
  const leaderOf = (index: number): number => {
    let last = index;
    while (leaders[last] !== last) last = leaders[last] ?? last;
    return last;
  };
  const join = (a: number, b: number): void => {
    const [one, other] = [leaderOf(a), leaderOf(b)];
    leaders[Math.max(one, other)] = Math.min(one, other);
  };

  for (let index = 0; index < rows.length; index += 1) {
    if (isStranger(index)) joinSharers(rows, index, { isStranger, leaderOf, join });
  }
  // Decided for all names before any is joined, so that the order of the names does not matter.
  const pairs = pairNamesakes(rows, isStranger, leaderOf);
  for (const [one, other] of pairs) join(one, other);
  return gather(rows.length, isStranger, leaderOf);
}

interface Groups {
  readonly isStranger: (index: number) => boolean;
  readonly leaderOf: (index: number) => number;
  readonly join: (a: number, b: number) => void;
}

/** Joins a row with those before it that share an order or an address and can be the same person's. */
function joinSharers(rows: Rows, index: number, { isStranger, leaderOf, join }: Groups): void {
  for (const found of [rows.byOrder.others(index), rows.byEmail.others(index)]) {
    let met = 0;
    for (const other of found) {
      if (other >= index || !isStranger(other)) continue;
      met += 1;
      if (met > MOST_SHARED) break;
      if (leaderOf(index) !== leaderOf(other) && sharesKey(rows.get(index), rows.get(other)))
        join(other, index);
    }
  }
}

/**
 * Rows of one name and organisation: those without an address are one person, and that person is the one with an
 * address if there is only one such. Of two namesakes with addresses, nobody knows which one is meant.
 */
function pairNamesakes(
  rows: Rows,
  isStranger: (index: number) => boolean,
  leaderOf: (index: number) => number,
): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  const done = new Set<string>();
  for (let index = 0; index < rows.length; index += 1) {
    // Nearly everybody has an address, and has no need to be unpacked.
    if (!isStranger(index) || rows.byEmail.hasKey(index)) continue;
    const key = nameKey(rows.identity(index));
    if (done.has(key)) continue;
    done.add(key);
    const namesakes = [...rows.byName.find(key)].filter(
      (other) => isStranger(other) && nameKey(rows.identity(other)) === key,
    );
    const silent = namesakes.filter((other) => rows.field(other, 'email') === '');
    const reachable = namesakes.filter((other) => rows.field(other, 'email') !== '');
    const alone = new Set(reachable.map(leaderOf)).size === 1 ? reachable.slice(0, 1) : [];
    pairs.push(...[...silent, ...alone].map((other): [number, number] => [index, other]));
  }
  return pairs;
}

/** Rows of one person are chained, the last one added first: a list for each of a million people would be too much. */
function gather(
  count: number,
  isStranger: (index: number) => boolean,
  leaderOf: (index: number) => number,
): Strangers {
  const latest = new Int32Array(count);
  const before = new Int32Array(count).fill(-1);
  const placeOf = new Int32Array(count);
  let length = 0;
  for (let index = 0; index < count; index += 1) {
    if (!isStranger(index)) continue;
    const leader = leaderOf(index);
    if (leader === index) {
      placeOf[index] = length;
      length += 1;
    } else {
      before[index] = latest[placeOf[leader] ?? 0] ?? -1;
    }
    latest[placeOf[leader] ?? 0] = index;
  }
  return {
    length,
    onlyRowOf(person) {
      const last = latest[person] ?? -1;
      return before[last] === -1 ? last : undefined;
    },
    rowsOf(person) {
      const rows: number[] = [];
      for (let row = latest[person] ?? -1; row !== -1; row = before[row] ?? -1) rows.push(row);
      return rows.reverse();
    },
  };
}
