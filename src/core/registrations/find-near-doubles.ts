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

/** Two attendees who may be one person; `attendee` is the newer of them. */
export interface NearDouble {
  readonly attendee: Attendee;
  readonly other: Attendee;
  /** What makes them look alike. */
  readonly shared: 'email' | 'name';
  /** The row that brought the newer one. */
  readonly row: CleanRegistration;
}

/**
 * Newcomers who may be somebody there is already: the same address under another name, or the same name and
 * organisation under another address. Both are kept, because losing a person is worse than asking.
 */
export function findNearDoubles(
  newcomers: readonly Newcomer[],
  attendees: readonly Attendee[],
): readonly NearDouble[] {
  const byEmail = groupBy(attendees, (one) => identityText(one.email));
  const byName = groupBy(attendees, nameKey);
  const told = new Set<string>();
  return newcomers.flatMap(({ attendee, row }) => {
    const mailed = attendee.email === '' ? [] : (byEmail.get(identityText(attendee.email)) ?? []);
    const named = byName.get(nameKey(attendee)) ?? [];
    const isOther = (one: Attendee): boolean => one.id !== attendee.id;
    const other = mailed.find(isOther) ?? named.find(isOther);
    if (other === undefined || row === undefined) return [];
    const pair = [attendee.id, other.id].sort().join(' ');
    if (told.has(pair)) return [];
    told.add(pair);
    return [{ attendee, other, shared: mailed.includes(other) ? 'email' : 'name', row }];
  });
}

/** SOS218: both were kept; how to make them one. */
export function tellNearDouble({ attendee, other, shared, row }: NearDouble): Problem {
  const what = shared === 'email' ? `the address ${attendee.email}` : 'name and organisation';
  const { origin, line } = row.registration;
  return problem(
    'SOS218',
    `${attendee.name} (${attendee.code}) and ${other.name} (${other.code}) share ${what}.`,
    {
      location: { file: origin.file, line },
      hint: `Both were kept. If they are one person: sosent import --merge ${other.code}=${attendee.code}`,
    },
  );
}
