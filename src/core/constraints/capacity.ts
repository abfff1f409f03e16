import { nameSession, seatsOf } from '../assign/instance.ts';
import { sumOf } from '../assign/linear-model.ts';
import { groupBy } from '../group-by.ts';
import type { Constraint } from './constraint.ts';
import { hardViolation, people } from './violations.ts';

/** No session holds more people than it has seats, a cancelled one nobody. Fire regulations: never bent. */
export const capacity: Constraint = {
  id: 'capacity',
  title: 'No session holds more people than it has seats',
  contribute: (model, { sessions }) => {
    for (const session of sessions) {
      const cancelled = model.cancelled(session.id);
      const entries = sumOf(model.seatsIn(session.id));
      if (cancelled !== undefined) entries.push([cancelled, session.capacity]);
      model.addRow({ lower: 0, upper: session.capacity, kind: 'session', entries });
    }
  },
  check: (instance, placements) => {
    const seatsIn = groupBy(seatsOf(placements), (one) => one.session);
    return instance.sessions.flatMap((session) => {
      const seated = seatsIn.get(session.id)?.length ?? 0;
      if (seated <= session.capacity) return [];
      return [
        hardViolation(
          {
            constraint: 'capacity',
            attendees: [],
            sessions: [session.id],
            facts: { capacity: session.capacity, seated },
          },
          `${nameSession(instance, session)} holds ${people(session.capacity)}, but ${seated} are placed there.`,
          seated - session.capacity,
        ),
      ];
    });
  },
};
