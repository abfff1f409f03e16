import { dialectOf } from './dialect.ts';
import { unguard } from './formula-guard.ts';
import type { RecordFindings } from './record-findings.ts';
import { type RecordReader, recordReader } from './record-reader.ts';
import type { Table, TableRow } from './table.ts';

export interface ParsedTable extends Table {
  /** Line of a quotation mark that never closes: its row and all below it are missing. */
  readonly openQuoteLine: number | undefined;
}

/** A table whose rows are cut as they are asked for, once. */
export interface ReadableTable {
  readonly headers: readonly string[];
  readonly rows: Iterable<TableRow>;
  /** What was met in the rows so far. */
  readonly found: RecordFindings;
}

/** What the dialect is told by. */
const TOP_BYTES = 256 * 1024;
/** The rows of one piece are soon gone again. */
const PIECE_BYTES = 64 * 1024;

/**
 * The text of a file that `writeTable` wrote to a table, whatever a spreadsheet has made of it since: delimiter
 * detected, `sep=` line obeyed, any line end, stray quotes tolerated, blank lines skipped, formula guards undone.
 */
export function parseTable(text: string): ParsedTable {
  const { headers, rows, found } = tableOf(Buffer.from(text));
  return { headers, rows: [...rows], openQuoteLine: found.openQuoteLine };
}

/** The same of a text of any length, in UTF-8. */
export function tableOf(bytes: Buffer): ReadableTable {
  const { delimiter, skip, firstLine } = dialectOf(bytes.toString('utf8', 0, TOP_BYTES));
  const reader = recordReader(delimiter, firstLine);
  const pieces = piecesOf(bytes, skip, reader);
  let top: readonly TableRow[] = [];
  for (let next = pieces.next(); top.length === 0 && next.done !== true; ) {
    top = next.value.slice(firstFilled(next.value));
    if (top.length === 0) next = pieces.next();
  }
  const headers = top[0]?.cells.map(unguard) ?? [];
  function* rows(): Generator<TableRow> {
    for (let records = top.slice(1); ; ) {
      for (const row of withoutBlankLines(records, headers.length)) {
        yield { ...row, cells: row.cells.map(unguard) };
      }
      const next = pieces.next();
      if (next.done === true) return;
      records = next.value;
    }
  }
  return { headers, rows: rows(), found: reader.found };
}

function* piecesOf(bytes: Buffer, from: number, reader: RecordReader): Generator<TableRow[]> {
  for (let at = from; at < bytes.length; at += PIECE_BYTES) {
    yield reader.push(bytes.subarray(at, at + PIECE_BYTES));
  }
  yield reader.end();
}

function firstFilled(records: readonly TableRow[]): number {
  const first = records.findIndex(({ cells }) => cells.length > 0);
  return first === -1 ? records.length : first;
}

/** In a table of one column a blank line is an empty cell, in every other it is nothing. */
export function withoutBlankLines(rows: readonly TableRow[], columns: number): readonly TableRow[] {
  if (columns > 1) return rows.filter(({ cells }) => cells.length > 0);
  return rows.map((row) => (row.cells.length > 0 ? row : { ...row, cells: [''] }));
}
