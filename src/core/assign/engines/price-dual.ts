import type { Highs, Model } from 'highs';
import type { WeighedAims } from './price-aims.ts';
import type { PriceInstance } from './price-instance.ts';
import type { Demand, Oracle } from './price-oracle.ts';

/** Prices of all places, and the bound that they prove: no plan costs less. */
export interface Priced {
  readonly prices: Float64Array;
  readonly bound: number;
}

export interface DualProblem {
  readonly highs: Highs;
  readonly instance: PriceInstance;
  readonly oracle: Oracle;
  readonly aims: WeighedAims;
  /** Those who are asked; of fewer than everybody, seats are as much fewer. */
  readonly people: Int32Array;
  readonly start: Float64Array;
  /** How far prices may be from the best so far, at first and at least. */
  readonly reach: number;
  readonly leastReach: number;
}

/** Prices that are getting better. */
export interface Dual {
  readonly best: () => Priced;
  /**
   * So many rounds, or fewer where no prices can prove `enough` more than is proven, or where the bound is `goal`: a
   * number that it cannot exceed.
   */
  readonly improve: (
    rounds: number,
    enough: number,
    goal: number,
    hasTime: () => Promise<boolean>,
  ) => Promise<void>;
  /** What people choose at the best prices in another way that is as good for them. */
  readonly learn: (demand: Pick<Demand, 'cost' | 'loads'>) => void;
  readonly dispose: () => void;
}

/**
 * Prices of seats that prove as much as prices can (Lagrangian relaxation of the capacities: what everybody pays, each
 * choosing for themselves, less what all seats cost, is at most the cost of any plan). Every answer of the oracle is a
 * plane that the bound stays below; the next prices are the best under all planes, not too far from the best so far
 * (cutting planes in a box that grows and shrinks with success: Marsten, Hogan & Blankenship 1975).
 */
export function createDual(problem: DualProblem): Dual {
  const { instance, people, leastReach } = problem;
  const share = people.length / instance.people;
  const supply = Float64Array.from(
    instance.capacities.subarray(0, instance.sessions),
    (seats) => seats * share,
  );
  const highest = highestPrice(problem.aims);
  const planes = createPlanes(problem.highs, supply, highest);
  let best = ask(problem, supply, problem.start);
  let box = problem.reach;
  planes.add(best.demand);
  return {
    best: () => best,
    learn: planes.add,
    dispose: planes.dispose,
    improve: async (rounds, enough, goal, hasTime) => {
      for (let round = 0; round < rounds && best.bound < goal; round += 1) {
        if (!(await hasTime()) || step(enough)) return;
      }
    },
  };

  /** One round; true where nothing is left to gain. */
  function step(enough: number): boolean {
    const { prices, promise } = planes.best(best.prices, box);
    const gain = promise - best.bound;
    if (gain <= enough) {
      if (isWithin(prices, best.prices, box, highest)) return true;
      box *= 4;
      return false;
    }
    const next = ask(problem, supply, prices);
    planes.add(next.demand);
    if (next.bound <= best.bound) {
      box = Math.max(leastReach, box * 0.7);
      return false;
    }
    if (next.bound - best.bound > gain / 2) box *= 1.5;
    best = next;
    return false;
  }
}

/** Whether the box is no limit: a price that may not leave its own limits is none. */
function isWithin(prices: Float64Array, centre: Float64Array, box: number, highest: number): boolean {
  return prices.every((price, place) => {
    const isAtEdge = price <= 0 || price >= highest;
    return isAtEdge || Math.abs(price - (centre[place] ?? 0)) < box * 0.999;
  });
}

interface Answer extends Priced {
  readonly demand: Demand;
}

/**
 * Nobody who may choose takes a seat that costs more than to have none, so that higher prices prove no more. Without a
 * limit the price of a session that is full of pins could grow until sums were no longer exact.
 */
function highestPrice({ costs }: WeighedAims): number {
  return costs.reduce((max, cost) => Math.max(max, cost), 0);
}

/** Prices are rounded so that the bound is a sum without rounding. */
function ask(
  { instance, oracle, aims, people }: DualProblem,
  supply: Float64Array,
  at: Float64Array,
): Answer {
  const prices = new Float64Array(instance.capacities.length);
  const highest = highestPrice(aims);
  for (let place = 0; place < instance.sessions; place += 1) {
    const price = Math.round((at[place] ?? 0) / aims.quantum) * aims.quantum;
    prices[place] = Math.min(highest, Math.max(0, price));
  }
  const demand = oracle.ask(people, { costs: aims.costs, prices });
  const income = supply.reduce((sum, count, place) => sum + count * (prices[place] ?? 0), 0);
  return { prices, demand, bound: demand.paid - income };
}

interface Planes {
  readonly add: (demand: Pick<Demand, 'cost' | 'loads'>) => void;
  /** The best prices in a box, and what the planes promise there. */
  readonly best: (
    centre: Float64Array,
    box: number,
  ) => { readonly prices: Float64Array; readonly promise: number };
  readonly dispose: () => void;
}

/** A linear program over the prices and, last, what people pay: at most the cost of each choice at these prices. */
function createPlanes(highs: Highs, supply: Float64Array, highest: number): Planes {
  const count = supply.length;
  const model: Model = highs.createModel();
  model.options.set({ output_flag: false, random_seed: 0 });
  const free = highs.infinity;
  model.addCols({
    cost: Float64Array.from([...supply, -1]),
    lower: Float64Array.from([...supply.map(() => 0), -free]),
    upper: new Float64Array(count + 1).fill(free),
    matrix: {
      format: 'csc',
      numRows: 0,
      numCols: count + 1,
      starts: new Int32Array(count + 2),
      indices: new Int32Array(0),
      values: new Float64Array(0),
    },
  });
  return {
    add: ({ cost, loads }) => {
      const values = Float64Array.from({ length: count + 1 }, (_, place) =>
        place < count ? -(loads[place] ?? 0) : 1,
      );
      model.addRow(-free, cost, { indices: Array.from(values.keys()), values });
    },
    best: (centre, box) => {
      const around = centre.subarray(0, count);
      model.changeColsBounds(
        { kind: 'range', from: 0, to: count - 1 },
        around.map((price) => Math.max(0, price - box)),
        around.map((price) => Math.min(highest, price + box)),
      );
      model.run();
      const prices = Float64Array.from(model.getSolution().colValue).subarray(0, count);
      return { prices, promise: -model.getObjectiveValue() };
    },
    dispose: () => model.dispose(),
  };
}
