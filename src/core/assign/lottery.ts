import { hash } from 'node:crypto';

/** Numbers of the draw are below this: enough to tell plans apart, small enough to be added up exactly. */
export const DRAW_RANGE = 2 ** 20;

/**
 * The number that somebody drew for something, from 0 to 2^20 - 1: the last 20 bits of the first 32 of SHA-256 over
 * the seed, the attendee's id and what is drawn for, as a JSON array. Anyone can repeat the draw; nobody's place in a
 * file plays a part.
 */
export function draw(seed: string, attendee: string, subject: string): number {
  return drawTwice(seed, attendee, subject)[0];
}

/**
 * The number of `draw`, and a second one, from the next 32 bits, for when the first ones add up to the same. Of many
 * people that happens; that both do has a chance of about one in 2^40 for every column that is left to the draw.
 */
export function drawTwice(
  seed: string,
  attendee: string,
  subject: string,
): readonly [first: number, second: number] {
  // As JSON.stringify writes the three; a large event draws a million times.
  const text = `[${JSON.stringify(seed)},${JSON.stringify(attendee)},${JSON.stringify(subject)}]`;
  const digest = hash('sha256', text, 'binary');
  return [lastBits(digest, 0), lastBits(digest, 4)];
}

/** The last 20 of the 32 bits that begin at this byte; each character stands for one byte. */
function lastBits(digest: string, at: number): number {
  return (
    ((digest.charCodeAt(at + 1) << 16) | (digest.charCodeAt(at + 2) << 8) | digest.charCodeAt(at + 3)) %
    DRAW_RANGE
  );
}

/** What is drawn for: a seat in a theme, whenever it is; in a session; in none of a time slot. */
export const SUBJECT = {
  theme: (id: string): string => `theme ${id}`,
  session: (id: string): string => id,
  noSeat: (timeSlot: string): string => `no seat ${timeSlot}`,
} as const;
