/** Who may move from one place to another, cheapest first, for every ordered pair of places. */
export interface Moves {
  /** Notes that the person of arc `from`, who sits there, could go where arc `to` leads, at this cost. */
  readonly push: (pair: number, cost: number, from: number, to: number) => void;
  /** The least cost of a move that is still possible; infinite where there is none. */
  readonly cost: (pair: number) => number;
  /** Arcs of that move: what is left, what is taken. Valid right after `cost`. */
  readonly from: (pair: number) => number;
  readonly to: (pair: number) => number;
}

/** A binary heap in typed arrays; the hot loops below change it in place. */
interface Heap {
  size: number;
  costs: Float64Array;
  froms: Int32Array;
  tos: Int32Array;
}

/**
 * Heaps that forget lazily: a move stays until it comes to the top and is found to be impossible, because its person
 * has left or sits there by now. `taken` says of every arc whether its person sits where it leads.
 */
export function createMoves(pairs: number, taken: Uint8Array): Moves {
  const heaps: (Heap | undefined)[] = new Array(pairs).fill(undefined);
  return {
    push: (pair, cost, from, to) => {
      heaps[pair] ??= emptyHeap();
      insert(heaps[pair], cost, from, to);
    },
    cost: (pair) => {
      const heap = heaps[pair];
      if (heap === undefined) return Number.POSITIVE_INFINITY;
      while (heap.size > 0 && (taken[heap.froms[0] ?? 0] === 0 || taken[heap.tos[0] ?? 0] === 1)) {
        removeFirst(heap);
      }
      return heap.size === 0 ? Number.POSITIVE_INFINITY : (heap.costs[0] ?? 0);
    },
    from: (pair) => heaps[pair]?.froms[0] ?? -1,
    to: (pair) => heaps[pair]?.tos[0] ?? -1,
  };
}

function emptyHeap(): Heap {
  return { size: 0, costs: new Float64Array(16), froms: new Int32Array(16), tos: new Int32Array(16) };
}

function insert(heap: Heap, cost: number, from: number, to: number): void {
  if (heap.size === heap.costs.length) grow(heap);
  const { costs, froms, tos } = heap;
  let at = heap.size;
  heap.size += 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = costs[parent] ?? 0;
    if (above <= cost) break;
    costs[at] = above;
    froms[at] = froms[parent] ?? 0;
    tos[at] = tos[parent] ?? 0;
    at = parent;
  }
  costs[at] = cost;
  froms[at] = from;
  tos[at] = to;
}

function removeFirst(heap: Heap): void {
  heap.size -= 1;
  const { size, costs, froms, tos } = heap;
  const cost = costs[size] ?? 0;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= size) break;
    if (child + 1 < size && (costs[child + 1] ?? 0) < (costs[child] ?? 0)) child += 1;
    const below = costs[child] ?? 0;
    if (below >= cost) break;
    costs[at] = below;
    froms[at] = froms[child] ?? 0;
    tos[at] = tos[child] ?? 0;
    at = child;
  }
  costs[at] = cost;
  froms[at] = froms[size] ?? 0;
  tos[at] = tos[size] ?? 0;
}

function grow(heap: Heap): void {
  const length = heap.costs.length * 2;
  const wider = {
    costs: new Float64Array(length),
    froms: new Int32Array(length),
    tos: new Int32Array(length),
  };
  wider.costs.set(heap.costs);
  wider.froms.set(heap.froms);
  wider.tos.set(heap.tos);
  Object.assign(heap, wider);
}
