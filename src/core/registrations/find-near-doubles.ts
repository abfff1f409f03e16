import { problem } from '../../errors.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Problem } from '../../model/problem.ts';
import { groupBy } from '../group-by.ts';
import type { CleanRegistration } from './clean-registration.ts';
import type { Rows } from './find-people.ts';
import type { Newcomers } from './newcomers.ts';
import type { RowIdentity } from './row-store.ts';
import { identityText, nameKey } from './same-person.ts';

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
 * Newcomers who may be somebody there is already, or one another: the same address under another name, or the same name
 * and organisation under another address. Both are kept, because losing a person is worse than asking. Each newcomer
 * is told about once.
 */
export function findNearDoubles(
  newcomers: Newcomers,
  known: readonly Attendee[],
  rows: Rows,
): readonly NearDouble[] {
  if (newcomers.length === 0) return [];
  const byEmail = groupBy(known, (one) => identityText(one.email));
  const byName = groupBy(known, nameKey);
  const owners = new Int32Array(rows.length).fill(-1);
  for (let index = 0; index < newcomers.length; index += 1) {
    for (const row of newcomers.rowsOf(index)) owners[row] = index;
  }
  const found: NearDouble[] = [];
  for (let index = 0; index < newcomers.length; index += 1) {
    const first = newcomers.rowsOf(index)[0] ?? 0;
    if (known.length === 0 && rows.byEmail.isAlone(first) && rows.byName.isAlone(first)) continue;
    const face = rows.identity(first);
    const [email, name] = [identityText(face.email), nameKey(face)];
    // Of two newcomers the later one is told about.
    const earlier = (
      places: Iterable<number>,
      isSame: (face: RowIdentity) => boolean,
    ): Attendee | undefined => {
      for (const place of places) {
        const owner = owners[place] ?? -1;
        if (owner !== -1 && owner < index && isSame(rows.identity(place))) return newcomers.at(owner);
      }
      return undefined;
    };
    const mailed =
      byEmail.get(email)?.[0] ??
      earlier(rows.byEmail.others(first), (one) => identityText(one.email) === email);
    const other =
      mailed ?? byName.get(name)?.[0] ?? earlier(rows.byName.others(first), (one) => nameKey(one) === name);
    if (other === undefined) continue;
    const shared = other === mailed ? 'email' : 'name';
    found.push({ attendee: newcomers.at(index), other, shared, row: rows.get(first) });
  }
  return found;
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
