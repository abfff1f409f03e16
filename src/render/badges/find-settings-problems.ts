import { failure, problem } from '../../errors.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { BadgeSettings } from '../../model/event.ts';
import type { Problem } from '../../model/problem.ts';
import { hasColumn } from './registered-answers.ts';

/** Columns that `badges` names and no attendee has (SOS530). Throws SOS531 for an address that is the same for all. */
export function findSettingsProblems(
  attendees: readonly Attendee[],
  { qr, url, pronouns, languages, photo }: BadgeSettings,
): readonly Problem[] {
  if (qr === 'url' && !url.includes('{code}')) {
    throw failure(
      'SOS531',
      'badges.qr is url, and badges.url does not say where the code of an attendee goes.',
      {
        hint: 'For example: url: "https://example.org/hello/{code}"',
      },
    );
  }
  const named = { 'badges.pronouns': pronouns, 'badges.languages': languages, 'badges.photo': photo.column };
  return Object.entries(named)
    .filter(([, column]) => column !== '' && !hasColumn(attendees, column))
    .map(([key, column]) =>
      problem('SOS530', `${key} names the column "${column}", which no attendee has.`, {
        hint: 'The columns are the headers of data/attendees.csv that sosent has no field for.',
      }),
    );
}
