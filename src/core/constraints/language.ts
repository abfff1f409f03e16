import type { Attendee } from '../../model/attendee.ts';
import type { LanguageRule, Session } from '../../model/event.ts';
import { type Instance, nameSession, pinnedSeats, seatsOf } from '../assign/instance.ts';
import { groupBy } from '../group-by.ts';
import type { Constraint } from './constraint.ts';

/** How the rule is called where rules are named by id; there is only one. */
export const LANGUAGE_RULE = 'language';

/**
 * People sit in sessions whose language they understand. Elastic, or never bent where the organiser says so; a pin goes
 * before it, because a speaker of another language is there to be understood, not to understand.
 */
export const language: Constraint = {
  id: 'language',
  title: 'People understand the language of their sessions',
  forbid: (instance) => {
    const { rule, isForeign } = findForeign(instance);
    return rule?.strict ? isForeign : undefined;
  },
  contribute: (model, instance) => {
    const { rule, isForeign } = findForeign(instance);
    if (rule === undefined) return;
    for (const attendee of instance.attendees) {
      const foreign = model.seatsOf(attendee.id).filter((column) => {
        const seat = model.columns[column];
        return seat?.kind === 'seat' && isForeign(attendee, seat.session);
      });
      if (rule.strict) for (const column of foreign) model.fix(column, 0);
      else if (foreign.length > 0) {
        const entries = foreign.map((column) => [column, 1] as const);
        const slack = [model.addSlack(rule.weight), -1] as const;
        model.addRow({ lower: Number.NEGATIVE_INFINITY, upper: 0, entries: [...entries, slack] });
      }
    }
  },
  check: (instance, placements) => {
    const { rule, isForeign } = findForeign(instance);
    if (rule === undefined) return [];
    const people = new Map(instance.attendees.map((one) => [one.id, one]));
    const seats = groupBy(seatsOf(placements), (one) => one.session);
    return instance.sessions.flatMap((session) => {
      const lost = (seats.get(session.id) ?? [])
        .flatMap((one) => people.get(one.attendee) ?? [])
        .filter((one) => isForeign(one, session));
      if (lost.length === 0) return [];
      const verb = lost.length === 1 ? 'does' : 'do';
      return [
        {
          constraint: 'language',
          rule: LANGUAGE_RULE,
          hard: rule.strict,
          amount: lost.length,
          facts: { language: session.language },
          message: `${lost.map((one) => one.name).join(', ')} ${verb} not understand the language of ${nameSession(instance, session)} (${session.language}).`,
          attendees: lost.map((one) => one.id),
          sessions: [session.id],
        },
      ];
    });
  },
};

/** Whether the rule asks about somebody in a session, as long as they are not pinned to it. */
export function isAskedAbout(instance: Instance, attendee: Attendee, session: Session): boolean {
  const { rule, isForeign } = findForeign(instance);
  return rule !== undefined && isForeign(attendee, session);
}

/** Whether somebody does not understand a session; those who are pinned to it are not asked. */
function findForeign(instance: Instance): {
  readonly rule: LanguageRule | undefined;
  readonly isForeign: (attendee: Attendee, session: Session) => boolean;
} {
  const rule = instance.event.rules.language;
  const isPinned = pinnedSeats(instance);
  return {
    rule,
    isForeign: ({ id, language: own }, session) => {
      if (session.language === '' || session.language === own || own === '') return false;
      if (rule?.understand[own]?.includes(session.language)) return false;
      return !isPinned(id, session.id);
    },
  };
}
