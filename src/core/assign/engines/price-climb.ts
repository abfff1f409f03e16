import type { Highs } from 'highs';
import { type Aim, weigh } from './price-aims.ts';
import { createDual, type Dual } from './price-dual.ts';
import type { PriceInstance } from './price-instance.ts';
import type { Oracle } from './price-oracle.ts';

/** What all steps of the engine work on. */
export interface PriceRun {
  readonly highs: Highs;
  readonly instance: PriceInstance;
  readonly oracle: Oracle;
  readonly aims: readonly Aim[];
  /** Weights of all aims, see `weighAll`. */
  readonly weights: readonly number[];
  /** Everybody, in the order of the draw. */
  readonly order: Int32Array;
  /** Asked before each round, with the title of the stage; where time is up, what there is must do. */
  readonly hasTime: (title: string) => Promise<boolean>;
}

/** Prices are looked for with so many people, whose choice takes no time; of more, they are right almost always. */
const SAMPLE = 10_000;
/** Rounds for each aim, and how much a round must promise to be worth it: of whole costs, much less than 1. */
const ROUNDS = 300;
export const ENOUGH = 0.01;
/** Prices are whole numbers as a rule, because costs are; nearer than this they need not be looked at. */
const LEAST_REACH = 0.1;

/**
 * Prices for the first aims together, for one aim more, and so on; the result stands at the number of aims. With all at
 * once, weights of very different sizes would hide from each other; with one more, only its own prices are new.
 */
export async function climb(run: PriceRun, first: number): Promise<readonly Float64Array[]> {
  const { instance, aims, order } = run;
  const people = order.subarray(0, SAMPLE);
  const found: Float64Array[] = [];
  let start: Float64Array = new Float64Array(instance.capacities.length);
  for (let count = first; count <= aims.length; count += 1) {
    const { weights, costs } = weigh(instance, aims.slice(0, count), run.weights);
    const ratio = weights[count - 2] ?? 1;
    const seatCosts = costs.subarray(0, instance.noSeat);
    const reach = count === first ? seatCosts.reduce((max, cost) => Math.max(max, cost), 1) : ratio;
    const dual = openDual(run, count, people, {
      start: start.map((price) => Math.round(price) * ratio),
      reach: reach / 4,
    });
    try {
      const { title } = aims[count - 1] ?? { title: '' };
      await dual.improve(ROUNDS, ENOUGH, Number.POSITIVE_INFINITY, () => run.hasTime(title));
      start = dual.best().prices;
      found[count] = start;
    } finally {
      dual.dispose();
    }
  }
  return found;
}

/** Prices for so many aims together. */
export function openDual(
  { highs, instance, oracle, aims, weights }: PriceRun,
  count: number,
  people: Int32Array,
  { start, reach }: { readonly start: Float64Array; readonly reach: number },
): Dual {
  return createDual({
    highs,
    instance,
    oracle,
    aims: weigh(instance, aims.slice(0, count), weights),
    people,
    start,
    reach,
    leastReach: LEAST_REACH,
  });
}
