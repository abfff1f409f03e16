import type { Taken } from './price-balance.ts';
import type { PriceInstance } from './price-instance.ts';

export interface ChainProblem {
  readonly instance: PriceInstance;
  readonly costs: Float64Array;
  /** Everybody, in the order of the draw. */
  readonly order: Int32Array;
}

/** People remembered for each way from one place to another. */
const MOST_KNOWN = 8;
/** Times that everybody is looked through; more often only where a room is still too full. */
const MOST_LOOKS = 500;

/**
 * Takes people out of rooms that are too full, and makes the plan cheaper, along chains: somebody moves to another place
 * of the same slot, somebody else from there to a third, and so on, to a free seat or round to the first. Of every way
 * from place to place the cheapest people are known; the best chain is a shortest path (Bellman & Ford) between places.
 * Ends with no room too full, and no chain left that makes the plan cheaper.
 */
export function mend(problem: ChainProblem, state: Taken): void {
  const ways = createWays(problem, state);
  const { capacities } = problem.instance;
  const isTooFull = (): boolean => state.loads.some((load, place) => load > (capacities[place] ?? 0));
  for (let look = 0; look < MOST_LOOKS || isTooFull(); look += 1) {
    ways.look();
    if (!moveAlongChains(problem, state, ways)) return;
  }
}

/** Moves until the people known are used up; whether anybody moved. */
function moveAlongChains({ instance }: ChainProblem, state: Taken, ways: Ways): boolean {
  let hasMoved = false;
  for (let slot = 0; slot < instance.slots; slot += 1) {
    for (;;) {
      const chain = findChain(instance, state.loads, ways, slot);
      if (chain === undefined) break;
      for (const [from, to] of chain) ways.move(slot, from, to);
      hasMoved = true;
    }
  }
  return hasMoved;
}

interface Ways {
  /** Looks through everybody anew. */
  readonly look: () => void;
  /** What the cheapest move costs more; infinite where nobody known can make it. */
  readonly cost: (from: number, to: number) => number;
  readonly move: (slot: number, from: number, to: number) => void;
}

function createWays({ instance, costs, order }: ChainProblem, { taken, loads }: Taken): Ways {
  const { people, slots, placesIn, themes, themeCount, ranks, closed, capacities } = instance;
  const places = capacities.length;
  const who = new Int32Array(places * places * MOST_KNOWN);
  const more = new Float64Array(places * places * MOST_KNOWN);
  const known = new Uint8Array(places * places);
  /** Whoever has moved since everybody was looked through may not do what is known of them. */
  const moved = new Uint8Array(people);

  return { look, cost, move };

  function look(): void {
    known.fill(0);
    moved.fill(0);
    for (const person of order) {
      const shut = closed.get(person);
      for (let slot = 0; slot < slots; slot += 1) lookAt(person, slot, shut);
    }
  }

  function lookAt(person: number, slot: number, shut: Uint8Array | undefined): void {
    const row = person * themeCount;
    const from = taken[person * slots + slot] as number;
    const now = costs[ranks[row + (themes[from] as number)] as number] as number;
    const there = placesIn[slot] as Int32Array;
    for (let index = 0; index < there.length; index += 1) {
      const to = there[index] as number;
      const theme = themes[to] as number;
      const change = (costs[ranks[row + theme] as number] as number) - now;
      const way = from * places + to;
      const count = known[way] as number;
      if (count === MOST_KNOWN && change >= (more[way * MOST_KNOWN + count - 1] as number)) continue;
      if (to === from || shut?.[to] === 1 || hasElsewhere(person, slot, theme)) continue;
      remember(way, person, change);
    }
  }

  function hasElsewhere(person: number, slot: number, theme: number): boolean {
    for (let other = 0; other < slots; other += 1) {
      if (other !== slot && themes[taken[person * slots + other] as number] === theme) return true;
    }
    return false;
  }

  /** In order of what they cost, then of the draw. */
  function remember(way: number, person: number, change: number): void {
    const from = way * MOST_KNOWN;
    let at = from + Math.min(known[way] as number, MOST_KNOWN - 1);
    while (at > from && (more[at - 1] as number) > change) {
      more[at] = more[at - 1] as number;
      who[at] = who[at - 1] as number;
      at -= 1;
    }
    more[at] = change;
    who[at] = person;
    known[way] = Math.min(MOST_KNOWN, (known[way] as number) + 1);
  }

  function cheapest(from: number, to: number): number {
    const way = from * places + to;
    const end = way * MOST_KNOWN + (known[way] as number);
    for (let at = way * MOST_KNOWN; at < end; at += 1) {
      if (moved[who[at] as number] === 0) return at;
    }
    return -1;
  }

  function cost(from: number, to: number): number {
    const at = cheapest(from, to);
    return at === -1 ? Number.POSITIVE_INFINITY : (more[at] as number);
  }

  function move(slot: number, from: number, to: number): void {
    const person = who[cheapest(from, to)] as number;
    moved[person] = 1;
    taken[person * slots + slot] = to;
    loads[from] = (loads[from] as number) - 1;
    loads[to] = (loads[to] as number) + 1;
  }
}

/** More than any chain costs. */
const FULL = 2 ** 44;

type Move = readonly [from: number, to: number];

/** The chain that brings most, or any that leads round; undefined where none brings anything. */
function findChain(
  { placesIn, capacities }: PriceInstance,
  loads: Float64Array,
  ways: Ways,
  slot: number,
): readonly Move[] | undefined {
  const places = placesIn[slot] ?? new Int32Array();
  const over = (place: number): number => (loads[place] ?? 0) - (capacities[place] ?? 0);
  // A chain may begin anywhere; where a room is too full it brings a lot.
  const sums = Float64Array.from(places, (place) => (over(place) > 0 ? -FULL : 0));
  const costs = places.length ** 2;
  const table = new Float64Array(costs);
  for (const [a, from] of places.entries()) {
    for (const [b, to] of places.entries()) table[a * places.length + b] = a === b ? 0 : ways.cost(from, to);
  }
  const before = new Int32Array(places.length).fill(-1);
  for (let round = 0; round < places.length; round += 1) {
    const last = relax(table, sums, before);
    if (last === -1) return bestEnd();
    if (round === places.length - 1) return wayRound(last);
  }
  return undefined;

  function bestEnd(): readonly Move[] | undefined {
    let end = -1;
    for (const [at, place] of places.entries()) {
      const isBetter = (sums[at] ?? 0) < (end === -1 ? 0 : (sums[end] ?? 0));
      if (over(place) < 0 && isBetter) end = at;
    }
    if (end === -1) return undefined;
    const chain: Move[] = [];
    for (let at = end; before[at] !== -1; at = before[at] as number) {
      chain.push([places[before[at] as number] as number, places[at] as number]);
    }
    return chain;
  }

  /** A way round lies before a place that got better in every round. */
  function wayRound(from: number): readonly Move[] {
    let at = from;
    for (let step = 0; step < places.length; step += 1) at = before[at] as number;
    const chain: Move[] = [];
    const start = at;
    do {
      chain.push([places[before[at] as number] as number, places[at] as number]);
      at = before[at] as number;
    } while (at !== start);
    return chain;
  }
}

/** One round over all ways; the last place that got better, or -1. */
function relax(table: Float64Array, sums: Float64Array, before: Int32Array): number {
  const count = sums.length;
  let last = -1;
  for (let from = 0; from < count; from += 1) {
    for (let to = 0; to < count; to += 1) {
      const sum = (sums[from] as number) + (table[from * count + to] as number);
      if (from === to || sum >= (sums[to] as number)) continue;
      sums[to] = sum;
      before[to] = from;
      last = to;
    }
  }
  return last;
}
