import { createHash } from 'node:crypto';
import type { CleanRegistration } from './clean-registration.ts';
import { identityText } from './same-person.ts';

/** Crockford's base 32: no I, L, O, U, so that a code read aloud or typed from a badge is the same code. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** What a spreadsheet would take for a number: `0042`, `1E23`. */
const NUMBER_LIKE = /^\d+(E\d+)?$/;

/**
 * The stable id of a new attendee: a hash of what the source tells them apart by: its own id, else the e-mail address,
 * else the organisation, each with the name, because one order or one mailbox may stand for several people. It says
 * nothing about the person and does not depend on the other rows.
 */
export function attendeeId(rows: readonly CleanRegistration[]): string {
  const keys = rows.map(identityKey).sort();
  return `a-${base32(keys[0] ?? '', 10).toLowerCase()}`;
}

function identityKey({ registration, sourceId, fields }: CleanRegistration): string {
  const name = identityText(fields.name);
  if (sourceId !== '') return JSON.stringify(['1', registration.origin.shape, identityText(sourceId), name]);
  if (fields.email !== '') return JSON.stringify(['2', identityText(fields.email), name]);
  return JSON.stringify(['3', identityText(fields.organisation), name]);
}

/**
 * A short code for each id that has none, distinct from all codes given before. Ids are served in their own order, so
 * that the order of rows does not matter.
 */
export function giveCodes(ids: readonly string[], taken: Iterable<string>): ReadonlyMap<string, string> {
  const used = new Set(taken);
  const codes = new Map<string, string>();
  for (const id of [...ids].sort()) {
    let code = '';
    for (let attempt = 0; code === '' || used.has(code) || NUMBER_LIKE.test(code); attempt += 1) {
      code = base32(`${id}#${attempt}`, attempt < 8 ? 4 : 5);
    }
    used.add(code);
    codes.set(id, code);
  }
  return codes;
}

function base32(text: string, length: number): string {
  const bytes = createHash('sha256').update(text).digest();
  let code = '';
  // Five bits of each byte are enough: a digest has 32 bytes, an id ten letters.
  for (const byte of bytes.subarray(0, length)) code += ALPHABET[byte % 32];
  return code;
}
