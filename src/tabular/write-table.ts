import { stringify } from 'csv-stringify/sync';
import { guard } from './formula-guard.ts';

export interface CsvDialect {
  readonly delimiter: ',' | ';';
  /** A byte order mark makes Excel read the file as UTF-8. */
  readonly mark: boolean;
}

/** The dialect of everything that sosent keeps: honest diffs in git. */
export const STORE: CsvDialect = { delimiter: ',', mark: false };

type Row = readonly string[];

/**
 * What must be quoted so that `parseTable` gives it back whatever it guesses: outer blanks, line ends, every
 * candidate for a delimiter, and at the top of a file what would pass for a byte order mark or a `sep=` line.
 */
const TRICKY = /^\s|\s$|[\n\r\u2028\u2029;|\t]|^\ufeff|^sep=/;

/** A table as CSV text (RFC 4180 with line feeds), formulas guarded. */
export function writeTable(headers: Row, rows: readonly Row[], dialect: CsvDialect = STORE): string {
  const lines = [headers, ...rows].map((row) => writeLine(row, dialect.delimiter));
  return `${dialect.mark ? '\ufeff' : ''}${lines.join('')}`;
}

/** One row with its line end; csv-stringify writes those that are not plain. */
export function writeLine(row: Row, delimiter = STORE.delimiter): string {
  const line = row.join(delimiter);
  const isPlain = row.length > 1 && !HARD[delimiter].test(line) && count(line, delimiter) === row.length - 1;
  if (isPlain) return `${line}\n`;
  // An empty cell alone in its row would be a blank line, which readers skip.
  const options = {
    delimiter,
    quoted_match: TRICKY,
    quoted_empty: row.length === 1,
    record_delimiter: 'unix',
  };
  return stringify([row.map(guard)], options);
}

/** A cell among others, with the guard and the quotes that it wants. */
export function writeCell(cell: string): string {
  return cell === '' ? '' : writeLine([cell]).slice(0, -1);
}

/**
 * What a row must not hold to be written as it stands: what is tricky, and what may want a guard. Most rows hold none
 * of it, a phone number in international form among them, and one look at the whole row is quicker than one at each cell.
 */
const HARD = { ',': hardIn(','), ';': hardIn(';') } as const;

function hardIn(delimiter: string): RegExp {
  const [start, end] = [`(?:^|${delimiter})`, `(?:$|${delimiter})`];
  const tricky = String.raw`["\n\r${delimiter === ';' ? '' : ';'}|\t\u2028\u2029\ufeff]`;
  const first = String.raw`${start}(?:[\s'=@]|[+-](?!\d+${end})|sep=)`;
  return new RegExp([tricky, first, String.raw`\s${end}`].join('|'));
}

function count(text: string, sign: string): number {
  let found = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) found += 1;
  return found;
}
