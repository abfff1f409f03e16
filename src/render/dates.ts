import type { Event, TimeSlot } from '../model/event.ts';
import type { Language } from '../model/text.ts';

/** `Wednesday 26 October 2016`, `onsdag 26. oktober 2016`: a day `yyyy-mm-dd` in words. */
export function renderDate(day: string, language: Language): string {
  return fullDate(language).format(new Date(`${day}T00:00:00Z`));
}

/** The day of the event, or its first and its last. */
export function renderDays(event: Event, language: Language): string {
  const days = [event.date, ...event.timeSlots.map((one) => one.date)].sort();
  const [first, last] = [days[0] ?? event.date, days.at(-1) ?? event.date];
  const from = renderDate(first, language);
  return first === last ? from : `${from} – ${renderDate(last, language)}`;
}

/** Kept, because making one takes longer than rendering a whole mail. */
const FULL_DATES = new Map<Language, Intl.DateTimeFormat>();

function fullDate(language: Language): Intl.DateTimeFormat {
  const kept = FULL_DATES.get(language);
  if (kept !== undefined) return kept;
  const made = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'full', timeZone: 'UTC' });
  FULL_DATES.set(language, made);
  return made;
}

/** `26 October`, `26. oktober`: the day of a time slot where the event has several days, else ''. */
export function slotDay(event: Event, { date }: TimeSlot, language: Language): string {
  if (event.timeSlots.every((one) => one.date === date)) return '';
  const style = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(localeOf(language), style).format(new Date(`${date}T00:00:00Z`));
}

/**
 * The day, or the time as `14:05`, of an ISO 8601 instant where the clocks show `zone`; of a local time without an offset,
 * as it is written. '' for ''. Throws an error for a text that is neither, or an instant without a zone to see it in.
 */
export function renderInstant(
  text: string,
  language: Language,
  { zone, part }: { readonly zone: unknown; readonly part: 'day' | 'time' },
): string {
  if (text.trim() === '') return '';
  const local = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?)?$/.exec(text.trim());
  if (local !== null) {
    const [, day = '', time = ''] = local;
    return part === 'day' ? renderDate(day, language) : time;
  }
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) throw new Error(`"${text}" is no date`);
  if (typeof zone !== 'string') throw new Error('it needs zone=event.timeZone');
  const style = part === 'day' ? { dateStyle: 'full' as const } : { timeStyle: 'short' as const };
  return new Intl.DateTimeFormat(localeOf(language), { ...style, timeZone: zone }).format(instant);
}

/** `10:15–11:00`. */
export function renderTimes(slot: { readonly start: string; readonly end: string }): string {
  return `${slot.start}–${slot.end}`;
}

/** English dates are written the European way. */
export function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language;
}
