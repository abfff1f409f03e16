import type { Attendee } from '../../model/attendee.ts';
import type { Event, TimeSlot } from '../../model/event.ts';
import type { Placement } from '../../model/placement.ts';
import { seatsOf } from '../assign/instance.ts';
import { slotsInOrder } from '../order.ts';

/** Where a person is in a time slot: the seat, or none though they are there, or not there. */
export type Place = Placement | 'unseated' | 'away';

/** One person with a place for each time slot that has sessions, in order of time. */
export interface PlacedPerson {
  readonly attendee: Attendee;
  readonly places: readonly Place[];
}

export interface Presence {
  readonly slots: readonly TimeSlot[];
  readonly people: readonly PlacedPerson[];
}

/**
 * Everybody who is coming, in the order given, with where they are all day. Of two seats at a time, which no plan of ours
 * has, the first counts.
 */
export function placePeople(
  event: Event,
  coming: readonly Attendee[],
  placements: readonly Placement[],
  isAbsent: (attendee: string, timeSlot: string) => boolean,
): Presence {
  const slots = slotsInOrder(event);
  const indexOf = new Map(slots.map((slot, index) => [slot.id, index]));
  const seats = new Map<string, (Placement | undefined)[]>();
  for (const seat of seatsOf(placements)) {
    const own = seats.get(seat.attendee) ?? [];
    seats.set(seat.attendee, own);
    const index = indexOf.get(seat.timeSlot);
    if (index !== undefined) own[index] ??= seat;
  }
  return {
    slots,
    people: coming.map((attendee) => ({
      attendee,
      places: slots.map(
        (slot, index) =>
          seats.get(attendee.id)?.[index] ?? (isAbsent(attendee.id, slot.id) ? 'away' : 'unseated'),
      ),
    })),
  };
}
