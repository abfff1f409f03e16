import type { Instance } from '../instance.ts';
import { draw, ticketOf } from '../lottery.ts';
import type { Seating } from '../plan.ts';
import { highs } from './load-highs.ts';
import type { PlainDraw } from './plain-instance.ts';
import { listAims, weighAll } from './price-aims.ts';
import { climb, type PriceRun } from './price-climb.ts';
import type { PriceInstance } from './price-instance.ts';
import { createOracle } from './price-oracle.ts';
import { makePlan, type PricedPlan } from './price-plan.ts';
import type { TimeLeft } from './unfinished.ts';

/**
 * The engine for instances too large for a linear program over people, where nothing but seats couples them: prices of
 * seats, everybody's choice at these prices, and repairs. Prices prove how good the plan is, as a rule that it is the
 * best by the criterion. Among plans as good, the draw decides who is asked first; no stage of the
 * certificate is about it.
 */
export async function solveByPrices(
  instance: Instance,
  priced: PriceInstance,
  { criterion, seed }: PlainDraw,
  before: (title: string) => Promise<void>,
  timeLeft: TimeLeft = () => Number.POSITIVE_INFINITY,
): Promise<Seating> {
  const aims = listAims(priced, criterion);
  const run: PriceRun = {
    highs: await highs(),
    instance: priced,
    oracle: createOracle(priced),
    aims,
    weights: weighAll(priced, aims),
    order: drawOrder(instance, seed),
    hasTime: async (title) => {
      await before(title);
      return timeLeft() > 0;
    },
  };
  const random = generator(draw(seed, '', 'prices'));
  const ofSeats = aims.findIndex(({ id }) => !id.startsWith('unseated'));
  const first = ofSeats === -1 ? aims.length : ofSeats + 1;
  let plan = await makePlan(run, await climb(run, first), random);
  // Where seats are short, prices have to begin with who has none.
  if (first > 1 && (plan.sums[0] ?? 0) > (plan.bounds[0] ?? 0)) {
    const other = await makePlan(run, await climb(run, 1), random);
    if (isBetter(other, plan)) plan = other;
  }
  return {
    engine: 'price',
    seats: listSeats(instance, priced, plan.taken),
    bent: 0,
    certificate: aims.map(({ id, title }, index) => {
      const [value = 0, bound = 0] = [plan.sums[index], plan.bounds[index]];
      return { stage: id, title, value, bound, proven: bound >= value };
    }),
  };
}

/** By the sums in their order; of equal ones, by what is proven. */
function isBetter(one: PricedPlan, other: PricedPlan): boolean {
  const at = one.sums.findIndex((sum, index) => sum !== other.sums[index]);
  if (at !== -1) return (one.sums[at] ?? 0) < (other.sums[at] ?? 0);
  const proven = one.bounds.findIndex((bound, index) => bound !== other.bounds[index]);
  return proven !== -1 && (one.bounds[proven] ?? 0) > (other.bounds[proven] ?? 0);
}

/** Everybody by the number of their ticket, then by id. */
function drawOrder({ attendees }: Instance, seed: string): Int32Array {
  const tickets = Float64Array.from(attendees, ({ id }) => ticketOf(seed, id)[0]);
  const order = Int32Array.from(attendees.keys());
  return order.sort((a, b) => (tickets[a] ?? 0) - (tickets[b] ?? 0) || a - b);
}

/** Numbers from 0 to 1: Marsaglia's xorshift of 32 bits (2003). */
function generator(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Seats by person, then in the order of the programme. */
function listSeats(
  { attendees, sessions }: Instance,
  { slots }: PriceInstance,
  taken: Int32Array,
): Seating['seats'] {
  const seats: { attendee: string; session: string }[] = [];
  for (const [person, { id }] of attendees.entries()) {
    for (const place of taken.slice(person * slots, (person + 1) * slots).sort()) {
      const session = sessions[place];
      if (session !== undefined) seats.push({ attendee: id, session: session.id });
    }
  }
  return seats;
}
