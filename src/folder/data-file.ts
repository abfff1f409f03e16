import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure, problem, SosentError } from '../errors.ts';
import type { Problem, Read } from '../model/problem.ts';
import { decode } from '../tabular/decode.ts';
import { parseTable } from '../tabular/parse-table.ts';
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
  readonly rows: readonly DataRow[];
  readonly problems: Problem[];
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
  const table = parse(decode(bytes).text, shown);
  const headers = table.headers.map((header) => header.trim());
  const columns = new Map(headers.map((header, index) => [header, index]));
  requireHeaders(headers, required, shown);
  const problems: Problem[] = [];
  const rows = table.rows.map(
    ({ cells, line }): DataRow => ({
      line,
      cell: (column) => cells[columns.get(column) ?? -1] ?? '',
      damaged: (column, message) =>
        problems.push(problem('SOS108', message, { location: { file: shown, line, column } })),
    }),
  );
  return { headers, rows, problems };
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

function parse(text: string, shown: string): ReturnType<typeof parseTable> {
  const table = parseTable(text);
  if (table.openQuoteLine === undefined) return table;
  throw failure('SOS108', 'The file is not a table: a quotation mark opens here and never closes.', {
    location: { file: shown, line: table.openQuoteLine },
    hint: 'Restore the file, for instance from git.',
  });
}

/** The value of a read that must be sound before a command may build on it. */
export function requireSound<T>(read: Read<T>): T {
  if (read.problems.some((one) => one.severity === 'error')) throw new SosentError(read.problems);
  return read.value;
}
