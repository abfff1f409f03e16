import type { Language } from '../model/text.ts';

/** `Wednesday 26 October 2016`, `onsdag 26. oktober 2016`: a day `yyyy-mm-dd` in words. */
export function renderDate(day: string, language: Language): string {
  return fullDate(language).format(new Date(`${day}T00:00:00Z`));
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

/** `10:15–11:00`. */
export function renderTimes(slot: { readonly start: string; readonly end: string }): string {
  return `${slot.start}–${slot.end}`;
}

/** English dates are written the European way. */
export function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language;
}
