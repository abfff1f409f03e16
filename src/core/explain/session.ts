import type { Placement } from '../../model/placement.ts';
import { findCancelled } from '../assign/cancelled.ts';
import { type Instance, seatsOf } from '../assign/instance.ts';
import { findForcedSeats } from '../assign/pins-and-rules.ts';
import type { Plan } from '../assign/plan.ts';
import { priorityOf } from '../assign/priority.ts';
import { publishedQueue } from '../assign/promotion.ts';
import { type Effect, findEffect } from './compare-plans.ts';
import { type Solve, withSeats } from './variants.ts';

/** Who sits in a session, who waits, and what a seat more or less would change. */
export interface SessionExplanation {
  readonly kind: 'session';
  readonly session: string;
  readonly seats: number;
  readonly seated: number;
  /** Whether the plan cancels it, because too few would come. */
  readonly cancelled: boolean;
  readonly pinned: number;
  /** Counts by id of attendee type ('' for none), by id of delegation, and by rank of the wish (0 for not wished). */
  readonly byType: readonly Count[];
  readonly byDelegation: readonly Count[];
  readonly byRank: readonly Count[];
  readonly queue: readonly Waiting[];
  /** Undefined where pins, and whoever must sit with somebody pinned, need all seats. */
  readonly oneLess: Effect | undefined;
  readonly oneMore: Effect;
}

export interface Count {
  readonly of: string;
  readonly people: number;
}

export interface Waiting {
  readonly attendee: string;
  readonly rank: number;
  readonly registeredAt: string;
  /** What put this person behind the one before; undefined for the first. */
  readonly behindBy: 'published' | 'priority' | 'rank' | 'registration' | 'draw' | undefined;
}

/** Two solves: one seat more, one seat less. */
export async function explainSession(question: {
  readonly instance: Instance;
  readonly session: string;
  readonly written: readonly Placement[];
  readonly best: Plan;
  /** The published plan that this one follows. */
  readonly published?: readonly Placement[];
  readonly solve: Solve;
}): Promise<SessionExplanation> {
  const { instance, session, written, best, published = [], solve } = question;
  const here = seatsOf(written).filter((one) => one.session === session);
  const people = new Map(instance.attendees.map((one) => [one.id, one]));
  const ids = new Set(here.map((one) => one.attendee));
  const seats = instance.sessions.find((one) => one.id === session)?.capacity ?? 0;
  const pins = new Set(
    instance.pins
      .filter((one) => one.pin.kind === 'pin' && one.sessions.some((other) => other.id === session))
      .map((one) => one.attendee.id),
  );
  const forced = findForcedSeats(instance).filter((one) => one.session === session).length;
  const effect = async (more: number): Promise<Effect> =>
    findEffect(
      instance,
      best,
      await solve(withSeats(instance, session, more), { kind: 'seats', session, more }),
    );
  return {
    kind: 'session',
    session,
    seats,
    seated: here.length,
    cancelled: findCancelled(instance.sessions, written).has(session),
    pinned: here.filter((one) => pins.has(one.attendee)).length,
    byType: count(here.map((one) => people.get(one.attendee)?.type ?? '')),
    byDelegation: instance.delegations
      .map((one) => ({ of: one.id, people: one.attendees.filter((id) => ids.has(id)).length }))
      .filter((one) => one.people > 0)
      .sort((a, b) => b.people - a.people),
    byRank: count(here.map((one) => String(one.rank))).toSorted(
      (a, b) => (Number(a.of) || Number.MAX_SAFE_INTEGER) - (Number(b.of) || Number.MAX_SAFE_INTEGER),
    ),
    queue: describeQueue(
      instance,
      written.filter((one) => one.kind === 'waitlisted' && one.session === session),
      published.filter((one) => one.session === session),
    ),
    oneMore: await effect(1),
    oneLess: seats > forced ? await effect(-1) : undefined,
  };
}

/** In the order of the waitlist (core/assign/waitlist.ts): what tells two neighbours apart first. */
function describeQueue(
  instance: Instance,
  queue: readonly Placement[],
  published: readonly Placement[],
): readonly Waiting[] {
  const people = new Map(instance.attendees.map((one) => [one.id, one]));
  const told = publishedQueue(instance, published).map(({ placement }) => placement.attendee);
  const order = (id: string): readonly (number | string)[] => {
    const attendee = people.get(id);
    const place = told.indexOf(id);
    return [
      place < 0 ? told.length : place,
      attendee === undefined ? 0 : priorityOf(instance.event, attendee),
      queue.find((one) => one.attendee === id)?.rank ?? 0,
      attendee?.registeredAt ?? '',
    ];
  };
  const reasons = ['published', 'priority', 'rank', 'registration'] as const;
  return queue.map(({ attendee, rank }, index) => {
    const before = queue[index - 1];
    const about = { attendee, rank, registeredAt: people.get(attendee)?.registeredAt ?? '' };
    if (before === undefined) return { ...about, behindBy: undefined };
    const [mine, theirs] = [order(attendee), order(before.attendee)];
    return { ...about, behindBy: reasons.find((_, at) => mine[at] !== theirs[at]) ?? 'draw' };
  });
}

/** Most people first. */
function count(of: readonly string[]): readonly Count[] {
  const counts = new Map<string, number>();
  for (const one of of) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].map(([key, people]) => ({ of: key, people })).sort((a, b) => b.people - a.people);
}
