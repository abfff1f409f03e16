import { nameSlot, seatsOf } from '../assign/instance.ts';
import { sumOf } from '../assign/linear-model.ts';
import { groupBy } from '../group-by.ts';
import type { Constraint } from './constraint.ts';
import { hardViolation } from './violations.ts';

/** Nobody sits in two sessions at a time. Who sits in none is counted as without a seat. */
export const oneSessionPerSlot: Constraint = {
  id: 'one-session-per-slot',
  title: 'Nobody sits in two sessions at a time',
  contribute: (model, { attendees, sessions, slots }) => {
    const slotOf = new Map(sessions.map((one) => [one.id, one.timeSlot]));
    for (const { id } of attendees) {
      for (const slot of slots) {
        const here = model.seatsOf(id).filter((column) => {
          const seat = model.columns[column];
          return seat?.kind === 'seat' && slotOf.get(seat.session.id) === slot.id;
        });
        const entries = sumOf([...here, model.unseated(id, slot.id)]);
        model.addRow({ lower: 1, upper: 1, kind: 'slot', entries });
      }
    }
  },
  check: ({ event, attendees, slots }, placements) => {
    const seatsBy = groupBy(seatsOf(placements), (one) => one.attendee);
    return attendees.flatMap((attendee) => {
      const seats = seatsBy.get(attendee.id) ?? [];
      return slots.flatMap((slot) => {
        const here = seats.filter((one) => one.timeSlot === slot.id).map((one) => one.session);
        if (here.length <= 1) return [];
        return [
          hardViolation(
            {
              constraint: 'one-session-per-slot',
              attendees: [attendee.id],
              sessions: here,
              facts: { timeSlot: slot.id },
            },
            `${attendee.name} sits in ${here.length} sessions at ${nameSlot(event, slot)}: ${here.join(', ')}.`,
            here.length - 1,
          ),
        ];
      });
    });
  },
};
