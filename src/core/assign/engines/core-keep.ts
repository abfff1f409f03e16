import type { Stage } from '../stages.ts';
import type { Optimum } from './core-program.ts';
import type { CoreState } from './core-state.ts';
import { positions, TOLERANCE } from './numbers.ts';

/** See `CoreProgram.keep`. */
export function keep(state: CoreState, stage: Stage, optimum: Optimum, sum: number, withRow: boolean): void {
  const gap = Math.max(0, sum - optimum.value);
  settleColumns(state, optimum, gap);
  const exact = gap < TOLERANCE;
  if (exact) settleRows(state, optimum);
  if (!exact || withRow) keepSum(state, stage, sum);
}

/**
 * A column whose reduced cost is above the gap between the optimum and the plan has the same value in every plan as
 * good.
 */
function settleColumns(
  { solver, core, placeOf, lower, upper }: CoreState,
  optimum: Optimum,
  gap: number,
): void {
  const { reducedCosts, columns } = optimum;
  const settled: number[] = [];
  for (let column = 0; column < columns.length; column += 1) {
    if (Math.abs(reducedCosts[column] ?? 0) <= gap + TOLERANCE || lower[column] === upper[column]) continue;
    const fixed = Math.round(columns[column] ?? 0);
    lower[column] = fixed;
    upper[column] = fixed;
    const place = placeOf[column] ?? -1;
    if (place !== -1) settled.push(place);
  }
  if (settled.length === 0) return;
  settled.sort((a, b) => a - b);
  const values = settled.map((place) => lower[core[place] ?? 0] ?? 0);
  solver.changeColsBounds({ kind: 'set', indices: settled }, values, values);
}

/** A row with a price is at its bound in every plan as good as the optimum. */
function settleRows({ solver, rowAt, rowLower, rowUpper }: CoreState, { duals, rows }: Optimum): void {
  const tight = positions(duals, (dual) => Math.abs(dual) > TOLERANCE);
  if (tight.length === 0) return;
  const values = tight.map((place) => Math.round(rows[place] ?? 0));
  solver.changeRowsBounds({ kind: 'set', indices: tight }, values, values);
  for (const [index, place] of tight.entries()) {
    const row = rowAt[place];
    if (row === undefined) continue;
    rowLower[row] = values[index] ?? 0;
    rowUpper[row] = values[index] ?? 0;
  }
}

function keepSum({ solver, core, kept, highs }: CoreState, { costs }: Stage, sum: number): void {
  const indices = core.flatMap((column, place) => (costs[column] === 0 ? [] : [place]));
  const place = solver.getDimensions().numRows;
  solver.addRow(-highs.infinity, sum, {
    indices,
    values: indices.map((at) => costs[core[at] ?? 0] ?? 0),
  });
  kept.push({ costs, most: sum, place });
}
