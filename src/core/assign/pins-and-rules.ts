import { finding } from '../../errors.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Session } from '../../model/event.ts';
import type { Finding } from '../../model/finding.ts';
import type { Placement } from '../../model/placement.ts';
import type { Violation } from '../../model/violation.ts';
import { checkPlan } from '../constraints/check-plan.ts';
import { findGroups } from './groups.ts';
import type { Instance, ResolvedPin } from './instance.ts';
import { findAbsences } from './presence.ts';

/**
 * Rules that are never bent and that no plan can keep beside the pins: SOS404 for each. It looks at the seats that pins
 * decide, for those who are pinned and for whoever must sit with them; if these break no rule, then the plan with nobody
 * else in a seat is a possible one.
 */
export function findClashesWithRules(instance: Instance, file: string): Finding[] {
  return findBrokenByPins(instance).map((violation) => {
    const { message, attendees, sessions } = violation;
    const lines = linesAbout(instance, attendees, sessions);
    const line = Number(lines.at(-1) ?? 1);
    const which = lines.length === 1 ? `line ${lines[0]}` : `one of the lines ${lines.join(', ')}`;
    return finding('SOS404', `The pins leave no other way, and it is not allowed: ${message}`, {
      facts: { clash: 'rule', lines, violation },
      location: { file, line, column: 'session' },
      hint: `Delete or change ${which}, or the rule.`,
    });
  });
}

/** The same as the checker says it, for whoever thinks about a pin that stands in no file. */
export function findBrokenByPins(instance: Instance): readonly Violation[] {
  return checkPlan(instance, findForcedSeats(instance)).filter((one) => one.hard);
}

/** Seats that every plan has, because pins say so of somebody or of somebody that they must sit with. */
export function findForcedSeats(instance: Instance): readonly Placement[] {
  const groups = findGroups(instance).filter((one) => one.kind === 'together');
  const isAbsent = findAbsences(instance);
  const forced = new Map<string, Placement>();
  const force = ({ id: attendee }: Attendee, { id: session, timeSlot }: Session): void => {
    forced.set(JSON.stringify([attendee, session]), { attendee, timeSlot, session, kind: 'pinned', rank: 0 });
  };
  for (const { attendee, sessions, pin } of instance.pins) {
    const session = sessions[0];
    if (pin.kind === 'pin' && session !== undefined) force(attendee, session);
  }
  for (let before = -1; before < forced.size; ) {
    before = forced.size;
    for (const { members } of groups) {
      const there = instance.sessions.filter((session) =>
        members.some((one) => forced.has(JSON.stringify([one.id, session.id]))),
      );
      for (const session of there) {
        const present = members.filter((one) => !isAbsent(one.id, session.timeSlot));
        for (const one of present) force(one, session);
      }
    }
  }
  return [...forced.values()];
}

/** Pins that have to do with these people and sessions: theirs, else all that put somebody there. */
function linesAbout(
  { pins }: Instance,
  attendees: readonly string[],
  sessions: readonly string[],
): readonly number[] {
  const isThere = (one: ResolvedPin): boolean =>
    one.sessions.some((session) => sessions.includes(session.id));
  const theirs = pins.filter((one) => attendees.includes(one.attendee.id));
  const there = pins.filter((one) => one.pin.kind === 'pin' && isThere(one));
  const about = [...new Set([...theirs, ...there])];
  return about.map((one) => one.pin.line).sort((a, b) => a - b);
}
