import type { Transport, TransportSolution } from './flow-transport.ts';

/**
 * Prices of places, and of the pool (last), that prove a flow to be the best: no person has a place that costs them more,
 * its price added, than one they do not have, and no seat is empty or filled against its price. Where prices are level,
 * `order` tells what could still be exchanged: along a step that no way leads back from nothing can be.
 */
export interface Prices {
  readonly prices: Float64Array;
  readonly order: Int32Array;
}

/** Prices of a flow, from its steps; throws where there are none, because the flow is not the best. */
export function findPrices({ steps }: TransportSolution): Prices {
  const width = Math.round(Math.sqrt(steps.length));
  const prices = new Float64Array(width);
  // Bellman & Ford: with no way round that costs less than nothing, `width` rounds are enough.
  for (let round = 0; lower(prices, steps, width); round += 1) {
    if (round > width) throw new Error('the flow of the assignment can be improved');
  }
  return { prices, order: findOrder(prices, steps, width) };
}

/** Lowers every price that is above what one step more costs; whether there was any. */
function lower(prices: Float64Array, steps: Float64Array, width: number): boolean {
  let isLower = false;
  for (let from = 0; from < width; from += 1) {
    for (let to = 0; to < width; to += 1) {
      const price = (steps[from * width + to] ?? 0) + (prices[to] ?? 0);
      if (price >= (prices[from] ?? 0)) continue;
      prices[from] = price;
      isLower = true;
    }
  }
  return isLower;
}

/**
 * How few places can be reached by steps at no cost: the same for two places that reach each other, and more for one
 * that is reached and does not reach back.
 */
function findOrder(prices: Float64Array, steps: Float64Array, width: number): Int32Array {
  const reach = Uint8Array.from(steps, (cost, index) => {
    const [from, to] = [Math.floor(index / width), index % width];
    return cost + (prices[to] ?? 0) - (prices[from] ?? 0) === 0 ? 1 : 0;
  });
  for (let via = 0; via < width; via += 1) {
    for (let from = 0; from < width; from += 1) {
      if (reach[from * width + via] === 0) continue;
      for (let to = 0; to < width; to += 1) {
        if (reach[via * width + to] === 1) reach[from * width + to] = 1;
      }
    }
  }
  return Int32Array.from({ length: width }, (_, from) => {
    const row = reach.subarray(from * width, (from + 1) * width);
    return width - row.reduce((sum, one, to) => sum + (to === from ? 1 : one), 0);
  });
}

type Bounds = Pick<Transport, 'lower' | 'upper' | 'knee'>;

/**
 * Checks the whole proof, arc by arc and place by place, and leaves what every best flow can differ in: arcs at the
 * price where a person is indifferent, places within the bounds that their prices allow. Throws where the proof fails.
 */
export function leaveBest(
  transport: Transport,
  { taken, counts }: TransportSolution,
  prices: Prices,
): Bounds & { readonly open: Uint8Array } {
  const { demands, starts, places } = transport;
  const left: Left = {
    open: new Uint8Array(places.length),
    seated: new Int32Array(counts.length),
    fixed: new Int32Array(counts.length),
  };
  for (let person = 0; person < demands.length; person += 1) {
    const arcs = [starts[person] ?? 0, starts[person + 1] ?? 0] as const;
    checkPerson({ transport, prices, taken }, arcs, demands[person] ?? 0, left);
  }
  return { open: left.open, ...leaveBounds(transport, counts, prices, left) };
}

interface Left {
  /** 1 for arcs that best flows can differ in. */
  readonly open: Uint8Array;
  /** People in each place, and those of them whom every best flow has there. */
  readonly seated: Int32Array;
  readonly fixed: Int32Array;
}

/** The worst place that a person has must not cost more than the best one that they have not. */
function checkPerson(
  { transport, prices, taken }: Priced,
  arcs: readonly [start: number, end: number],
  demand: number,
  { open, seated, fixed }: Left,
): void {
  const { places } = transport;
  const worst = findExtreme({ transport, prices, taken }, arcs, 1);
  const best = findExtreme({ transport, prices, taken }, arcs, 0);
  const slack = worst === NONE || best === NONE ? -1 : compare(transport, prices, worst, best);
  if (slack > 0) fail('a person has a place that is not the best');
  let units = 0;
  for (let arc = arcs[0]; arc < arcs[1]; arc += 1) {
    const place = places[arc] ?? 0;
    const isOpen = slack === 0 && compare(transport, prices, arc, worst) === 0;
    if (isOpen) open[arc] = 1;
    if (taken[arc] === 0) continue;
    units += 1;
    seated[place] = (seated[place] ?? 0) + 1;
    if (!isOpen) fixed[place] = (fixed[place] ?? 0) + 1;
  }
  if (units !== demand) fail('a person has not as many places as they should');
}

/** Of the arcs taken (1) the one that costs most, of those not taken (0) the one that costs least, prices added. */
function findExtreme(
  { transport, prices, taken }: Priced,
  [start, end]: readonly [number, number],
  which: 0 | 1,
): number {
  let found = NONE;
  for (let arc = start; arc < end; arc += 1) {
    if (taken[arc] !== which) continue;
    const difference = found === NONE ? 0 : compare(transport, prices, arc, found);
    if (found === NONE || (which === 1 ? difference > 0 : difference < 0)) found = arc;
  }
  return found;
}

const NONE = -1;

interface Priced {
  readonly transport: Transport;
  readonly prices: Prices;
  readonly taken: Uint8Array;
}

/** Below 0 where the first arc costs less than the second, prices added. */
function compare(
  { places, costs }: Transport,
  { prices, order }: Prices,
  arc: number,
  other: number,
): number {
  const [place, there] = [places[arc] ?? 0, places[other] ?? 0];
  const difference = (costs[arc] ?? 0) + (prices[place] ?? 0) - (costs[other] ?? 0) - (prices[there] ?? 0);
  return difference === 0 ? (order[place] ?? 0) - (order[there] ?? 0) : difference;
}

/** Bounds of the people who are left for each place, after those who are fixed there. */
function leaveBounds(
  transport: Transport,
  counts: Int32Array,
  { prices, order }: Prices,
  { seated, fixed }: Left,
): Bounds {
  const pool = counts.length;
  const left = {
    lower: transport.lower.slice(),
    upper: transport.upper.slice(),
    knee: transport.knee.slice(),
  };
  for (let place = 0; place < pool; place += 1) {
    const gain = (prices[place] ?? 0) - (prices[pool] ?? 0);
    const [low, high] = boundsAt(transport, place, gain, (order[place] ?? 0) - (order[pool] ?? 0));
    const count = counts[place] ?? 0;
    if (count !== seated[place] || count < low || count > high) fail('a place is filled against its price');
    const gone = fixed[place] ?? 0;
    left.lower[place] = Math.max(0, low - gone);
    left.upper[place] = high - gone;
    left.knee[place] = Math.min(high, Math.max(low, transport.knee[place] ?? 0)) - gone;
  }
  return left;
}

/** How few and how many people a place holds in the best flows, if one more is worth so much. */
function boundsAt(
  { lower, upper, knee, kneeCost }: Transport,
  place: number,
  gain: number,
  tie: number,
): readonly [least: number, most: number] {
  const [least, bend, most] = [lower[place] ?? 0, knee[place] ?? 0, upper[place] ?? 0];
  const overSecond = gain === kneeCost ? tie : gain - kneeCost;
  const overFirst = gain === 0 ? tie : gain;
  if (overSecond > 0) return [most, most];
  if (overFirst < 0) return [least, least];
  return [overFirst > 0 ? bend : least, overSecond < 0 ? bend : most];
}

function fail(what: string): never {
  throw new Error(`the proof of the assignment fails: ${what}`);
}
