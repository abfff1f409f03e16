import { parse } from 'csv-parse/sync';
import { detectDelimiter } from './detect-delimiter.ts';
import { unguard } from './formula-guard.ts';
import { scanRecords } from './scan-records.ts';
import type { Table, TableRow } from './table.ts';

export interface ParsedTable extends Table {
  readonly delimiter: string;
}

interface Reading {
  /** True where `writeTable` wrote the file. */
  readonly ours?: boolean;
  /** In place of the one that is detected. */
  readonly delimiter?: string;
}

/**
 * CSV text to a table, whatever its dialect: delimiter detected, `sep=` line obeyed, any line end, stray quotes
 * tolerated, blank lines skipped. In our own files formula guards are undone; in a
 * file of somebody else's every cell is what it is. Throws csv-parse's CsvError where the quotes never close.
 */
export function parseTable(text: string, { ours = true, delimiter: given }: Reading = {}): ParsedTable {
  const { delimiter: seen, start, firstLine } = dialectOf(text);
  const delimiter = given ?? seen;
  const body = text.slice(start);
  const records: string[][] = parse(body, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  // csv-parse can count lines too, but takes a CR LF inside quotes for two.
  const places = scanRecords(body, delimiter);
  const rows = records.map((cells): TableRow => {
    const line = (places.next().value?.line ?? 0) + firstLine - 1;
    return { cells: ours ? cells.map(unguard) : cells, line };
  });
  const final = rows.at(-1);
  if (final !== undefined && !/[\r\n]$/.test(text)) rows[rows.length - 1] = { ...final, cut: true };
  return { headers: rows[0]?.cells ?? [], rows: rows.slice(1), delimiter };
}

/** A quote that opens and never closes: where it stands, and how much of the text before its record is sound. */
export interface OpenQuote {
  readonly line: number;
  readonly soundText: string;
  /** As the whole text shows it. */
  readonly delimiter: string;
}

export function findOpenQuote(text: string): OpenQuote | undefined {
  const { delimiter, start, firstLine } = dialectOf(text);
  for (const record of scanRecords(text.slice(start), delimiter)) {
    if (record.openQuoteLine === undefined) continue;
    return {
      delimiter,
      line: record.openQuoteLine + firstLine - 1,
      soundText: text.slice(0, start + record.start),
    };
  }
  return undefined;
}

/** The delimiter, and where the table begins: after a line such as `sep=;`, which Excel writes and obeys. */
function dialectOf(text: string): { delimiter: string; start: number; firstLine: number } {
  const announced = /^sep=(.)(?:\r\n|\n|\r)/.exec(text);
  if (announced === null) return { delimiter: detectDelimiter(text), start: 0, firstLine: 1 };
  return { delimiter: announced[1] ?? ',', start: announced[0].length, firstLine: 2 };
}
