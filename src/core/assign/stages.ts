import type { Criterion } from '../../model/event.ts';
import { costRank, type Instance } from './instance.ts';
import type { Column, LinearModel } from './linear-model.ts';
import { drawCosts } from './lottery-stages.ts';
import type { Draw } from './plan.ts';

/** One aim, to be met as well as it can be without giving up anything of the aims before it. */
export interface Stage {
  readonly id: string;
  readonly title: string;
  /** Whole costs of the columns of the model; the sum over a plan is to be as small as possible. */
  readonly costs: Float64Array;
  /** What the sum is multiplied with to be told to a person. */
  readonly unit: number;
}

/** Weights of rules count in thousandths. */
const WEIGHT_PARTS = 1000;

/**
 * The aims of an assignment in their order: nobody without a seat (people with wishes first), rules bent as little
 * as possible, the organiser's criterion, the lottery. Seats come before elastic rules: a share of entrepreneurs is
 * not kept by sending others out of a room with free chairs.
 */
export function listStages(
  instance: Instance,
  model: LinearModel,
  { criterion, seed }: Draw,
): readonly Stage[] {
  const { attendees } = instance;
  const hasWishes = attendees.map((one) => one.wishes.length > 0);
  const stage = (id: string, title: string, cost: (column: Column) => number, unit = 1): Stage => ({
    id,
    title,
    costs: Float64Array.from(model.columns, cost),
    unit,
  });
  const unseated = stage('unseated', 'seats missing', (column) => (column.kind === 'unseated' ? 1 : 0));
  const unseatedWithWishes = stage('unseated-with-wishes', 'of these, of people with wishes', (column) =>
    column.kind === 'unseated' && hasWishes[column.attendee] ? 1 : 0,
  );
  const rules = stage(
    'rules',
    'people by which rules are bent, weighted',
    (column) => (column.kind === 'slack' ? Math.max(1, Math.round(column.weight * WEIGHT_PARTS)) : 0),
    1 / WEIGHT_PARTS,
  );
  const lottery = drawCosts(instance, model.columns, seed).map((one) => ({ ...one, unit: 1 }));
  const ranks = model.columns.map((column) => {
    const attendee = column.kind === 'seat' ? attendees[column.attendee] : undefined;
    return column.kind === 'seat' && attendee !== undefined ? costRank(attendee, column.session.theme) : 0;
  });
  const criterionStages = CRITERIA[criterion](ranks.reduce((most, rank) => Math.max(most, rank), 0)).map(
    ({ id, title, cost }) => ({ id, title, costs: Float64Array.from(ranks, cost), unit: 1 }),
  );
  const all = [unseated, unseatedWithWishes, rules, ...criterionStages, ...lottery];
  return all.map(reduce).filter((one) => one.costs.some((cost) => cost !== 0));
}

export interface RankStage {
  readonly id: string;
  readonly title: string;
  readonly cost: (rank: number) => number;
}

/**
 * ADD A CRITERION: the stages that it is made of, given the worst rank there can be. The rank that a criterion leaves
 * out is settled by the others, because the number of seats is.
 */
export const CRITERIA: Readonly<Record<Criterion, (worst: number) => readonly RankStage[]>> = {
  // Generous: fewest seats at the worst rank, then at the next worst (Kwanashie, Irving, Manlove & Sng 2014).
  fair: (worst) =>
    countDown(worst, 2).map((at) => ({
      id: `rank-${at}`,
      title: `seats at rank ${at}`,
      cost: (rank) => (rank === at ? 1 : 0),
    })),
  happy: () => [{ id: 'total-rank', title: 'total of all ranks', cost: (rank) => rank }],
  // Rank-maximal: most first wishes, then most second ones (Irving et al. 2006). Counted as seats that miss the rank.
  first: (worst) =>
    countDown(worst - 1, 1)
      .reverse()
      .map((at) => ({
        id: `rank-${at}`,
        title: `seats not at rank ${at}`,
        cost: (rank) => (rank !== at && rank !== 0 ? 1 : 0),
      })),
};

function countDown(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, from - to + 1) }, (_, index) => from - index);
}

/** The same stage in the smallest whole numbers. */
function reduce(stage: Stage): Stage {
  const divisor = stage.costs.reduce(greatestCommonDivisor, 0);
  if (divisor <= 1) return stage;
  return { ...stage, costs: stage.costs.map((cost) => cost / divisor), unit: stage.unit * divisor };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
