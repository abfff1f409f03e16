import { hash } from 'node:crypto';
import type { RowIdentity } from './row-store.ts';

/** Crockford's base 32: no I, L, O, U, so that a code read aloud or typed from a badge is the same code. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Two letters at a time, which is quicker than one. */
const PAIRS = [...ALPHABET].flatMap((first) => [...ALPHABET].map((second) => first + second));
const SMALL_PAIRS = PAIRS.map((pair) => pair.toLowerCase());
const EXPONENT = ALPHABET.indexOf('E');
const ID_LETTERS = 10;
const ID = /^a-[0-9a-hjkmnp-tv-z]{10}$/;

/**
 * The stable id of a new attendee as a number of 50 bits: a hash of what the source tells them apart by: its own id,
 * else the e-mail address, else the organisation, each with the name, because one order or one mailbox may stand for
 * several people. It says nothing about the person and does not depend on the other rows; `attempt` counts from 0
 * where an id is taken. `idOf` writes it out. Takes the texts of the rows as `tellingTexts` has them.
 */
export function identityNumber(rows: readonly RowIdentity[], attempt = 0): number {
  const [key = ''] = rows.length === 1 ? rows.map(identityKey) : rows.map(identityKey).sort();
  const salt = attempt === 0 ? '' : `#${attempt}`;
  return numberOf(hash('sha256', `${key}${salt}`, 'binary'), 0, ID_LETTERS);
}

/** `a-7k2m9qxd4p`. */
export function idOf(identity: number): string {
  return `a-${lettersOf(identity, ID_LETTERS, SMALL_PAIRS)}`;
}

/** The number of an id; undefined for one that `idOf` did not make. */
export function numberOfId(id: string): number | undefined {
  if (!ID.test(id)) return undefined;
  let number = 0;
  for (const letter of id.slice(2).toUpperCase()) number = number * 32 + ALPHABET.indexOf(letter);
  return number;
}

function identityKey({ shape, sourceId, name, email, organisation }: RowIdentity): string {
  if (sourceId !== '') return JSON.stringify(['1', shape, sourceId, name]);
  if (email !== '') return JSON.stringify(['2', email, name]);
  return JSON.stringify(['3', organisation, name]);
}

/**
 * A short code for each id, distinct from all codes given before: four letters, or five where so many people come that
 * four are used up. Ids come in rising order, so that the order of rows does not matter. Gives back the codes as
 * numbers in the order of the ids; `codeOf` writes them out.
 */
export function giveCodes(
  length: number,
  idAt: (index: number) => string,
  taken: Iterable<string>,
): Uint32Array {
  const used = codeSet();
  for (const code of taken) {
    const number = numberOfCode(code);
    if (number !== undefined) used.add(number);
  }
  const codes = new Uint32Array(length);
  for (let index = 0; index < length; index += 1) {
    const id = idAt(index);
    const digest = hash('sha256', `${id}#code`, 'binary');
    let code: number | undefined;
    // A digest of 32 bytes holds eight codes of four letters; then five letters of one more digest each.
    for (let attempt = 0; code === undefined || used.has(code) || isNumberLike(code); attempt += 1) {
      code =
        attempt < 8
          ? numberOf(digest, attempt * 4, 4)
          : LONG + numberOf(hash('sha256', `${id}#${attempt}`, 'binary'), 0, 5);
    }
    used.add(code);
    codes[index] = code;
  }
  return codes;
}

/** Codes that are given; the short ones as bits, because a set of a million numbers takes many times as much. */
function codeSet(): { readonly add: (code: number) => void; readonly has: (code: number) => boolean } {
  const short = new Uint8Array(LONG / 8);
  const long = new Set<number>();
  return {
    has: (code) => (code < LONG ? (((short[code >> 3] ?? 0) >> (code & 7)) & 1) === 1 : long.has(code)),
    add(code) {
      if (code < LONG) short[code >> 3] = (short[code >> 3] ?? 0) | (1 << (code & 7));
      else long.add(code);
    },
  };
}

/** Codes of five letters are numbered behind all those of four. */
const LONG = 32 ** 4;

export function codeOf(code: number): string {
  return code < LONG ? lettersOf(code, 4) : lettersOf(code - LONG, 5);
}

/** What a spreadsheet would take for a number: `0042`, `1E23`. */
function isNumberLike(code: number): boolean {
  let exponents = 0;
  const last = code < LONG ? 3 : 4;
  for (let place = 0, left = code < LONG ? code : code - LONG; place <= last; place += 1) {
    const digit = left % 32;
    left = Math.floor(left / 32);
    if (digit < 10) continue;
    exponents += 1;
    if (digit !== EXPONENT || place === 0 || place === last || exponents > 1) return false;
  }
  return true;
}

/** Undefined for what an organiser wrote instead of a code, or an earlier version gave. */
function numberOfCode(code: string): number | undefined {
  if (code.length !== 4 && code.length !== 5) return undefined;
  let number = 0;
  for (const letter of code) {
    const digit = ALPHABET.indexOf(letter);
    if (digit === -1) return undefined;
    number = number * 32 + digit;
  }
  return code.length === 4 ? number : LONG + number;
}

/** Five bits of each byte, the first one weighing most. */
function numberOf(digest: string, from: number, letters: number): number {
  let number = 0;
  for (let at = from; at < from + letters; at += 1) number = number * 32 + (digest.charCodeAt(at) % 32);
  return number;
}

function lettersOf(number: number, length: number, pairs: readonly string[] = PAIRS): string {
  let letters = '';
  let left = number;
  for (; letters.length < length - 1; left = Math.floor(left / 1024)) letters = pairs[left % 1024] + letters;
  return letters.length < length ? ALPHABET.charAt(left) + letters : letters;
}
