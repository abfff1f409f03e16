import { recordReader } from './record-reader.ts';
import type { TableRow } from './table.ts';

/**
 * Undoes what a spreadsheet does that takes a whole line for one cell: `"a,b,""c d"""` is the row a | b | c d. Gives
 * undefined where the row is none of those, or does not have the wanted number of cells inside.
 */
export function unwrapRow(row: TableRow, delimiter: string, width: number | 'any'): TableRow | undefined {
  const [whole = ''] = row.cells;
  if (row.cells.length !== 1 || !whole.includes(delimiter)) return undefined;
  const reader = recordReader(delimiter);
  const [inner, ...others] = [...reader.push(Buffer.from(whole)), ...reader.end()];
  if (inner === undefined || others.length > 0) return undefined;
  if (inner.cells.length < 2 || (width !== 'any' && inner.cells.length !== width)) return undefined;
  return { ...row, cells: inner.cells };
}

/**
 * Number of cells that a wrapped row must have inside, by the first rows of the table: as many as the others have, or
 * where every row is a single cell, as many as all of them agree on. Undefined where there is none: a list of one
 * column, in which "Doe, John" is a name.
 */
export function wrappedWidth(rows: readonly TableRow[], delimiter: string): number | undefined {
  const filled = rows.filter(({ cells }) => cells.length > 0);
  const several = mostFrequent(filled.flatMap(({ cells }) => (cells.length > 1 ? [cells.length] : [])));
  if (several !== undefined) return several;
  const [first, ...others] = filled.map((row) => unwrapRow(row, delimiter, 'any')?.cells.length);
  const agree = others.length > 0 && others.every((width) => width === first);
  return agree && first !== undefined && first >= LEAST_WIDTH ? first : undefined;
}

const LEAST_WIDTH = 3;

function mostFrequent(numbers: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
