import { createReadStream } from 'node:fs';

/**
 * The bytes of a file in pieces, from its beginning each time it is called: a table is read once to know its encoding
 * and once for its rows, so that it need not stand in memory.
 */
export type ByteSource = () => AsyncIterable<Uint8Array>;

/** Large enough that a read costs little, small enough that the rows of one piece are soon gone again. */
const PIECE_BYTES = 64 * 1024;

/** A regular file: a pipe can be read only once. */
export function fileSource(path: string): ByteSource {
  return () => createReadStream(path, { highWaterMark: PIECE_BYTES });
}

/** Bytes that are in memory already. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return async function* pieces() {
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
  };
}
