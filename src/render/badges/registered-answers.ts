import type { Attendee } from '../../model/attendee.ts';
import type { BadgeSettings } from '../../model/event.ts';

/** What a badge shows of columns that only the organiser can name. */
export interface RegisteredAnswers {
  /** '' where there is no such column or the attendee left it empty. */
  readonly pronouns: string;
  readonly languages: readonly string[];
  /** Whether the attendee said no to being in pictures. */
  readonly refusesPhotos: boolean;
}

/** The attendee's own answers, from the columns that `badges` in sosent.yaml names. */
export function registeredAnswers(
  attendee: Attendee,
  { pronouns, languages, photo }: Pick<BadgeSettings, 'pronouns' | 'languages' | 'photo'>,
): RegisteredAnswers {
  const spoken = answer(attendee, languages)
    .split(/[,;/|\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return {
    pronouns: answer(attendee, pronouns),
    languages: [...new Set(spoken)],
    refusesPhotos: photo.no.includes(answer(attendee, photo.column).toLowerCase()),
  };
}

/** Whether a name in sosent.yaml is a column of these attendees. */
export function hasColumn(attendees: readonly Attendee[], column: string): boolean {
  return attendees.some((one) => headerOf(one, column) !== undefined);
}

function answer(attendee: Attendee, column: string): string {
  const header = column === '' ? undefined : headerOf(attendee, column);
  return header === undefined ? '' : (attendee.extra[header] ?? '').trim();
}

/** Capitals and blanks around a header are not what tells columns apart. */
function headerOf({ extra }: Attendee, column: string): string | undefined {
  if (Object.hasOwn(extra, column)) return column;
  const wanted = column.trim().toLowerCase();
  return Object.keys(extra).find((header) => header.trim().toLowerCase() === wanted);
}
