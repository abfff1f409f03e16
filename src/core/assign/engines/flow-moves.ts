import type { Transport } from './flow-transport.ts';

/** Who may move from one place to another, cheapest first, for every ordered pair of places. */
export interface Moves {
  /** Takes note of what its person can do since an arc was taken, or given up. */
  readonly note: (arc: number) => void;
  /** The least cost of a move from one place to another; infinite where there is none. */
  readonly cost: (from: number, to: number) => number;
  /** Arcs of the move that `cost` has just found: what is left, what is taken. */
  readonly left: (from: number, to: number) => number;
  readonly taken: (from: number, to: number) => number;
}

/** What moves are about: who has which arcs, and which of them are taken (1). */
export interface Seats {
  readonly transport: Transport;
  readonly owners: Int32Array;
  readonly taken: Uint8Array;
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
 * has left or sits there by now.
 */
export function createHeaps({ transport, owners, taken }: Seats): Moves {
  const { starts, places, costs, lower } = transport;
  const size = lower.length;
  const heaps: (Heap | undefined)[] = new Array(size * size).fill(undefined);
  const add = (from: number, to: number): void => {
    const pair = (places[from] ?? 0) * size + (places[to] ?? 0);
    heaps[pair] ??= {
      size: 0,
      costs: new Float64Array(16),
      froms: new Int32Array(16),
      tos: new Int32Array(16),
    };
    insert(heaps[pair], (costs[to] ?? 0) - (costs[from] ?? 0), from, to);
  };
  return {
    note: (arc) => {
      const person = owners[arc] ?? 0;
      const isTaken = taken[arc] === 1;
      const end = starts[person + 1] ?? 0;
      for (let other = starts[person] ?? 0; other < end; other += 1) {
        if ((taken[other] === 1) === isTaken) continue;
        if (isTaken) add(arc, other);
        else add(other, arc);
      }
    },
    cost: (from, to) => {
      const heap = heaps[from * size + to];
      if (heap === undefined) return Number.POSITIVE_INFINITY;
      while (heap.size > 0 && (taken[heap.froms[0] ?? 0] === 0 || taken[heap.tos[0] ?? 0] === 1)) {
        removeFirst(heap);
      }
      return heap.size === 0 ? Number.POSITIVE_INFINITY : (heap.costs[0] ?? 0);
    },
    left: (from, to) => heaps[from * size + to]?.froms[0] ?? -1,
    taken: (from, to) => heaps[from * size + to]?.tos[0] ?? -1,
  };
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
