import type { Attendee } from '../model/attendee.ts';

/**
 * The attendees, each with every extra column that any of them has, empty where they said nothing: a template may name
 * a column that only some have filled in, and a misspelt one is still told from it.
 */
export function withEveryExtra(attendees: readonly Attendee[]): readonly Attendee[] {
  const headers = new Set(attendees.flatMap((one) => Object.keys(one.extra)));
  const blank = Object.fromEntries([...headers].map((header) => [header, '']));
  return headers.size === 0
    ? attendees
    : attendees.map((one) => ({ ...one, extra: { ...blank, ...one.extra } }));
}
