import { hash } from 'node:crypto';

/** Numbers of the draw are below this: enough to tell plans apart, small enough to be added up exactly. */
export const DRAW_RANGE = 2 ** 20;

/** 2^31 - 1, a prime: every ticket draws every number for some subject, and two tickets never all the same ones. */
const PRIME = 2 ** 31 - 1;
const SUBJECTS = 2 ** 21;

/** Two numbers, the second for when the first ones add up to the same. */
export type Pair = readonly [first: number, second: number];

/**
 * The number that somebody drew for something, from 0 to 2^20 - 1. Everybody holds a ticket, made of the seed and their
 * id, and everything that is drawn for has a number, made of the seed and its name; their product modulo the prime
 * 2^31 - 1, without its last 11 bits, is what is drawn. Anyone can repeat it; nobody's place in a file plays a part.
 */
export function draw(seed: string, attendee: string, subject: string): number {
  return drawTwice(ticketOf(seed, attendee), subjectOf(seed, subject))[0];
}

/** The number of `draw`, and a second one. Of many people the first tie somewhere; both do with a chance of 2^-40. */
export function drawTwice(ticket: Pair, subject: Pair): Pair {
  return [drawOnce(ticket[0], subject[0]), drawOnce(ticket[1], subject[1])];
}

/** From the number of a ticket (below 2^31) and of a subject (at most 2^21), so that the product is exact in a double. */
export function drawOnce(ticket: number, subject: number): number {
  const product = ticket * subject;
  const high = Math.floor(product / 2 ** 31);
  // 2^31 is 1 modulo the prime.
  const folded = high + (product - high * 2 ** 31);
  return (folded >= PRIME ? folded - PRIME : folded) >>> 11;
}

/** Numbers from 1 to 2^31 - 2: the first and the second 32 bits of SHA-256 over seed and id as a JSON array. */
export function ticketOf(seed: string, attendee: string): Pair {
  return digest([seed, attendee], PRIME - 1);
}

/** Numbers from 1 to 2^21, from SHA-256 over seed, an empty text and the subject. */
export function subjectOf(seed: string, subject: string): Pair {
  return digest([seed, '', subject], SUBJECTS);
}

function digest(of: readonly string[], range: number): Pair {
  const hex = hash('sha256', JSON.stringify(of));
  const at = (place: number): number => (Number.parseInt(hex.slice(place, place + 8), 16) % range) + 1;
  return [at(0), at(8)];
}

/** What is drawn for: a seat in a theme, whenever it is; in a session; in none of a time slot. */
export const SUBJECT = {
  theme: (id: string): string => `theme ${id}`,
  session: (id: string): string => id,
  noSeat: (timeSlot: string): string => `no seat ${timeSlot}`,
} as const;
