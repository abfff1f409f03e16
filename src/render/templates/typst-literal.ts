/**
 * A value as Typst code. A text becomes a string literal: in Typst only `\` and `"` end or escape a string, so
 * nothing in a name can become code (https://typst.app/docs/reference/foundations/str/). Numbers and booleans stay
 * what they are; nothing (null, undefined) is the empty string. Control characters but line feeds, and halves of
 * surrogate pairs, are left out or replaced: no font shows them. So are signs that turn the reading direction of all
 * that follows (embeddings, overrides, isolates): one that is left open would print a name backwards or take a blank.
 */
export function typstLiteral(value: unknown): string {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return value < 0 ? `(${value})` : String(value);
  return typstString(value === undefined || value === null ? '' : String(value));
}

function typstString(value: string): string {
  const text = value
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[\\"]/g, '\\$&')
    .replace(/\n/g, '\\n');
  return `"${text}"`;
}
