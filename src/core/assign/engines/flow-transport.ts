import { createBuckets } from './flow-buckets.ts';
import { createHeaps, type Moves } from './flow-moves.ts';

/**
 * A transport problem: every person takes so many different places among those their arcs lead to, every place
 * holds between `lower` and `upper` people, at the least cost in all. Costs are whole numbers from 0.
 */
export interface Transport {
  /** Places that each person takes. */
  readonly demands: Uint8Array;
  /** Arcs of person `p` stand from `starts[p]` to `starts[p + 1]`. */
  readonly starts: Int32Array;
  /** Where each arc leads, and what taking it costs. */
  readonly places: Uint16Array;
  readonly costs: Float64Array;
  readonly lower: Int32Array;
  readonly upper: Int32Array;
  /** People above `knee`, between `lower` and `upper`, cost `kneeCost` each: a smallest number that may be bent. */
  readonly knee: Int32Array;
  readonly kneeCost: number;
}

export interface TransportSolution {
  /** 1 for each arc whose person takes the place. */
  readonly taken: Uint8Array;
  /** People in each place. */
  readonly counts: Int32Array;
  /**
   * What the cheapest step from one place (row) to another (column) costs now, the pool of seats being the last of
   * both; infinite where there is none.
   */
  readonly steps: Float64Array;
}

/**
 * The best flow, by shortest augmenting paths in the graph of places: people are let in one after the other, and each
 * pushes others along the path of moves that costs least, up to a free seat. A place first fills its `lower` seats;
 * all others are one pool of as many seats as people are left for. Undefined where not everybody finds a place.
 *
 * Prices are distances to a free seat. They never fall, so that those of an earlier person are bounds for a later one:
 * only where a path does not hold what they promise are they computed anew (Edmonds & Karp 1972, Dijkstra).
 */
export function solveTransport(transport: Transport): TransportSolution | undefined {
  const state = begin(transport);
  const { demands } = transport;
  if (state.left < 0) return undefined;
  for (let person = 0; person < demands.length; person += 1) {
    for (let unit = 0; unit < (demands[person] ?? 0); unit += 1) {
      if (!letIn(state, person)) return undefined;
    }
  }
  return { taken: state.taken, counts: state.counts, steps: stepsOf(state) };
}

/** Mutable throughout: the hot loops work on it in place. */
interface State {
  readonly transport: Transport;
  readonly size: number;
  readonly taken: Uint8Array;
  readonly counts: Int32Array;
  readonly moves: Moves;
  /** Seats left in the pool. */
  left: number;
  readonly prices: Float64Array;
  /** The next place on the way to a free seat: another one, the pool (`size`), or `SEAT`. */
  readonly next: Int32Array;
  readonly away: Float64Array;
  readonly done: Uint8Array;
  /** Arcs that the path at hand has changed. */
  readonly changed: number[];
}

/** In place of the next place: there is a seat here; it has not been measured. */
const SEAT = -1;
const UNKNOWN = -2;
/** In place of a place or an arc. */
const NONE = -1;
const ALL = -1;

function begin(transport: Transport): State {
  const { demands, starts, places, lower } = transport;
  const size = lower.length;
  const owners = new Int32Array(places.length);
  for (let person = 0; person < demands.length; person += 1) {
    const end = starts[person + 1] ?? 0;
    for (let arc = starts[person] ?? 0; arc < end; arc += 1) owners[arc] = person;
  }
  const taken = new Uint8Array(places.length);
  const seats = { transport, owners, taken };
  const people = demands.reduce((sum, one) => sum + one, 0);
  const state: State = {
    transport,
    size,
    taken,
    counts: new Int32Array(size),
    moves: createBuckets(seats) ?? createHeaps(seats),
    left: people - lower.reduce((sum, one) => sum + one, 0),
    prices: new Float64Array(size + 1),
    next: new Int32Array(size + 1),
    away: new Float64Array(size + 1),
    done: new Uint8Array(size + 1),
    changed: [],
  };
  measure(state, ALL);
  return state;
}

/** Seats one more of a person; false where there is no way. */
function letIn(state: State, person: number): boolean {
  for (;;) {
    const arc = cheapest(state, person);
    if (arc === NONE) return false;
    const place = state.transport.places[arc] ?? 0;
    if (holds(state, place)) {
      push(state, arc);
      return true;
    }
    measure(state, place);
  }
}

function cheapest({ transport, taken, prices }: State, person: number): number {
  const { starts, places, costs } = transport;
  let best = NONE;
  let least = Number.POSITIVE_INFINITY;
  const end = starts[person + 1] ?? 0;
  for (let arc = starts[person] ?? 0; arc < end; arc += 1) {
    if (taken[arc] === 1) continue;
    const cost = (costs[arc] ?? 0) + (prices[places[arc] ?? 0] ?? 0);
    if (cost < least) {
      least = cost;
      best = arc;
    }
  }
  return best;
}

/** Whether the path from a place still costs what its price says. */
function holds(state: State, from: number): boolean {
  const { size, prices, next, moves } = state;
  for (let place = from; ; ) {
    const then = next[place] ?? SEAT;
    if (then === UNKNOWN) return false;
    if (then === SEAT) return hasSeat(state, place);
    const step =
      place === size
        ? giveBack(state, then)
        : then === size
          ? poolCost(state, place)
          : moves.cost(place, then);
    if (step !== (prices[place] ?? 0) - (prices[then] ?? 0)) return false;
    place = then;
  }
}

/** Seats the person of an arc, and moves everybody on the path from its place. */
function push(state: State, arc: number): void {
  const { transport, size, next, moves, taken, counts, changed } = state;
  changed.length = 0;
  taken[arc] = 1;
  changed.push(arc);
  let place = transport.places[arc] ?? 0;
  for (;;) {
    const then = next[place] ?? SEAT;
    if (place === size) {
      if (then === SEAT) state.left -= 1;
      else counts[then] = (counts[then] ?? 0) - 1;
    } else if (then === SEAT || then === size) {
      counts[place] = (counts[place] ?? 0) + 1;
    } else {
      const [left, gone] = [moves.left(place, then), moves.taken(place, then)];
      taken[left] = 0;
      taken[gone] = 1;
      changed.push(left, gone);
    }
    if (then === SEAT) break;
    place = then;
  }
  for (const one of changed) moves.note(one);
}

/**
 * Distances of places to a free seat, by Dijkstra from the seats back, the old ones as potentials; those of places that are
 * no nearer than `target` are not measured to the end, and only known to be longer by as much.
 */
function measure(state: State, target: number): void {
  const { size, prices, next, away, done } = state;
  done.fill(0);
  away.fill(Number.POSITIVE_INFINITY);
  next.fill(SEAT);
  for (let place = 0; place <= size; place += 1)
    if (hasSeat(state, place)) away[place] = 0 - (prices[place] ?? 0);
  let limit = Number.POSITIVE_INFINITY;
  for (let place = nearest(away, done); place !== NONE; place = nearest(away, done)) {
    if ((away[place] ?? 0) > limit) break;
    done[place] = 1;
    if (place === target) limit = away[place] ?? 0;
    approach(state, place);
  }
  for (let place = 0; place <= size; place += 1) {
    if (done[place] === 0) next[place] = UNKNOWN;
    prices[place] = (prices[place] ?? 0) + (done[place] === 0 ? limit : (away[place] ?? 0));
  }
}

/** Shortens the ways of all places that can go by this one. Those that no seat can be reached from never can again. */
function approach(state: State, place: number): void {
  const { size, prices, next, away, done } = state;
  const beyond = (away[place] ?? 0) + (prices[place] ?? 0);
  for (let from = 0; from <= size; from += 1) {
    const price = prices[from] ?? 0;
    if (done[from] === 1 || from === place || price === Number.POSITIVE_INFINITY) continue;
    const far = beyond + step(state, from, place) - price;
    if (far < (away[from] ?? 0)) {
      away[from] = far;
      next[from] = place;
    }
  }
}

function nearest(away: Float64Array, done: Uint8Array): number {
  let best = NONE;
  let least = Number.POSITIVE_INFINITY;
  for (let place = 0; place < away.length; place += 1) {
    if (done[place] === 0 && (away[place] ?? 0) < least) {
      least = away[place] ?? 0;
      best = place;
    }
  }
  return best;
}

/** What it costs that somebody goes from one place, or the pool, to another. */
function step(state: State, from: number, to: number): number {
  if (from === state.size) return giveBack(state, to);
  return to === state.size ? poolCost(state, from) : state.moves.cost(from, to);
}

/** Whether the pool, or a place beside the pool, has a seat left. */
function hasSeat({ counts, transport, size, left }: State, place: number): boolean {
  return place === size ? left > 0 : (counts[place] ?? 0) < (transport.lower[place] ?? 0);
}

/** A seat of the pool for one more in a place. */
function poolCost({ counts, transport }: State, place: number): number {
  const { lower, upper, knee, kneeCost } = transport;
  const count = counts[place] ?? 0;
  if (count < (lower[place] ?? 0) || count >= (upper[place] ?? 0)) return Number.POSITIVE_INFINITY;
  return count < (knee[place] ?? 0) ? 0 : kneeCost;
}

/** A place gives a seat back to the pool, so that one of its people has to go on. */
function giveBack({ counts, transport }: State, place: number): number {
  const { lower, knee, kneeCost } = transport;
  const count = counts[place] ?? 0;
  if (count <= (lower[place] ?? 0)) return Number.POSITIVE_INFINITY;
  return count <= (knee[place] ?? 0) ? 0 : -kneeCost;
}

function stepsOf(state: State): Float64Array {
  const width = state.size + 1;
  return Float64Array.from({ length: width * width }, (_, index) => {
    const [from, to] = [Math.floor(index / width), index % width];
    return from === to ? Number.POSITIVE_INFINITY : step(state, from, to);
  });
}
