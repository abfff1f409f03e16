import { createHash } from 'node:crypto';

/** Numbers of the draw are below this: enough to tell plans apart, small enough to be added up exactly. */
const RANGE = 2 ** 20;

/**
 * The number that somebody drew for something, from 0 to 2^20 - 1: the first 20 bits of SHA-256 over the seed, the
 * attendee's id and what is drawn for. Anyone can repeat the draw; nobody's place in a file plays a part.
 */
export function draw(seed: string, attendee: string, subject: string): number {
  const digest = createHash('sha256')
    .update(JSON.stringify([seed, attendee, subject]))
    .digest();
  return digest.readUInt32BE(0) % RANGE;
}
