import type { AttendeeType, Event, Session } from '../../model/event.ts';
import { inLanguage, type Language, type LocalText, ownLanguage } from '../../model/text.ts';
import { slotDay } from '../dates.ts';
import { type Words, wordsOf } from './words.ts';

/** What every part of the page looks things up in. */
export interface PageContext {
  readonly event: Event;
  readonly words: Words;
  /** Of the words: `nb` or `en`. */
  readonly language: 'nb' | 'en';
  /** Titles of the event in the language that was asked for. */
  readonly title: (text: LocalText) => string;
  readonly session: (id: string) => Session | undefined;
  readonly theme: (id: string) => string;
  readonly room: (id: string) => string;
  /** The beginning of a time slot, with its day where the event has several. */
  readonly slot: (id: string) => string;
  /** Title of an attendee type, or that it is unknown. */
  readonly type: (id: string) => string;
  /** Sign of an attendee type beside its colour: A for the first. */
  readonly sign: (id: string) => string;
  readonly number: (value: number) => string;
  /** Whole per cent; nothing of nothing is none. */
  readonly percent: (part: number, of: number) => string;
}

/** A blank at which no line breaks. Numbers are written here, as Intl writes them otherwise in each version of Node.js. */
export const NO_BREAK = '\u00a0';

export function pageContext(event: Event, language: Language): PageContext {
  const page = ownLanguage(language);
  const words = wordsOf(page);
  const title = (text: LocalText): string => inLanguage(text, language);
  const sessions = byId(event.sessions);
  const themes = byId(event.themes);
  const rooms = byId(event.rooms);
  const slots = byId(event.timeSlots);
  const types = byId<AttendeeType>(event.attendeeTypes);
  const order = new Map(event.attendeeTypes.map((type, index) => [type.id, index]));
  const named = (found: { readonly title: LocalText } | undefined, id: string): string =>
    found === undefined ? id : title(found.title) || id;
  return {
    event,
    words,
    language: page,
    title,
    session: (id) => sessions.get(id),
    theme: (id) => named(themes.get(id), id),
    room: (id) => named(rooms.get(id), id),
    slot: (id) => {
      const slot = slots.get(id);
      if (slot === undefined) return id;
      return `${slotDay(event, slot, page).replaceAll(' ', NO_BREAK)} ${slot.start}`.trim();
    },
    type: (id) => (types.has(id) ? named(types.get(id), id) : words.unknownType),
    sign: (id) => signOf(order.get(id)),
    number: (value) => String(value).replace(/\B(?=(\d{3})+$)/g, page === 'nb' ? NO_BREAK : ','),
    percent: (part, of) =>
      `${of === 0 ? 0 : Math.round((part / of) * 100)}${page === 'nb' ? `${NO_BREAK}%` : '%'}`,
  };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((one) => [one.id, one]));
}

/** A to Z, then AA; a question mark where the type is unknown. */
function signOf(index: number | undefined): string {
  if (index === undefined) return '?';
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${signOf(Math.floor(index / 26) - 1)}${letter}`;
}
