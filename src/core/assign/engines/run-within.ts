import type { Highs, Model } from 'highs';
import { isGivenUp } from './load-highs.ts';
import { TOLERANCE } from './numbers.ts';
import type { TimeLeft } from './unfinished.ts';

/** HiGHS on a solution that keeps every row, in `primal_solution_status`. */
export const FEASIBLE = 2;

/**
 * Runs a model for as long as there is time; false where there is none. `rough` is a search in whole numbers of which
 * nobody claims that it found the best.
 */
export type Run = (what: 'linear' | 'whole' | 'rough') => boolean;

/**
 * How a model is run within the time that is left. HiGHS counts the seconds of all linear programs of a model together,
 * and those of a search in whole numbers by themselves.
 */
export function runsWithin(highs: Highs, solver: Model, timeLeft: TimeLeft): Run {
  let spent = 0;
  return (what) => {
    const left = timeLeft();
    if (left <= 0) return false;
    if (Number.isFinite(left)) solver.options.set({ time_limit: what === 'linear' ? spent + left : left });
    if (what === 'linear') runLinear(solver);
    else search(highs, solver, what, timeLeft);
    if (Number.isFinite(left)) spent += left - timeLeft();
    return true;
  };
}

/** Where a basis is known HiGHS does without presolve anyway; a first program of an assignment takes longer with it. */
function runLinear(solver: Model): void {
  solver.options.set({ presolve: 'off' });
  solver.run();
}

/** Columns up to which a search in whole numbers is made without presolve. */
const SMALL = { whole: 5000, rough: 300 } as const;

/**
 * A search in whole numbers. Of some thousand small instances, the presolve of HiGHS 1.15.3 met a few where it lost the
 * best plan or every plan, so that it is only used where it is needed, in large models, or harmless; and there not where
 * HiGHS fails or contradicts itself with it.
 */
function search(highs: Highs, solver: Model, what: 'whole' | 'rough', timeLeft: TimeLeft): void {
  if (solver.getDimensions().numCols > SMALL[what]) {
    // The jump finds a plan soon, and in a rough search never the one that is taken.
    solver.options.set({ presolve: 'on', mip_heuristic_run_feasibility_jump: what === 'whole' });
    try {
      solver.run();
      if (!contradictsItself(highs, solver)) return;
    } catch (error) {
      if (!isGivenUp(error)) throw error;
    }
  }
  const left = Math.max(0, timeLeft());
  solver.options.set({ presolve: 'off', ...(Number.isFinite(left) && { time_limit: left }) });
  solver.run();
}

/** Whether a plan is called the best although the bound leaves room for a better one. */
function contradictsItself(highs: Highs, solver: Model): boolean {
  if (solver.getModelStatus() !== highs.constants.modelStatus.optimal) return false;
  const value = solver.getObjectiveValue();
  const gap = value - Number(solver.info.get('mip_dual_bound'));
  return gap > Number(solver.options.get('mip_abs_gap')) + TOLERANCE * Math.max(1, Math.abs(value));
}
