import type { ColumnSample, SourceTable } from '../source.ts';

/** A column with the different values that stand at its top, outer blanks off. */
export function sampleOf({ headers, sample }: SourceTable, column: number): ColumnSample {
  const cells = new Set(sample.map((row) => row.cells[column]?.trim() ?? '').filter((cell) => cell !== ''));
  return { header: headers[column] ?? '', cells: [...cells] };
}

/** What may stand between the themes of one cell. */
export const LIST_SIGNS = /[;,>|\n]/;
