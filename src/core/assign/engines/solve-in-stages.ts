import type { Highs, Model } from 'highs';
import type { LinearModel } from '../linear-model.ts';
import { isDrawn, type Stage } from '../stages.ts';
import { toModelData } from './model-data.ts';
import { isWhole, positions, sumOver, TOLERANCE, toWhole } from './numbers.ts';
import { FEASIBLE, type Run, runsWithin } from './run-within.ts';
import type { StagedSolution } from './seating.ts';
import { firstAndLast, type TimeLeft, type Unfinished } from './unfinished.ts';

export interface StagedProblem {
  readonly highs: Highs;
  readonly model: LinearModel;
  readonly stages: readonly Stage[];
  /** Called before each stage and waited for, so that the world can be heard and told. */
  readonly before: (stage: Stage) => Promise<void>;
  readonly timeLeft: TimeLeft;
}

/**
 * The plan that is best in the first stage, among those best in the second, and so on; proven in every stage.
 *
 * Each stage is a linear program over what the stages before have left. Its duals say which columns and rows every
 * optimal plan agrees on (complementary slackness); fixing those leaves exactly the optimal plans for the next stage,
 * and makes it smaller. The bold way goes on where the program's optimum is whole in value but not yet in its
 * columns, and settles on a whole plan later; where there is none, the careful way proves every stage by branch and
 * bound. Where time is up, the last whole plan and the bounds so far come back. Throws where no plan exists at all, which
 * is our fault: everything but pins can be left out.
 */
export async function solveInStages(problem: StagedProblem): Promise<StagedSolution | Unfinished> {
  const solution = (await attempt(problem, 'bold')) ?? (await attempt(problem, 'careful'));
  if (solution === undefined) throw new Error('the linear model of the assignment has no solution');
  return solution;
}

type Way = 'bold' | 'careful';

async function attempt(problem: StagedProblem, way: Way): Promise<StagedSolution | Unfinished | undefined> {
  const { highs, model, stages, before, timeLeft } = problem;
  const solver = highs.createModel(toModelData(highs, model));
  try {
    solver.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.99, random_seed: 0 });
    const run = runsWithin(highs, solver, timeLeft);
    const sums: number[] = [];
    const bounds: number[] = [];
    let whole: readonly number[] | undefined;
    let optima: readonly Float64Array[] = [];
    for (const [index, stage] of stages.entries()) {
      await before(stage);
      const mayPostpone = way === 'bold' && index < stages.length - 1 && !isDrawn(stage);
      const solved = solveStage({ highs, model, solver, run }, stage, mayPostpone, whole);
      if (solved === undefined) return undefined;
      whole = solved.whole ?? whole;
      bounds.push(...solved.bounds);
      if (solved.latest !== undefined) optima = firstAndLast(optima, solved.latest);
      if (solved.settled === undefined) return { values: whole, optima, bounds };
      const { sum, relaxed } = solved.settled;
      sums.push(sum);
      keep(solver, stage, relaxed, sum, way);
    }
    const last = whole ?? [];
    const kept = stages.every((stage, index) => sumOver(stage, last) === sums[index]);
    return kept ? { values: last, sums, bounds } : undefined;
  } finally {
    solver.dispose();
  }
}

/** A model that is being solved. */
interface Running {
  readonly highs: Highs;
  readonly model: LinearModel;
  readonly solver: Model;
  readonly run: Run;
}

interface SolvedStage {
  /** The plan that the stage found, if any. */
  readonly whole: readonly number[] | undefined;
  /** The bound that it proved, if any. */
  readonly bounds: readonly number[];
  /** The optimum without whole numbers, where there was time for it. */
  readonly latest: Float64Array | undefined;
  /** Undefined where time was up. */
  readonly settled: { readonly sum: number; readonly relaxed: Relaxed } | undefined;
}

/** Undefined where there is no solution. */
function solveStage(
  running: Running,
  stage: Stage,
  mayPostpone: boolean,
  before: readonly number[] | undefined,
): SolvedStage | undefined {
  const { model, solver } = running;
  solver.changeColsCost({ kind: 'range', from: 0, to: model.columns.length - 1 }, stage.costs);
  const relaxed = solveRelaxed(running);
  if (relaxed === 'late') return { whole: undefined, bounds: [], latest: undefined, settled: undefined };
  if (relaxed === undefined) return undefined;
  const bound = Math.ceil(relaxed.value - TOLERANCE) + 0;
  const latest = relaxed.columns;
  if (isWhole(relaxed.columns)) {
    const whole = Array.from(relaxed.columns, toWhole);
    return { whole, bounds: [bound], latest, settled: { sum: sumOver(stage, whole), relaxed } };
  }
  const rounded = toWhole(relaxed.value);
  if (mayPostpone && Math.abs(rounded - relaxed.value) < TOLERANCE) {
    return { whole: undefined, bounds: [bound], latest, settled: { sum: rounded, relaxed } };
  }
  const found = solveWhole(running, before);
  if (found === undefined) return undefined;
  const { columns, isLate } = found;
  const settled = columns === undefined || isLate ? undefined : { sum: sumOver(stage, columns), relaxed };
  return { whole: columns, bounds: [Math.max(bound, Math.ceil(found.bound - TOLERANCE))], latest, settled };
}

interface Relaxed {
  readonly value: number;
  readonly columns: Float64Array;
  readonly reducedCosts: Float64Array;
  readonly rows: Float64Array;
  readonly duals: Float64Array;
}

/** The optimum of the linear program without whole numbers; undefined where it has none. */
function solveRelaxed({ highs, solver, run }: Running): Relaxed | undefined | 'late' {
  if (!run('linear')) return 'late';
  if (solver.getModelStatus() === highs.constants.modelStatus.timeLimit) return 'late';
  if (solver.getModelStatus() !== highs.constants.modelStatus.optimal) return undefined;
  const { colValue, colDual, rowValue, rowDual } = solver.getSolution();
  return {
    value: solver.getObjectiveValue(),
    columns: colValue,
    reducedCosts: colDual,
    rows: rowValue,
    duals: rowDual,
  };
}

interface Whole {
  /** Undefined where time was up before there was a plan. */
  readonly columns: readonly number[] | undefined;
  readonly bound: number;
  readonly isLate: boolean;
}

/** The optimum in whole numbers, from an earlier plan if there is one; undefined where there is no plan. */
function solveWhole(
  { highs, model, solver, run }: Running,
  start: readonly number[] | undefined,
): Whole | undefined {
  const count = model.columns.length;
  const every = { kind: 'range', from: 0, to: count - 1 } as const;
  solver.changeColsIntegrality(every, new Int32Array(count).fill(highs.constants.variableType.integer));
  if (start !== undefined) solver.setSolution({ colValue: start });
  if (!run('whole')) return { columns: undefined, bound: 0, isLate: true };
  const status = solver.getModelStatus();
  if (status === highs.constants.modelStatus.infeasible) return undefined;
  const isLate = status === highs.constants.modelStatus.timeLimit;
  if (!isLate && status !== highs.constants.modelStatus.optimal)
    throw new Error(`HiGHS ended with status ${status}`);
  const hasPlan = solver.info.get('primal_solution_status') === FEASIBLE;
  const columns = hasPlan ? Array.from(solver.getSolution().colValue, toWhole) : undefined;
  const bound = Math.max(0, Number(solver.info.get('mip_dual_bound')));
  solver.clearIntegrality();
  return { columns, bound, isLate };
}

/**
 * Leaves only plans that are as good in this stage as the one found. A column whose reduced cost is larger than the
 * gap between plan and relaxation cannot leave its bound in any of them.
 */
function keep(solver: Model, stage: Stage, relaxed: Relaxed, sum: number, way: Way): void {
  const gap = Math.max(0, sum - relaxed.value);
  const columns = positions(relaxed.reducedCosts, (dual) => Math.abs(dual) > gap + TOLERANCE);
  if (columns.length > 0) {
    const values = columns.map((column) => Math.round(relaxed.columns[column] ?? 0));
    solver.changeColsBounds({ kind: 'set', indices: columns }, values, values);
  }
  const exact = gap < TOLERANCE;
  if (exact) {
    const rows = positions(relaxed.duals, (dual) => Math.abs(dual) > TOLERANCE);
    const values = rows.map((row) => Math.round(relaxed.rows[row] ?? 0));
    if (rows.length > 0) solver.changeRowsBounds({ kind: 'set', indices: rows }, values, values);
  }
  if (!exact || way === 'careful') {
    const indices = positions(stage.costs, (cost) => cost !== 0);
    const values = indices.map((column) => stage.costs[column] ?? 0);
    solver.addRow(Number.NEGATIVE_INFINITY, sum, { indices, values });
  }
}
