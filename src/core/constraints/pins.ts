import { nameSession, seatsOf } from '../assign/instance.ts';
import type { Constraint } from './constraint.ts';
import { hardViolation } from './violations.ts';

/** What the organiser decided in data/pins.csv stands. */
export const pins: Constraint = {
  id: 'pins',
  title: "The organiser's pins and exclusions stand",
  forbid: ({ pins: all }) => {
    const excluded = new Set(
      all
        .filter((one) => one.pin.kind === 'exclude')
        .flatMap(({ attendee, sessions }) => sessions.map((one) => JSON.stringify([attendee.id, one.id]))),
    );
    if (excluded.size === 0) return undefined;
    return (attendee, session) => excluded.has(JSON.stringify([attendee.id, session.id]));
  },
  contribute: (model, instance) => {
    for (const { attendee, sessions, pin } of instance.pins) {
      for (const column of model.seatsOf(attendee.id)) {
        const seat = model.columns[column];
        if (seat?.kind === 'seat' && sessions.includes(seat.session)) {
          model.fix(column, pin.kind === 'pin' ? 1 : 0);
        }
      }
    }
  },
  check: (instance, placements) => {
    const seats = seatsOf(placements);
    return instance.pins.flatMap(({ attendee, sessions, pin }) => {
      const taken = (session: string): boolean =>
        seats.some((one) => one.attendee === attendee.id && one.session === session);
      const reason = pin.reason === '' ? '' : ` (${pin.reason})`;
      return sessions
        .filter((session) => taken(session.id) !== (pin.kind === 'pin'))
        .map((session) =>
          hardViolation(
            {
              constraint: 'pins',
              attendees: [attendee.id],
              sessions: [session.id],
              facts: { kind: pin.kind === 'pin' ? 'pin' : 'exclude', reason: pin.reason },
            },
            pin.kind === 'pin'
              ? `${attendee.name} is pinned to ${nameSession(instance, session)} but does not sit there${reason}.`
              : `${attendee.name} sits in ${nameSession(instance, session)} but is excluded from it${reason}.`,
          ),
        );
    });
  },
};
