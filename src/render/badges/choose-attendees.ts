import { closest, distance } from 'fastest-levenshtein';
import { problem, SosentError } from '../../errors.ts';
import type { Attendee } from '../../model/attendee.ts';

/** The attendees that somebody named by id, code, e-mail address or full name, in the order of `attendees`. Throws SOS505. */
export function chooseAttendees(
  attendees: readonly Attendee[],
  wanted: readonly string[],
): readonly Attendee[] {
  const keysOf = (one: Attendee): string[] =>
    [one.id, one.code, one.email, one.name].filter((key) => key !== '').map(normal);
  const keys = wanted.map(normal);
  const known = new Set(attendees.flatMap(keysOf));
  const unknown = wanted.filter((one) => !known.has(normal(one)));
  if (unknown.length > 0) {
    throw new SosentError(
      unknown.map((one) =>
        problem('SOS505', `Nobody who is registered has the id, code, e-mail address or name "${one}".`, {
          hint: didYouMean(one, attendees),
        }),
      ),
    );
  }
  return attendees.filter((one) => keysOf(one).some((key) => keys.includes(key)));
}

function didYouMean(wanted: string, attendees: readonly Attendee[]): string {
  const nearest = closest(
    wanted,
    attendees.map((one) => one.name),
  );
  const isNear = distance(wanted, nearest) <= wanted.length / 3;
  return `${isNear ? `Did you mean "${nearest}"? ` : ''}data/attendees.csv lists everybody.`;
}

function normal(key: string): string {
  return key.trim().toLowerCase();
}
