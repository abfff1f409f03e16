/** An aim that counts for less than all before it: its costs are whole numbers from 0 to `most`. */
export interface Level {
  readonly id: string;
  readonly most: number;
}

/**
 * Aims that are compared one after the other, as few sums as possible: weights that make each outweigh all that comes
 * after it, and a new sum where they would not be exact in a double.
 *
 * A way round by which a flow differs from a better one passes each of `places` places at most once, so that it changes a
 * level by at most `most` for each: the weights need not grow with the number of people.
 */
export function weigh(levels: readonly Level[], places: number): readonly ReadonlyMap<string, number>[] {
  const longest = places + 2;
  // Prices are sums over such a way, and are added and subtracted.
  const limit = Number.MAX_SAFE_INTEGER / 4;
  const sums: Map<string, number>[] = [];
  let current: Map<string, number> | undefined;
  let reach = 0;
  for (const { id, most } of [...levels].reverse()) {
    // The least weight is 1; the sum of all that a way round can change stays below the next weight.
    let weight = reach + 1;
    if (current === undefined || reach + weight * most * longest > limit) {
      current = new Map();
      sums.unshift(current);
      reach = 0;
      weight = 1;
    }
    current.set(id, weight);
    reach += weight * most * longest;
  }
  return sums;
}
