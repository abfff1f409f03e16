import type { Placement } from '../../model/placement.ts';
import { type Instance, seatsOf } from '../assign/instance.ts';
import type { Plan } from '../assign/plan.ts';
import { findMoves, type Move } from './compare-plans.ts';
import { type Solve, withSeats } from './variants.ts';

/** Who sits in a session, who waits, and what a seat more or less would change. */
export interface SessionExplanation {
  readonly kind: 'session';
  readonly session: string;
  readonly seats: number;
  readonly seated: number;
  readonly pinned: number;
  /** Counts by id of attendee type ('' for none), by id of delegation, and by rank of the wish (0 for not wished). */
  readonly byType: readonly Count[];
  readonly byDelegation: readonly Count[];
  readonly byRank: readonly Count[];
  readonly queue: readonly Waiting[];
  /** Undefined where the pins alone need all seats. */
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
  readonly behindBy: 'rank' | 'registration' | 'draw' | undefined;
}

/** What a changed session would change in the best plan, solved. */
export interface Effect {
  readonly moves: readonly Move[];
  readonly unseatedBefore: number;
  readonly unseatedAfter: number;
  /** By how many people rules are bent. */
  readonly bentBefore: number;
  readonly bentAfter: number;
}

/** Two solves: one seat more, one seat less. */
export async function explainSession(question: {
  readonly instance: Instance;
  readonly session: string;
  readonly written: readonly Placement[];
  readonly best: Plan;
  readonly solve: Solve;
}): Promise<SessionExplanation> {
  const { instance, session, written, best, solve } = question;
  const here = seatsOf(written).filter((one) => one.session === session);
  const people = new Map(instance.attendees.map((one) => [one.id, one]));
  const ids = new Set(here.map((one) => one.attendee));
  const seats = instance.sessions.find((one) => one.id === session)?.capacity ?? 0;
  const pins = new Set(
    instance.pins
      .filter((one) => one.pin.kind === 'pin' && one.sessions.some((other) => other.id === session))
      .map((one) => one.attendee.id),
  );
  const effect = async (more: number): Promise<Effect> =>
    compare(instance, best, await solve(withSeats(instance, session, more)));
  return {
    kind: 'session',
    session,
    seats,
    seated: here.length,
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
    ),
    oneMore: await effect(1),
    oneLess: seats > pins.size ? await effect(-1) : undefined,
  };
}

function compare(instance: Instance, best: Plan, other: Plan): Effect {
  const unseated = ({ placements }: Plan): number =>
    placements.filter((one) => one.kind === 'waitlisted').length;
  const bent = ({ violations }: Plan): number => violations.reduce((sum, one) => sum + one.amount, 0);
  return {
    moves: findMoves(instance, best.placements, other.placements),
    unseatedBefore: unseated(best),
    unseatedAfter: unseated(other),
    bentBefore: bent(best),
    bentAfter: bent(other),
  };
}

/** In the order of the waitlist: rank, then registration, then the draw (core/assign/waitlist.ts). */
function describeQueue(instance: Instance, queue: readonly Placement[]): readonly Waiting[] {
  const people = new Map(instance.attendees.map((one) => [one.id, one]));
  return queue.map(({ attendee, rank }, index) => {
    const before = queue[index - 1];
    const registeredAt = people.get(attendee)?.registeredAt ?? '';
    const earlier = people.get(before?.attendee ?? '')?.registeredAt ?? '';
    const told = before?.rank === rank ? (earlier === registeredAt ? 'draw' : 'registration') : 'rank';
    return { attendee, rank, registeredAt, behindBy: before === undefined ? undefined : told };
  });
}

/** Most people first. */
function count(of: readonly string[]): readonly Count[] {
  const counts = new Map<string, number>();
  for (const one of of) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].map(([key, people]) => ({ of: key, people })).sort((a, b) => b.people - a.people);
}
