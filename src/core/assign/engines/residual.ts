import type { Highs } from 'highs';
import type { LinearModel, Row } from '../linear-model.ts';
import { finite, toWhole } from './numbers.ts';
import { FEASIBLE, runsWithin } from './run-within.ts';
import type { TimeLeft } from './unfinished.ts';

/** What is left to decide where all columns but a few have their values. */
export interface Residual {
  readonly highs: Highs;
  readonly model: LinearModel;
  /** The columns that are left, and the values of all others. */
  readonly free: readonly number[];
  readonly values: Float64Array;
  /** By column of the model. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Rows of the model, within the bounds that are left to them, and others besides. */
  readonly rows: Iterable<Row>;
  readonly costs: Float64Array;
  /** A plan that costs more need not be found. */
  readonly enough?: number;
  readonly timeLeft: TimeLeft;
}

export interface Whole {
  readonly columns: Float64Array;
  /** True where time was up, so that there may be a better one. */
  readonly isLate: boolean;
}

/** The best plan in whole numbers by branch and bound; undefined where there is none, 'late' where none was found in time. */
export function solveResidual(residual: Residual): Whole | undefined | 'late' {
  const { highs, free, values, lower, upper, costs, enough, timeLeft } = residual;
  const rows = listRows(residual);
  if (rows === undefined) return undefined;
  const columns = values.slice();
  if (free.length === 0) return { columns, isLate: false };
  const solver = highs.createModel({
    numCols: free.length,
    numRows: rows.lower.length,
    colCost: free.map((column) => costs[column] ?? 0),
    colLower: free.map((column) => lower[column] ?? 0),
    colUpper: free.map((column) => finite(highs, upper[column] ?? 0)),
    rowLower: rows.lower.map((bound) => finite(highs, bound)),
    rowUpper: rows.upper.map((bound) => finite(highs, bound)),
    matrix: {
      format: 'csr',
      numRows: rows.lower.length,
      numCols: free.length,
      starts: rows.starts,
      indices: rows.indices,
      values: rows.values,
    },
  });
  try {
    solver.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.99, random_seed: 0 });
    if (enough !== undefined) {
      const settled = values.reduce((sum, value, column) => sum + value * (costs[column] ?? 0), 0);
      const left = free.reduce((sum, column) => sum + (values[column] ?? 0) * (costs[column] ?? 0), 0);
      solver.options.set({ objective_bound: enough - settled + left, mip_heuristic_effort: 0 });
    }
    solver.changeColsIntegrality(
      { kind: 'range', from: 0, to: free.length - 1 },
      new Int32Array(free.length).fill(highs.constants.variableType.integer),
    );
    if (!runsWithin(solver, timeLeft)('whole')) return 'late';
    const status = solver.getModelStatus();
    const isLate = status === highs.constants.modelStatus.timeLimit;
    if (isLate && solver.info.get('primal_solution_status') !== FEASIBLE) return 'late';
    const { infeasible, objectiveBound } = highs.constants.modelStatus;
    if (status === infeasible || status === objectiveBound) return undefined;
    if (!isLate && status !== highs.constants.modelStatus.optimal) {
      throw new Error(`HiGHS ended with status ${status}`);
    }
    const { colValue } = solver.getSolution();
    for (const [place, column] of free.entries()) columns[column] = toWhole(colValue[place] ?? 0);
    return { columns, isLate };
  } finally {
    solver.dispose();
  }
}

interface Rows {
  readonly lower: number[];
  readonly upper: number[];
  readonly starts: number[];
  readonly indices: number[];
  readonly values: number[];
}

/** The rows that the columns left can break; undefined where those that are settled break one. */
function listRows(residual: Residual): Rows | undefined {
  const { free, values, rows } = residual;
  const places = new Int32Array(values.length).fill(-1);
  for (const [place, column] of free.entries()) places[column] = place;
  const listed: Rows = { lower: [], upper: [], starts: [0], indices: [], values: [] };
  for (const row of rows) {
    const { settled, least, most } = rangeOf(row, places, residual);
    if (settled + most < row.lower || settled + least > row.upper) return undefined;
    if (settled + least >= row.lower && settled + most <= row.upper) continue;
    for (const [column, value] of row.entries) {
      const place = places[column] ?? -1;
      if (place === -1) continue;
      listed.indices.push(place);
      listed.values.push(value);
    }
    listed.starts.push(listed.indices.length);
    listed.lower.push(row.lower - settled);
    listed.upper.push(row.upper - settled);
  }
  return listed;
}

/** What settled columns add to a row, and the least and the most that those that are left can. */
function rangeOf({ entries }: Row, places: Int32Array, { values, lower, upper }: Residual): Range {
  let settled = 0;
  let [least, most] = [0, 0];
  for (const [column, value] of entries) {
    if (places[column] === -1) settled += value * (values[column] ?? 0);
    else {
      const [low, high] = [value * (lower[column] ?? 0), value * (upper[column] ?? 0)];
      least += Math.min(low, high);
      most += Math.max(low, high);
    }
  }
  return { settled, least, most };
}

interface Range {
  readonly settled: number;
  readonly least: number;
  readonly most: number;
}
