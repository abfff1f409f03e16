import type { Constraint } from './constraint.ts';
import { hardViolation } from './violations.ts';

/** Only people who are coming have places, and only in sessions that there are. */
export const attending: Constraint = {
  id: 'attending',
  title: 'Places are for people who are coming, in sessions of the programme',
  // A model has columns for nobody else.
  contribute: () => undefined,
  check: ({ attendees, sessions }, placements) => {
    const coming = new Set(attendees.map((one) => one.id));
    const slots = new Map(sessions.map((one) => [one.id, one.timeSlot]));
    return placements.flatMap((one) => {
      const about = { constraint: 'attending' as const, attendees: [one.attendee], sessions: [one.session] };
      if (!coming.has(one.attendee)) {
        return [
          hardViolation(
            { ...about, facts: { fault: 'not-coming' } },
            `The attendee ${one.attendee} holds a place but is not coming, or not known.`,
          ),
        ];
      }
      if (one.session === '') return [];
      const slot = slots.get(one.session);
      if (slot === undefined)
        return [
          hardViolation({ ...about, facts: { fault: 'no-session' } }, `There is no session ${one.session}.`),
        ];
      if (slot === one.timeSlot) return [];
      return [
        hardViolation(
          { ...about, facts: { fault: 'other-time-slot', timeSlot: one.timeSlot, sessionSlot: slot } },
          `The session ${one.session} is in the time slot ${slot}, not in ${one.timeSlot} as the plan has it.`,
        ),
      ];
    });
  },
};
