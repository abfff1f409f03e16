import type { Basis, Highs } from 'highs';
import type { Bounds } from '../tweak.ts';
import { addRows, type CoreState, canBreak, createState, takeIn } from './core-state.ts';
import { finite, positions } from './numbers.ts';

/** HiGHS's number for Devex pricing. */
const DEVEX = 1;

/** See `CoreProgram.restart`. */
export function restart(state: CoreState, bounds: readonly Bounds[]): void {
  const { model, solver, highs, core, lower, upper, rowLower, rowUpper, rowAt, kept, begun } = state;
  for (const [column, about] of model.columns.entries()) {
    lower[column] = about.lower;
    upper[column] = about.upper;
  }
  for (const [row, about] of model.rows.entries()) {
    rowLower[row] = about.lower;
    rowUpper[row] = about.upper;
  }
  for (const { of, place, lower: least, upper: most } of bounds) {
    (of === 'column' ? lower : rowLower)[place] = least;
    (of === 'column' ? upper : rowUpper)[place] = most;
    if (of === 'column' && state.placeOf[place] === -1) takeIn(state, [place], undefined);
  }
  solver.changeColsBounds(
    { kind: 'range', from: 0, to: core.length - 1 },
    core.map((column) => lower[column] ?? 0),
    core.map((column) => finite(highs, upper[column] ?? 1)),
  );
  const { numRows } = solver.getDimensions();
  const places = Array.from({ length: numRows }, (_, place) => rowAt[place]);
  // A row that kept a sum stays, and allows everything.
  const at = (of: Float64Array, row: number | undefined, none: number): number =>
    finite(highs, row === undefined ? none : (of[row] ?? 0));
  solver.changeRowsBounds(
    { kind: 'range', from: 0, to: numRows - 1 },
    places.map((row) => at(rowLower, row, Number.NEGATIVE_INFINITY)),
    places.map((row) => at(rowUpper, row, Number.POSITIVE_INFINITY)),
  );
  kept.length = 0;
  // A few steps from where it starts, the steepest edge is not worth what it takes to know it.
  solver.options.set({ simplex_dual_edge_weight_strategy: DEVEX });
  if (begun !== undefined) solver.setBasis(extend(highs, begun.basis, core.length, numRows));
  addRows(
    state,
    positions(state.rowPlaceOf, (place) => place === -1).filter((row) => canBreak(state, row)),
  );
}

/** A basis of a program that has got more columns and rows since. */
function extend(highs: Highs, { colStatus, rowStatus }: Basis, columns: number, rows: number): Basis {
  const { lower, basic } = highs.constants.basisStatus;
  const more = {
    colStatus: new Int32Array(columns).fill(lower),
    rowStatus: new Int32Array(rows).fill(basic),
  };
  more.colStatus.set(colStatus);
  more.rowStatus.set(rowStatus);
  return more;
}

/** What a column may cost where the first stage ended to be in a narrow program, beside the least of its last aim. */
const NARROW = 2;

/** See `CoreProgram.narrow`. */
export function narrow(of: CoreState): CoreState | undefined {
  const { highs, model, sparse, timeLeft, begun, core, rowAt } = of;
  if (begun === undefined || begun.isNarrow) return undefined;
  const { basis, reducedCosts } = begun;
  const { basic } = highs.constants.basisStatus;
  const state = createState(highs, model, sparse, timeLeft);
  const isWanted = (column: number, place: number): boolean => {
    const { kind, lower } = model.columns[column] ?? {};
    return (
      kind !== 'seat' ||
      lower === 1 ||
      basis.colStatus[place] === basic ||
      (reducedCosts[column] ?? 0) <= NARROW
    );
  };
  takeIn(
    state,
    core.filter(isWanted).sort((a, b) => a - b),
    undefined,
  );
  // A row that is no longer to be broken but was at its bound has a column in its place in the basis.
  const bound = positions(basis.rowStatus, (status) => status !== basic).map((place) => rowAt[place] ?? -1);
  addRows(
    state,
    bound.filter((row) => row !== -1 && state.rowPlaceOf[row] === -1),
  );
  const rows = state.solver.getDimensions().numRows;
  state.begun = {
    isNarrow: true,
    reducedCosts,
    basis: {
      colStatus: Int32Array.from(state.core, (column) => basis.colStatus[of.placeOf[column] ?? 0] ?? 0),
      rowStatus: Int32Array.from(
        { length: rows },
        (_, place) => basis.rowStatus[of.rowPlaceOf[state.rowAt[place] ?? 0] ?? -1] ?? basic,
      ),
    },
  };
  return state;
}
