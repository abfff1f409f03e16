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
 * What must be quoted so that `parseTable` gives it back whatever it guesses: quotation marks, outer blanks, line ends,
 * candidates for a delimiter, and at the top of a file what would pass for a byte order mark or a `sep=` line.
 */
const TRICKY = /^\s|\s$|["\n\r\u2028\u2029;|\t]|^\ufeff|^sep=/;

/** A table as CSV text (RFC 4180 with line feeds), formulas guarded. */
export function writeTable(headers: Row, rows: readonly Row[], dialect: CsvDialect = STORE): string {
  const lines = [headers, ...rows].map((row) => writeLine(row, dialect.delimiter));
  return `${dialect.mark ? '\ufeff' : ''}${lines.join('')}`;
}

/** One row with its line end. */
export function writeLine(row: Row, delimiter = STORE.delimiter): string {
  // An empty cell alone in its row would be a blank line, which readers skip.
  if (row.length === 1 && row[0] === '') return '""\n';
  const line = row.join(delimiter);
  const isPlain = !HARD[delimiter].test(line) && count(line, delimiter) === row.length - 1;
  return `${isPlain ? line : row.map((cell) => writeCell(cell, delimiter)).join(delimiter)}\n`;
}

/** A cell with the guard and the quotes that it wants. */
export function writeCell(cell: string, delimiter = STORE.delimiter): string {
  const guarded = guard(cell);
  if (!TRICKY.test(guarded) && !guarded.includes(delimiter)) return guarded;
  return `"${guarded.replaceAll('"', '""')}"`;
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
