import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** True where no byte order mark said so. */
  readonly guessed: boolean;
}

/**
 * Bytes to text: a byte order mark decides, else the NUL pattern of UTF-16, else UTF-8 where the bytes are valid,
 * else Windows-1252 (what a Norwegian Excel writes). Node's own decoder is not used for the last: it turns
 * 0x80-0x9F into control characters.
 */
export function decode(bytes: Uint8Array): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = encodingOfMark(buffer);
  const encoding = marked ?? guess(buffer);
  return {
    text: iconv.decode(buffer, encoding, { stripBOM: true }),
    encoding,
    guessed: marked === undefined,
  };
}

function encodingOfMark(buffer: Buffer): Encoding | undefined {
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) return 'utf-8';
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return 'utf-16le';
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** In UTF-16 text of a Latin script every second byte is NUL; the first kilobytes are enough to see it. */
function guess(buffer: Buffer): Encoding {
  const head = buffer.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = head.length / 2;
  if (odd > half * 0.4 && even < half * 0.1) return 'utf-16le';
  if (even > half * 0.4 && odd < half * 0.1) return 'utf-16be';
  return isUtf8(withoutCutEnd(buffer)) ? 'utf-8' : 'windows-1252';
}

/** The bytes without a character that is cut off at the end, as in a download that broke off: that is UTF-8 still. */
function withoutCutEnd(buffer: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, buffer.length); back += 1) {
    const byte = buffer[buffer.length - back] ?? 0;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      const rest = buffer.subarray(0, -back);
      return needed > back && rest.some((one) => one >= 0x80) && isUtf8(rest) ? rest : buffer;
    }
    if (byte < 0x80) return buffer;
  }
  return buffer;
}
