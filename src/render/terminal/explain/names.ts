import { type Instance, nameSession, nameSlot } from '../../../core/assign/instance.ts';
import { inLanguage } from '../../../model/text.ts';
import { safeText } from '../safe-text.ts';

/** Names of what explanations hold by id, safe to print; an id that is gone stands for itself. */
export interface Names {
  readonly person: (id: string) => string;
  readonly session: (id: string) => string;
  readonly theme: (id: string) => string;
  readonly slot: (id: string) => string;
  readonly type: (id: string) => string;
  readonly delegation: (id: string) => string;
}

export function namesOf(instance: Instance): Names {
  const { event, attendees, delegations, language } = instance;
  const people = new Map(attendees.map((one) => [one.id, one.name]));
  const titled = (
    all: readonly { readonly id: string; readonly title: Parameters<typeof inLanguage>[0] }[],
  ) => {
    const titles = new Map(all.map((one) => [one.id, inLanguage(one.title, language)]));
    return (id: string): string => safeText(titles.get(id) || id);
  };
  return {
    person: (id) => safeText(people.get(id) || id),
    session: (id) => {
      const session = event.sessions.find((one) => one.id === id);
      return safeText(session === undefined ? id : nameSession(instance, session));
    },
    theme: titled(event.themes),
    slot: (id) => {
      const slot = event.timeSlots.find((one) => one.id === id);
      return safeText(slot === undefined ? id : nameSlot(event, slot));
    },
    type: titled(event.attendeeTypes),
    delegation: titled(delegations),
  };
}

/** `1 seat`, `3 seats`. */
export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `1st`, `2nd`, `11th`. */
export function ordinal(rank: number): string {
  const suffix = rank % 100 >= 11 && rank % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th');
  return `${rank}${suffix}`;
}
