import { closest, distance } from 'fastest-levenshtein';
import { failure, problem, SosentError } from '../../errors.ts';
import type { ColumnMapping } from '../../model/event.ts';
import { COLUMN_FIELDS, isColumnField } from './map-columns.ts';
import { compactHeader } from './normalise-header.ts';

/**
 * `--map "Tema 1. valg=wish.1"` as the organiser's word on a column. The header may hold `=`: the last one splits.
 * Throws SOS101 where it does not split, SOS216 for a field that does not exist.
 */
export function parseMapOption(option: string): ColumnMapping {
  const split = option.lastIndexOf('=');
  const header = option.slice(0, split).trim();
  const field = option.slice(split + 1).trim();
  if (split === -1 || header === '') {
    throw failure('SOS101', `--map "${option}" does not say "header=field".`, {
      hint: `For instance:\n  --map "Tema 1. valg=wish.1"\n${FIELDS}`,
    });
  }
  if (isColumnField(field)) return { header, field };
  throw failure('SOS216', `--map: "${header}" is mapped to "${field}", which does not exist.`, {
    hint: `${didYouMean(field, [...COLUMN_FIELDS, 'wish.1'])}${FIELDS}`,
  });
}

const FIELDS = `Fields: ${COLUMN_FIELDS.join(', ')}, and wish.1, wish.2, ...`;

/** Throws SOS237 for every header that none of the files has. */
export function requireHeaders(mapped: readonly ColumnMapping[], headers: readonly string[]): void {
  const known = new Set(headers.map(compactHeader));
  const missing = mapped.filter(
    ({ header }) => !headers.includes(header) && !known.has(compactHeader(header)),
  );
  if (missing.length === 0) return;
  const seen = `Columns seen: ${headers.map((header) => `"${header}"`).join(', ')}.`;
  throw new SosentError(
    missing.map(({ header, field }) =>
      problem('SOS237', `--map: there is no column "${header}" to be ${field}.`, {
        hint: `${didYouMean(header, headers)}${seen}`,
      }),
    ),
  );
}

/** With a blank at its end, to stand before what is known; nothing where nothing is near. */
function didYouMean(wanted: string, known: readonly string[]): string {
  if (known.length === 0) return '';
  const lower = wanted.toLowerCase();
  const nearest = closest(
    lower,
    known.map((one) => one.toLowerCase()),
  );
  const meant = known.find((one) => one.toLowerCase() === nearest) ?? nearest;
  return distance(lower, nearest) <= Math.ceil(wanted.length / 3) ? `Did you mean "${meant}"? ` : '';
}
