import { stringify } from 'csv-stringify/sync';
import { guard } from './formula-guard.ts';

export interface CsvDialect {
  readonly delimiter: ',' | ';';
  /** A byte order mark makes Excel read the file as UTF-8. */
  readonly mark: boolean;
}

/** The dialect of everything that sosent keeps: honest diffs in git. */
export const STORE: CsvDialect = { delimiter: ',', mark: false };

/**
 * What must be quoted so that `parseTable` gives it back whatever it guesses: outer blanks, line ends, every
 * candidate for a delimiter, and at the top of a file what would pass for a byte order mark or a `sep=` line.
 */
const TRICKY = /^\s|\s$|[\r\u2028\u2029;|\t]|^\ufeff|^sep=/;

/** A table as CSV text (RFC 4180 with line feeds), formulas guarded. */
export function writeTable(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  dialect: CsvDialect = STORE,
): string {
  const text = stringify(
    [headers, ...rows].map((cells) => cells.map(guard)),
    {
      delimiter: dialect.delimiter,
      record_delimiter: 'unix',
      quoted_match: TRICKY,
      // An empty cell alone in its row would be a blank line, which readers skip.
      quoted_empty: headers.length === 1,
    },
  );
  return dialect.mark ? `\ufeff${text}` : text;
}
