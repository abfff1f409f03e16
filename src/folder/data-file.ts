import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure, problem, SosentError } from '../errors.ts';
import type { Problem, Read } from '../model/problem.ts';
import { decodeToUtf8 } from '../tabular/decode.ts';
import { type ReadableTable, tableOf } from '../tabular/parse-table.ts';
import type { RecordFindings } from '../tabular/record-findings.ts';
import { fileFailure } from './file-failure.ts';

/** One row of a file in data/, read by column name. */
export interface DataRow {
  readonly line: number;
  /** The cell of a column, '' where the row or the column is not there. */
  readonly cell: (column: string) => string;
  /** Reports a cell that cannot be understood. */
  readonly damaged: (column: string, message: string) => void;
}

interface DataFile {
  readonly headers: readonly string[];
  /** To be gone through once: a long file need not stand in memory row by row. Throws SOS108 where they break off. */
  readonly rows: Iterable<DataRow>;
  /** What was reported of the rows so far. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a CSV file of the event folder by its header row, whatever Excel did to it. Undefined where there is no such
 * file yet. Throws SOS108 where a required column is missing, SOS105 where it cannot be read.
 */
export async function readDataFile(
  folder: { readonly root: string; readonly shownRoot: string },
  path: string,
  required: readonly string[],
): Promise<DataFile | undefined> {
  const shown = join(folder.shownRoot, path);
  const bytes = await readFile(join(folder.root, path)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw fileFailure(error, shown, 'read');
  });
  if (bytes === undefined) return undefined;
  const table = tableOf(decodeToUtf8(bytes));
  const headers = table.headers.map((header) => header.trim());
  requireSoundSoFar(table.found, shown);
  requireHeaders(headers, required, shown);
  const problems: Problem[] = [];
  return { headers, rows: rowsOf({ ...table, headers }, problems, shown), problems };
}

function* rowsOf(
  { headers, rows, found }: ReadableTable,
  problems: Problem[],
  shown: string,
): Generator<DataRow> {
  const columns = new Map(headers.map((header, index) => [header, index]));
  const share = headers.map(sharer);
  for (const { cells, line } of rows) {
    const shared = cells.map((cell, index) => share[index]?.(cell) ?? cell);
    yield {
      line,
      cell: (column) => shared[columns.get(column) ?? -1] ?? '',
      damaged: (column, message) =>
        problems.push(problem('SOS108', message, { location: { file: shown, line, column } })),
    };
  }
  requireSoundSoFar(found, shown);
}

/** So many different cells of a column are kept once each. */
const MOST_SHARED = 1000;

/** Most columns hold the same few values again and again, each of them a text of its own as it is read. */
function sharer(): (cell: string) => string {
  const known = new Map<string, string>();
  return (cell) => {
    const before = known.get(cell);
    if (before === undefined && known.size < MOST_SHARED) known.set(cell, cell);
    return before ?? cell;
  };
}

function requireHeaders(headers: readonly string[], required: readonly string[], shown: string): void {
  const missing = required.filter((column) => !headers.includes(column));
  const twice = headers.find((header, index) => header !== '' && headers.indexOf(header) !== index);
  const names = missing.map((one) => `"${one}"`).join(', ');
  const wrong =
    headers.length === 0
      ? 'The file is empty; not even the header row is there.'
      : missing.length > 0
        ? `The header row lacks ${names}.`
        : twice && `The column "${twice}" stands twice.`;
  if (wrong === undefined) return;
  throw failure('SOS108', wrong, {
    location: { file: shown, line: 1 },
    hint: 'Restore the header row, for instance from git.',
  });
}

function requireSoundSoFar({ openQuoteLine, endlessLine }: RecordFindings, shown: string): void {
  const line = openQuoteLine ?? endlessLine;
  if (line === undefined) return;
  const why =
    openQuoteLine === undefined
      ? 'a row of more than 4 MB begins here'
      : 'a quotation mark opens here and never closes';
  throw failure('SOS108', `The file is not a table: ${why}.`, {
    location: { file: shown, line },
    hint: 'Restore the file, for instance from git.',
  });
}

/** The value of a read that must be sound before a command may build on it. */
export function requireSound<T>(read: Read<T>): T {
  if (read.problems.some((one) => one.severity === 'error')) throw new SosentError(read.problems);
  return read.value;
}
