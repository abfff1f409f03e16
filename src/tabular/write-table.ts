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

/** A piece is written to the disk at once. */
const PIECE_LENGTH = 128 * 1024;
/** So few that they are gone again before the garbage collector moves them. */
const ROWS_AT_ONCE = 100;
/** Ends a cell for a moment, so that cells that are quoted together can be told apart. */
const CELL_END = '\u0003\n';
/**
 * What must be quoted so that `parseTable` gives it back whatever it guesses: outer blanks, line ends, every
 * candidate for a delimiter, and at the top of a file what would pass for a byte order mark or a `sep=` line.
 */
const TRICKY = /^\s|\s$|[\n\r\u2028\u2029;|\t]|^\ufeff|^sep=/;

/** A table as CSV text (RFC 4180 with line feeds), formulas guarded. */
export function writeTable(headers: Row, rows: readonly Row[], dialect: CsvDialect = STORE): string {
  return [...writePieces(headers, rows, dialect)].join('');
}

/** The same in pieces, for a table that is too long to be there at once. */
export function* writePieces(
  headers: Row,
  rows: Iterable<Row>,
  dialect: CsvDialect = STORE,
): Generator<string> {
  // An empty cell alone in its row would be a blank line, which readers skip.
  const isNarrow = headers.length === 1;
  let piece = dialect.mark ? '\ufeff' : '';
  let waiting: Row[] = [headers];
  for (const row of rows) {
    waiting.push(row);
    if (waiting.length < ROWS_AT_ONCE) continue;
    piece += writeRows(waiting, dialect, isNarrow);
    waiting = [];
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = '';
  }
  if (waiting.length > 0) piece += writeRows(waiting, dialect, isNarrow);
  if (piece !== '') yield piece;
}

function writeRows(rows: readonly Row[], { delimiter }: CsvDialect, isNarrow: boolean): string {
  const { row: hardRow, cell: hardCell } = HARD[delimiter];
  const lines: (string | string[])[] = [];
  const hard: HardCell[] = [];
  for (const row of rows) {
    const line = row.join(delimiter);
    if (!isNarrow && !hardRow.test(line) && count(line, delimiter) === row.length - 1) {
      lines.push(line);
      continue;
    }
    const cells = [...row];
    for (const [index, cell] of row.entries()) {
      if (isNarrow || hardCell.test(cell)) hard.push({ cells, index });
    }
    lines.push(cells);
  }
  writeHardCells(hard, { delimiter, quoted_match: TRICKY, quoted_empty: isNarrow });
  return `${lines.map((line) => (typeof line === 'string' ? line : line.join(delimiter))).join('\n')}\n`;
}

/** A cell that may want quotes or a guard, in its row. */
interface HardCell {
  readonly cells: string[];
  readonly index: number;
}

/** Lets csv-stringify write these in place; in one call, as each one costs more than a cell. */
function writeHardCells(
  hard: readonly HardCell[],
  options: NonNullable<Parameters<typeof stringify>[1]>,
): void {
  if (hard.length === 0) return;
  const guarded = hard.map(({ cells, index }) => [guard(cells[index] ?? '')]);
  const written = stringify(guarded, { ...options, record_delimiter: CELL_END }).split(CELL_END);
  // A cell may hold the very sign; then each is written by itself.
  const isApart = written.length === hard.length + 1;
  for (const [place, { cells, index }] of hard.entries()) {
    cells[index] = isApart
      ? (written[place] ?? '')
      : stringify([guarded[place] ?? []], { ...options, record_delimiter: 'unix' }).slice(0, -1);
  }
}

/**
 * What a whole row and what a cell must not hold to be written as it stands: what makes a cell tricky, and what may
 * want quotes or a guard besides. Most rows hold none of it and need no more than delimiters; a phone number in
 * international form is among them.
 */
const HARD = { ',': hardIn(','), ';': hardIn(';') } as const;

function hardIn(delimiter: string): { readonly row: RegExp; readonly cell: RegExp } {
  const others = [',', ';'].filter((one) => one !== delimiter).join('');
  const [start, end] = [`(?:^|${delimiter})`, `(?:$|${delimiter})`];
  const pattern = (signs: string): string =>
    [
      String.raw`["\n\r${signs}|\t\u2028\u2029\ufeff${CELL_END}]`,
      String.raw`${start}(?:[\s'=@]|[+-](?!\d+${end})|sep=)`,
      String.raw`\s${end}`,
    ].join('|');
  return { row: new RegExp(pattern(others)), cell: new RegExp(pattern(`${others}${delimiter}`)) };
}

function count(text: string, sign: string): number {
  let found = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) found += 1;
  return found;
}
