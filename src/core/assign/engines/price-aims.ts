import { RANK_STAGES, type RankCriterion } from '../rank-stages.ts';
import type { PriceInstance } from './price-instance.ts';

/** One stage of the reference up to the draw, as what a place of each rank costs (`PriceInstance.ranks`). */
export interface Aim {
  readonly id: string;
  readonly title: string;
  /** Whole costs from 0, by rank. */
  readonly costs: Float64Array;
}

/** Several aims as one sum: each weighs more than all that come after it, as far as numbers allow. */
export interface WeighedAims {
  readonly weights: readonly number[];
  readonly costs: Float64Array;
  /** Prices that are multiples of this, times numbers of people, are added up without rounding. */
  readonly quantum: number;
}

/** The aims in which plans can differ, in their order. */
export function listAims({ ranks, worst, noSeat }: PriceInstance, criterion: RankCriterion): readonly Aim[] {
  const met = new Uint8Array(noSeat + 2);
  for (const rank of ranks) met[rank] = 1;
  const aim = (id: string, title: string, cost: (rank: number) => number): Aim => ({
    id,
    title,
    costs: Float64Array.from(met, (_, rank) => cost(rank)),
  });
  const ofSeats = RANK_STAGES[criterion](worst).map(({ id, title, cost }) =>
    aim(id, title, (rank) => (rank < noSeat ? cost(rank) : 0)),
  );
  return [
    aim('unseated', 'seats missing', (rank) => (rank >= noSeat ? 1 : 0)),
    aim('unseated-with-wishes', 'of these, of people with wishes', (rank) => (rank > noSeat ? 1 : 0)),
    ...ofSeats,
  ].filter(({ costs }) => costs.some((cost, rank) => cost !== 0 && met[rank] === 1));
}

/**
 * A plan differs from a better one along chains in which a few people move; one step of an aim is worth so many of the
 * next. That is not enough in every case, so that each stage is proven by itself.
 */
const WORTH = [32, 16, 8, 4, 2] as const;
/** Sums stay below this, so that prices keep at least 12 binary places. */
const LARGEST_SUM = 2 ** 40;

/** Weights of all aims; those of the first few are the same multiples of each other. */
export function weighAll({ people, slots }: PriceInstance, aims: readonly Aim[]): readonly number[] {
  const most = aims.map(({ costs }) => costs.reduce((max, cost) => Math.max(max, cost), 0));
  let weights: number[] = [];
  for (const worth of WORTH) {
    weights = [1];
    for (const cost of most.slice(1).reverse()) weights.unshift((1 + worth * cost) * (weights[0] ?? 1));
    if ((weights[0] ?? 1) * 2 * people * slots < LARGEST_SUM) break;
  }
  return weights;
}

/** The first aims as one sum, the last of them with the weight 1. */
export function weigh(
  { people, slots }: PriceInstance,
  aims: readonly Aim[],
  all: readonly number[],
): WeighedAims {
  const weights = aims.map((_, index) => (all[index] ?? 1) / (all[aims.length - 1] ?? 1));
  const costs = new Float64Array(aims[0]?.costs.length ?? 0);
  for (const [index, aim] of aims.entries()) {
    for (const [rank, cost] of aim.costs.entries()) {
      costs[rank] = (costs[rank] ?? 0) + (weights[index] ?? 0) * cost;
    }
  }
  const largest = (weights[0] ?? 1) * 4 * people * slots;
  return { weights, costs, quantum: 2 ** Math.min(0, Math.ceil(Math.log2(largest)) - 52) };
}
