import type { Model } from 'highs';
import type { TimeLeft } from './unfinished.ts';

/** HiGHS on a solution that keeps every row, in `primal_solution_status`. */
export const FEASIBLE = 2;

/** Runs a model for as long as there is time; false where there is none. */
export type Run = (what: 'linear' | 'whole') => boolean;

/**
 * How a model is run within the time that is left. HiGHS counts the seconds of all linear programs of a model together,
 * and those of a search in whole numbers by themselves.
 */
export function runsWithin(solver: Model, timeLeft: TimeLeft): Run {
  let spent = 0;
  return (what) => {
    const left = timeLeft();
    if (left <= 0) return false;
    if (Number.isFinite(left)) solver.options.set({ time_limit: what === 'whole' ? left : spent + left });
    solver.run();
    if (Number.isFinite(left)) spent += left - timeLeft();
    return true;
  };
}
