/** The same numbers with room for twice as many: typed arrays do not grow by themselves. */
export function enlarged(array: Float64Array): Float64Array<ArrayBuffer>;
export function enlarged(array: Uint32Array): Uint32Array<ArrayBuffer>;
export function enlarged(array: Float64Array | Uint32Array): Float64Array | Uint32Array {
  const larger =
    array instanceof Float64Array ? new Float64Array(2 * array.length) : new Uint32Array(2 * array.length);
  larger.set(array);
  return larger;
}
