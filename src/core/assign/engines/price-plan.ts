import { type Aim, weigh } from './price-aims.ts';
import { balance, type Taken } from './price-balance.ts';
import { mend } from './price-chains.ts';
import { ENOUGH, openDual, type PriceRun } from './price-climb.ts';
import type { PriceInstance } from './price-instance.ts';

/** A plan, and for each aim what no plan can be better than that is as good in the aims before. */
export interface PricedPlan {
  readonly taken: Int32Array;
  readonly sums: readonly number[];
  readonly bounds: readonly number[];
}

/** People asked in all, until prices are as good as they are. */
const MOST_ASKED = 10_000_000;
const LEAST_ROUNDS = 40;
const MOST_ROUNDS = 300;
/** Plans that are made, each at better prices. */
const MOST_PLANS = 3;
/** Costs are whole, so that a plan is the best where the bound is above one less. */
const ALMOST = 1 - 2 ** -10;

/** The best of a few plans at prices for all aims together, and what prices prove of each aim. */
export async function makePlan(
  run: PriceRun,
  prices: readonly Float64Array[],
  random: () => number,
): Promise<PricedPlan> {
  const { instance, aims, order } = run;
  const all = aims.length;
  const { costs } = weigh(instance, aims, run.weights);
  const rounds = roundsFor(instance);
  const dual = openDual(run, all, order, { start: rounded(prices[all]), reach: 2 });
  try {
    let best: { readonly taken: Int32Array; readonly cost: number } | undefined;
    for (let made = 0; made < MOST_PLANS; made += 1) {
      const tariff = { costs, prices: dual.best().prices };
      const state = balance({ instance, tariff, order, random, tolerance: 2 ** -20 });
      dual.learn({ cost: sumOver(instance, costs, state.taken), loads: state.loads });
      mend({ instance, costs, order }, state);
      const cost = sumOver(instance, costs, state.taken);
      if (best === undefined || cost < best.cost) best = { taken: state.taken, cost };
      const goal = best.cost - ALMOST;
      const { title } = aims[all - 1] ?? { title: '' };
      await dual.improve(rounds, ENOUGH, goal, () => run.hasTime(title));
      if (dual.best().bound >= goal || !(await run.hasTime(title))) break;
    }
    const { taken } = best as { readonly taken: Int32Array };
    const sums = aims.map((aim) => sumOver(instance, aim.costs, taken));
    const bounds: number[] = [];
    for (const count of aims.keys()) {
      const known = count + 1 === all ? dual.best().bound : undefined;
      bounds.push(await prove({ ...run, prices, taken, sums }, count + 1, known));
    }
    return { taken, sums, bounds };
  } finally {
    dual.dispose();
  }
}

function roundsFor({ people }: PriceInstance): number {
  return Math.max(LEAST_ROUNDS, Math.min(MOST_ROUNDS, Math.floor(MOST_ASKED / people)));
}

function rounded(prices: Float64Array | undefined): Float64Array {
  return Float64Array.from(prices ?? [], Math.round);
}

interface ProofRun extends PriceRun {
  readonly prices: readonly Float64Array[];
  readonly taken: Int32Array;
  readonly sums: readonly number[];
}

/**
 * What the last of the first `count` aims comes to at least in any plan that is as good in those before: what prices
 * prove of their sum, less what the others come to. `known` is such a proof.
 */
async function prove(run: ProofRun, count: number, known: number | undefined): Promise<number> {
  const { instance, aims, order, prices, taken, sums } = run;
  const sum = sums[count - 1] ?? 0;
  if (sum === 0) return 0;
  const { weights, costs } = weigh(instance, aims.slice(0, count), run.weights);
  const earlier = weights.slice(0, -1).reduce((all, weight, index) => all + weight * (sums[index] ?? 0), 0);
  const bound = known ?? (await boundOf());
  return Math.min(sum, Math.max(0, Math.ceil(bound - earlier)));

  async function boundOf(): Promise<number> {
    const start =
      prices[count] === undefined ? new Float64Array(instance.capacities.length) : rounded(prices[count]);
    const dual = openDual(run, count, order, { start, reach: 1 });
    try {
      dual.learn({ cost: sumOver(instance, costs, taken), loads: loadsOf(instance, taken) });
      const { title } = aims[count - 1] ?? { title: '' };
      await dual.improve(roundsFor(instance), ENOUGH, earlier + sum - ALMOST, () => run.hasTime(title));
      return dual.best().bound;
    } finally {
      dual.dispose();
    }
  }
}

function loadsOf({ capacities }: PriceInstance, taken: Taken['taken']): Float64Array {
  const loads = new Float64Array(capacities.length);
  for (const place of taken) loads[place] = (loads[place] ?? 0) + 1;
  return loads;
}

/** What a plan costs by these costs of ranks. */
export function sumOver(
  { people, slots, themes, themeCount, ranks }: PriceInstance,
  costs: Aim['costs'],
  taken: Taken['taken'],
): number {
  let sum = 0;
  for (let person = 0; person < people; person += 1) {
    for (let slot = 0; slot < slots; slot += 1) {
      const theme = themes[taken[person * slots + slot] as number] as number;
      sum += costs[ranks[person * themeCount + theme] as number] as number;
    }
  }
  return sum;
}
