import { buildModel } from '../build-model.ts';
import type { Instance } from '../instance.ts';
import type { Draw, Seating } from '../plan.ts';
import { listStages } from '../stages.ts';
import { highs } from './load-highs.ts';
import { toSeating } from './seating.ts';
import { solveInStages } from './solve-in-stages.ts';
import type { TimeLeft } from './unfinished.ts';

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
  const solver = await highs();
  const solution = await solveInStages({
    highs: solver,
    model,
    stages,
    before: (stage) => before(stage.title),
    timeLeft,
  });
  return toSeating(solver, { engine: 'reference', instance, model, stages, wanted }, solution);
}
