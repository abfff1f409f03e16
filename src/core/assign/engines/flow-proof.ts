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
  { prices, order }: Prices,
): Bounds & { readonly open: Uint8Array } {
  const { demands, starts, places, costs } = transport;
  const open = new Uint8Array(places.length);
  const seated = new Int32Array(counts.length);
  const fixed = new Int32Array(counts.length);
  for (let person = 0; person < demands.length; person += 1) {
    const [start, end] = [starts[person] ?? 0, starts[person + 1] ?? 0];
    let [worst, worstOrder, best, bestOrder] = [-Infinity, -Infinity, Infinity, Infinity];
    let units = 0;
    for (let arc = start; arc < end; arc += 1) {
      const place = places[arc] ?? 0;
      const cost = (costs[arc] ?? 0) + (prices[place] ?? 0);
      const tie = order[place] ?? 0;
      if (taken[arc] === 1) {
        units += 1;
        seated[place] = (seated[place] ?? 0) + 1;
        if (cost > worst || (cost === worst && tie > worstOrder)) [worst, worstOrder] = [cost, tie];
      } else if (cost < best || (cost === best && tie < bestOrder)) [best, bestOrder] = [cost, tie];
    }
    if (units !== demands[person]) fail('a person has not as many places as they should');
    if (worst > best || (worst === best && worstOrder > bestOrder))
      fail('a person has a place that is not the best');
    const isOpen = worst === best && worstOrder === bestOrder;
    for (let arc = start; arc < end; arc += 1) {
      const place = places[arc] ?? 0;
      const isLevel = (costs[arc] ?? 0) + (prices[place] ?? 0) === worst && order[place] === worstOrder;
      if (isOpen && isLevel) open[arc] = 1;
      else if (taken[arc] === 1) fixed[place] = (fixed[place] ?? 0) + 1;
    }
  }
  return { open, ...leaveBounds(transport, counts, { prices, order }, { seated, fixed }) };
}

/** Bounds of the people who are left for each place, after those who are fixed there. */
function leaveBounds(
  { lower, upper, knee, kneeCost }: Transport,
  counts: Int32Array,
  { prices, order }: Prices,
  { seated, fixed }: { readonly seated: Int32Array; readonly fixed: Int32Array },
): Bounds {
  const pool = counts.length;
  const left = { lower: lower.slice(), upper: upper.slice(), knee: knee.slice() };
  for (let place = 0; place < pool; place += 1) {
    const [least, bend, most] = [lower[place] ?? 0, knee[place] ?? 0, upper[place] ?? 0];
    const gain = (prices[place] ?? 0) - (prices[pool] ?? 0);
    const tie = (order[place] ?? 0) - (order[pool] ?? 0);
    const isWorth = (cost: number): boolean => gain > cost || (gain === cost && tie > 0);
    const isLoss = (cost: number): boolean => gain < cost || (gain === cost && tie < 0);
    const below = isWorth(0) ? bend : least;
    const bounds = isWorth(kneeCost)
      ? [most, most]
      : isLoss(0)
        ? [least, least]
        : isLoss(kneeCost)
          ? [below, bend]
          : [below, most];
    const [low = 0, high = 0] = bounds;
    const count = counts[place] ?? 0;
    if (count !== seated[place] || count < low || count > high) fail('a place is filled against its price');
    left.lower[place] = Math.max(0, low - (fixed[place] ?? 0));
    left.upper[place] = high - (fixed[place] ?? 0);
    left.knee[place] = Math.min(high, Math.max(low, bend)) - (fixed[place] ?? 0);
  }
  return left;
}

function fail(what: string): never {
  throw new Error(`the proof of the assignment fails: ${what}`);
}
