import { problem } from '../../errors.ts';
import type { TimeSlot } from '../../model/event.ts';
import type { Problem } from '../../model/problem.ts';
import { findGroups, type Group } from './groups.ts';
import { type Instance, nameSlot } from './instance.ts';
import { findAbsences } from './presence.ts';

/** Members of a group that a message names before the rest is counted. */
const MOST_NAMES = 5;

/**
 * SOS411 for each group and time slot in which its rule leaves people without a seat, however the others sit: more who
 * belong together than any session holds, more who are kept apart than there are sessions.
 */
export function findCrowdedGroups(instance: Instance): readonly Problem[] {
  const isAbsent = findAbsences(instance);
  return findGroups(instance)
    .filter((one) => one.weight === undefined)
    .flatMap((group) =>
      instance.slots.flatMap((slot) => {
        const present = group.members.filter((one) => !isAbsent(one.id, slot.id));
        return describe(instance, { ...group, members: present }, slot);
      }),
    );
}

function describe({ event, sessions }: Instance, group: Group, slot: TimeSlot): Problem[] {
  const here = sessions.filter((one) => one.timeSlot === slot.id && one.capacity > 0);
  const largest = Math.max(0, ...here.map((one) => one.capacity));
  const most = group.kind === 'together' ? largest : here.length;
  const count = group.members.length;
  if (count <= most) return [];
  const names = group.members.slice(0, MOST_NAMES).map((one) => one.name);
  const who = `${names.join(', ')}${count > names.length ? ` and ${count - names.length} more` : ''}`;
  const at = nameSlot(event, slot);
  const [message, hint] =
    group.kind === 'together'
      ? [
          `${count} people belong together (${group.title}), and no session at ${at} holds more than ${most}: ${who}.`,
          'None of them has a seat then. Make two groups of them, or give a session a larger room.',
        ]
      : [
          `${count} people are kept apart (${group.title}), and there are ${most} sessions at ${at}: ${who}.`,
          'Some of them have no seat then. Take out those who may meet.',
        ];
  return [problem('SOS411', message, { hint })];
}
