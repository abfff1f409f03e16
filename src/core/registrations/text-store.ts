import type { ByteRange } from '../../model/packed-row.ts';
import { enlarged } from '../enlarge.ts';

const CHUNK_BYTES = 4 * 1024 * 1024;
/** UTF-8 has at most three bytes for each UTF-16 code unit. */
const MOST_BYTES_PER_UNIT = 3;

/** Many texts, by their place from 0, in UTF-8 outside the heap. */
export interface TextStore {
  readonly add: (text: string) => void;
  readonly get: (index: number) => string;
  /** The text as its bytes. */
  readonly bytes: (index: number) => ByteRange;
  /** What stands before the nth sign, from 1; the whole text where there are fewer. The sign is one ASCII character. */
  readonly until: (index: number, sign: string, nth: number) => string;
  /** Bytes of what stands between the nth sign and the next one. */
  readonly between: (index: number, sign: string, nth: number) => ByteRange;
  readonly startsWith: (index: number, sign: string) => boolean;
}

/** Bytes of one or, for a text that is longer, of several times CHUNK_BYTES; its texts follow each other without a gap. */
interface Chunk {
  readonly bytes: Buffer;
  used: number;
}

/**
 * No text crosses from one chunk into the next. Where a text begins is one number, as if all chunks were one; where it
 * ends, the next one says: texts are asked for in any order, and each look into far memory costs more than the rest.
 */
export function createTextStore(): TextStore {
  /** By the place of each stretch of CHUNK_BYTES. */
  const chunks: Chunk[] = [];
  let starts = new Float64Array(1024);
  let count = 0;
  const addChunk = (most: number): Chunk => {
    const stretches = Math.max(1, Math.ceil(most / CHUNK_BYTES));
    const chunk = { bytes: Buffer.allocUnsafeSlow(stretches * CHUNK_BYTES), used: 0 };
    for (let stretch = 0; stretch < stretches; stretch += 1) chunks.push(chunk);
    return chunk;
  };
  let chunk = addChunk(0);
  let base = 0;
  const rangeOf = (
    index: number,
  ): { readonly bytes: Buffer; readonly start: number; readonly end: number } => {
    const from = starts[index] as number;
    const place = Math.floor(from / CHUNK_BYTES);
    const { bytes, used } = chunks[place] as Chunk;
    const start = from - place * CHUNK_BYTES;
    const next = index + 1 < count ? (starts[index + 1] as number) - from + start : used;
    return { bytes, start, end: Math.min(next, used) };
  };
  return {
    add(text) {
      const most = text.length * MOST_BYTES_PER_UNIT;
      if (chunk.bytes.length - chunk.used < most || chunk.used >= CHUNK_BYTES) {
        base = chunks.length * CHUNK_BYTES;
        chunk = addChunk(most);
      }
      if (count === starts.length) starts = enlarged(starts);
      starts[count] = base + chunk.used;
      count += 1;
      chunk.used += chunk.bytes.write(text, chunk.used);
    },
    bytes: rangeOf,
    get(index) {
      const { bytes, start, end } = rangeOf(index);
      return bytes.toString('utf8', start, end);
    },
    until(index, sign, nth) {
      const { bytes, start, end } = rangeOf(index);
      const code = sign.charCodeAt(0);
      let at = start;
      for (let left = nth; at < end; at += 1) {
        if (bytes[at] === code) left -= 1;
        if (left === 0) break;
      }
      return bytes.toString('utf8', start, at);
    },
    between(index, sign, nth) {
      const { bytes, start: first, end: last } = rangeOf(index);
      const code = sign.charCodeAt(0);
      let start = first;
      for (let left = nth; left > 0; start += 1) if (bytes[start] === code) left -= 1;
      let end = start;
      while (end < last && bytes[end] !== code) end += 1;
      return { bytes, start, end };
    },
    startsWith(index, sign) {
      const { bytes, start, end } = rangeOf(index);
      return start < end && bytes[start] === sign.charCodeAt(0);
    },
  };
}
