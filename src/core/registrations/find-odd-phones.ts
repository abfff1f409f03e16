import { problem } from '../../errors.ts';
import type { Problem } from '../../model/problem.ts';
import { groupBy } from '../group-by.ts';
import type { CleanRegistration } from './clean-registration.ts';
import { placeOf } from './place-of.ts';
import type { PhoneReader } from './read-phone.ts';

/** Lines named in one hint before the rest is counted. */
const MOST_LINES = 8;

/**
 * Hints, once per file, at phone numbers that are not valid in the country (ISO 3166, or '') and were kept as they are
 * written. Without a country, nobody knows what is valid but for those that begin with `+`.
 */
export function findOddPhones(
  rows: Iterable<CleanRegistration>,
  country: string,
  phones: PhoneReader | undefined,
): readonly Problem[] {
  if (phones === undefined) return [];
  const odd: CleanRegistration[] = [];
  for (const row of rows) {
    const { phone } = row.fields;
    if (phone === '' || (country === '' && !phone.startsWith('+'))) continue;
    if (phones(phone) === undefined) odd.push(row);
  }
  return [...groupBy(odd, (row) => row.registration.origin.file).values()].flatMap((theirs) => {
    const [first] = theirs;
    return first === undefined ? [] : [tell(first, theirs, country)];
  });
}

function tell(first: CleanRegistration, all: readonly CleanRegistration[], country: string): Problem {
  const where = country === '' ? '' : ` in ${country}`;
  const message =
    all.length === 1
      ? `"${first.fields.phone}" is not one valid phone number${where}; it was kept as it is.`
      : `${all.length} phone numbers are not valid${where}, such as "${first.fields.phone}"; they were kept as they are.`;
  const lines = all.slice(0, MOST_LINES).map((row) => row.registration.line);
  const rest = all.length > lines.length ? ` and ${all.length - lines.length} more` : '';
  const seen = all.length === 1 ? '' : `Lines ${lines.join(', ')}${rest}. `;
  return problem('SOS243', message, {
    location: placeOf(first.registration, 'phone'),
    hint: `${seen}A number of another country begins with + and its code.`,
  });
}
