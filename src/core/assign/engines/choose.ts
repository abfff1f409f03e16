import type { Instance } from '../instance.ts';
import type { Draw, Seating } from '../plan.ts';
import { isRankCriterion } from '../rank-stages.ts';
import { solveByCore } from './core.ts';
import { solveByFlow } from './flow.ts';
import type { PlainDraw } from './flow-costs.ts';
import { asFlow } from './flow-instance.ts';
import type { TimeLeft } from './unfinished.ts';

/** The best seats, by the engine that is made for instances of this kind. All engines find the same. */
export async function solve(
  instance: Instance,
  wanted: Draw,
  before: (title: string) => Promise<void>,
  timeLeft?: TimeLeft,
): Promise<Seating> {
  const flow = asFlow(instance);
  const seating =
    flow !== undefined && isPlain(wanted) ? await solveByFlow(instance, flow, wanted, before) : undefined;
  return seating ?? solveByCore(instance, wanted, before, timeLeft);
}

/** Whether nothing is asked for but a criterion and a seed: the flow engine knows no more, and must not pass over it. */
function isPlain(wanted: Draw): wanted is Draw & PlainDraw {
  const known = Object.entries(wanted).every(([key, value]) => value === undefined || PLAIN.includes(key));
  return known && isRankCriterion(wanted.criterion);
}

const PLAIN = ['criterion', 'seed'];
