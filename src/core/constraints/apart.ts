import type { Session } from '../../model/event.ts';
import type { Violation } from '../../model/violation.ts';
import { findGroups, type Group } from '../assign/groups.ts';
import { type Instance, nameSession, seatsOf } from '../assign/instance.ts';
import { sumOf } from '../assign/linear-model.ts';
import type { Constraint } from './constraint.ts';

/**
 * No two people of a group sit in the same session. Never bent where the organiser names them in data/pins.csv, because
 * there is a reason; elastic where a column does, because a column may hold more people than there are sessions.
 */
export const apart: Constraint = {
  id: 'apart',
  title: 'People who are kept apart do not meet in a session',
  contribute: (model, instance) => {
    for (const { members, weight } of groupsOf(instance)) {
      const ids = new Set(members.map((one) => one.id));
      for (const session of instance.sessions) {
        const seats = model.seatsIn(session.id, ids);
        const slack = weight === undefined ? [] : [[model.addSlack(weight), -1] as const];
        model.addRow({ lower: Number.NEGATIVE_INFINITY, upper: 1, entries: [...sumOf(seats), ...slack] });
      }
    }
  },
  check: (instance, placements) => {
    const seats = new Map(instance.sessions.map((one) => [one.id, new Set<string>()]));
    for (const { session, attendee } of seatsOf(placements)) seats.get(session)?.add(attendee);
    return groupsOf(instance).flatMap((group) =>
      instance.sessions.flatMap((session) => {
        const here = group.members.filter((one) => seats.get(session.id)?.has(one.id));
        if (here.length <= 1) return [];
        return [describe(instance, group, session, here)];
      }),
    );
  },
};

function groupsOf(instance: Instance): readonly Group[] {
  return findGroups(instance).filter((one) => one.kind === 'apart');
}

function describe(instance: Instance, group: Group, session: Session, here: Group['members']): Violation {
  const names = here.map((one) => one.name).join(', ');
  const why = group.rule === '' ? group.title : `rule ${group.rule}: ${group.title}`;
  return {
    constraint: 'apart',
    rule: group.rule,
    hard: group.weight === undefined,
    amount: here.length - 1,
    facts: { group: group.title },
    message: `${names} sit in ${nameSession(instance, session)} but are to be kept apart (${why}).`,
    attendees: here.map((one) => one.id),
    sessions: [session.id],
  };
}
