import type { Criterion } from '../../model/event.ts';

/** A criterion that is about ranks alone, and no list of the organiser's own. */
export type RankCriterion = Exclude<Criterion, 'custom'>;

/** An aim that counts the seats of a plan by their rank; 0 is the rank of people without wishes, and costs nothing. */
export interface RankStage {
  readonly id: string;
  readonly title: string;
  readonly cost: (rank: number) => number;
}

/**
 * ADD A CRITERION: the stages that it is made of, given the worst rank there can be. The rank that a criterion leaves
 * out is settled by the others, because the number of seats is.
 */
export const RANK_STAGES: Readonly<Record<RankCriterion, (worst: number) => readonly RankStage[]>> = {
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

/** Undefined for a criterion that is about more than ranks. */
export function isRankCriterion(criterion: Criterion): criterion is RankCriterion {
  return Object.hasOwn(RANK_STAGES, criterion);
}

/** `from`, and every whole number below it down to `to`. */
export function countDown(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, from - to + 1) }, (_, index) => from - index);
}
