import { findCancelled } from '../assign/cancelled.ts';
import { nameSession, seatsOf } from '../assign/instance.ts';
import { sumOf } from '../assign/linear-model.ts';
import { groupBy } from '../group-by.ts';
import type { Constraint } from './constraint.ts';
import { people } from './violations.ts';

/**
 * A session has at least as many people as make it worth holding. Elastic; each missing person weighs 1. One that may be
 * cancelled asks for nobody where it is.
 */
export const minimum: Constraint = {
  id: 'minimum',
  title: 'Every session has at least its minimum of people',
  contribute: (model, { sessions }) => {
    for (const session of sessions.filter((one) => one.minimum > 0)) {
      const cancelled = model.cancelled(session.id);
      const entries = sumOf([...model.seatsIn(session.id), model.addSlack(1)]);
      if (cancelled !== undefined) entries.push([cancelled, session.minimum]);
      model.addRow({ lower: session.minimum, upper: Number.POSITIVE_INFINITY, entries });
    }
  },
  check: (instance, placements) => {
    const cancelled = findCancelled(instance.sessions, placements);
    const seatsIn = groupBy(seatsOf(placements), (one) => one.session);
    return instance.sessions.flatMap((session) => {
      const seated = seatsIn.get(session.id)?.length ?? 0;
      if (seated >= session.minimum || cancelled.has(session.id)) return [];
      return [
        {
          constraint: 'minimum',
          rule: '',
          hard: false,
          amount: session.minimum - seated,
          facts: { minimum: session.minimum, seated },
          message: `${nameSession(instance, session)} has ${people(seated)}; its minimum is ${session.minimum}.`,
          attendees: [],
          sessions: [session.id],
        },
      ];
    });
  },
};
