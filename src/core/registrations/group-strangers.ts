import { groupBy } from '../group-by.ts';
import type { CleanRegistration } from './clean-registration.ts';
import { identityText, nameKey, orderOf, sharesKey } from './same-person.ts';

/** Rows that are one person, each pointing at the first of them. */
interface Groups {
  readonly leaderOf: (row: CleanRegistration) => CleanRegistration;
  readonly join: (a: CleanRegistration, b: CleanRegistration) => void;
}

/** Puts rows of people who are new together: those who share an order or an address, then by name. */
export function groupStrangers(
  rows: readonly CleanRegistration[],
): readonly (readonly CleanRegistration[])[] {
  const groups = createGroups();
  joinByKey(groups, groupBy(rows, orderOf));
  joinByKey(
    groups,
    groupBy(rows, (row) => identityText(row.fields.email)),
  );
  // Decided for all names before any is joined, so that the order of the names does not matter.
  const pairs = [...groupBy(rows, (row) => nameKey(row.fields)).values()].flatMap((namesakes) =>
    pairNamesakes(groups, namesakes),
  );
  for (const [one, other] of pairs) groups.join(one, other);
  return [...groupBy(rows, groups.leaderOf).values()];
}

function createGroups(): Groups {
  const leaders = new Map<CleanRegistration, CleanRegistration>();
  const leaderOf = (row: CleanRegistration): CleanRegistration => {
    let last = row;
    for (let next = leaders.get(last); next !== undefined; next = leaders.get(last)) last = next;
    return last;
  };
  return {
    leaderOf,
    join: (a, b) => {
      const [one, other] = [leaderOf(a), leaderOf(b)];
      if (one !== other) leaders.set(other, one);
    },
  };
}

function joinByKey(groups: Groups, buckets: ReadonlyMap<string, readonly CleanRegistration[]>): void {
  for (const bucket of buckets.values()) {
    for (const [index, row] of bucket.entries()) {
      for (const other of bucket.slice(0, index)) {
        if (groups.leaderOf(row) !== groups.leaderOf(other) && sharesKey(row, other)) groups.join(other, row);
      }
    }
  }
}

/**
 * Rows of one name and organisation: those without an address are one person, and that person is the one with an
 * address if there is only one such. Of two namesakes with addresses, nobody knows which one is meant.
 */
function pairNamesakes(
  { leaderOf }: Groups,
  namesakes: readonly CleanRegistration[],
): readonly (readonly [CleanRegistration, CleanRegistration])[] {
  const silent = namesakes.filter((row) => row.fields.email === '');
  const [first] = silent;
  if (first === undefined) return [];
  const reachable = namesakes.filter((row) => row.fields.email !== '');
  const alone = new Set(reachable.map(leaderOf)).size === 1 ? reachable.slice(0, 1) : [];
  return [...silent.slice(1), ...alone].map((row) => [first, row]);
}
