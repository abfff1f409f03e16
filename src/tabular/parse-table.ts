import { parse } from 'csv-parse/sync';
import { detectDelimiter } from './detect-delimiter.ts';
import { unguard } from './formula-guard.ts';
import type { Table, TableRow } from './table.ts';

export interface ParsedTable extends Table {
  readonly delimiter: string;
}

/**
 * CSV text to a table, whatever its dialect: delimiter detected, `sep=` line obeyed, any line end, stray quotes
 * tolerated, blank lines skipped, formula guards undone. Throws csv-parse's CsvError where the quotes never close.
 */
export function parseTable(text: string): ParsedTable {
  const announced = /^sep=(.)\r?\n/.exec(text);
  const skipped = announced?.[0] ?? '';
  const body = text.slice(skipped.length);
  const delimiter = announced?.[1] ?? detectDelimiter(body);
  const records: { record: string[]; info: { lines: number } }[] = parse(body, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    info: true,
    raw: false,
  }) as never;
  let previous = skipped === '' ? 0 : 1;
  const rows: TableRow[] = [];
  for (const { record, info } of records) {
    const last = info.lines + (skipped === '' ? 0 : 1);
    const height = record.reduce((sum, cell) => sum + countLineEnds(cell), 0);
    rows.push({ cells: record.map(unguard), line: Math.max(previous + 1, last - height) });
    previous = last;
  }
  return { headers: rows[0]?.cells ?? [], rows: rows.slice(1), delimiter };
}

function countLineEnds(cell: string): number {
  return cell.match(/\r\n|\n|\r/g)?.length ?? 0;
}
