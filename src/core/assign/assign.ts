import { failure } from '../../errors.ts';
import type { Placement } from '../../model/placement.ts';
import type { Violation } from '../../model/violation.ts';
import { rankOf } from '../../model/wishes.ts';
import { checkPlan } from '../constraints/check-plan.ts';
import { compareText } from '../order.ts';
import { isForCore, solve } from './engines/choose.ts';
import { type Core, openByCore } from './engines/core.ts';
import type { TimeLeft } from './engines/unfinished.ts';
import { type Instance, pinnedSeats, seatsOf } from './instance.ts';
import type { Draw, Plan, Seating } from './plan.ts';
import { boundsOf, type Tweak } from './tweak.ts';
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
  return toPlan(instance, wanted, await solve(instance, wanted, before, timeLeft));
}

/** The best plan of a variant of an instance; `tweak` says what is different, where it is no more than that. */
export type SolveAgain = (variant: Instance, tweak?: Tweak) => Promise<Plan>;

/** What somebody is about to solve again and again. */
export interface Again {
  readonly instance: Instance;
  readonly wanted: Draw;
  /** The best plan of the instance, where it is known and proven. */
  readonly best: readonly Placement[] | undefined;
  readonly before: (title: string) => Promise<void>;
}

/**
 * Lends a way to solve an instance and variants of it. The instance itself and those that are a tweak of it start from
 * where the first of them began, and take a fraction of its time; others are assigned anew, and so are those that an
 * engine for their kind solves. The instance is not solved at all where its best plan is known.
 */
export async function solvingAgain<T>(
  { instance, wanted, best, before }: Again,
  use: (solve: SolveAgain) => Promise<T>,
): Promise<T> {
  let core: Core | undefined; // opened when it is first needed
  const solveTweaked = async (tweak: Tweak | undefined): Promise<Seating | undefined> => {
    core ??= await openByCore(instance, wanted, before);
    if (tweak === undefined) return (best && core.judge(seatsOf(best))) ?? core.solve();
    const bounds = boundsOf(tweak, instance, core.model);
    return bounds && core.solve([bounds]);
  };
  try {
    return await use(async (variant, tweak) => {
      const isTweaked = (variant === instance || tweak !== undefined) && isForCore(variant, wanted);
      const seating = isTweaked ? await solveTweaked(tweak) : undefined;
      return seating ? toPlan(variant, wanted, seating) : assign(variant, wanted, before);
    });
  } finally {
    core?.close();
  }
}

/** With its waitlist, and checked. */
function toPlan(instance: Instance, { criterion, seed, replan }: Draw, seating: Seating): Plan {
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
