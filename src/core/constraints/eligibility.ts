import { inLanguage } from '../../model/text.ts';
import { nameSession, pinnedSeats } from '../assign/instance.ts';
import { seatRule } from './seat-rule.ts';

/** Some sessions are for some attendee types only. Whoever the organiser pins there is let in. */
export const eligibility = seatRule({
  id: 'eligibility',
  title: 'Sessions for some attendee types hold nobody else',
  banOf: (instance) => {
    const { rules } = instance.event;
    if (rules.eligibility.length === 0) return undefined;
    const isPinned = pinnedSeats(instance);
    return ({ id, type }, session) => {
      const broken = rules.eligibility.find(
        (rule) =>
          (rule.themes.includes(session.theme) || rule.sessions.includes(session.id)) &&
          !rule.types.includes(type),
      );
      if (broken === undefined || isPinned(id, session.id)) return undefined;
      return { rule: broken.id, facts: { types: broken.types } };
    };
  },
  describe: (instance, { name }, session, { rule, facts: { types } }) => {
    const whom = types.map((one) => titleOf(instance, one)).join(' or ');
    return `${name} sits in ${nameSession(instance, session)}, which the rule ${rule} keeps for ${whom}.`;
  },
});

function titleOf({ event, language }: Parameters<typeof nameSession>[0], id: string): string {
  const type = event.attendeeTypes.find((one) => one.id === id);
  return type === undefined ? id : inLanguage(type.title, language);
}
