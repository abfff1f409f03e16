/**
 * Characters that would move the cursor, colour the terminal or turn the reading direction of what follows: C0 and
 * C1 controls, the bidirectional embeddings, overrides and isolates, line and paragraph separators.
 */
const UNSAFE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** A value of somebody else's, safe to print on a terminal: a control character is shown as its code point. */
export function safeText(value: string): string {
  return value.replace(UNSAFE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u{${code.toString(16)}}`;
  });
}
