import { createHash } from 'node:crypto';
import type { ByteSource } from './byte-source.ts';
import { guessEncoding } from './guess-encoding.ts';

/** What must be known about a file before any of it can be read. */
export interface Inspection {
  readonly encoding: string;
  /** The first bytes, 64 kB at most. */
  readonly head: Buffer;
  /** In hexadecimal digits. */
  readonly sha256: string;
}

const HEAD_BYTES = 64 * 1024;

/** Looks through the whole file once: one byte far down can tell that its encoding is not UTF-8. */
export async function inspectBytes(source: ByteSource): Promise<Inspection> {
  const guess = guessEncoding();
  const hash = createHash('sha256');
  let head: Buffer = Buffer.alloc(0);
  for await (const piece of source()) {
    guess.see(piece);
    hash.update(piece);
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, piece]).subarray(0, HEAD_BYTES);
  }
  return { encoding: guess.answer().encoding, head, sha256: hash.digest('hex') };
}
