import { problem } from '../../errors.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Problem } from '../../model/problem.ts';
import { groupBy } from '../group-by.ts';
import type { CleanRegistration } from './clean-registration.ts';
import { identityText, nameKey } from './same-person.ts';

interface Newcomer {
  readonly attendee: Attendee;
  readonly row: CleanRegistration | undefined;
}

/**
 * Warns of newcomers who may be somebody there is already: the same address under another name, or the same name and
 * organisation under another address. Both are kept, because losing a person is worse than asking.
 */
export function findNearDoubles(
  newcomers: readonly Newcomer[],
  attendees: readonly Attendee[],
): readonly Problem[] {
  const byEmail = groupBy(attendees, (one) => identityText(one.email));
  const byName = groupBy(attendees, nameKey);
  const told = new Set<string>();
  return newcomers.flatMap(({ attendee, row }) => {
    const mailed = attendee.email === '' ? [] : (byEmail.get(identityText(attendee.email)) ?? []);
    const other = [...mailed, ...(byName.get(nameKey(attendee)) ?? [])].find((one) => one.id !== attendee.id);
    if (other === undefined || row === undefined) return [];
    const pair = [attendee.id, other.id].sort().join(' ');
    if (told.has(pair)) return [];
    told.add(pair);
    const shared = mailed.includes(other) ? `the address ${attendee.email}` : 'name and organisation';
    const { origin, line } = row.registration;
    return [
      problem(
        'SOS218',
        `${attendee.name} (${attendee.code}) and ${other.name} (${other.code}) share ${shared}.`,
        {
          location: { file: origin.file, line },
          hint: 'Both were kept. If they are one person, set the status of one to cancelled in data/attendees.csv.',
        },
      ),
    ];
  });
}
