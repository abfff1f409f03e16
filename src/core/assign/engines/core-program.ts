import type { Highs, Model } from 'highs';
import type { LinearModel } from '../linear-model.ts';
import type { Stage } from '../stages.ts';
import { finite, positions, sumOver, TOLERANCE, toWhole } from './numbers.ts';
import { FEASIBLE, type Run, runsWithin } from './run-within.ts';
import { type SparseColumns, sparseColumns } from './sparse-columns.ts';
import type { TimeLeft } from './unfinished.ts';

/** Columns of one attendee that are taken in at once. */
const MOST_AT_ONCE = 3;

/**
 * A linear program over a part of the columns of a model, the core, whose optimum is that of the whole: duals of the
 * core price every other column, and those that would help are taken in until none is left. What a stage has settled is
 * kept by fixing columns and rows, see `keep`.
 */
export interface CoreProgram {
  /**
   * Takes in what lowers this stage's sum, until nothing does. Undefined where there is no solution at all, 'late' where
   * time was up.
   */
  readonly optimise: (stage: Stage) => Optimum | undefined | 'late';
  /** Whole numbers in all columns that can be in a plan as good as `sum`, or better; undefined where there are none. */
  readonly optimiseWhole: (
    stage: Stage,
    optimum: Optimum,
    start: Float64Array | undefined,
  ) => Whole | undefined | 'late';
  /** Leaves only plans as good in this stage as `sum`. `withRow` says so in a row of its own as well. */
  readonly keep: (stage: Stage, optimum: Optimum, sum: number, withRow: boolean) => void;
  readonly dispose: () => void;
}

export interface Optimum {
  readonly value: number;
  /** Of all columns of the model. */
  readonly columns: Float64Array;
  /** Reduced costs of all columns. */
  readonly reducedCosts: Float64Array;
  /** Activities and duals of the rows that the core has, by their places in it. */
  readonly rows: Float64Array;
  readonly duals: Float64Array;
}

export interface Whole {
  readonly columns: Float64Array;
  readonly bound: number;
  /** True where time was up, so that there may be a better one. */
  readonly isLate: boolean;
}

/** `first` are the columns to begin with; all that are no seats, and those that are fixed, are taken in besides. */
export function createCoreProgram(
  highs: Highs,
  model: LinearModel,
  first: Iterable<number>,
  timeLeft: TimeLeft,
): CoreProgram {
  const sparse = sparseColumns(model);
  const all = model.columns.length;
  const solver = highs.createModel();
  // The numbers of the draw are perturbation enough: with HiGHS's own, large programs take twice as long.
  const simplex = { dual_simplex_cost_perturbation_multiplier: 0 };
  solver.options.set({ output_flag: false, mip_rel_gap: 0, random_seed: 0, ...simplex });
  const state: State = {
    highs,
    model,
    sparse,
    solver,
    lower: Float64Array.from(model.columns, (one) => one.lower),
    upper: Float64Array.from(model.columns, (one) => one.upper),
    placeOf: new Int32Array(all).fill(-1),
    core: [],
    rowPlaceOf: new Int32Array(model.rows.length).fill(-1),
    kept: [],
    run: runsWithin(highs, solver, timeLeft),
  };
  const begin = new Set(first);
  for (const [column, { kind, lower }] of model.columns.entries()) {
    if (kind !== 'seat' || lower > 0) begin.add(column);
  }
  takeIn(
    state,
    [...begin].sort((a, b) => a - b),
    undefined,
  );
  return {
    optimise: (stage) => optimise(state, stage),
    optimiseWhole: (stage, optimum, start) => optimiseWhole(state, stage, optimum, start),
    keep: (stage, optimum, sum, withRow) => keep(state, stage, optimum, sum, withRow),
    dispose: () => solver.dispose(),
  };
}

interface State {
  readonly highs: Highs;
  readonly model: LinearModel;
  readonly sparse: SparseColumns;
  readonly solver: Model;
  /** Bounds of all columns, as the stages have narrowed them. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Where a column of the model stands in the core, -1 where it does not; and the other way. */
  readonly placeOf: Int32Array;
  readonly core: number[];
  /** Where a row stands, -1 where it does not; a row that no plan of the core can break is left out. */
  readonly rowPlaceOf: Int32Array;
  /** Rows that keep the sum of a stage, and where they stand. */
  readonly kept: { readonly costs: Float64Array; readonly place: number }[];
  readonly run: Run;
}

function optimise(state: State, stage: Stage): Optimum | undefined | 'late' {
  const { solver, highs } = state;
  solver.changeColsCost(
    { kind: 'range', from: 0, to: state.core.length - 1 },
    state.core.map((column) => stage.costs[column] ?? 0),
  );
  for (;;) {
    if (!state.run('linear')) return 'late';
    const status = solver.getModelStatus();
    if (status === highs.constants.modelStatus.timeLimit) return 'late';
    if (status !== highs.constants.modelStatus.optimal) return undefined;
    const optimum = readOptimum(state, stage);
    const wanted = findWanted(state, optimum.reducedCosts);
    if (wanted.length === 0) return optimum;
    takeIn(state, wanted, stage);
  }
}

function readOptimum(state: State, stage: Stage): Optimum {
  const { model, sparse, solver, core, rowPlaceOf } = state;
  const { colValue, rowValue, rowDual } = solver.getSolution();
  const columns = state.lower.slice();
  for (const [place, column] of core.entries()) columns[column] = colValue[place] ?? 0;
  const duals = new Float64Array(model.rows.length);
  for (const [row, place] of rowPlaceOf.entries()) if (place !== -1) duals[row] = rowDual[place] ?? 0;
  const reducedCosts = new Float64Array(columns.length);
  for (let column = 0; column < columns.length; column += 1) {
    let reduced = stage.costs[column] ?? 0;
    const end = sparse.starts[column + 1] ?? 0;
    for (let at = sparse.starts[column] ?? 0; at < end; at += 1) {
      reduced -= (duals[sparse.rows[at] as number] as number) * (sparse.values[at] as number);
    }
    for (const { costs, place } of state.kept) reduced -= (rowDual[place] ?? 0) * (costs[column] ?? 0);
    reducedCosts[column] = reduced;
  }
  return { value: solver.getObjectiveValue(), columns, reducedCosts, rows: rowValue, duals: rowDual };
}

/** Columns outside the core that would lower the sum: of each attendee the few that would most. */
function findWanted({ model, placeOf, upper }: State, reducedCosts: Float64Array): number[] {
  const wanted: number[] = [];
  let attendee = -1;
  let theirs: number[] = [];
  const flush = (): void => {
    theirs.sort((a, b) => (reducedCosts[a] ?? 0) - (reducedCosts[b] ?? 0));
    wanted.push(...theirs.slice(0, MOST_AT_ONCE));
    theirs = [];
  };
  for (let column = 0; column < placeOf.length; column += 1) {
    if (placeOf[column] !== -1 || upper[column] === 0 || (reducedCosts[column] ?? 0) >= -TOLERANCE) continue;
    const about = model.columns[column];
    if (about?.kind === 'seat' && about.attendee !== attendee) {
      flush();
      attendee = about.attendee;
    }
    theirs.push(column);
  }
  flush();
  return wanted.sort((a, b) => a - b);
}

/** Adds columns to the core, and the rows that they make necessary. */
function takeIn(state: State, columns: readonly number[], stage: Stage | undefined): void {
  if (columns.length === 0) return;
  const { solver, sparse, core, placeOf, lower, upper, highs } = state;
  const touched = new Set<number>();
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const column of columns) {
    placeOf[column] = core.push(column) - 1;
    for (let at = sparse.starts[column] ?? 0; at < (sparse.starts[column + 1] ?? 0); at += 1) {
      const row = sparse.rows[at] ?? 0;
      const place = state.rowPlaceOf[row] ?? -1;
      if (place === -1) touched.add(row);
      else {
        indices.push(place);
        values.push(sparse.values[at] ?? 0);
      }
    }
    for (const { costs, place } of state.kept) {
      if (costs[column] === 0) continue;
      indices.push(place);
      values.push(costs[column] ?? 0);
    }
    starts.push(indices.length);
  }
  solver.addCols({
    cost: Float64Array.from(columns, (column) => stage?.costs[column] ?? 0),
    lower: Float64Array.from(columns, (column) => lower[column] ?? 0),
    upper: Float64Array.from(columns, (column) => finite(highs, upper[column] ?? 1)),
    matrix: {
      format: 'csc',
      numRows: solver.getDimensions().numRows,
      numCols: columns.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  });
  addRows(
    state,
    [...touched].sort((a, b) => a - b).filter((row) => canBreak(state, row)),
  );
}

/** Whether some values of the core's columns, each within its bounds, are outside a row's. */
function canBreak({ model, placeOf, lower, upper }: State, row: number): boolean {
  const about = model.rows[row];
  if (about === undefined) return false;
  let least = 0;
  let most = 0;
  for (const [column, value] of about.entries) {
    if (placeOf[column] === -1) continue;
    const [low, high] = [lower[column] ?? 0, upper[column] ?? 1];
    least += value > 0 ? value * low : value * high;
    most += value > 0 ? value * high : value * low;
  }
  return least < about.lower || most > about.upper;
}

function addRows(state: State, rows: readonly number[]): void {
  if (rows.length === 0) return;
  const { model, solver, placeOf, core, highs } = state;
  const most = rows.reduce((sum, row) => sum + (model.rows[row]?.entries.length ?? 0), 0);
  const starts = new Int32Array(rows.length + 1);
  const indices = new Int32Array(most);
  const values = new Float64Array(most);
  const before = solver.getDimensions().numRows;
  let count = 0;
  for (const [index, row] of rows.entries()) {
    state.rowPlaceOf[row] = before + index;
    for (const [column, value] of model.rows[row]?.entries ?? []) {
      const place = placeOf[column] ?? -1;
      if (place === -1) continue;
      indices[count] = place;
      values[count] = value;
      count += 1;
    }
    starts[index + 1] = count;
  }
  solver.addRows({
    lower: Float64Array.from(rows, (row) => finite(highs, model.rows[row]?.lower ?? 0)),
    upper: Float64Array.from(rows, (row) => finite(highs, model.rows[row]?.upper ?? 0)),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: core.length,
      starts,
      indices: indices.subarray(0, count),
      values: values.subarray(0, count),
    },
  });
}

function keep(state: State, stage: Stage, optimum: Optimum, sum: number, withRow: boolean): void {
  const { solver, core, placeOf, lower, upper } = state;
  const { reducedCosts, columns, duals, rows, value } = optimum;
  const gap = Math.max(0, sum - value);
  const settled: number[] = [];
  for (let column = 0; column < columns.length; column += 1) {
    if (Math.abs(reducedCosts[column] ?? 0) <= gap + TOLERANCE || lower[column] === upper[column]) continue;
    const fixed = Math.round(columns[column] ?? 0);
    lower[column] = fixed;
    upper[column] = fixed;
    const place = placeOf[column] ?? -1;
    if (place !== -1) settled.push(place);
  }
  if (settled.length > 0) {
    settled.sort((a, b) => a - b);
    const values = settled.map((place) => lower[core[place] ?? 0] ?? 0);
    solver.changeColsBounds({ kind: 'set', indices: settled }, values, values);
  }
  const exact = gap < TOLERANCE;
  if (exact) {
    const tight = positions(duals, (dual) => Math.abs(dual) > TOLERANCE);
    const values = tight.map((row) => Math.round(rows[row] ?? 0));
    if (tight.length > 0) solver.changeRowsBounds({ kind: 'set', indices: tight }, values, values);
  }
  if (!exact || withRow) {
    const indices = core.flatMap((column, place) => (stage.costs[column] === 0 ? [] : [place]));
    const place = solver.getDimensions().numRows;
    solver.addRow(-state.highs.infinity, sum, {
      indices,
      values: indices.map((at) => stage.costs[core[at] ?? 0] ?? 0),
    });
    state.kept.push({ costs: stage.costs, place });
  }
}

/** Costs are whole, so that a plan this near to the bound is the best. */
const LESS_THAN_ONE = 0.99;
/** A plan in whole numbers is nearly always within this part of the dearest column from the linear optimum. */
const FIRST_REACH = 1 / 64;

/**
 * By branch and bound, over the columns whose reduced cost is at most `reach`; a column above the gap between a plan
 * and the linear optimum is in no better plan, so that the search is over all that matter where the gap is within reach.
 */
function optimiseWhole(
  state: State,
  stage: Stage,
  optimum: Optimum,
  start: Float64Array | undefined,
): Whole | undefined | 'late' {
  const most = stage.costs.reduce((max, cost) => Math.max(max, cost), 1);
  let reach = Math.max(1, most * FIRST_REACH);
  for (;;) {
    takeIn(state, within(state, optimum, reach), stage);
    const held = hold(state, optimum, reach);
    const isAll = held.length === 0 && within(state, optimum, Number.POSITIVE_INFINITY).length === 0;
    const found = branch(state, stage, held.length === 0 ? start : undefined);
    release(state, held);
    if (found === 'late') return found;
    if (found?.isLate) return { ...found, bound: Math.max(0, optimum.value) };
    if (found === undefined) {
      if (isAll) return undefined;
      reach *= 4;
      continue;
    }
    const sum = sumOver(stage, found.columns);
    // Costs are whole, so that a better plan is better by one at least.
    const gap = sum - optimum.value - 1;
    const isEnough = gap <= reach || stage.within !== undefined;
    if (isAll || isEnough) return { ...found, bound: Math.min(found.bound, sum) };
    reach = gap;
  }
}

/** Columns outside the core that are in reach. */
function within({ placeOf, upper }: State, { reducedCosts }: Optimum, reach: number): number[] {
  const found: number[] = [];
  for (let column = 0; column < placeOf.length; column += 1) {
    const isOut = placeOf[column] === -1 && upper[column] !== 0;
    if (isOut && (reducedCosts[column] ?? 0) <= reach + TOLERANCE) found.push(column);
  }
  return found;
}

/** Holds what is out of reach at its value for a while; gives back the places in the core. */
function hold(
  { solver, core, lower, upper }: State,
  { reducedCosts, columns }: Optimum,
  reach: number,
): number[] {
  const held = core.flatMap((column, place) => {
    const isFree = lower[column] !== upper[column];
    return isFree && Math.abs(reducedCosts[column] ?? 0) > reach + TOLERANCE ? [place] : [];
  });
  const values = held.map((place) => Math.round(columns[core[place] ?? 0] ?? 0));
  if (held.length > 0) solver.changeColsBounds({ kind: 'set', indices: held }, values, values);
  return held;
}

function release({ solver, core, lower, upper, highs }: State, held: readonly number[]): void {
  if (held.length === 0) return;
  solver.changeColsBounds(
    { kind: 'set', indices: held },
    held.map((place) => lower[core[place] ?? 0] ?? 0),
    held.map((place) => finite(highs, upper[core[place] ?? 0] ?? 1)),
  );
}

/** Undefined where there is no plan in whole numbers. */
function branch(
  state: State,
  { within }: Stage,
  start: Float64Array | undefined,
): Whole | undefined | 'late' {
  const { solver, highs, core } = state;
  const every = { kind: 'range', from: 0, to: core.length - 1 } as const;
  solver.changeColsIntegrality(every, new Int32Array(core.length).fill(highs.constants.variableType.integer));
  if (start !== undefined) solver.setSolution({ colValue: core.map((column) => start[column] ?? 0) });
  solver.options.set({ mip_abs_gap: within ?? LESS_THAN_ONE });
  if (!state.run(within === undefined ? 'whole' : 'rough')) return 'late';
  const status = solver.getModelStatus();
  const isLate = status === highs.constants.modelStatus.timeLimit;
  const isSolved = isLate
    ? solver.info.get('primal_solution_status') === FEASIBLE
    : status === highs.constants.modelStatus.optimal;
  if (!isLate && !isSolved && status !== highs.constants.modelStatus.infeasible) {
    throw new Error(`HiGHS ended with status ${status}`);
  }
  const bound = isSolved ? Number(solver.info.get('mip_dual_bound')) : 0;
  const columns = state.lower.slice();
  if (isSolved) {
    const { colValue } = solver.getSolution();
    for (const [place, column] of core.entries()) columns[column] = toWhole(colValue[place] ?? 0);
  }
  solver.clearIntegrality();
  if (isLate && !isSolved) return 'late';
  return isSolved ? { columns, bound, isLate } : undefined;
}
