import type { Event } from '../../model/event.ts';
import { cellOf } from '../attendee-cell.ts';
import { slotsInOrder } from '../order.ts';
import type { Instance } from './instance.ts';

/**
 * Who is not there in a time slot, and so needs no seat in it: by a pin, or by what stands in the column of
 * `rules.availability`. Ids of attendee and time slot.
 */
export function findAbsences({
  event,
  attendees,
  pins,
}: Pick<Instance, 'event' | 'attendees' | 'pins'>): (attendee: string, timeSlot: string) => boolean {
  const absences = new Set(
    pins
      .filter((one) => one.pin.kind === 'absent')
      .map(({ attendee, pin }) => JSON.stringify([attendee.id, pin.session])),
  );
  const { availability } = event.rules;
  if (availability !== undefined) {
    const slotsOf = new Map(
      availability.present.map(({ value, timeSlots }) => [value.toLowerCase(), timeSlots]),
    );
    for (const attendee of attendees) {
      const present = slotsOf.get(cellOf(attendee, availability.column).toLowerCase());
      if (present === undefined) continue;
      for (const { id } of event.timeSlots) {
        if (!present.includes(id)) absences.add(JSON.stringify([attendee.id, id]));
      }
    }
  }
  if (absences.size === 0) return () => false;
  return (attendee, timeSlot) => absences.has(JSON.stringify([attendee, timeSlot]));
}

/** Who is there in no time slot that has sessions, so that no plan has a row for them. */
export function findAwayAllDay(
  event: Event,
  isAbsent: ReturnType<typeof findAbsences>,
): (attendee: string) => boolean {
  const slots = slotsInOrder(event);
  return (attendee) => slots.length > 0 && slots.every((slot) => isAbsent(attendee, slot.id));
}
