import type { Attendee } from '../../model/attendee.ts';
import type { Session } from '../../model/event.ts';
import type { Placement } from '../../model/placement.ts';
import { rankOf } from '../../model/wishes.ts';
import { findWhoMaySit } from '../constraints/may-sit.ts';
import { groupBy } from '../group-by.ts';
import { compareText } from '../order.ts';
import { findCancelled } from './cancelled.ts';
import { costRank, type Instance } from './instance.ts';
import { draw } from './lottery.ts';
import { findAbsences } from './presence.ts';
import { priorityOf } from './priority.ts';
import { publishedQueue } from './promotion.ts';

/**
 * For everybody without a seat in a time slot, the session whose queue they stand in: the one wished most among those
 * that they may sit in and whose theme they neither have nor wait for already; '' where there is none. A queue is in
 * order of priority class, then rank, then registration, then the draw. Who stood in a queue of the published plan keeps
 * that place, and newcomers stand behind.
 */
export function queue(
  instance: Instance,
  seats: readonly Placement[],
  seed: string,
  published: readonly Placement[] = [],
): readonly Placement[] {
  const isAllowed = findWhoMaySit(instance);
  const cancelled = findCancelled(instance.sessions, seats);
  const maySit: MaySit = (attendee, session) => !cancelled.has(session.id) && isAllowed(attendee, session);
  const before = new Map(
    publishedQueue(instance, published).map(({ placement }, place) => [keyOf(placement), place]),
  );
  const isAbsent = findAbsences(instance);
  const seatsBy = groupBy(seats, (one) => one.attendee);
  const waiting = instance.attendees
    .flatMap((attendee) => queueOne(instance, attendee, { seatsBy, maySit, before }))
    .filter((one) => !isAbsent(one.attendee, one.timeSlot));
  const people = new Map(instance.attendees.map((one) => [one.id, one]));
  const slots = instance.slots.map((slot) => slot.id);
  const sessions = instance.sessions.map((session) => session.id);
  const key = (one: Placement): readonly (number | string)[] => {
    const attendee = people.get(one.attendee);
    return [
      slots.indexOf(one.timeSlot),
      sessions.indexOf(one.session),
      before.get(keyOf(one)) ?? Number.POSITIVE_INFINITY,
      attendee === undefined ? 0 : priorityOf(instance.event, attendee),
      one.rank || Number.POSITIVE_INFINITY,
      attendee?.registeredAt || '\uffff',
      draw(seed, one.attendee, `waitlist ${one.session}`),
      one.attendee,
    ];
  };
  return waiting
    .map((one) => ({ one, key: key(one) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ one }) => one);
}

/** Who stands in which queue. */
function keyOf({ attendee, timeSlot, session }: Omit<Placement, 'kind' | 'rank'>): string {
  return JSON.stringify([attendee, timeSlot, session]);
}

type MaySit = ReturnType<typeof findWhoMaySit>;

/** What decides whose queue somebody stands in. */
interface Queues {
  /** By attendee. */
  readonly seatsBy: ReadonlyMap<string, readonly Placement[]>;
  readonly maySit: MaySit;
  /** Places in the published queues. */
  readonly before: ReadonlyMap<string, number>;
}

function queueOne(instance: Instance, attendee: Attendee, { seatsBy, maySit, before }: Queues): Placement[] {
  const seats = seatsBy.get(attendee.id) ?? [];
  const themeOf = new Map(instance.sessions.map((one) => [one.id, one.theme]));
  const taken = new Set(seats.map((one) => themeOf.get(one.session)));
  return instance.slots
    .filter((slot) => !seats.some((one) => one.timeSlot === slot.id))
    .map((slot) => {
      const open = instance.sessions.filter(
        (one) => one.timeSlot === slot.id && !taken.has(one.theme) && maySit(attendee, one),
      );
      const stays = open.filter((one) =>
        before.has(keyOf({ attendee: attendee.id, timeSlot: slot.id, session: one.id })),
      );
      const session = (stays.length > 0 ? stays : open).reduce<Session | undefined>(
        (best, one) => better(attendee, best, one),
        undefined,
      );
      if (session !== undefined) taken.add(session.theme);
      return {
        attendee: attendee.id,
        timeSlot: slot.id,
        session: session?.id ?? '',
        kind: 'waitlisted' as const,
        rank: session === undefined ? 0 : rankOf(attendee.wishes, session.theme),
      };
    });
}

function better(attendee: Attendee, best: Session | undefined, other: Session): Session {
  if (best === undefined) return other;
  return costRank(attendee, other.theme) < costRank(attendee, best.theme) ? other : best;
}

function compareKeys(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? '';
    const order =
      typeof left === 'number' && typeof right === 'number'
        ? left === right
          ? 0
          : left - right
        : compareText(String(left), String(right));
    if (order !== 0) return order;
  }
  return 0;
}
