import type { Moves } from './flow-moves.ts';

/** Beyond so many different costs, heaps are as fast and much smaller. */
const MOST_COSTS = 32;

/**
 * The same as `createMoves` where costs are few: moves of a pair stand in one list per difference of costs, all in one
 * pool, so that noting one is a matter of three numbers. Undefined where costs are many.
 */
export function createBuckets(
  pairs: number,
  costs: Float64Array,
  taken: Uint8Array,
  expected: number,
): Moves | undefined {
  const found = sortCosts(costs);
  if (found === undefined) return undefined;
  const { known, costOf } = found;
  const differences = [...new Set(known.flatMap((one) => known.map((other) => one - other)))].sort(
    (a, b) => a - b,
  );
  const kinds = differences.length;
  /** The list of a move by the costs of its two arcs. */
  const kindOf = Uint16Array.from({ length: known.length ** 2 }, (_, index) => {
    const [to = 0, from = 0] = [known[Math.floor(index / known.length)], known[index % known.length]];
    return differences.indexOf(to - from);
  });
  const heads = new Int32Array(pairs * kinds).fill(-1);
  /** The first list of a pair that may hold something. */
  const first = new Int32Array(pairs).fill(kinds);
  const pool = createPool(Math.max(16, expected));
  return {
    push: (pair, _, from, to) => {
      const kind = kindOf[(costOf[to] ?? 0) * known.length + (costOf[from] ?? 0)] ?? 0;
      const list = pair * kinds + kind;
      heads[list] = pool.add(from, to, heads[list] ?? -1);
      if (kind < (first[pair] ?? kinds)) first[pair] = kind;
    },
    cost: (pair) => {
      for (let kind = first[pair] ?? kinds; kind < kinds; kind += 1) {
        const list = pair * kinds + kind;
        let head = heads[list] ?? -1;
        while (head !== -1 && (taken[pool.from(head)] === 0 || taken[pool.to(head)] === 1))
          head = pool.remove(head);
        heads[list] = head;
        first[pair] = kind;
        if (head !== -1) return differences[kind] ?? 0;
      }
      first[pair] = kinds;
      return Number.POSITIVE_INFINITY;
    },
    from: (pair) => pool.from(heads[pair * kinds + (first[pair] ?? 0)] ?? 0),
    to: (pair) => pool.to(heads[pair * kinds + (first[pair] ?? 0)] ?? 0),
  };
}

/** All costs that there are, and which of them each arc has. */
function sortCosts(
  costs: Float64Array,
): { readonly known: readonly number[]; readonly costOf: Uint8Array } | undefined {
  const known: number[] = [];
  const costOf = new Uint8Array(costs.length);
  for (let arc = 0; arc < costs.length; arc += 1) {
    const cost = costs[arc] ?? 0;
    let place = known.indexOf(cost);
    if (place === -1) place = known.push(cost) - 1;
    if (place >= MOST_COSTS) return undefined;
    costOf[arc] = place;
  }
  return { known, costOf };
}

interface Pool {
  /** A new entry before `next`; gives its number. */
  readonly add: (from: number, to: number, next: number) => number;
  /** Gives the entry after it. */
  readonly remove: (entry: number) => number;
  readonly from: (entry: number) => number;
  readonly to: (entry: number) => number;
}

function createPool(expected: number): Pool {
  let nexts = new Int32Array(expected);
  let froms = new Int32Array(expected);
  let tos = new Int32Array(expected);
  let size = 0;
  let free = -1;
  const longer = (old: Int32Array): Int32Array<ArrayBuffer> => {
    const grown = new Int32Array(Math.ceil(size * 1.5));
    grown.set(old);
    return grown;
  };
  return {
    add: (from, to, next) => {
      let entry = free;
      if (entry === -1) {
        if (size === nexts.length) [nexts, froms, tos] = [longer(nexts), longer(froms), longer(tos)];
        entry = size;
        size += 1;
      } else free = nexts[entry] ?? -1;
      nexts[entry] = next;
      froms[entry] = from;
      tos[entry] = to;
      return entry;
    },
    remove: (entry) => {
      const next = nexts[entry] ?? -1;
      nexts[entry] = free;
      free = entry;
      return next;
    },
    from: (entry) => froms[entry] ?? 0,
    to: (entry) => tos[entry] ?? 0,
  };
}
