import type { Instance } from '../instance.ts';
import type { Draw, Seating } from '../plan.ts';
import { solveByCore } from './core.ts';
import { solveByFlow } from './flow.ts';
import { asFlow } from './flow-instance.ts';

/** The best seats, by the engine that is made for instances of this kind. All engines find the same. */
export async function solve(
  instance: Instance,
  wanted: Draw,
  before: (title: string) => Promise<void>,
): Promise<Seating> {
  const flow = asFlow(instance);
  const seating = flow && (await solveByFlow(instance, flow, wanted, before));
  return seating ?? solveByCore(instance, wanted, before);
}
