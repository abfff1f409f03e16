import type { ByteRange, PackedRow } from '../../model/packed-row.ts';

const CHUNK_BYTES = 4 * 1024 * 1024;
/** UTF-8 has at most three bytes for each UTF-16 code unit. */
const MOST_BYTES_PER_UNIT = 3;

/** Many texts, by their place from 0, in UTF-8 outside the heap. */
export interface TextStore {
  readonly add: (text: string) => void;
  readonly get: (index: number) => string;
  /** What stands before the nth sign, from 1; the whole text where there are fewer. The sign is one ASCII character. */
  readonly until: (index: number, sign: string, nth: number) => string;
  /** Bytes of what stands between the nth sign and the next one. */
  readonly between: (index: number, sign: string, nth: number) => ByteRange;
  /** The text as its bytes. */
  readonly packed: (index: number, beside: readonly string[]) => PackedRow;
  readonly startsWith: (index: number, sign: string) => boolean;
}

/** No text crosses from one chunk into the next. */
export function createTextStore(): TextStore {
  const chunks: Buffer[] = [];
  let chunk = Buffer.alloc(0);
  let used = 0;
  let count = 0;
  let chunkOf = new Uint32Array(1024);
  let starts = new Uint32Array(1024);
  let ends = new Uint32Array(1024);
  const bytesOf = (index: number): Buffer => chunks[chunkOf[index] ?? 0] ?? chunk;
  return {
    add(text) {
      const most = text.length * MOST_BYTES_PER_UNIT;
      if (chunk.length - used < most) {
        chunk = Buffer.allocUnsafeSlow(Math.max(CHUNK_BYTES, most));
        chunks.push(chunk);
        used = 0;
      }
      if (count === starts.length) {
        [chunkOf, starts, ends] = [enlarge(chunkOf), enlarge(starts), enlarge(ends)];
      }
      chunkOf[count] = chunks.length - 1;
      starts[count] = used;
      used += chunk.write(text, used);
      ends[count] = used;
      count += 1;
    },
    get: (index) => bytesOf(index).toString('utf8', starts[index], ends[index]),
    until(index, sign, nth) {
      const bytes = bytesOf(index);
      const code = sign.charCodeAt(0);
      const end = ends[index] ?? 0;
      const start = starts[index] ?? 0;
      let at = start;
      for (let left = nth; at < end; at += 1) {
        if (bytes[at] === code) left -= 1;
        if (left === 0) break;
      }
      return bytes.toString('utf8', start, at);
    },
    between(index, sign, nth) {
      const bytes = bytesOf(index);
      const code = sign.charCodeAt(0);
      const last = ends[index] ?? 0;
      let start = starts[index] ?? 0;
      for (let left = nth; left > 0; start += 1) if (bytes[start] === code) left -= 1;
      let end = start;
      while (end < last && bytes[end] !== code) end += 1;
      return { bytes, start, end };
    },
    packed: (index, beside) => ({
      bytes: bytesOf(index),
      start: starts[index] ?? 0,
      end: ends[index] ?? 0,
      beside,
    }),
    startsWith: (index, sign) =>
      (starts[index] ?? 0) < (ends[index] ?? 0) && bytesOf(index)[starts[index] ?? 0] === sign.charCodeAt(0),
  };
}

function enlarge(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
