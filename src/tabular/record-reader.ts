import { parse } from 'csv-parse/sync';
import { BYTE, countLineEnds, followQuotes, lineEndLength, startsWith } from './quoted-record.ts';
import { Findings, inspectText, type RecordFindings } from './record-findings.ts';
import type { TableRow } from './table.ts';

/** Cuts UTF-8 bytes into records, piece by piece. Its memory is one piece and one record. */
export interface RecordReader {
  /** The records that these bytes complete; a blank line is a record without cells. */
  readonly push: (bytes: Buffer) => TableRow[];
  /** The record that is still open, once there are no more bytes. */
  readonly end: () => TableRow[];
  readonly found: RecordFindings;
}

/** A record of this length has a quotation mark that was never closed, or the file is no table. */
const MOST_RECORD_BYTES = 4 * 1024 * 1024;

/**
 * csv-parse reads every record that holds a quotation mark. One without is what stands between its delimiters, and is
 * cut in the same loop that looks for the marks, twice as fast. `line` is that of the first byte, from 1.
 */
export function recordReader(delimiter: string, line = 1): RecordReader {
  const found = new Findings();
  const cutting = cuttingOf(delimiter);
  let rest: Buffer = Buffer.alloc(0);
  /** Bytes behind an open record, until there are as many as it has: a long one is not looked through for each piece. */
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let nextLine = line;
  const read = (added: Buffer, isLast: boolean): TableRow[] => {
    if (found.isBroken) return [];
    waiting.push(added);
    waitingBytes += added.length;
    const isLong = rest.length + waitingBytes > MOST_RECORD_BYTES;
    if (!isLast && !isLong && waitingBytes < rest.length) return [];
    const bytes = rest.length + waitingBytes === added.length ? added : Buffer.concat([rest, ...waiting]);
    waiting = [];
    waitingBytes = 0;
    const clean = inspectText(bytes, rest.length, nextLine, found);
    const cut = cutRecords(clean, cutting, nextLine, isLast);
    for (const stray of cut.strayLines) found.strayQuotes.add(stray);
    nextLine = cut.line;
    rest = clean.subarray(cut.end);
    const isTooLong = rest.length > MOST_RECORD_BYTES;
    if (cut.openQuote !== undefined && (isLast || isTooLong)) {
      found.openQuoteLine = nextLine + countLineEnds(clean, cut.end, cut.openQuote);
    } else if (isTooLong) {
      found.endlessLine = nextLine;
    }
    return cut.rows;
  };
  return { push: (bytes) => read(bytes, false), end: () => read(Buffer.alloc(0), true), found };
}

interface Cutting {
  readonly delimiter: Buffer;
  /** What each byte may begin. */
  readonly kinds: Uint8Array;
}

const KIND = { text: 0, delimiter: 1, lineEnd: 2, quote: 3 } as const;

function cuttingOf(delimiter: string): Cutting {
  const bytes = Buffer.from(delimiter);
  const kinds = new Uint8Array(256);
  kinds[bytes[0] ?? 0] = KIND.delimiter;
  kinds[BYTE.lineFeed] = KIND.lineEnd;
  kinds[BYTE.carriageReturn] = KIND.lineEnd;
  kinds[BYTE.quote] = KIND.quote;
  return { delimiter: bytes, kinds };
}

interface Cut {
  readonly rows: TableRow[];
  /** Offset behind the last whole record, and the line that begins there. */
  readonly end: number;
  readonly line: number;
  readonly openQuote: number | undefined;
  readonly strayLines: readonly number[];
}

function cutRecords(bytes: Buffer, cutting: Cutting, firstLine: number, isLast: boolean): Cut {
  const rows: TableRow[] = [];
  const strayLines: number[] = [];
  const quoted: QuotedRange[] = [];
  let openQuote: number | undefined;
  let at = 0;
  let line = firstLine;
  while (at < bytes.length) {
    const plain = cutPlain(bytes, at, cutting, isLast);
    if (plain === 'incomplete') break;
    if (plain !== 'quoted') {
      rows.push(
        isLast && plain.isCut ? { cells: plain.cells, line, cut: true } : { cells: plain.cells, line },
      );
      at = plain.end;
      line += 1;
      continue;
    }
    const record = followQuotes(bytes, at, cutting.delimiter, isLast);
    openQuote = record.openQuote;
    if (record.end === undefined) break;
    if (record.stray) strayLines.push(line);
    quoted.push({ row: rows.length, from: at, to: record.end });
    const isCut = !endsLine(bytes, record.end);
    rows.push(isCut ? { cells: [], line, cut: true } : { cells: [], line });
    at = record.end;
    line += 1 + record.innerLines;
  }
  parseQuoted(bytes, quoted, cutting.delimiter, rows);
  return { rows, end: at, line, openQuote, strayLines };
}

interface PlainRecord {
  readonly cells: string[];
  readonly end: number;
  /** True where the bytes end without a line end. */
  readonly isCut: boolean;
}

/** The record at an offset where it has no quotation mark. The hottest loop of an import: it mutates and looks things up. */
function cutPlain(
  bytes: Buffer,
  start: number,
  { delimiter, kinds }: Cutting,
  isLast: boolean,
): PlainRecord | 'quoted' | 'incomplete' {
  const cells: string[] = [];
  const length = bytes.length;
  let from = start;
  let bits = 0;
  for (let at = start; at < length; at += 1) {
    const byte = bytes[at] as number;
    const kind = kinds[byte];
    if (kind === KIND.text) {
      bits |= byte;
      continue;
    }
    if (kind === KIND.quote) return 'quoted';
    if (kind === KIND.lineEnd) {
      const skip = lineEndLength(bytes, at, isLast);
      if (skip === 0) return 'incomplete';
      if (at > start) cells.push(cellOf(bytes, from, at, bits));
      return { cells, end: at + skip, isCut: false };
    }
    if (delimiter.length > 1 && !startsWith(bytes, at, delimiter)) {
      bits |= byte;
      continue;
    }
    cells.push(cellOf(bytes, from, at, bits));
    at += delimiter.length - 1;
    from = at + 1;
    bits = 0;
  }
  if (!isLast) return 'incomplete';
  cells.push(cellOf(bytes, from, length, bits));
  return { cells, end: length, isCut: true };
}

/** `bits` are those that any byte of the cell has. */
function cellOf(bytes: Buffer, from: number, to: number, bits: number): string {
  if (from === to) return '';
  return bytes.toString(bits < 0x80 ? 'latin1' : 'utf8', from, to);
}

interface QuotedRange {
  /** Index of the row whose cells they are. */
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

function endsLine(bytes: Buffer, end: number): boolean {
  return bytes[end - 1] === BYTE.lineFeed || bytes[end - 1] === BYTE.carriageReturn;
}

/** Fills the rows whose records hold quotation marks; one call, as each one costs more than a record. */
function parseQuoted(
  bytes: Buffer,
  ranges: readonly QuotedRange[],
  delimiter: Buffer,
  rows: TableRow[],
): void {
  if (ranges.length === 0) return;
  const records: string[][] = parse(Buffer.concat(ranges.map(({ from, to }) => bytes.subarray(from, to))), {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
  });
  if (records.length !== ranges.length) {
    throw new Error(`csv-parse sees ${records.length} records where ${ranges.length} were cut`);
  }
  for (const [index, { row }] of ranges.entries()) {
    const placed = rows[row];
    if (placed !== undefined) rows[row] = { ...placed, cells: records[index] ?? [] };
  }
}
