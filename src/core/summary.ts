import type { Attendee } from '../model/attendee.ts';
import type { Event } from '../model/event.ts';
import type { Placement } from '../model/placement.ts';
import type { Violation } from '../model/violation.ts';
import { findCancelled } from './assign/cancelled.ts';
import { groupBy } from './group-by.ts';
import { slotsInOrder } from './order.ts';

/** What a plan amounts to, in numbers: for the terminal, for --json, for exports. No personal data but ids. */
export interface Summary {
  readonly attendees: {
    /** Everybody who is coming; cancelled registrations do not count anywhere here. */
    readonly registered: number;
    /** Those who stated at least one wish. */
    readonly withWishes: number;
    /** Those with a seat in every time slot that has sessions and in which they are there. */
    readonly seatedInEverySlot: number;
    /** Those without a seat in at least one such time slot. */
    readonly withoutSeat: number;
  };
  /** In order of time. */
  readonly timeSlots: readonly TimeSlotSummary[];
  /** In order of time, then as sosent.yaml has them. */
  readonly sessions: readonly SessionSummary[];
  /** From rank 1 to the longest list of wishes. */
  readonly ranks: readonly RankSummary[];
  /** Seats in themes that the attendee did not wish for, though they wished for others. */
  readonly unwished: number;
  /** Seats of people who stated no wishes. */
  readonly indifferent: number;
  /** Everybody who waits, in the order of the queues. */
  readonly waitlist: readonly Placement[];
  readonly violations: readonly Violation[];
}

export interface TimeSlotSummary {
  readonly timeSlot: string;
  readonly capacity: number;
  /** Who is there at that time. */
  readonly present: number;
  readonly seated: number;
  readonly withoutSeat: number;
}

export interface SessionSummary {
  readonly session: string;
  readonly theme: string;
  readonly timeSlot: string;
  readonly room: string;
  readonly capacity: number;
  readonly minimum: number;
  /** Whether the plan cancels it, because too few would come. */
  readonly cancelled: boolean;
  readonly seated: number;
  readonly waiting: number;
  /** How many of each attendee type sit there, by the id of the type, '' for unknown; types with nobody are left out. */
  readonly byType: Readonly<Record<string, number>>;
}

export interface RankSummary {
  readonly rank: number;
  /** Attendees who have a wish at this rank, and those of them who sit in such a theme. */
  readonly wishedBy: number;
  readonly granted: number;
  /** Seats that fulfil a wish at this rank. */
  readonly seats: number;
}

/**
 * The figures of a plan. Placements of people who have cancelled are left out; `isAbsent` says who needs no seat in a
 * time slot, by ids.
 */
export function summarise(
  event: Event,
  attendees: readonly Attendee[],
  placements: readonly Placement[],
  violations: readonly Violation[],
  isAbsent: (attendee: string, timeSlot: string) => boolean = () => false,
): Summary {
  const coming = attendees.filter((one) => one.status === 'registered');
  const byId = new Map(coming.map((one) => [one.id, one]));
  const known = placements.filter((one) => byId.has(one.attendee));
  const seats = known.filter((one) => one.kind !== 'waitlisted' && one.session !== '');
  const slots = slotsInOrder(event);
  const slotsOf = countBy(seats, (one) => one.attendee);
  const seatedIn = countBy(seats, (one) => one.timeSlot);
  const needed = (id: string): number => slots.filter((slot) => !isAbsent(id, slot.id)).length;
  const everySlot = coming.filter((one) => (slotsOf.get(one.id) ?? 0) >= needed(one.id)).length;
  const withWishes = (id: string): boolean => (byId.get(id)?.wishes.length ?? 0) > 0;
  return {
    attendees: {
      registered: coming.length,
      withWishes: coming.filter((one) => one.wishes.length > 0).length,
      seatedInEverySlot: everySlot,
      withoutSeat: coming.length - everySlot,
    },
    timeSlots: slots.map(({ id }) => {
      const seated = seatedIn.get(id) ?? 0;
      const capacity = event.sessions
        .filter((one) => one.timeSlot === id)
        .reduce((sum, one) => sum + one.capacity, 0);
      const present = coming.filter((one) => !isAbsent(one.id, id)).length;
      return { timeSlot: id, capacity, present, seated, withoutSeat: present - seated };
    }),
    sessions: summariseSessions(event, byId, known),
    ranks: summariseRanks(coming, seats),
    unwished: seats.filter((one) => one.rank === 0 && withWishes(one.attendee)).length,
    indifferent: seats.filter((one) => one.rank === 0 && !withWishes(one.attendee)).length,
    waitlist: known.filter((one) => one.kind === 'waitlisted'),
    violations,
  };
}

function summariseSessions(
  event: Event,
  byId: ReadonlyMap<string, Attendee>,
  placements: readonly Placement[],
): SessionSummary[] {
  const cancelled = findCancelled(event.sessions, placements);
  const bySession = groupBy(placements, (one) => one.session);
  return slotsInOrder(event).flatMap((slot) =>
    event.sessions
      .filter((session) => session.timeSlot === slot.id)
      .map(({ id, theme, timeSlot, room, capacity, minimum }) => {
        const here = bySession.get(id) ?? [];
        const seated = here.filter((one) => one.kind !== 'waitlisted');
        const types = countBy(seated, (one) => byId.get(one.attendee)?.type ?? '');
        return {
          session: id,
          theme,
          timeSlot,
          room,
          capacity,
          minimum,
          cancelled: cancelled.has(id),
          seated: seated.length,
          waiting: here.length - seated.length,
          byType: Object.fromEntries([...types].sort(([a], [b]) => (a < b ? -1 : 1))),
        };
      }),
  );
}

function summariseRanks(attendees: readonly Attendee[], seats: readonly Placement[]): RankSummary[] {
  const longest = attendees.reduce((most, one) => Math.max(most, one.wishes.length), 0);
  const byRank = groupBy(seats, (one) => one.rank);
  return Array.from({ length: longest }, (_, index) => {
    const rank = index + 1;
    const here = byRank.get(rank) ?? [];
    return {
      rank,
      wishedBy: attendees.filter((one) => one.wishes.length >= rank).length,
      granted: new Set(here.map((one) => one.attendee)).size,
      seats: here.length,
    };
  });
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
