import { CONSTRAINTS } from '../constraints/index.ts';
import type { Instance } from './instance.ts';
import { createLinearModel, type LinearModel } from './linear-model.ts';
import { moveCosts } from './moves.ts';
import type { Draw } from './plan.ts';

/** The linear model of an instance with every constraint, and no more moves than the organiser allows. */
export function buildModel(instance: Instance, wanted: Draw): LinearModel {
  const model = createLinearModel(instance);
  for (const constraint of CONSTRAINTS) constraint.contribute(model, instance);
  const { maxMoves } = wanted.replan ?? {};
  if (maxMoves !== undefined) {
    const entries = [...moveCosts(instance, model, wanted)];
    model.addRow({ lower: Number.NEGATIVE_INFINITY, upper: maxMoves, entries });
  }
  return model;
}
