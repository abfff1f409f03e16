import type { Instance } from '../instance.ts';
import type { Draw, Seating } from '../plan.ts';
import { isRankCriterion } from '../rank-stages.ts';
import { solveByCore } from './core.ts';
import { solveByFlow } from './flow.ts';
import { asFlow } from './flow-instance.ts';
import type { PlainDraw } from './plain-instance.ts';
import { solveByPrices } from './price.ts';
import { asPriced, type PriceInstance } from './price-instance.ts';
import type { TimeLeft } from './unfinished.ts';

/** People times sessions; a linear program over them takes a minute or more, prices a few seconds. */
const LARGE = 100_000;

/**
 * The best seats, by the engine that is made for instances of this kind. All engines find the same, except that in large
 * instances which are no flow the draw only decides who is asked first.
 */
export async function solve(
  instance: Instance,
  wanted: Draw,
  before: (title: string) => Promise<void>,
  timeLeft?: TimeLeft,
): Promise<Seating> {
  const plain = isPlain(wanted) ? await solvePlain(instance, wanted, before, timeLeft) : undefined;
  return plain ?? solveByCore(instance, wanted, before, timeLeft);
}

/** Whether `solve` would come to the engine for everything, see `openByCore`. */
export function isForCore(instance: Instance, wanted: Draw): boolean {
  return !isPlain(wanted) || (asFlow(instance) ?? findPriced(instance)) === undefined;
}

/** Undefined where no engine is made for the instance. */
async function solvePlain(
  instance: Instance,
  wanted: PlainDraw,
  before: (title: string) => Promise<void>,
  timeLeft: TimeLeft | undefined,
): Promise<Seating | undefined> {
  const flow = asFlow(instance);
  const seating = flow && (await solveByFlow(instance, flow, wanted, before));
  if (seating !== undefined) return seating;
  const priced = findPriced(instance);
  return priced && solveByPrices(instance, priced, wanted, before, timeLeft);
}

function findPriced(instance: Instance): PriceInstance | undefined {
  const isLarge = instance.attendees.length * instance.sessions.length >= LARGE;
  return isLarge ? asPriced(instance) : undefined;
}

/** Whether nothing is asked for but a criterion and a seed: two engines know no more, and must not pass over it. */
function isPlain(wanted: Draw): wanted is Draw & PlainDraw {
  const known = Object.entries(wanted).every(([key, value]) => value === undefined || PLAIN.includes(key));
  return known && isRankCriterion(wanted.criterion);
}

const PLAIN = ['criterion', 'seed'];
