import { problem } from '../../errors.ts';
import type { Problem } from '../../model/problem.ts';
import type { CleanRegistration } from './clean-registration.ts';
import { placeOf } from './place-of.ts';

/** Lines named in one hint before the rest is counted. */
const MOST_LINES = 8;

/** Sees the rows whose phone numbers are not valid and were kept as they are written, and then tells of them. */
export interface OddPhoneFinder {
  readonly see: (row: CleanRegistration) => void;
  readonly find: () => readonly Problem[];
}

interface OddPhones {
  readonly first: CleanRegistration;
  readonly lines: number[];
  count: number;
}

/** One hint per file at numbers that are not valid in the country (ISO 3166, or ''). */
export function oddPhoneFinder(country: string): OddPhoneFinder {
  const files = new Map<string, OddPhones>();
  return {
    see(row) {
      const { origin, line } = row.registration;
      const found = files.get(origin.file) ?? { first: row, lines: [], count: 0 };
      if (found.lines.length < MOST_LINES) found.lines.push(line);
      found.count += 1;
      files.set(origin.file, found);
    },
    find: () => [...files.values()].map((one) => tell(one, country)),
  };
}

function tell({ first, lines, count }: OddPhones, country: string): Problem {
  const where = country === '' ? '' : ` in ${country}`;
  const message =
    count === 1
      ? `"${first.fields.phone}" is not one valid phone number${where}; it was kept as it is.`
      : `${count} phone numbers are not valid${where}, such as "${first.fields.phone}"; they were kept as they are.`;
  const rest = count > lines.length ? ` and ${count - lines.length} more` : '';
  const seen = count === 1 ? '' : `Lines ${lines.join(', ')}${rest}. `;
  return problem('SOS243', message, {
    location: placeOf(first.registration, 'phone'),
    hint: `${seen}A number of another country begins with + and its code.`,
  });
}
