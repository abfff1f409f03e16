import type { Highs } from 'highs';
import type { Instance } from '../instance.ts';
import type { Column, LinearModel } from '../linear-model.ts';
import type { Draw } from '../plan.ts';
import { ruleCost, type Stage } from '../stages.ts';
import { seatOneByOne } from './makeshift.ts';
import { toModelData } from './model-data.ts';
import { sumOver, toWhole } from './numbers.ts';

/** Seconds that an engine has left: infinite where nobody limits it, 0 where it must come to an end. */
export type TimeLeft = () => number;

/** An engine's answer where time was up: bounds of the stages it came to, and what it had by then. */
export interface Unfinished {
  /** The last plan in whole numbers. */
  readonly values: ArrayLike<number> | undefined;
  /** The first and the last optimum of a linear program, almost whole as a rule. */
  readonly optima: readonly ArrayLike<number>[];
  readonly bounds: readonly number[];
}

/** What is said of a plan, stage by stage. */
export interface Judged {
  readonly values: ArrayLike<number>;
  readonly sums: readonly number[];
  readonly bounds: readonly number[];
  /** True where no engine had a plan yet and one was made without looking for the best. */
  readonly isMakeshift: boolean;
}

/**
 * The best plan so far and how good it is: the last whole one, or a linear optimum made whole, whichever is better. Where
 * there is neither, people are seated one after the other. A bound counts for plans that are as good in the stages
 * before: from the first stage on in which the plan falls short of it, all that is known is that nothing is less than
 * nothing. Undefined where not even such a plan keeps the hard rules.
 */
export function judgeUnfinished(
  highs: Highs,
  { instance, model, stages, wanted }: Solved,
  { values, optima, bounds }: Unfinished,
): Judged | undefined {
  const isMakeshift = values === undefined && optima.length === 0;
  const candidates = [
    ...(values === undefined ? [] : [seatsIn(model, values)]),
    ...optima.map((optimum) => seatOneByOne(instance, model, wanted, optimum)),
    ...(isMakeshift ? [seatOneByOne(instance, model, wanted, [])] : []),
  ];
  const plans = candidates.flatMap((seats) => {
    const whole = fillIn(highs, model, seats);
    return whole === undefined ? [] : [{ whole, sums: stages.map((stage) => sumOver(stage, whole)) }];
  });
  const [best] = plans.sort((a, b) => compareSums(a.sums, b.sums));
  if (best === undefined) return undefined;
  const { whole, sums } = best;
  const short = sums.findIndex((sum, index) => sum > (bounds[index] ?? 0));
  return {
    values: whole,
    sums,
    bounds: sums.map((_, index) => (short === -1 || index <= short ? (bounds[index] ?? 0) : 0)),
    isMakeshift,
  };
}

function seatsIn(model: LinearModel, values: ArrayLike<number>): readonly number[] {
  return model.columns.flatMap(({ kind }, index) => (kind === 'seat' && values[index] === 1 ? [index] : []));
}

function compareSums(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((sum, index) => sum !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** What an engine was at. */
export interface Solved {
  readonly instance: Instance;
  readonly model: LinearModel;
  readonly stages: readonly Stage[];
  readonly wanted: Draw;
}

/**
 * The other columns for these seats: rules bent by no more than they need be, and nothing counted in vain. Undefined where
 * the seats break a hard rule.
 */
export function fillIn(
  highs: Highs,
  model: LinearModel,
  seats: readonly number[],
): readonly number[] | undefined {
  const taken = new Set(seats);
  const solver = highs.createModel(toModelData(highs, model));
  try {
    solver.options.set({ output_flag: false, mip_rel_gap: 0, random_seed: 0 });
    const fixed = model.columns.flatMap(({ kind }, index) => (kind === 'seat' ? [index] : []));
    const at = fixed.map((index) => (taken.has(index) ? 1 : 0));
    if (fixed.length > 0) solver.changeColsBounds({ kind: 'set', indices: fixed }, at, at);
    const every = { kind: 'range', from: 0, to: model.columns.length - 1 } as const;
    solver.changeColsCost(every, Float64Array.from(model.columns, costBesideSeats));
    solver.changeColsIntegrality(
      every,
      new Int32Array(model.columns.length).fill(highs.constants.variableType.integer),
    );
    solver.run();
    if (solver.getModelStatus() !== highs.constants.modelStatus.optimal) return undefined;
    return Array.from(solver.getSolution().colValue, toWhole);
  } finally {
    solver.dispose();
  }
}

/** A total is counted by its lowest steps; it has no row in common with rules. */
function costBesideSeats(column: Column): number {
  if (column.kind === 'slack') return ruleCost(column);
  return column.kind === 'total' ? column.least : 0;
}

/** The first and the last of several, with one more. */
export function firstAndLast<T>([first]: readonly T[], last: T): readonly T[] {
  return first === undefined ? [last] : [first, last];
}
