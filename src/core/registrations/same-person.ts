import { hash } from 'node:crypto';
import { distance } from 'fastest-levenshtein';
import type { CleanRegistration } from './clean-registration.ts';
import type { RowIdentity } from './row-store.ts';

/** A person as one row or one earlier import shows them. */
export interface Face {
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
}

/** Nothing in it to normalise but its case: words of ASCII and the letters of Western Europe, single blanks. */
const PLAIN = /^(?:[!-~À-ÖØ-öø-ÿ]+(?: [!-~À-ÖØ-öø-ÿ]+)*)?$/;

/** Text for comparison: case, outer and repeated blanks do not tell people apart. */
export function identityText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  // Half a character (UTF-16) is U+FFFD once it was packed or written.
  const whole = text.replace(/\p{Surrogate}/gu, '\ufffd');
  return whole.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/**
 * Whether two names can be one person's, given that something else (an e-mail address, an order) already agrees:
 * equal, one within the other (`Kari Nordmann`, `Kari Moe Nordmann`, `K. Nordmann`), one or two letters apart, or
 * the same given name in a mailbox that carries it. `post@firma.example` for two colleagues makes them not one.
 */
export function namesAgree(a: Face, b: Face): boolean {
  const left = words(a.name);
  const right = words(b.name);
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (short.every((word) => long.some((other) => fits(word, other)))) return true;
  const leftText = left.join(' ');
  const rightText = right.join(' ');
  if (
    distance(leftText, rightText) <= Math.min(2, Math.floor(Math.min(leftText.length, rightText.length) / 6))
  )
    return true;
  const [given] = left;
  return (
    given !== undefined &&
    given === right[0] &&
    given.length > 2 &&
    [a, b].some((one) => mailboxHolds(one.email, given))
  );
}

/** Whether two rows are one person's by their order or address; a mailbox or an order may serve several people. */
export function sharesKey(a: CleanRegistration, b: CleanRegistration): boolean {
  const sameOrder = a.sourceId !== '' && orderOf(a) === orderOf(b);
  return (sameOrder || sameEmail(a.fields, b.fields)) && namesAgree(a.fields, b.fields);
}

export function sameEmail(a: Face, b: Face): boolean {
  return a.email !== '' && identityText(a.email) === identityText(b.email);
}

export function nameKey({ name, organisation }: Face): string {
  return joined(identityText(name), identityText(organisation));
}

export function orderOf({ registration, sourceId }: CleanRegistration): string {
  return sourceKey(registration.origin.shape, sourceId);
}

/** '' where the source gave no id, so that nobody is found by it. */
export function sourceKey(shape: string, sourceId: string): string {
  return sourceId === '' ? '' : joined(identityText(sourceId), shape);
}

/** What is the same for a row that is met again, as long as nothing in it that tells people apart has changed. */
export function fingerprint(row: CleanRegistration): string {
  return fingerprintOf(tellingTexts(row));
}

/** What tells people apart in a row, as `identityText` has it: made once for all the keys of a row. */
export function tellingTexts({ registration, sourceId, fields }: CleanRegistration): RowIdentity {
  return {
    shape: registration.origin.shape,
    sourceId: identityText(sourceId),
    name: identityText(fields.name),
    email: identityText(fields.email),
    organisation: identityText(fields.organisation),
  };
}

/** The same as `fingerprint`, as `orderOf` and as `nameKey`, of telling texts. */
export function fingerprintOf({ shape, sourceId, name, email, organisation }: RowIdentity): string {
  const told = JSON.stringify([identityText(shape), sourceId, name, email, organisation]);
  return hash('sha256', told, 'hex').slice(0, 12);
}

export function orderKey({ shape, sourceId }: RowIdentity): string {
  return sourceId === '' ? '' : joined(sourceId, shape);
}

export function nameKeyOf({ name, organisation }: RowIdentity): string {
  return joined(name, organisation);
}

/** Of two different pairs, never the same text: `identityText` leaves no line end in the first one. */
function joined(first: string, second: string): string {
  return `${first}\n${second}`;
}

function words(name: string): string[] {
  return identityText(name)
    .split(/[\s.,]+/u)
    .filter((word) => word !== '');
}

function fits(word: string, other: string): boolean {
  return (
    word === other ||
    (word.length === 1 && other.startsWith(word)) ||
    (other.length === 1 && word.startsWith(other))
  );
}

function mailboxHolds(email: string, given: string): boolean {
  const mailbox = identityText(email).split('@')[0] ?? '';
  return (
    mailbox.includes(given.replaceAll('ø', 'o').replaceAll('å', 'a').replaceAll('æ', 'ae')) ||
    mailbox.includes(given)
  );
}
