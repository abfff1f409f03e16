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

/** Few enough that a piece is gone again before the garbage collector keeps it. */
const ROWS_IN_A_PIECE = 100;
/** Ends a row for a moment, so that rows that are written together can be told apart. */
const ROW_END = '\u0003\n';
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
  const mark = dialect.mark ? '\ufeff' : '';
  // An empty cell alone in its row would be a blank line, which readers skip.
  const isNarrow = headers.length === 1;
  let piece: Row[] = [headers];
  let isFirst = true;
  for (const row of rows) {
    piece.push(row);
    if (piece.length < ROWS_IN_A_PIECE) continue;
    yield (isFirst ? mark : '') + writeRows(piece, dialect, isNarrow);
    isFirst = false;
    piece = [];
  }
  if (piece.length > 0) yield (isFirst ? mark : '') + writeRows(piece, dialect, isNarrow);
}

function writeRows(rows: readonly Row[], { delimiter }: CsvDialect, isNarrow: boolean): string {
  const lines: string[] = [];
  const hard: number[] = [];
  const isHard = HARD_ROW[delimiter];
  for (const [index, row] of rows.entries()) {
    const text = row.join(delimiter);
    if (isNarrow || isHard.test(text) || count(text, delimiter) !== row.length - 1) hard.push(index);
    lines.push(text);
  }
  const written = writeHardRows(
    hard.map((index) => rows[index] ?? []),
    { delimiter, quoted_match: TRICKY, quoted_empty: isNarrow },
  );
  for (const [place, index] of hard.entries()) lines[index] = written[place] ?? '';
  lines.push('');
  return lines.join('\n');
}

/**
 * What a whole row must not hold to be written as it stands: what makes a cell tricky, and what may want quotes or a
 * guard besides. Most rows hold none of it and need no more than delimiters; a phone number in international form is
 * among them.
 */
const HARD_ROW = { ',': hardRow(','), ';': hardRow(';') } as const;

function hardRow(delimiter: string): RegExp {
  const others = [',', ';'].filter((one) => one !== delimiter).join('');
  return new RegExp(
    [
      String.raw`["\n\r${others}|\t\u2028\u2029\ufeff${ROW_END}]`,
      String.raw`(?:^|${delimiter})(?:[\s'=@]|[+-](?!\d+(?:${delimiter}|$))|sep=)`,
      String.raw`\s(?:${delimiter}|$)`,
    ].join('|'),
  );
}

function writeHardRows(
  rows: readonly Row[],
  options: NonNullable<Parameters<typeof stringify>[1]>,
): readonly string[] {
  if (rows.length === 0) return [];
  const guarded = rows.map((cells) => cells.map(guard));
  const lines = stringify(guarded, { ...options, record_delimiter: ROW_END }).split(ROW_END);
  if (lines.length === rows.length + 1) return lines;
  // A cell holds the very sign: then each row is written by itself.
  return guarded.map((cells) => stringify([cells], { ...options, record_delimiter: 'unix' }).slice(0, -1));
}

function count(text: string, sign: string): number {
  let found = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) found += 1;
  return found;
}
