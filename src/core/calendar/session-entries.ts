import { createHash } from 'node:crypto';
import type { Event, Session } from '../../model/event.ts';
import { inLanguage, type Language } from '../../model/text.ts';
import { instantsOf } from './instants.ts';

/** What a calendar shows of a session, in one language. */
export interface SessionEntry {
  /** Instants, ISO 8601. */
  readonly start: string;
  readonly end: string;
  readonly title: string;
  /** Room, venue and address. */
  readonly location: string;
  /** Title of the event, theme, what the theme is about, address of the web page: a line each. */
  readonly description: string;
  /** The same as long as session, time, title and place are. */
  readonly digest: string;
}

/** Every session of an event, by id. */
export function enterSessions(event: Event, language: Language): ReadonlyMap<string, SessionEntry> {
  const slots = new Map(event.timeSlots.map((one) => [one.id, instantsOf(one, event.timeZone)]));
  return new Map(
    event.sessions.flatMap((session) => {
      const times = slots.get(session.timeSlot);
      return times === undefined ? [] : [[session.id, enter(event, session, times, language)] as const];
    }),
  );
}

function enter(
  event: Event,
  session: Session,
  times: { readonly start: Date; readonly end: Date },
  language: Language,
): SessionEntry {
  const theme = event.themes.find((one) => one.id === session.theme);
  const room = event.rooms.find((one) => one.id === session.room);
  const start = times.start.toISOString();
  const end = times.end.toISOString();
  const title = inLanguage(session.title, language);
  const themeTitle = inLanguage(theme?.title ?? {}, language);
  const place = [inLanguage(room?.title ?? {}, language), inLanguage(event.venue, language), event.address];
  const location = [...new Set(place)].filter((one) => one !== '').join(', ');
  const lines = [
    inLanguage(event.title, language),
    themeTitle === title ? '' : themeTitle,
    inLanguage(theme?.description ?? {}, language),
    event.url,
  ];
  return {
    start,
    end,
    title,
    location,
    description: lines.filter((one) => one !== '').join('\n'),
    digest: hash([session.id, start, end, title, location]).slice(0, 16),
  };
}

/** A uid as RFC 7986 (5.3) wants it: a UUID that says nothing about anybody, and is the same for the same parts. */
export function uidOf(parts: readonly string[]): string {
  const hex = hash(parts);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`, // version 8: made in our own way (RFC 9562, 5.8)
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
