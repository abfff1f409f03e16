export interface Mailbox {
  /** Name that is shown, or ''. */
  readonly name: string;
  readonly address: string;
}

/**
 * One plain e-mail address that every server takes: a dot-atom before the `@` (RFC 5322, 3.2.3; at most 64
 * characters) and a domain name, which may be international. Lists, display names, comments, quoted parts and
 * control characters are refused, so nothing in an address can become a second recipient or a header.
 */
export function isAddress(value: string): boolean {
  return ADDRESS.test(value);
}

const ATOM = "[\\w!#$%&'*+/=?^`{|}~-]+";
const LABEL = '[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?';
const ADDRESS = new RegExp(
  `^(?=.{1,64}@)${ATOM}(?:\\.${ATOM})*@(?=.{1,253}$)(?:${LABEL}\\.)+(?=.{2})${LABEL}$`,
  'u',
);

/**
 * Whether all that is wrong with an address is letters outside ASCII before the `@`: such addresses exist (RFC 6531), but
 * a message to one is bounced by every server on its way that does not know them.
 */
export function hasForeignLocalPart(value: string): boolean {
  const at = value.lastIndexOf('@');
  const local = value.slice(0, Math.max(at, 0));
  const isForeign = /[^\0-\x7f]/.test(local);
  return isForeign && isAddress(`${local.replace(/[\p{L}\p{M}\p{N}]/gu, 'a')}${value.slice(at)}`);
}

/** `Name <address>` or a bare address, as sosent.yaml holds it; undefined where it is neither. */
export function parseMailbox(value: string): Mailbox | undefined {
  const named = /^([^<>]*)<([^<>]+)>$/.exec(value.trim());
  const address = (named?.[2] ?? value).trim();
  const name = (named?.[1] ?? '').trim().replace(/^"(.*)"$/, '$1');
  return isAddress(address) ? { name, address } : undefined;
}

/** `Name <address>`, as people read it. */
export function mailboxText({ name, address }: Mailbox): string {
  return name === '' ? address : `${name} <${address}>`;
}

/** In characters. A line of a message holds at most 998 bytes (RFC 5322, 2.1.1), and a word is never folded. */
const LONGEST_HEADER = 250;

/**
 * A value as one line of a header: line breaks and other controls become a blank, and the marks that turn the reading
 * direction are left out, because they could make one sender or subject look like another; so could `=?`, with which
 * words in another encoding begin (RFC 2047). Cut where it is longer than any person writes.
 */
export function headerText(value: string): string {
  const line = value
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/=\?/g, '= ?')
    .trim();
  const characters = [...line];
  return characters.length <= LONGEST_HEADER ? line : `${characters.slice(0, LONGEST_HEADER - 1).join('')}…`;
}
