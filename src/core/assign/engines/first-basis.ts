import type { Basis } from 'highs';
import type { CoreState } from './core-state.ts';

/**
 * A basis for the dual simplex to start from: everybody has what costs least in each slot, as if nobody else were there.
 * No cost is below nothing, so that no reduced cost is either, and HiGHS is spared the first third of its steps.
 */
export function firstBasis(
  { highs, model, solver, core, placeOf, rowPlaceOf }: CoreState,
  costs: Float64Array,
): Basis {
  const { lower, basic, upper } = highs.constants.basisStatus;
  const colStatus = new Int32Array(core.length).fill(lower);
  const rowStatus = new Int32Array(solver.getDimensions().numRows).fill(basic);
  for (let row = 0; row < rowPlaceOf.length; row += 1) {
    const place = rowPlaceOf[row] ?? -1;
    const about = model.rows[row];
    if (place === -1 || about?.kind !== 'slot') continue;
    const open = about.entries.map(([column]) => column).filter((one) => isOpen(one));
    if (open.length === 0) continue;
    const best = open.reduce((least, one) => ((costs[one] ?? 0) < (costs[least] ?? 0) ? one : least));
    colStatus[placeOf[best] ?? 0] = basic;
    rowStatus[place] = upper;
  }
  return { colStatus, rowStatus };

  function isOpen(column: number): boolean {
    return placeOf[column] !== -1 && model.columns[column]?.upper !== 0;
  }
}
