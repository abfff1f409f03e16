import { failure } from '../../errors.ts';
import type { Placement } from '../../model/placement.ts';
import type { Violation } from '../../model/violation.ts';
import { rankOf } from '../../model/wishes.ts';
import { checkPlan } from '../constraints/check-plan.ts';
import { compareText } from '../order.ts';
import { solve } from './engines/choose.ts';
import type { TimeLeft } from './engines/unfinished.ts';
import { type Instance, pinnedSeats } from './instance.ts';
import type { Draw, Plan, Seating } from './plan.ts';
import { queue } from './waitlist.ts';

/**
 * The best assignment of an instance, with its waitlist and the proof of how good it is. The plan is checked by rules
 * that know nothing of how it was made; where it fails, that is our fault and thrown as such.
 */
export async function assign(
  instance: Instance,
  wanted: Draw,
  before: (title: string) => Promise<void>,
  timeLeft?: TimeLeft,
): Promise<Plan> {
  await requireEnoughMoves(instance, wanted, before, timeLeft);
  const { criterion, seed, replan } = wanted;
  const seating = await solve(instance, wanted, before, timeLeft);
  const seats = toPlacements(instance, seating);
  const placements = [...seats, ...queue(instance, seats, seed, replan?.published)];
  const violations = checkPlan(instance, placements);
  requireAgreement(seating, placements, violations);
  const { engine, certificate } = seating;
  return { criterion, seed, engine, placements, certificate, violations };
}

/** SOS420 where even the plan that moves fewest moves more seats than the organiser allows. */
async function requireEnoughMoves(
  instance: Instance,
  { criterion, seed, replan }: Draw,
  before: (title: string) => Promise<void>,
  timeLeft: TimeLeft | undefined,
): Promise<void> {
  if (replan?.maxMoves === undefined) return;
  const { published, maxMoves } = replan;
  const least: Draw = { criterion, seed, replan: { published, fillOnly: true } };
  const fewest = await solve(instance, least, before, timeLeft);
  const needed = fewest.certificate.find((one) => one.stage === 'moves')?.bound ?? 0;
  if (needed <= maxMoves) return;
  const seats = needed === 1 ? '1 published seat' : `${needed} published seats`;
  throw failure('SOS420', `At least ${seats} must move, more than --max-moves ${maxMoves} allows.`, {
    hint: `A session or room became smaller, or a pin stands against the published plan. Allow --max-moves ${needed}, or undo that.`,
  });
}

function toPlacements(instance: Instance, { seats }: Seating): Placement[] {
  const people = new Map(instance.attendees.map((one) => [one.id, one]));
  const sessions = new Map(instance.sessions.map((one) => [one.id, one]));
  const slots = instance.slots.map((slot) => slot.id);
  const isPinned = pinnedSeats(instance);
  return seats
    .map(({ attendee, session }): Placement => {
      const theme = sessions.get(session)?.theme ?? '';
      return {
        attendee,
        timeSlot: sessions.get(session)?.timeSlot ?? '',
        session,
        kind: isPinned(attendee, session) ? 'pinned' : 'assigned',
        rank: rankOf(people.get(attendee)?.wishes ?? [], theme),
      };
    })
    .sort(
      (a, b) => compareText(a.attendee, b.attendee) || slots.indexOf(a.timeSlot) - slots.indexOf(b.timeSlot),
    );
}

/** The engine and the checker must say the same about a plan. */
function requireAgreement(
  seating: Seating,
  placements: readonly Placement[],
  violations: readonly Violation[],
): void {
  const broken = violations.filter((one) => one.hard).length;
  if (broken > 0) throw new Error(`the engine broke ${broken} hard rules`);
  const missing = placements.filter((one) => one.kind === 'waitlisted').length;
  const claimed = seating.certificate.find((one) => one.stage === 'unseated')?.value ?? 0;
  if (missing !== claimed) throw new Error(`the engine left ${claimed} seats out, the plan ${missing}`);
  const bent = violations.reduce((sum, one) => sum + one.amount, 0);
  if (bent !== seating.bent) throw new Error(`the engine bent rules by ${seating.bent}, the plan by ${bent}`);
}
