import type { Attendee } from '../../model/attendee.ts';
import type { Session } from '../../model/event.ts';
import type { Placement } from '../../model/placement.ts';
import { rankOf } from '../../model/wishes.ts';
import { compareText } from '../order.ts';
import { costRank, type Instance } from './instance.ts';
import { draw } from './lottery.ts';
import { publishedQueue } from './promotion.ts';

/**
 * For everybody without a seat in a time slot, the session whose queue they stand in: the one wished most among those
 * that they may sit in and whose theme they neither have nor wait for already; '' where there is none. A queue is in
 * order of rank, then registration, then the draw. Who stood in a queue of the published plan keeps that place, and
 * newcomers stand behind.
 */
export function queue(
  instance: Instance,
  seats: readonly Placement[],
  seed: string,
  published: readonly Placement[] = [],
): readonly Placement[] {
  const before = new Map(
    publishedQueue(instance, published).map(({ placement }, place) => [keyOf(placement), place]),
  );
  const waiting = instance.attendees.flatMap((attendee) => queueOne(instance, attendee, seats, before));
  const people = new Map(instance.attendees.map((one) => [one.id, one]));
  const slots = instance.slots.map((slot) => slot.id);
  const sessions = instance.sessions.map((session) => session.id);
  const key = (one: Placement): readonly (number | string)[] => {
    const attendee = people.get(one.attendee);
    return [
      slots.indexOf(one.timeSlot),
      sessions.indexOf(one.session),
      before.get(keyOf(one)) ?? Number.POSITIVE_INFINITY,
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
function keyOf({ attendee, timeSlot, session }: Placement): string {
  return JSON.stringify([attendee, timeSlot, session]);
}

function queueOne(
  instance: Instance,
  attendee: Attendee,
  all: readonly Placement[],
  before: ReadonlyMap<string, number>,
): Placement[] {
  const seats = all.filter((one) => one.attendee === attendee.id);
  const excluded = instance.pins
    .filter((one) => one.attendee.id === attendee.id && one.pin.kind === 'exclude')
    .flatMap((one) => one.sessions);
  const themeOf = new Map(instance.sessions.map((one) => [one.id, one.theme]));
  const taken = new Set(seats.map((one) => themeOf.get(one.session)));
  return instance.slots
    .filter((slot) => !seats.some((one) => one.timeSlot === slot.id))
    .map((slot) => {
      const open = instance.sessions.filter(
        (one) => one.timeSlot === slot.id && !taken.has(one.theme) && !excluded.includes(one),
      );
      const stays = open.filter((one) => before.has(JSON.stringify([attendee.id, slot.id, one.id])));
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
