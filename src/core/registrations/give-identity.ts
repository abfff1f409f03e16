import { hash } from 'node:crypto';
import type { CleanRegistration } from './clean-registration.ts';
import { identityText } from './same-person.ts';

/** Crockford's base 32: no I, L, O, U, so that a code read aloud or typed from a badge is the same code. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** What a spreadsheet would take for a number: `0042`, `1E23`. */
const NUMBER_LIKE = /^\d+(E\d+)?$/;
const ID_LETTERS = 10;

/**
 * The stable id of a new attendee: a hash of what the source tells them apart by: its own id, else the e-mail address,
 * else the organisation, each with the name, because one order or one mailbox may stand for several people. It says
 * nothing about the person and does not depend on the other rows; `attempt` counts from 0 where an id is taken.
 */
export function attendeeId(rows: readonly CleanRegistration[], attempt = 0): string {
  const keys = rows.map(identityKey).sort();
  const salt = attempt === 0 ? '' : `#${attempt}`;
  return `a-${base32(hash('sha256', `${keys[0] ?? ''}${salt}`, 'buffer'), ID_LETTERS).toLowerCase()}`;
}

function identityKey({ registration, sourceId, fields }: CleanRegistration): string {
  const name = identityText(fields.name);
  if (sourceId !== '') return JSON.stringify(['1', registration.origin.shape, identityText(sourceId), name]);
  if (fields.email !== '') return JSON.stringify(['2', identityText(fields.email), name]);
  return JSON.stringify(['3', identityText(fields.organisation), name]);
}

/**
 * A short code for each id, distinct from all codes given before: four letters, or five where so many people come that
 * four are used up. Ids are served in their own order, so that the order of rows does not matter. Gives back the codes
 * in the order of the ids.
 */
export function giveCodes(ids: readonly string[], taken: Iterable<string>): readonly string[] {
  const used = new Set(taken);
  const codes: string[] = new Array(ids.length);
  const order = Uint32Array.from(ids, (_, index) => index).sort((a, b) =>
    (ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1,
  );
  for (const place of order) {
    const digest = hash('sha256', `${ids[place]}#code`, 'buffer');
    let code = '';
    // A digest of 32 bytes holds eight codes of four letters; then five letters of one more digest each.
    for (let attempt = 0; code === '' || used.has(code) || NUMBER_LIKE.test(code); attempt += 1) {
      code =
        attempt < 8
          ? base32(digest.subarray(attempt * 4), 4)
          : base32(hash('sha256', `${ids[place]}#${attempt}`, 'buffer'), 5);
    }
    used.add(code);
    codes[place] = code;
  }
  return codes;
}

/** Five bits of each byte. */
function base32(bytes: Uint8Array, length: number): string {
  let code = '';
  for (let index = 0; index < length; index += 1) code += ALPHABET[(bytes[index] ?? 0) % 32];
  return code;
}
