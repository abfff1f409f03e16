import iconv from 'iconv-lite';
import { asBuffer, guessEncoding } from './guess-encoding.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  /** True where no byte order mark said so. */
  readonly guessed: boolean;
}

/** The bytes of a small file to text, in the encoding that they show. `readTable` does the same for large ones. */
export function decode(bytes: Uint8Array): Decoded {
  const guess = guessEncoding();
  guess.see(bytes);
  const { encoding, guessed } = guess.answer();
  return { text: iconv.decode(asBuffer(bytes), encoding, { stripBOM: true }), encoding, guessed };
}

/** The same as UTF-8, without a byte order mark; bytes that are UTF-8 already are not copied. */
export function decodeToUtf8(bytes: Buffer): Buffer {
  const guess = guessEncoding();
  guess.see(bytes);
  return guess.answer().encoding === 'utf-8' ? unmarked(bytes) : Buffer.from(decode(bytes).text);
}

/**
 * Text in any encoding to UTF-8, piece by piece, without a byte order mark. Where the bytes are UTF-8 already they
 * pass untouched. Node's own decoder is not used: it turns 0x80-0x9F of Windows-1252 into control characters.
 */
export async function* toUtf8(pieces: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Buffer> {
  if (encoding === 'utf-8') {
    yield* withoutMark(pieces);
    return;
  }
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  for await (const piece of pieces) yield Buffer.from(decoder.write(asBuffer(piece)));
  const last = decoder.end();
  if (last) yield Buffer.from(last);
}

async function* withoutMark(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  for await (const piece of pieces) {
    if (start === undefined) {
      yield asBuffer(piece);
      continue;
    }
    start = Buffer.concat([start, piece]);
    if (start.length < 3) continue;
    yield unmarked(start);
    start = undefined;
  }
  if (start !== undefined) yield unmarked(start);
}

const MARK = Buffer.from('\ufeff');

function unmarked(bytes: Buffer): Buffer {
  return bytes.subarray(0, 3).equals(MARK) ? bytes.subarray(3) : bytes;
}
