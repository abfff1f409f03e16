import type { PackedRow } from './packed-row.ts';

/** A list whose items are made when they are asked for: a million people need not all be there at once. */
export interface LazyList<T> extends Iterable<T> {
  readonly length: number;
  readonly at: (index: number) => T;
  /** For whoever writes the items as they are: most of them need not be made at all. */
  readonly packed?: PackedItems | undefined;
}

export interface PackedItems {
  /** Undefined for an item that has to be made. */
  readonly row: (index: number) => PackedRow | undefined;
  /** Headers of extra columns, by the places that the rows name them by. */
  readonly headers: readonly string[];
}

export function lazyList<T>(length: number, at: (index: number) => T, packed?: PackedItems): LazyList<T> {
  return {
    length,
    at,
    packed,
    *[Symbol.iterator]() {
      for (let index = 0; index < length; index += 1) yield at(index);
    },
  };
}
