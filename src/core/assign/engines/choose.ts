import type { Instance } from '../instance.ts';
import type { Draw, Seating } from '../plan.ts';
import { CRITERIA } from '../stages.ts';
import { solveByCore } from './core.ts';
import { solveByFlow } from './flow.ts';
import { asFlow } from './flow-instance.ts';

/** The best seats, by the engine that is made for instances of this kind. All engines find the same. */
export async function solve(
  instance: Instance,
  wanted: Draw,
  before: (title: string) => Promise<void>,
): Promise<Seating> {
  const flow = isPlain(wanted) ? asFlow(instance) : undefined;
  const seating = flow && (await solveByFlow(instance, flow, wanted, before));
  return seating ?? solveByCore(instance, wanted, before);
}

/** Whether nothing is asked for but a criterion and a seed: the flow engine knows no more, and must not pass over it. */
function isPlain(wanted: Draw): boolean {
  const known = Object.entries(wanted).every(([key, value]) => value === undefined || PLAIN.includes(key));
  return known && Object.hasOwn(CRITERIA, wanted.criterion);
}

const PLAIN = ['criterion', 'seed'];
