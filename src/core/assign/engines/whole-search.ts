import type { Model } from 'highs';
import type { Stage } from '../stages.ts';
import type { Optimum } from './core-program.ts';
import type { CoreState } from './core-state.ts';
import { finite, positions, sumOver, TOLERANCE, toWhole } from './numbers.ts';
import { FEASIBLE, runsWithin } from './run-within.ts';
import type { SparseColumns } from './sparse-columns.ts';

type Settled =
  | 'highs'
  | 'model'
  | 'sparse'
  | 'lower'
  | 'upper'
  | 'rowLower'
  | 'rowUpper'
  | 'kept'
  | 'timeLeft';

/** What a search in whole numbers starts from: a stage's linear optimum, and what the stages before it settled. */
export interface WholeProblem extends Pick<CoreState, Settled> {
  readonly stage: Stage;
  readonly optimum: Optimum;
  /** A plan in whole numbers of the stages before, to begin with. */
  readonly start: Float64Array | undefined;
}

export interface Whole {
  /** Of all columns of the model. */
  readonly columns: Float64Array;
  readonly bound: number;
  /** True where time was up, so that there may be a better one. */
  readonly isLate: boolean;
}

/** Costs are whole, so that a plan this near to the bound is the best. */
const LESS_THAN_ONE = 0.99;
/** A plan in whole numbers is nearly always within this part of the dearest column from the linear optimum. */
const FIRST_REACH = 1 / 64;

/** Undefined where there is no plan in whole numbers, 'late' where time was up before any was found. */
export function searchWhole(problem: WholeProblem): Whole | undefined | 'late' {
  return problem.stage.isRough ? roundOff(problem) : searchBest(problem);
}

/**
 * By branch and bound, over the columns whose reduced cost is at most `reach`; a column above the gap between a plan
 * and the linear optimum is in no better plan, so that the search is over all that matter where the gap is within reach.
 * All others stand at their value in the linear optimum and are left out of the program, which is small then.
 */
function searchBest(problem: WholeProblem): Whole | undefined | 'late' {
  const { stage, optimum } = problem;
  const most = stage.costs.reduce((max, cost) => Math.max(max, cost), 1);
  let reach = Math.max(1, most * FIRST_REACH);
  for (;;) {
    const { free, isAll } = findFree(problem, reach);
    const found = branch(isAll ? problem : { ...problem, start: undefined }, free);
    if (found === 'late') return found;
    if (found?.isLate) return { ...found, bound: Math.max(0, optimum.value) };
    if (found === undefined) {
      if (isAll) return undefined;
      reach *= 2;
      continue;
    }
    const sum = sumOver(stage, found.columns);
    // Costs are whole, so that a better plan is better by one at least.
    const gap = sum - optimum.value - 1;
    if (isAll || gap <= reach) return { ...found, bound: Math.min(found.bound, sum) };
    reach = gap;
  }
}

/** So many people are asked besides those whose seats are halved, before twice as many are. */
const FIRST_PEOPLE = 32;

/**
 * The best plan in which all have the seats of the linear optimum but those whose seats are halved there, and as many
 * others, in the order of the model, as it takes to give everybody whole ones. It rests on the linear optimum alone, so
 * that it is the same however HiGHS came to that.
 */
function roundOff(problem: WholeProblem): Whole | undefined | 'late' {
  const { model, lower, upper, optimum } = problem;
  const open = positions(lower, (least, column) => least !== upper[column]);
  const halved = new Set<number>();
  const others = new Set<number>();
  for (const column of open) {
    const about = model.columns[column];
    if (about?.kind !== 'seat' && about?.kind !== 'unseated') continue;
    const value = optimum.columns[column] ?? 0;
    if (Math.abs(value - Math.round(value)) > TOLERANCE) halved.add(about.attendee);
    else others.add(about.attendee);
  }
  const waiting = [...others].filter((one) => !halved.has(one));
  for (let count = 0; ; count = Math.max(FIRST_PEOPLE, 2 * count)) {
    const asked = new Set([...halved, ...waiting.slice(0, count)]);
    const free = open.filter((column) => {
      const about = model.columns[column];
      return (about?.kind !== 'seat' && about?.kind !== 'unseated') || asked.has(about.attendee);
    });
    const found = branch({ ...problem, start: undefined }, free);
    if (found !== undefined || count >= waiting.length) return found;
  }
}

/** Columns that are in reach, and whether these are all that are not fixed. */
function findFree(
  { lower, upper, optimum: { reducedCosts } }: WholeProblem,
  reach: number,
): { readonly free: readonly number[]; readonly isAll: boolean } {
  const free: number[] = [];
  let isAll = true;
  for (let column = 0; column < lower.length; column += 1) {
    if (lower[column] === upper[column]) continue;
    if (Math.abs(reducedCosts[column] ?? 0) <= reach + TOLERANCE) free.push(column);
    else isAll = false;
  }
  return { free, isAll };
}

/** Undefined where there is no plan in whole numbers. */
function branch(problem: WholeProblem, free: readonly number[]): Whole | undefined | 'late' {
  const { highs, stage, optimum, timeLeft } = problem;
  const columns = optimum.columns.map(toWhole);
  for (const column of free) columns[column] = 0;
  const held = sumOver(stage, columns);
  if (free.length === 0) return { columns, bound: held, isLate: false };
  const solver = toProgram(problem, free, columns);
  try {
    solver.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: LESS_THAN_ONE, random_seed: 0 });
    const run = runsWithin(highs, solver, timeLeft);
    if (!run(stage.isRough ? 'rough' : 'whole')) return 'late';
    const status = solver.getModelStatus();
    const isLate = status === highs.constants.modelStatus.timeLimit;
    const isSolved = isLate
      ? solver.info.get('primal_solution_status') === FEASIBLE
      : status === highs.constants.modelStatus.optimal;
    if (!isSolved && isLate) return 'late';
    if (!isSolved && status === highs.constants.modelStatus.infeasible) return undefined;
    if (!isSolved) throw new Error(`HiGHS ended with status ${status}`);
    const { colValue } = solver.getSolution();
    for (const [place, column] of free.entries()) columns[column] = toWhole(colValue[place] ?? 0);
    return { columns, bound: held + Number(solver.info.get('mip_dual_bound')), isLate };
  } finally {
    solver.dispose();
  }
}

/** The program of the free columns; rows allow what the columns that are held leave of them. */
function toProgram(problem: WholeProblem, free: readonly number[], held: Float64Array): Model {
  const { highs, sparse, kept, lower, upper, rowLower, rowUpper, stage, start } = problem;
  const placeOf = new Int32Array(rowLower.length).fill(-1);
  const touched: number[] = [];
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const column of free) {
    for (let at = sparse.starts[column] ?? 0; at < (sparse.starts[column + 1] ?? 0); at += 1) {
      const row = sparse.rows[at] ?? 0;
      if (placeOf[row] === -1) placeOf[row] = touched.push(row) - 1;
      indices.push(placeOf[row] ?? 0);
      values.push(sparse.values[at] ?? 0);
    }
    starts.push(indices.length);
  }
  const taken = sumsByRow(sparse, held);
  const left = (bounds: Float64Array): number[] =>
    touched.map((row) => finite(highs, (bounds[row] ?? 0) - (taken[row] ?? 0)));
  const solver = highs.createModel({
    numCols: free.length,
    numRows: touched.length,
    colCost: free.map((column) => stage.costs[column] ?? 0),
    colLower: free.map((column) => lower[column] ?? 0),
    colUpper: free.map((column) => finite(highs, upper[column] ?? 1)),
    rowLower: left(rowLower),
    rowUpper: left(rowUpper),
    matrix: { format: 'csc', numRows: touched.length, numCols: free.length, starts, indices, values },
    integrality: new Int32Array(free.length).fill(highs.constants.variableType.integer),
  });
  for (const { costs, most } of kept) {
    const counted = free.flatMap((column, place) => (costs[column] === 0 ? [] : [place]));
    const rest = most - costs.reduce((sum, cost, column) => sum + cost * (held[column] ?? 0), 0);
    const coefficients = counted.map((place) => costs[free[place] ?? 0] ?? 0);
    solver.addRow(-highs.infinity, rest, { indices: counted, values: coefficients });
  }
  if (start !== undefined) solver.setSolution({ colValue: free.map((column) => start[column] ?? 0) });
  return solver;
}

/** What columns with these values add to each row. */
function sumsByRow({ starts, rows, values }: SparseColumns, of: Float64Array): Float64Array {
  const sums = new Float64Array(rows.reduce((most, row) => Math.max(most, row), -1) + 1);
  for (const [column, value] of of.entries()) {
    if (value === 0) continue;
    for (let at = starts[column] ?? 0; at < (starts[column + 1] ?? 0); at += 1) {
      const row = rows[at] ?? 0;
      sums[row] = (sums[row] ?? 0) + value * (values[at] ?? 0);
    }
  }
  return sums;
}
