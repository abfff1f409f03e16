import type { Instance } from '../instance.ts';
import type { Draw, Seating } from '../plan.ts';
import { CRITERIA } from '../stages.ts';
import { solveByCore } from './core.ts';
import { solveByFlow } from './flow.ts';
import { asFlow } from './flow-instance.ts';
import { solveByPrices } from './price.ts';
import { asPriced } from './price-instance.ts';

/**
 * People times sessions from which a linear program takes about a minute, and prices a few seconds (docs/benchmarks.md).
 */
const LARGE = 100_000;

/**
 * The best seats, by the engine that is made for instances of this kind. All find the same, except that of large
 * instances which are no flow the draw is not proven.
 */
export async function solve(
  instance: Instance,
  wanted: Draw,
  before: (title: string) => Promise<void>,
): Promise<Seating> {
  const flow = isPlain(wanted) ? asFlow(instance) : undefined;
  const seating = flow && (await solveByFlow(instance, flow, wanted, before));
  if (seating !== undefined) return seating;
  const isLarge = instance.attendees.length * instance.sessions.length >= LARGE;
  const priced = isPlain(wanted) && isLarge ? asPriced(instance) : undefined;
  return priced ? solveByPrices(instance, priced, wanted, before) : solveByCore(instance, wanted, before);
}

/** Whether nothing is asked for but a criterion and a seed: two engines know no more, and must not pass over it. */
function isPlain(wanted: Draw): boolean {
  const known = Object.entries(wanted).every(([key, value]) => value === undefined || PLAIN.includes(key));
  return known && Object.hasOwn(CRITERIA, wanted.criterion);
}

const PLAIN = ['criterion', 'seed'];
