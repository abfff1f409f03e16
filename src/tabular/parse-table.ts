import { dialectOf } from './dialect.ts';
import { unguard } from './formula-guard.ts';
import { recordReader } from './record-reader.ts';
import type { Table, TableRow } from './table.ts';

export interface ParsedTable extends Table {
  /** Line of a quotation mark that never closes: its row and all below it are missing. */
  readonly openQuoteLine: number | undefined;
}

/**
 * The text of a file that `writeTable` wrote to a table, whatever a spreadsheet has made of it since: delimiter
 * detected, `sep=` line obeyed, any line end, stray quotes tolerated, blank lines skipped, formula guards undone.
 */
export function parseTable(text: string): ParsedTable {
  const { delimiter, skip, firstLine } = dialectOf(text);
  const reader = recordReader(delimiter, firstLine);
  const records = [...reader.push(Buffer.from(text).subarray(skip)), ...reader.end()];
  const [top, ...below] = records.slice(firstFilled(records));
  const headers = top?.cells.map(unguard) ?? [];
  const rows = withoutBlankLines(below, headers.length);
  return {
    headers,
    rows: rows.map((row) => ({ ...row, cells: row.cells.map(unguard) })),
    openQuoteLine: reader.found.openQuoteLine,
  };
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
