type Numbers =
  | Uint8Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

/** The same numbers with room for twice as many, and for at least so many: typed arrays do not grow by themselves. */
export function enlarged<A extends Numbers>(array: A, least = 0): A {
  const make = array.constructor as new (length: number) => A;
  const larger = new make(Math.max(2 * array.length, least));
  larger.set(array);
  return larger;
}
