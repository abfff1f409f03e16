/** A list whose items are made when they are asked for: a million people need not all be there at once. */
export interface LazyList<T> extends Iterable<T> {
  readonly length: number;
  readonly at: (index: number) => T;
}

export function lazyList<T>(length: number, at: (index: number) => T): LazyList<T> {
  return {
    length,
    at,
    *[Symbol.iterator]() {
      for (let index = 0; index < length; index += 1) yield at(index);
    },
  };
}
