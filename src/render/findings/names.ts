import { findDelegations } from '../../core/delegations.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Event } from '../../model/event.ts';
import { inLanguage, type Language, type LocalText } from '../../model/text.ts';
import { slotDay } from '../dates.ts';

/** What things are called in a language, by their ids; the id itself where there is no such thing. */
export interface Names {
  readonly attendee: (id: string) => string;
  readonly session: (id: string) => { readonly title: string; readonly timeSlot: string };
  /** `day` is '' where the event has one day only. */
  readonly slot: (id: string) => { readonly title: string; readonly day: string; readonly start: string };
  readonly theme: (id: string) => string;
  readonly type: (id: string) => string;
  readonly delegation: (id: string) => string;
  readonly text: (text: LocalText) => string;
}

/** Each kind is looked through when the first is asked for: few reports speak of everything. */
export function namesOf(event: Event, attendees: readonly Attendee[], language: Language): Names {
  const titles = (list: () => readonly { readonly id: string; readonly title: LocalText }[]) => {
    const find = finder(list);
    return (id: string): string => inLanguage(find(id)?.title ?? {}, language) || id;
  };
  const attendee = finder(() => attendees);
  const session = finder(() => event.sessions);
  const slot = finder(() => event.timeSlots);
  const sessionTitle = titles(() => event.sessions);
  const slotTitle = titles(() => event.timeSlots);
  return {
    attendee: (id) => attendee(id)?.name || id,
    session: (id) => ({ title: sessionTitle(id), timeSlot: session(id)?.timeSlot ?? '' }),
    slot: (id) => {
      const found = slot(id);
      const day = found === undefined ? '' : slotDay(event, found, language);
      return { title: slotTitle(id), day, start: found?.start ?? id };
    },
    theme: titles(() => event.themes),
    type: titles(() => event.attendeeTypes),
    delegation: titles(() => findDelegations(event, attendees)),
    text: (text) => inLanguage(text, language),
  };
}

function finder<One extends { readonly id: string }>(
  list: () => readonly One[],
): (id: string) => One | undefined {
  let byId: ReadonlyMap<string, One> | undefined;
  return (id) => {
    byId ??= new Map(list().map((one) => [one.id, one]));
    return byId.get(id);
  };
}
