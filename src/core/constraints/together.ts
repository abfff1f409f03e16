import type { Attendee } from '../../model/attendee.ts';
import type { TimeSlot } from '../../model/event.ts';
import type { Placement } from '../../model/placement.ts';
import type { Violation } from '../../model/violation.ts';
import { findGroups, type Group } from '../assign/groups.ts';
import { type Instance, nameSession, nameSlot, seatsOf } from '../assign/instance.ts';
import type { LinearModel } from '../assign/linear-model.ts';
import { findAbsences } from '../assign/presence.ts';
import type { Constraint } from './constraint.ts';
import { hardViolation } from './violations.ts';

/** People of a group sit in one session in every time slot in which they are there, or all wait. Never bent. */
export const together: Constraint = {
  id: 'together',
  title: 'People who belong together sit in the same sessions',
  contribute: (model, instance) => {
    const isAbsent = findAbsences(instance);
    for (const { members } of groupsOf(instance)) {
      for (const { id } of instance.slots) {
        const present = members.filter((one) => !isAbsent(one.id, id));
        for (const [index, other] of present.entries()) {
          const first = present[index - 1];
          if (first !== undefined) tie(model, first, other, id);
        }
      }
    }
  },
  check: (instance, placements) => {
    const sessions = sessionsBySlot(placements);
    const isAbsent = findAbsences(instance);
    return groupsOf(instance).flatMap((group) =>
      instance.slots.flatMap((slot) => {
        const present = group.members.filter((one) => !isAbsent(one.id, slot.id));
        const places = present.map((one) => sessions.get(JSON.stringify([one.id, slot.id])) ?? '');
        const found = [...new Set(places)];
        if (found.length <= 1) return [];
        return [describe(instance, group, slot, found)];
      }),
    );
  },
};

function groupsOf(instance: Instance): readonly Group[] {
  return findGroups(instance).filter((one) => one.kind === 'together');
}

/** Both sit in a session of a time slot, or neither does. */
function tie(model: LinearModel, one: Attendee, other: Attendee, timeSlot: string): void {
  const theirs = model.seatsOf(other.id);
  for (const [place, column] of model.seatsOf(one.id).entries()) {
    const seat = model.columns[column];
    if (seat?.kind !== 'seat' || seat.session.timeSlot !== timeSlot) continue;
    const same = theirs[place] ?? -1;
    model.addRow({
      lower: 0,
      upper: 0,
      entries: [
        [column, 1],
        [same, -1],
      ],
    });
  }
}

function sessionsBySlot(placements: readonly Placement[]): ReadonlyMap<string, string> {
  return new Map(
    seatsOf(placements).map((one) => [JSON.stringify([one.attendee, one.timeSlot]), one.session]),
  );
}

function describe(instance: Instance, group: Group, slot: TimeSlot, found: readonly string[]): Violation {
  const where = found.map((id) => {
    const session = instance.sessions.find((one) => one.id === id);
    return session === undefined ? 'no session' : nameSession(instance, session);
  });
  return hardViolation(
    {
      constraint: 'together',
      rule: group.rule,
      attendees: group.members.map((one) => one.id),
      sessions: found.filter((one) => one !== ''),
      facts: { group: group.title, timeSlot: slot.id, isUnseated: found.includes('') },
    },
    `${group.members.map((one) => one.name).join(', ')} belong together (${group.title}) but are at ${nameSlot(instance.event, slot)} in ${where.join(' and ')}.`,
    found.length - 1,
  );
}
