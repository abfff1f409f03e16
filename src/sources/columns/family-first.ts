import type { TableRow } from '../../tabular/table.ts';

/** One comma, with something on each side of it; an address in the cell is taken apart elsewhere. */
const TWO_PARTS = /^\s*([^,<]*[^,<\s])\s*,\s*([^,<\s][^,<]*?)\s*$/;

/** A name that begins with the family name, as people say it: `Hansen, Kari` is `Kari Hansen`. Others stay as they are. */
export function turnName(cell: string): string {
  const [, family, given] = TWO_PARTS.exec(cell) ?? [];
  return family === undefined ? cell : `${given} ${family}`;
}

/** Whether all names of a sample, two at least, are written `Hansen, Kari`. */
export function areTurned(sample: readonly TableRow[], column: number): boolean {
  const cells = sample.map((row) => row.cells[column] ?? '').filter((cell) => cell.trim() !== '');
  return cells.length > 1 && cells.every((cell) => TWO_PARTS.test(cell));
}
