import type { Attendee } from '../../model/attendee.ts';
import type { Session } from '../../model/event.ts';
import type { Pin, Placement } from '../../model/placement.ts';
import type { Violation } from '../../model/violation.ts';
import { rankOf } from '../../model/wishes.ts';
import { findCancelled } from '../assign/cancelled.ts';
import { costRank, type Instance, seatsOf } from '../assign/instance.ts';
import { findBrokenByPins, findForcedSeats } from '../assign/pins-and-rules.ts';
import type { Plan } from '../assign/plan.ts';
import { findAbsences } from '../assign/presence.ts';
import type { Tweak } from '../assign/tweak.ts';
import { findBan } from '../constraints/may-sit.ts';
import { findMoves, firstLoss, type Move, type StageLoss } from './compare-plans.ts';
import { type Change, findChange } from './smallest-change.ts';
import { type Solve, withPlace } from './variants.ts';

/** A wished theme that the attendee did not get although a seat they have is worse for them. */
export interface MissedWish {
  readonly theme: string;
  readonly rank: number;
  /** One for each session of the theme, in the order of sosent.yaml. */
  readonly obstacles: readonly Obstacle[];
  /** What the plan with the wish given would cost, solved; undefined where no session can take the attendee. */
  readonly cost: Cost | undefined;
  /** The smallest change found that gives the wish, solved; undefined where none of those tried does. */
  readonly change: Change | undefined;
  /** Every change that was solved and did not give the wish. */
  readonly tried: readonly Change[];
  /** True where the plan on disk is behind and the plan of today gives the wish. */
  readonly givenToday: boolean;
}

/** What stands between an attendee and one session. */
export type Obstacle =
  | {
      readonly kind: 'full';
      readonly session: string;
      readonly seats: number;
      /** How many of those who sit there the organiser pinned, and how many wished it at least as much. */
      readonly pinned: number;
      readonly wishedAsMuch: number;
    }
  | { readonly kind: 'all-pinned'; readonly session: string; readonly seats: number }
  | { readonly kind: 'free'; readonly session: string; readonly free: number }
  | { readonly kind: 'excluded'; readonly session: string; readonly pin: Pin }
  | { readonly kind: 'pinned-elsewhere'; readonly session: string; readonly pin: Pin }
  /** A rule that looks at this seat alone: ids of the constraint, and of the rule in sosent.yaml ('' for none). */
  | {
      readonly kind: 'forbidden';
      readonly session: string;
      readonly constraint: string;
      readonly rule: string;
    }
  /** What no plan can keep beside this seat, in the words of the checker, and the attendee's groups in the pins. */
  | {
      readonly kind: 'clash';
      readonly session: string;
      readonly broken: readonly Pick<Violation, 'rule' | 'message'>[];
      readonly pins: readonly Pin[];
    }
  /** The plan cancels the session, because too few would come. */
  | { readonly kind: 'cancelled'; readonly session: string };

/** The best plan in which the attendee sits in `session`, held against the best plan of all. */
export interface Cost {
  readonly session: string;
  /** Undefined where only the order of equally good plans decides. */
  readonly loss: StageLoss | undefined;
  /** What becomes of others. */
  readonly moves: readonly Move[];
  /** Rules that would be bent, and are not (or by less) in the best plan. */
  readonly violations: readonly Violation[];
}

/** Obstacles beside which a plan with the seat can be made. */
const OPEN: readonly Obstacle['kind'][] = ['full', 'free', 'cancelled'];

export interface Question {
  readonly instance: Instance;
  readonly attendee: Attendee;
  /** What stands in data/placements.csv. */
  readonly written: readonly Placement[];
  /** The best plan of the folder as it is now. */
  readonly best: Plan;
  readonly solve: Solve;
}

export async function explainMissedWish(question: Question, theme: string): Promise<MissedWish> {
  const { instance, attendee, best } = question;
  const sessions = instance.sessions.filter((one) => one.theme === theme);
  const obstacles = sessions.map((session) => findObstacle(question, session));
  const about = { theme, rank: rankOf(attendee.wishes, theme), obstacles };
  const themes = new Map(instance.sessions.map((one) => [one.id, one.theme]));
  const givenToday = seatsOf(best.placements).some(
    (one) => one.attendee === attendee.id && themes.get(one.session) === theme,
  );
  if (givenToday) return { ...about, cost: undefined, change: undefined, tried: [], givenToday };
  const open = sessions.filter((session) =>
    obstacles.some((one) => one.session === session.id && OPEN.includes(one.kind)),
  );
  const costs: { readonly cost: Cost; readonly plan: Plan }[] = [];
  for (const session of open) costs.push(await findCost(question, session));
  const worse = (a: Plan, b: Plan): number => Number(firstLoss(b, a) !== undefined);
  const [cheapest] = costs.sort((a, b) => worse(a.plan, b.plan) - worse(b.plan, a.plan));
  const cost = cheapest?.cost;
  return { ...about, cost, ...(await findChange(question, theme, obstacles, cost)), givenToday };
}

/** Themes that the attendee wished more than the worst seat of theirs; without a seat somewhere, every theme left. */
export function findMissedThemes({
  instance,
  attendee,
  written,
}: Pick<Question, 'instance' | 'attendee' | 'written'>): readonly string[] {
  const own = written.filter((one) => one.attendee === attendee.id);
  const themes = new Map(instance.sessions.map((one) => [one.id, one.theme]));
  const had = seatsOf(own).map((one) => themes.get(one.session) ?? '');
  const isAbsent = findAbsences(instance);
  const everySlot = instance.slots.every(
    (slot) => isAbsent(attendee.id, slot.id) || seatsOf(own).some((one) => one.timeSlot === slot.id),
  );
  const worst = everySlot
    ? had.reduce((most, theme) => Math.max(most, costRank(attendee, theme)), 0)
    : Number.POSITIVE_INFINITY;
  const waitsFor = own.flatMap((one) => (one.kind === 'waitlisted' ? (themes.get(one.session) ?? []) : []));
  const wished = attendee.wishes.flat().filter((theme) => costRank(attendee, theme) < worst);
  return [...new Set([...wished, ...waitsFor])].filter((theme) => !had.includes(theme));
}

function findObstacle({ instance, attendee, written }: Question, session: Session): Obstacle {
  const never = findNever(instance, attendee, session);
  if (never !== undefined) return never;
  if (findCancelled(instance.sessions, written).has(session.id)) {
    return { kind: 'cancelled', session: session.id };
  }
  const here = seatsOf(written).filter((one) => one.session === session.id);
  if (here.length < session.capacity) {
    return { kind: 'free', session: session.id, free: session.capacity - here.length };
  }
  const rank = costRank(attendee, session.theme);
  const people = new Map(instance.attendees.map((one) => [one.id, one]));
  const wishedAsMuch = here.filter((one) => {
    const other = rankOf(people.get(one.attendee)?.wishes ?? [], session.theme);
    return other > 0 && other <= rank;
  }).length;
  const pinned = here.filter((one) => one.kind === 'pinned').length;
  return { kind: 'full', session: session.id, seats: session.capacity, pinned, wishedAsMuch };
}

/** What keeps the attendee out of a session in every plan. */
function findNever(instance: Instance, attendee: Attendee, session: Session): Obstacle | undefined {
  const own = instance.pins.filter((one) => one.attendee.id === attendee.id);
  const excluded = own.find((one) => one.pin.kind === 'exclude' && one.sessions.includes(session));
  if (excluded !== undefined) return { kind: 'excluded', session: session.id, pin: excluded.pin };
  const ban = findBan(instance, attendee, session);
  if (ban !== undefined) return { kind: 'forbidden', session: session.id, ...ban };
  const elsewhere = own.find(
    (one) => one.pin.kind === 'pin' && one.sessions.some((other) => other.timeSlot === session.timeSlot),
  );
  if (elsewhere !== undefined) {
    return { kind: 'pinned-elsewhere', session: session.id, pin: elsewhere.pin };
  }
  const forced = findForcedSeats(instance).filter((one) => one.session === session.id);
  if (forced.length >= session.capacity) {
    return { kind: 'all-pinned', session: session.id, seats: session.capacity };
  }
  const broken = findBrokenByPins(withPlace(instance, attendee, session));
  if (broken.length === 0) return undefined;
  const groups = own.filter(({ pin }) => pin.kind === 'together' || pin.kind === 'apart');
  return {
    kind: 'clash',
    session: session.id,
    broken: broken.map(({ rule, message }) => ({ rule, message })),
    pins: groups.map((one) => one.pin),
  };
}

async function findCost(
  { instance, attendee, best, solve }: Question,
  session: Session,
): Promise<{ readonly cost: Cost; readonly plan: Plan }> {
  const tweak: Tweak = { kind: 'place', attendee: attendee.id, session: session.id };
  const plan = await solve(withPlace(instance, attendee, session), tweak);
  const before = new Map(best.violations.map((one) => [caseOf(one), one.amount]));
  return {
    plan,
    cost: {
      session: session.id,
      loss: firstLoss(best, plan),
      moves: findMoves(instance, best.placements, plan.placements).filter(
        (one) => one.attendee !== attendee.id,
      ),
      violations: plan.violations.filter((one) => one.amount > (before.get(caseOf(one)) ?? 0)),
    },
  };
}

/** The case of a rule without the number of people, which the message holds, so that cases of two plans compare. */
function caseOf({ constraint, rule, sessions, message }: Violation): string {
  return JSON.stringify([constraint, rule, sessions, message.replace(/\d+/g, '#')]);
}
