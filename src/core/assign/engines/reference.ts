import { CONSTRAINTS } from '../../constraints/index.ts';
import type { Instance } from '../instance.ts';
import { createLinearModel } from '../linear-model.ts';
import type { Draw, Seating } from '../plan.ts';
import { listStages } from '../stages.ts';
import { highs } from './load-highs.ts';
import { toSeating } from './seating.ts';
import { solveInStages } from './solve-in-stages.ts';

/**
 * The reference engine: the whole instance as one integer program, every constraint and every stage, each stage
 * proven. Plain rather than fast; faster engines are held against it. `before` is told each stage and waited for.
 */
export async function solveByReference(
  instance: Instance,
  wanted: Draw,
  before: (title: string) => Promise<void>,
): Promise<Seating> {
  const model = createLinearModel(instance);
  for (const constraint of CONSTRAINTS) constraint.contribute(model, instance);
  const stages = listStages(instance, model, wanted);
  const solution = await solveInStages({
    highs: await highs(),
    model,
    stages,
    before: (stage) => before(stage.title),
  });
  return toSeating('reference', instance, model, stages, solution);
}
