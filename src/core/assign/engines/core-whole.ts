import type { Highs } from 'highs';
import type { LinearModel, Row } from '../linear-model.ts';
import { isDrawn, type Stage } from '../stages.ts';
import type { Optimum } from './core-program.ts';
import { sumOver } from './numbers.ts';
import { type Residual, solveResidual, type Whole } from './residual.ts';
import type { Schedules } from './schedules.ts';
import type { SparseColumns } from './sparse-columns.ts';
import type { TimeLeft } from './unfinished.ts';

/** A model as the stages so far have narrowed it. */
export interface Narrowed {
  readonly highs: Highs;
  readonly model: LinearModel;
  readonly sparse: SparseColumns;
  readonly schedules: Schedules;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** Sums of stages that no plan may exceed. */
  readonly kept: readonly { readonly costs: Float64Array; readonly sum: number }[];
  readonly timeLeft: TimeLeft;
}

export interface ProvenWhole extends Whole {
  readonly bound: number;
  /** True where no plan with other seats is as good, false where there may be one. */
  readonly isOnly: boolean;
}

/** A plan in whole numbers is often within this part of the dearest column from the linear optimum. */
const FIRST_REACH = 1 / 64;
/** How much wider it is searched where that is not so; a plan found within less reach is a far better one to prove. */
const WIDER = 4;

/**
 * By branch and bound, over the columns in reach. Duals of the linear optimum put a price on every row but those that
 * schedules keep. At these prices everybody's cheapest schedule makes a bound, and a column whose cheapest schedule is
 * dearer than that by more than the gap between a plan and the bound is in no better plan (Lagrangian relaxation), so that
 * the search is over all that matter as soon as the gap is within reach. In a draw, whose sums seats alone make, the last
 * search is for other plans that are as good, so that it says besides whether there are any.
 */
export function searchWhole(of: Narrowed, stage: Stage, optimum: Optimum): ProvenWhole | undefined | 'late' {
  if (!isDrawn(stage)) return searchNear(of, stage, optimum, 1);
  let best = searchNear(of, stage, optimum, WIDER);
  for (;;) {
    if (best === undefined || best === 'late' || best.isLate) return best;
    const sum = sumOver(stage, best.columns);
    const other = searchOther(of, stage, optimum, best.columns);
    if (other === 'late') return { ...best, isLate: true };
    if (other === undefined) return { ...best, bound: sum, isOnly: true };
    if (sumOver(stage, other) === sum) return { ...best, bound: sum };
    best = { ...best, columns: other };
  }
}

/** A plan that is no more than `times` the reach from the bound; the best one where that is once. */
function searchNear(
  of: Narrowed,
  stage: Stage,
  optimum: Optimum,
  times: number,
): ProvenWhole | undefined | 'late' {
  const most = dearest(stage);
  let reach = Math.max(1, most * FIRST_REACH);
  for (;;) {
    const left = listLeft(of, stage, optimum, reach);
    if (left === undefined) return undefined;
    const found = solveResidual(left.residual);
    if (found === 'late') return found;
    if (found === undefined) {
      if (left.isAll) return undefined;
      reach = widen(reach, most);
      continue;
    }
    const sum = sumOver(stage, found.columns);
    // Costs are whole, so that a better plan is better by one at least.
    const gap = left.isAll ? 0 : sum - left.bound - 1;
    const isBest = !found.isLate && gap <= reach;
    const bound = isBest ? sum : Math.max(0, optimum.value);
    if (found.isLate || gap <= reach * times) return { ...found, bound, isOnly: false };
    reach = Math.min(gap, reach * WIDER);
  }
}

function dearest({ costs }: Stage): number {
  return costs.reduce((max, cost) => Math.max(max, cost), 1);
}

/** Beyond the dearest column it is rarely prices that leave no plan, so that everything is in reach at once. */
function widen(reach: number, most: number): number {
  return reach > most ? Number.POSITIVE_INFINITY : reach * WIDER;
}

/** Whether every plan that is as good in the stage as one that is best in it has its seats. False where time was up. */
export function isOnly(of: Narrowed, stage: Stage, optimum: Optimum, plan: Float64Array): boolean {
  return searchOther(of, stage, optimum, plan) === undefined;
}

/** The best plan with other seats than a plan, undefined where none is as good. */
function searchOther(
  of: Narrowed,
  stage: Stage,
  optimum: Optimum,
  plan: Float64Array,
): Float64Array | undefined | 'late' {
  const sum = sumOver(stage, plan);
  const bound = listLeft(of, stage, optimum, 0)?.bound ?? Number.NEGATIVE_INFINITY;
  const left = listLeft(of, stage, optimum, Math.max(0, sum - bound) + ROUNDING);
  if (left === undefined) return undefined;
  const { residual } = left;
  const seats = residual.free.filter((column) => isPlace(of.model, column));
  const taken = seats.filter((column) => plan[column] === 1);
  const other: Row = {
    lower: Number.NEGATIVE_INFINITY,
    upper: taken.length - 1,
    entries: seats.map((column) => [column, plan[column] === 1 ? 1 : -1]),
  };
  const found = solveResidual({ ...residual, rows: [...residual.rows, other], enough: sum + ROUNDING });
  if (found === undefined || found === 'late') return found;
  if (sumOver(stage, found.columns) <= sum) return found.columns;
  return found.isLate ? 'late' : undefined;
}

/** Half of what two sums in whole numbers differ by at least. */
const ROUNDING = 0.5;

function isPlace({ columns }: LinearModel, column: number): boolean {
  const kind = columns[column]?.kind;
  return kind === 'seat' || kind === 'unseated';
}

interface Left {
  readonly residual: Residual;
  /** No plan is better. */
  readonly bound: number;
  /** Whether no column is out of reach. */
  readonly isAll: boolean;
}

/** What is left to decide where columns out of reach are settled; undefined where somebody has no schedule. */
function listLeft(of: Narrowed, stage: Stage, optimum: Optimum, reach: number): Left | undefined {
  const { highs, model, schedules, lower, upper, timeLeft } = of;
  const costs = pricedCosts(of, optimum);
  const dearer = schedules.price(costs, of, reach);
  if (dearer === undefined) return undefined;
  const values = lower.slice();
  const free: number[] = [];
  let isAll = true;
  for (let column = 0; column < values.length; column += 1) {
    if (lower[column] === upper[column]) continue;
    const isChosen = schedules.isChosen[column] === 1;
    if (Math.abs((isChosen ? dearer.by[column] : costs[column]) ?? 0) <= reach) free.push(column);
    else {
      isAll = false;
      if (!isChosen) values[column] = Math.round(optimum.columns[column] ?? 0);
    }
  }
  const open = settleSingles(of, free, values);
  const residual: Residual = {
    ...{ highs, model, lower, upper, timeLeft, values },
    free: open,
    rows: rowsOf(of),
    costs: stage.costs,
  };
  return { residual, bound: boundOf(of, optimum, costs, dearer.least), isAll };
}

/** Whoever has one column left in a choice has it; gives back the columns that are still open. */
function settleSingles(
  { schedules, lower, upper }: Narrowed,
  free: readonly number[],
  values: Float64Array,
): number[] {
  const open = new Uint8Array(values.length);
  for (const column of free) open[column] = 1;
  for (const choice of schedules.choices) {
    const left = choice.filter((column) => open[column] === 1 || (lower[column] ?? 0) > 0);
    const [only] = left;
    if (left.length !== 1 || only === undefined || lower[only] === upper[only]) continue;
    open[only] = 0;
    values[only] = 1;
  }
  return free.filter((column) => open[column] === 1);
}

/** Whether schedules keep a row whatever its dual: not where stages have narrowed it. */
function isKept({ model, schedules, rowLower, rowUpper }: Narrowed, row: number): boolean {
  const about = model.rows[row];
  const isNarrowed = rowLower[row] !== about?.lower || rowUpper[row] !== about?.upper;
  return schedules.isKept[row] === 1 && !isNarrowed;
}

/** Costs less what all rows pay that no schedule keeps. */
function pricedCosts(of: Narrowed, { reducedCosts, prices }: Optimum): Float64Array {
  const { sparse } = of;
  const costs = reducedCosts.slice();
  for (let column = 0; column < costs.length; column += 1) {
    const end = sparse.starts[column + 1] ?? 0;
    for (let at = sparse.starts[column] ?? 0; at < end; at += 1) {
      const row = sparse.rows[at] as number;
      if (prices[row] !== 0 && isKept(of, row)) {
        costs[column] = (costs[column] as number) + (prices[row] as number) * (sparse.values[at] as number);
      }
    }
  }
  return costs;
}

/** What everybody's cheapest schedule costs, the cheapest values of other columns, and what the bounds of rows pay. */
function boundOf(of: Narrowed, { prices, keptPrices }: Optimum, costs: Float64Array, least: number): number {
  const { schedules, lower, upper, rowLower, rowUpper, kept } = of;
  let bound = least;
  for (let row = 0; row < prices.length; row += 1) {
    const price = prices[row] ?? 0;
    if (price === 0 || isKept(of, row)) continue;
    bound += pay(price, rowLower[row] ?? 0, rowUpper[row] ?? 0);
  }
  for (const [index, { sum }] of kept.entries())
    bound += pay(keptPrices[index] ?? 0, Number.NEGATIVE_INFINITY, sum);
  for (let column = 0; column < costs.length; column += 1) {
    if (schedules.isChosen[column] === 1) continue;
    bound += pay(costs[column] ?? 0, lower[column] ?? 0, upper[column] ?? 0);
  }
  return bound;
}

/** At its lower bound where it costs, at its upper one where it pays; a bound that is infinite is never paid for, but for rounding. */
function pay(price: number, lower: number, upper: number): number {
  const bound = price > 0 ? lower : upper;
  return Number.isFinite(bound) ? price * bound : 0;
}

function* rowsOf({ model, rowLower, rowUpper, kept }: Narrowed): Generator<Row> {
  for (const [index, { entries }] of model.rows.entries()) {
    yield { lower: rowLower[index] ?? 0, upper: rowUpper[index] ?? 0, entries };
  }
  for (const { costs, sum } of kept) {
    const entries = [...costs.entries()].filter(([, cost]) => cost !== 0);
    yield { lower: Number.NEGATIVE_INFINITY, upper: sum, entries };
  }
}
