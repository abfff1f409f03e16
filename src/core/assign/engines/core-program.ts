import type { Highs } from 'highs';
import type { LinearModel } from '../linear-model.ts';
import type { Stage } from '../stages.ts';
import type { Bounds } from '../tweak.ts';
import { keep } from './core-keep.ts';
import { narrow, restart } from './core-restart.ts';
import { type CoreState, createState, takeIn } from './core-state.ts';
import { firstBasis } from './first-basis.ts';
import { positions, TOLERANCE } from './numbers.ts';
import { sparseColumns } from './sparse-columns.ts';
import type { TimeLeft } from './unfinished.ts';
import { searchWhole, type Whole } from './whole-search.ts';

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
  /**
   * Forgets what was kept, so that the stages can be gone through again, with other bounds. The linear program starts
   * from where the first stage ended that was ever solved.
   */
  readonly restart: (bounds: readonly Bounds[]) => void;
  /**
   * The same program over those columns only that cost little where the first stage ended: to be restarted often, as each
   * run takes half as long. What it misses it takes in. Undefined where it is narrow already, or nothing was solved.
   */
  readonly narrow: () => CoreProgram | undefined;
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

/** `first` are the columns to begin with; all that are no seats, and those that are fixed, are taken in besides. */
export function createCoreProgram(
  highs: Highs,
  model: LinearModel,
  first: Iterable<number>,
  timeLeft: TimeLeft,
): CoreProgram {
  const state = createState(highs, model, sparseColumns(model), timeLeft);
  const isFirst = new Uint8Array(model.columns.length);
  for (const column of first) isFirst[column] = 1;
  for (const [column, { kind, lower }] of model.columns.entries()) {
    if (kind !== 'seat' || lower > 0) isFirst[column] = 1;
  }
  takeIn(state, positions(isFirst, Boolean), undefined);
  return toProgram(state);
}

function toProgram(state: CoreState): CoreProgram {
  return {
    optimise: (stage) => optimise(state, stage),
    optimiseWhole: (stage, optimum, start) => searchWhole({ ...state, stage, optimum, start }),
    keep: (stage, optimum, sum, withRow) => keep(state, stage, optimum, sum, withRow),
    restart: (bounds) => restart(state, bounds),
    narrow: () => {
      const narrowed = narrow(state);
      return narrowed && toProgram(narrowed);
    },
    dispose: () => state.solver.dispose(),
  };
}

function optimise(state: CoreState, stage: Stage): Optimum | undefined | 'late' {
  const { solver, highs } = state;
  solver.changeColsCost(
    { kind: 'range', from: 0, to: state.core.length - 1 },
    state.core.map((column) => stage.costs[column] ?? 0),
  );
  if (state.begun === undefined) solver.setBasis(firstBasis(state, stage.costs));
  for (;;) {
    if (!state.run('linear')) return 'late';
    const status = solver.getModelStatus();
    if (status === highs.constants.modelStatus.timeLimit) return 'late';
    if (status !== highs.constants.modelStatus.optimal) return undefined;
    const optimum = readOptimum(state, stage);
    const wanted = findWanted(state, optimum.reducedCosts);
    if (wanted.length === 0) {
      state.begun ??= {
        basis: solver.getBasis(),
        reducedCosts: optimum.reducedCosts,
        isNarrow: false,
      };
      return optimum;
    }
    takeIn(state, wanted, stage);
  }
}

function readOptimum(state: CoreState, stage: Stage): Optimum {
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
function findWanted({ model, placeOf, upper }: CoreState, reducedCosts: Float64Array): number[] {
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
