import type { LazyList } from '../model/lazy-list.ts';
import type { PackedColumn } from './packed-columns.ts';
import { packedLines } from './packed-lines.ts';
import { writeLine } from './write-table.ts';

/** How the items of a list become rows of a table. */
export interface ListTable<T> {
  readonly headers: readonly string[];
  readonly cells: (item: T) => readonly string[];
  /** The same of packed rows, given the headers that they name by places. */
  readonly packed: (headers: readonly string[]) => readonly PackedColumn[];
}

/** A piece is written to the disk at once. */
const PIECE_BYTES = 512 * 1024;
/** Room for the line that makes a piece full. */
const LINE_BYTES = 16 * 1024;

/** A list as CSV of our own dialect, in pieces: what is packed is copied, and what is not is made. */
export function* writeList<T>(
  list: LazyList<T>,
  { headers, cells, packed }: ListTable<T>,
): Generator<Uint8Array> {
  const lines = packedLines(packed(list.packed?.headers ?? []), PIECE_BYTES + LINE_BYTES);
  lines.addText(writeLine(headers));
  for (let index = 0; index < list.length; index += 1) {
    const row = list.packed?.row(index);
    if (row === undefined) lines.addText(writeLine(cells(list.at(index))));
    else lines.add(row);
    if (lines.length() >= PIECE_BYTES) yield lines.take();
  }
  if (lines.length() > 0) yield lines.take();
}
