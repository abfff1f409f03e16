import loadHighs from 'highs';
import { buildModel } from '../build-model.ts';
import type { Instance } from '../instance.ts';
import type { Draw, Seating } from '../plan.ts';
import { listStages } from '../stages.ts';
import { solveInStages } from './solve-in-stages.ts';
import { toSeating } from './to-seating.ts';
import type { TimeLeft } from './unfinished.ts';

/** The package declares itself as CommonJS and is an ES module with a default export. */
const load = loadHighs as unknown as typeof loadHighs.default;
/** Compiling HiGHS takes longer than a small solve; models share nothing but the compiled code. */
let loaded: ReturnType<typeof load> | undefined;

/**
 * The reference engine: the whole instance as one integer program, every constraint and every stage, each stage
 * proven. Plain rather than fast; faster engines are held against it. `before` is told each stage and waited for.
 */
export async function solveByReference(
  instance: Instance,
  wanted: Draw,
  before: (title: string) => Promise<void>,
  timeLeft: TimeLeft = () => Number.POSITIVE_INFINITY,
): Promise<Seating> {
  const model = buildModel(instance, wanted);
  const stages = listStages(instance, model, wanted);
  loaded ??= load();
  const highs = await loaded;
  const solution = await solveInStages({
    highs,
    model,
    stages,
    before: (stage) => before(stage.title),
    timeLeft,
  });
  return toSeating(highs, { engine: 'reference', instance, model, stages, wanted }, solution);
}
