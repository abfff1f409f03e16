import type { Highs, Model, ModelData } from 'highs';
import type { LinearModel } from '../linear-model.ts';
import type { Stage } from '../stages.ts';
import { finite, isWhole, positions, sumOver, TOLERANCE, toWhole } from './numbers.ts';
import type { StagedSolution } from './seating.ts';

export interface StagedProblem {
  readonly highs: Highs;
  readonly model: LinearModel;
  readonly stages: readonly Stage[];
  /** Called before each stage and waited for, so that the world can be heard and told. */
  readonly before: (stage: Stage) => Promise<void>;
}

/**
 * The plan that is best in the first stage, among those best in the second, and so on; proven in every stage.
 *
 * Each stage is a linear program over what the stages before have left. Its duals say which columns and rows every
 * optimal plan agrees on (complementary slackness); fixing those leaves exactly the optimal plans for the next stage,
 * and makes it smaller. The bold way goes on where the program's optimum is whole in value but not yet in its
 * columns, and settles on a whole plan later; where there is none, the careful way proves every stage by branch and
 * bound. Throws where no plan exists at all, which is our fault: everything but pins can be left out.
 */
export async function solveInStages(problem: StagedProblem): Promise<StagedSolution> {
  const solution = (await attempt(problem, 'bold')) ?? (await attempt(problem, 'careful'));
  if (solution === undefined) throw new Error('the linear model of the assignment has no solution');
  return solution;
}

type Way = 'bold' | 'careful';

async function attempt(problem: StagedProblem, way: Way): Promise<StagedSolution | undefined> {
  const { highs, model, stages, before } = problem;
  const solver = highs.createModel(toModelData(highs, model));
  try {
    solver.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.99, random_seed: 0 });
    const sums: number[] = [];
    const bounds: number[] = [];
    let whole: readonly number[] | undefined;
    for (const [index, stage] of stages.entries()) {
      await before(stage);
      solver.changeColsCost({ kind: 'range', from: 0, to: model.columns.length - 1 }, stage.costs);
      const relaxed = solveRelaxed(highs, solver);
      if (relaxed === undefined) return undefined;
      let sum = toWhole(relaxed.value);
      let bound = Math.ceil(relaxed.value - TOLERANCE);
      const settled = isWhole(relaxed.columns);
      const postponed =
        way === 'bold' && index < stages.length - 1 && Math.abs(sum - relaxed.value) < TOLERANCE;
      if (settled) {
        whole = Array.from(relaxed.columns, toWhole);
        sum = sumOver(stage, whole);
      } else if (!postponed) {
        const found = solveWhole(highs, solver, model.columns.length, whole);
        if (found === undefined) return undefined;
        whole = found.columns;
        sum = sumOver(stage, whole);
        bound = Math.max(bound, Math.ceil(found.bound - TOLERANCE));
      }
      sums.push(sum);
      bounds.push(bound + 0);
      keep(solver, stage, relaxed, sum, way);
    }
    const last = whole ?? [];
    const kept = stages.every((stage, index) => sumOver(stage, last) === sums[index]);
    return kept ? { values: last, sums, bounds } : undefined;
  } finally {
    solver.dispose();
  }
}

interface Relaxed {
  readonly value: number;
  readonly columns: Float64Array;
  readonly reducedCosts: Float64Array;
  readonly rows: Float64Array;
  readonly duals: Float64Array;
}

/** The optimum of the linear program without whole numbers; undefined where it has none. */
function solveRelaxed(highs: Highs, solver: Model): Relaxed | undefined {
  solver.run();
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

/** The optimum in whole numbers, from an earlier plan if there is one; undefined where there is no plan. */
function solveWhole(
  highs: Highs,
  solver: Model,
  count: number,
  start: readonly number[] | undefined,
): { readonly columns: readonly number[]; readonly bound: number } | undefined {
  const every = { kind: 'range', from: 0, to: count - 1 } as const;
  solver.changeColsIntegrality(every, new Int32Array(count).fill(highs.constants.variableType.integer));
  if (start !== undefined) solver.setSolution({ colValue: start });
  solver.run();
  const status = solver.getModelStatus();
  if (status === highs.constants.modelStatus.infeasible) return undefined;
  if (status !== highs.constants.modelStatus.optimal) throw new Error(`HiGHS ended with status ${status}`);
  const columns = Array.from(solver.getSolution().colValue, toWhole);
  const bound = Number(solver.info.get('mip_dual_bound'));
  solver.clearIntegrality();
  return { columns, bound };
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

function toModelData(highs: Highs, { columns, rows }: LinearModel): ModelData {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const row of rows) {
    for (const [column, coefficient] of row.entries) {
      indices.push(column);
      values.push(coefficient);
    }
    starts.push(indices.length);
  }
  return {
    numCols: columns.length,
    numRows: rows.length,
    colCost: new Float64Array(columns.length),
    colLower: columns.map((one) => one.lower),
    colUpper: columns.map((one) => finite(highs, one.upper)),
    rowLower: rows.map((one) => finite(highs, one.lower)),
    rowUpper: rows.map((one) => finite(highs, one.upper)),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices,
      values,
    },
  };
}
