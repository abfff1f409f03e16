import { problem } from '../../errors.ts';
import type { Problem } from '../../model/problem.ts';
import type { CleanRegistration } from './clean-registration.ts';

/**
 * Hints, once per file, at times of registration that could not be read, such as `09/06/2016`: but only where two rows
 * are one person, so that the time decides which of them counts. `people` holds the rows of each.
 */
export function findUnreadTimes(
  people: readonly { readonly rows: readonly CleanRegistration[] }[],
): readonly Problem[] {
  const files = new Map<string, CleanRegistration>();
  for (const { rows } of people) {
    if (rows.length < 2) continue;
    for (const row of rows) {
      const { file } = row.registration.origin;
      if (!files.has(file) && isUnread(row.fields.registeredAt)) files.set(file, row);
    }
  }
  return [...files].map(([file, { registration, fields }]) => {
    const column = registration.origin.columns.registeredAt;
    return problem('SOS244', `Times such as "${fields.registeredAt}" can be read in two ways or in none.`, {
      location: { file, line: registration.line, ...(column === undefined ? {} : { column }) },
      hint: 'Of two rows of one person, the lower one counts as the later. Export the times as 2016-09-06 15:37 or 6.9.2016 15:37 to have them compared.',
    });
  });
}

function isUnread(time: string): boolean {
  return time !== '' && !/^\d{4}-\d\d-\d\d/.test(time);
}
