import { isDrawn, type Stage } from '../stages.ts';
import type { CoreProgram } from './core-program.ts';
import { isWhole, sumOver, TOLERANCE, toWhole } from './numbers.ts';
import type { StagedSolution } from './seating.ts';
import { firstAndLast, type Unfinished } from './unfinished.ts';

/**
 * The bold way goes on where a stage's linear optimum is whole in value but not yet in its columns, and settles on a
 * whole plan later; the careful way proves every stage by branch and bound.
 */
export type Way = 'bold' | 'careful';

export interface StagedProgram {
  readonly program: CoreProgram;
  readonly stages: readonly Stage[];
  /** All stages at once, see `guideOf`: what its optimum leaves at nothing need not be looked at again. */
  readonly guide: Stage;
  readonly way: Way;
  /** Called before each stage and waited for, so that the world can be heard and told. */
  readonly before: (stage: Stage) => Promise<void>;
}

/**
 * The plan that is best in the first stage, among those best in the second, and so on; proven in every stage. See
 * `solve-in-stages.ts` for the same over the whole model. Undefined where this way finds none.
 */
export async function solveStageByStage(
  problem: StagedProgram,
): Promise<StagedSolution | Unfinished | undefined> {
  const { stages, before } = problem;
  if (stages.length === 0) return { values: new Float64Array(), sums: [], bounds: [] };
  const guided = problem.way === 'bold' ? await settleByGuide(problem) : UNGUIDED;
  if (guided === 'late') return { values: undefined, optima: [], bounds: [] };
  if (guided === undefined) return undefined;
  const { count } = guided;
  let { optima } = guided;
  const sums = new Array<number>(count).fill(0);
  const bounds = new Array<number>(count).fill(0);
  let whole: Float64Array | undefined;
  for (const [index, stage] of stages.entries()) {
    if (index < count) continue;
    await before(stage);
    const solved = solveStage(problem, stage, index === stages.length - 1, whole);
    if (solved === 'late') return { values: whole, optima, bounds };
    if (solved === undefined) return undefined;
    whole = solved.whole;
    sums.push(solved.sum);
    bounds.push(solved.bound);
    optima = firstAndLast(optima, solved.latest);
    if (solved.isLate) return { values: whole, optima, bounds };
  }
  const last = whole ?? new Float64Array();
  const kept = stages.every((stage, index) => sumOver(stage, last) === sums[index]);
  return kept ? { values: last, sums, bounds } : undefined;
}

/**
 * Keeps every first stage but the last of which the guide leaves nothing; no cost is below nothing. Gives back how many.
 * Whether a plan in whole numbers leaves nothing as well shows in the end, so that the careful way looks at every stage.
 */
async function settleByGuide({
  program,
  stages,
  guide,
  before,
}: StagedProgram): Promise<Guided | undefined | 'late'> {
  await before(guide);
  const relaxed = program.optimise(guide);
  if (relaxed === undefined || relaxed === 'late') return relaxed;
  let count = 0;
  for (const stage of stages.slice(0, -1)) {
    if (sumOver(stage, relaxed.columns) > TOLERANCE) break;
    program.keep(
      stage,
      { ...relaxed, value: 0, reducedCosts: stage.costs, duals: new Float64Array() },
      0,
      false,
    );
    count += 1;
  }
  return { count, optima: [relaxed.columns] };
}

interface Guided {
  readonly count: number;
  /** The guide's, where there was one. */
  readonly optima: readonly Float64Array[];
}

const UNGUIDED: Guided = { count: 0, optima: [] };

interface SolvedStage {
  readonly sum: number;
  readonly bound: number;
  /** The latest plan in whole numbers. */
  readonly whole: Float64Array | undefined;
  /** The optimum without whole numbers. */
  readonly latest: Float64Array;
  readonly isLate: boolean;
}

function solveStage(
  { program, way }: StagedProgram,
  stage: Stage,
  isLast: boolean,
  before: Float64Array | undefined,
): SolvedStage | undefined | 'late' {
  const relaxed = program.optimise(stage);
  if (relaxed === undefined || relaxed === 'late') return relaxed;
  let sum = toWhole(relaxed.value);
  let bound = Math.ceil(relaxed.value - TOLERANCE);
  let whole = before;
  const isPostponed =
    way === 'bold' && !isLast && !isDrawn(stage) && Math.abs(sum - relaxed.value) < TOLERANCE;
  if (isWhole(relaxed.columns)) {
    whole = relaxed.columns.map((value) => Math.round(value) + 0);
    sum = sumOver(stage, whole);
  } else if (!isPostponed) {
    const found = program.optimiseWhole(stage, relaxed, before);
    if (found === undefined || found === 'late') return found;
    whole = found.columns;
    sum = sumOver(stage, whole);
    bound = Math.max(bound, Math.ceil(found.bound - TOLERANCE));
    if (found.isLate) return { sum, bound, whole, latest: relaxed.columns, isLate: true };
  }
  if (!isLast) program.keep(stage, relaxed, sum, way === 'careful');
  return { sum, bound: bound + 0, whole, latest: relaxed.columns, isLate: false };
}
