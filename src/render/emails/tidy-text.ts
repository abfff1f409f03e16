import { wrap } from '../terminal/wrap.ts';

/** Widest line of a plain-text message, in characters; programs quote it with `> ` in front. */
const WIDTH = 76;

/** What follows is the sender's signature; the blank belongs to it (RFC 3676, 4.3). */
const SIGNATURE = '-- ';

/** Lines that fit a plain-text reader, at most one blank line in a row, one line feed at the end. */
export function tidyText(text: string): string {
  const lines = withoutControls(text)
    .split('\n')
    .flatMap((line) => {
      if (line === SIGNATURE) return [line];
      const plain = line.trimEnd();
      return plain.length <= WIDTH ? [plain] : wrap(plain, WIDTH, hangingIndent(line));
    });
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/**
 * Nothing that a mail program would not show: control characters become a blank, halves of surrogate pairs the sign
 * for it, and the marks that turn the reading direction of all that follows are left out.
 */
export function withoutControls(text: string): string {
  if (!MAY_NOT_BE_SHOWN.test(text)) return text;
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ');
}

/** Whatever the above replaces, in one look; halves of surrogate pairs with the whole ones. */
const MAY_NOT_BE_SHOWN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]/;

/** A label, a time or a mark of a list with its value in a second column: what does not fit goes on in that column. */
function hangingIndent(line: string): string {
  const label = /^ +\S.{0,20}? {2,}(?=\S)/.exec(line) ?? /^ *(?:- (?=\S))?/.exec(line);
  return ' '.repeat(label?.[0].length ?? 0);
}
