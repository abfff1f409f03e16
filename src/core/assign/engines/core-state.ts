import type { Basis, Highs, Model } from 'highs';
import type { LinearModel, Row } from '../linear-model.ts';
import type { Stage } from '../stages.ts';
import { finite, numbersOf, positions } from './numbers.ts';
import { type Run, runsWithin } from './run-within.ts';
import type { SparseColumns } from './sparse-columns.ts';
import type { TimeLeft } from './unfinished.ts';

/** What a core program is made of: the part of a model that HiGHS has, and how far stages have narrowed the whole. */
export interface CoreState {
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
  /** Bounds of all rows, as the stages have narrowed them. */
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** Where a row stands, -1 where it does not; a row that no plan of the core can break is left out. */
  readonly rowPlaceOf: Int32Array;
  /** The row at a place; undefined where a stage is kept there. */
  readonly rowAt: (number | undefined)[];
  readonly kept: KeptSum[];
  begun: Begun | undefined;
  readonly timeLeft: TimeLeft;
  readonly run: Run;
}

/** A row that keeps the sum of a stage, and where it stands. */
export interface KeptSum {
  readonly costs: Float64Array;
  readonly most: number;
  readonly place: number;
}

/** Where the first stage that was ever solved ended, so that others can start there. */
export interface Begun {
  readonly basis: Basis;
  /** Of all columns of the model. */
  readonly reducedCosts: Float64Array;
  readonly isNarrow: boolean;
}

/** A program without columns. */
export function createState(
  highs: Highs,
  model: LinearModel,
  sparse: SparseColumns,
  timeLeft: TimeLeft,
): CoreState {
  const solver = highs.createModel();
  // The numbers of the draw are perturbation enough: with HiGHS's own, large programs take twice as long.
  const simplex = { dual_simplex_cost_perturbation_multiplier: 0 };
  solver.options.set({ output_flag: false, mip_rel_gap: 0, random_seed: 0, ...simplex });
  return {
    highs,
    model,
    sparse,
    solver,
    timeLeft,
    lower: numbersOf(model.columns, (one) => one.lower),
    upper: numbersOf(model.columns, (one) => one.upper),
    placeOf: new Int32Array(model.columns.length).fill(-1),
    core: [],
    rowLower: numbersOf(model.rows, (one) => one.lower),
    rowUpper: numbersOf(model.rows, (one) => one.upper),
    rowPlaceOf: new Int32Array(model.rows.length).fill(-1),
    rowAt: [],
    kept: [],
    begun: undefined,
    run: runsWithin(highs, solver, timeLeft),
  };
}

/** Adds columns to the core, and the rows that they make necessary. */
export function takeIn(state: CoreState, columns: readonly number[], stage: Stage | undefined): void {
  if (columns.length === 0) return;
  const { solver, sparse, core, placeOf, lower, upper, highs } = state;
  const isTouched = new Uint8Array(state.rowPlaceOf.length);
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const column of columns) {
    placeOf[column] = core.push(column) - 1;
    for (let at = sparse.starts[column] ?? 0; at < (sparse.starts[column + 1] ?? 0); at += 1) {
      const row = sparse.rows[at] ?? 0;
      const place = state.rowPlaceOf[row] ?? -1;
      if (place === -1) isTouched[row] = 1;
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
    cost: numbersOf(columns, (column) => stage?.costs[column] ?? 0),
    lower: numbersOf(columns, (column) => lower[column] ?? 0),
    upper: numbersOf(columns, (column) => finite(highs, upper[column] ?? 1)),
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
    positions(isTouched, Boolean).filter((row) => canBreak(state, row)),
  );
}

export function addRows(state: CoreState, rows: readonly number[]): void {
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
    state.rowAt[before + index] = row;
    const { entries } = model.rows[row] as Row;
    for (let at = 0; at < entries.length; at += 1) {
      const entry = entries[at] as Row['entries'][number];
      const place = placeOf[entry[0]] ?? -1;
      if (place === -1) continue;
      indices[count] = place;
      values[count] = entry[1];
      count += 1;
    }
    starts[index + 1] = count;
  }
  solver.addRows({
    lower: numbersOf(rows, (row) => finite(highs, state.rowLower[row] ?? 0)),
    upper: numbersOf(rows, (row) => finite(highs, state.rowUpper[row] ?? 0)),
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

/** Whether some values of the core's columns, each within its bounds, are outside a row's. */
export function canBreak(
  { model, placeOf, lower, upper, rowLower, rowUpper }: CoreState,
  row: number,
): boolean {
  let least = 0;
  let most = 0;
  const { entries } = model.rows[row] as Row;
  for (let at = 0; at < entries.length; at += 1) {
    const entry = entries[at] as Row['entries'][number];
    const column = entry[0];
    if (placeOf[column] === -1) continue;
    const value = entry[1];
    const low = lower[column] ?? 0;
    const high = upper[column] ?? 1;
    least += value > 0 ? value * low : value * high;
    most += value > 0 ? value * high : value * low;
  }
  return least < (rowLower[row] ?? 0) || most > (rowUpper[row] ?? 0);
}
