import type { Moves, Seats } from './flow-moves.ts';

/** Beyond so many different costs, heaps are as fast and much smaller. */
const MOST_COSTS = 32;
const NONE = -1;

/**
 * The same as `createHeaps` where costs are few, for the ranks of a hundred thousand people: moves between two places stand
 * in one list per difference of costs. Most places cost a person the same, being on no list of theirs. These moves
 * are not listed one by one: who sits in a place stands there once, for all places that cost them this.
 *
 * Undefined where costs are many. The arcs of a person are in order of places.
 */
export function createBuckets(seats: Seats): Moves | undefined {
  const kinds = sortKinds(seats.transport.costs);
  if (kinds === undefined) return undefined;
  const size = seats.transport.lower.length;
  const count = kinds.differences.length;
  const state: State = {
    ...seats,
    kinds,
    size,
    usual: findUsual(seats, kinds),
    listed: new Array(size * size * count).fill(undefined),
    seated: new Array(size * count).fill(undefined),
    cursors: new Int32Array(size * count * size),
    first: new Uint16Array(size * size).fill(count),
    left: new Int32Array(size * size),
    reached: new Int32Array(size * size),
  };
  return {
    note: (arc) => note(state, arc),
    cost: (from, to) => findCost(state, from, to),
    left: (from, to) => state.left[from * size + to] ?? NONE,
    taken: (from, to) => state.reached[from * size + to] ?? NONE,
  };
}

interface State extends Seats {
  readonly kinds: Kinds;
  readonly size: number;
  readonly usual: Usual;
  /** Moves by pair of places and kind, two numbers each: what is left, what is taken. */
  readonly listed: (List | undefined)[];
  /** Arcs of people who sit in a place, by place and kind of the move to a place of the usual cost. */
  readonly seated: (List | undefined)[];
  /** How far the people of such a list have been looked through for a move to each other place. */
  readonly cursors: Int32Array;
  /** The first kind of a pair that may have a move. */
  readonly first: Uint16Array;
  /** The move last found for a pair. */
  readonly left: Int32Array;
  readonly reached: Int32Array;
}

function note(state: State, arc: number): void {
  const { owners, taken, usual } = state;
  const { starts } = state.transport;
  const person = owners[arc] ?? 0;
  const end = starts[person + 1] ?? 0;
  const isTaken = taken[arc] === 1;
  if (isTaken) seat(state, arc);
  for (let other = starts[person] ?? 0; other < end; other += 1) {
    if ((taken[other] === 1) === isTaken) continue;
    const [from, to] = isTaken ? [arc, other] : [other, arc];
    if (usual.is[to] === 0) list(state, from, to);
    else if (!isTaken) seat(state, from);
  }
}

function list({ transport, size, kinds, listed, first }: State, from: number, to: number): void {
  const pair = (transport.places[from] ?? 0) * size + (transport.places[to] ?? 0);
  const kind = kinds.ofMove(from, to);
  const index = pair * kinds.differences.length + kind;
  const moves = listed[index] ?? emptyList();
  listed[index] = moves;
  append(moves, from);
  append(moves, to);
  if (kind < (first[pair] ?? 0)) first[pair] = kind;
}

function seat({ transport, owners, size, kinds, usual, seated, first }: State, arc: number): void {
  const place = transport.places[arc] ?? 0;
  const kind = kinds.ofMove(arc, usual.arcs[owners[arc] ?? 0] ?? 0);
  const index = place * kinds.differences.length + kind;
  const people = seated[index] ?? emptyList();
  seated[index] = people;
  append(people, arc);
  for (let pair = place * size; pair < (place + 1) * size; pair += 1) {
    if (kind < (first[pair] ?? 0)) first[pair] = kind;
  }
}

function findCost(state: State, from: number, to: number): number {
  const { first, size, kinds } = state;
  const count = kinds.differences.length;
  const pair = from * size + to;
  for (let kind = first[pair] ?? 0; kind < count; kind += 1) {
    if (findListed(state, pair, kind) || findSeated(state, from, to, kind)) {
      first[pair] = kind;
      return kinds.differences[kind] ?? 0;
    }
  }
  first[pair] = count;
  return Number.POSITIVE_INFINITY;
}

function findListed({ listed, kinds, taken, left, reached }: State, pair: number, kind: number): boolean {
  const moves = listed[pair * kinds.differences.length + kind];
  if (moves === undefined) return false;
  while (moves.size > 0) {
    const from: number = moves.items[moves.size - 2] ?? 0;
    const to: number = moves.items[moves.size - 1] ?? 0;
    if (taken[from] === 1 && taken[to] === 0) {
      left[pair] = from;
      reached[pair] = to;
      return true;
    }
    moves.size -= 2;
  }
  return false;
}

function findSeated(state: State, place: number, to: number, kind: number): boolean {
  const { seated, kinds, cursors, taken, owners, usual, size } = state;
  const index = place * kinds.differences.length + kind;
  const people = seated[index];
  if (people === undefined) return false;
  let cursor = cursors[index * size + to] ?? 0;
  for (; cursor < people.size; cursor += 1) {
    const from: number = people.items[cursor] ?? 0;
    const arc: number = taken[from] === 1 ? arcTo(state, owners[from] ?? 0, to) : NONE;
    if (arc === NONE || taken[arc] === 1 || usual.is[arc] === 0) continue;
    state.left[place * size + to] = from;
    state.reached[place * size + to] = arc;
    break;
  }
  cursors[index * size + to] = cursor;
  return cursor < people.size;
}

/** The arc of a person to a place, if there is one. */
function arcTo({ transport, size }: State, person: number, place: number): number {
  const { starts, places } = transport;
  const start = starts[person] ?? 0;
  const end = starts[person + 1] ?? 0;
  if (end - start === size) return start + place;
  for (let arc = start; arc < end; arc += 1) if (places[arc] === place) return arc;
  return NONE;
}

/** What moves can cost, each difference of two costs being a kind, the least first. */
interface Kinds {
  readonly differences: readonly number[];
  readonly ofMove: (from: number, to: number) => number;
  /** Which of the different costs each arc has, and how many there are. */
  readonly costOf: Uint8Array;
  readonly costs: number;
}

function sortKinds(costs: Float64Array): Kinds | undefined {
  const known: number[] = [];
  const costOf = new Uint8Array(costs.length);
  for (let arc = 0; arc < costs.length; arc += 1) {
    const cost = costs[arc] ?? 0;
    let place = known.indexOf(cost);
    if (place === NONE) place = known.push(cost) - 1;
    if (place >= MOST_COSTS) return undefined;
    costOf[arc] = place;
  }
  const width = known.length;
  const all = known.flatMap((to) => known.map((from) => to - from));
  const differences = [...new Set(all)].sort((a, b) => a - b);
  const kindOf = Uint16Array.from(all, (one) => differences.indexOf(one));
  const ofMove = (from: number, to: number): number =>
    kindOf[(costOf[to] ?? 0) * width + (costOf[from] ?? 0)] ?? 0;
  return { differences, ofMove, costOf, costs: width };
}

/** The cost that most places have for a person: for every arc whether it is that, and for every person one such arc. */
interface Usual {
  readonly is: Uint8Array;
  readonly arcs: Int32Array;
}

function findUsual({ transport, owners }: Seats, { costOf, costs }: Kinds): Usual {
  const { starts } = transport;
  const is = new Uint8Array(owners.length);
  const arcs = new Int32Array(Math.max(0, starts.length - 1));
  const often = new Int32Array(costs);
  for (let person = 0; person < arcs.length; person += 1) {
    const [start, end] = [starts[person] ?? 0, starts[person + 1] ?? 0];
    often.fill(0);
    let best = start;
    for (let arc = start; arc < end; arc += 1) {
      const cost = costOf[arc] ?? 0;
      often[cost] = (often[cost] ?? 0) + 1;
      if ((often[cost] ?? 0) > (often[costOf[best] ?? 0] ?? 0)) best = arc;
    }
    arcs[person] = best;
    for (let arc = start; arc < end; arc += 1) is[arc] = costOf[arc] === costOf[best] ? 1 : 0;
  }
  return { is, arcs };
}

/** Numbers that grow in number. */
interface List {
  size: number;
  items: Int32Array;
}

function emptyList(): List {
  return { size: 0, items: new Int32Array(64) };
}

function append(list: List, item: number): void {
  if (list.size === list.items.length) {
    const longer = new Int32Array(list.size * 3);
    longer.set(list.items);
    list.items = longer;
  }
  list.items[list.size] = item;
  list.size += 1;
}
