import type { Problem } from '../model/problem.ts';
import { type CsvDialect, writeTable } from '../tabular/write-table.ts';

/** Rows of one file that could not be used. */
export interface Rejects {
  /** Path of the file, as problems name it. */
  readonly file: string;
  readonly headers: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** Header of the column with the reason. */
  readonly reasonHeader: string;
}

/**
 * The rows as they stood, each with the reason in front, as CSV to be mended and imported again. A row with more cells
 * than the header keeps them all.
 */
export function renderRejects(
  { file, headers, rows, reasonHeader }: Rejects,
  problems: readonly Problem[],
  dialect: CsvDialect,
): string {
  const reasons = new Map<number, string[]>();
  for (const { severity, message, location } of problems) {
    if (severity !== 'error' || location?.file !== file || location.line === undefined) continue;
    reasons.set(location.line, [...(reasons.get(location.line) ?? []), message]);
  }
  return writeTable(
    [reasonHeader, ...headers],
    rows.map(({ line, cells }) => [(reasons.get(line) ?? []).join(' '), ...cells]),
    dialect,
  );
}
