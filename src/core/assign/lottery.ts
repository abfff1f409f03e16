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
  const digest = hash('sha256', JSON.stringify([seed, attendee, subject]));
  return [
    Number.parseInt(digest.slice(0, 8), 16) % DRAW_RANGE,
    Number.parseInt(digest.slice(8, 16), 16) % DRAW_RANGE,
  ];
}

/** What is drawn for: a seat in a theme, whenever it is; in a session; in none of a time slot. */
export const SUBJECT = {
  theme: (id: string): string => `theme ${id}`,
  session: (id: string): string => id,
  noSeat: (timeSlot: string): string => `no seat ${timeSlot}`,
} as const;
