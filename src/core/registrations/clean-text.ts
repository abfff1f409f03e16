/** Blanks of every kind and what shows as nothing: next line, zero-width space, word joiner, byte order mark. */
const BLANK = /[\s\u0085\u200b\u2060\ufeff]/;
/** Also marks of direction and the like: a phone book or mail program copies them along with an address or number. */
const MARK = /[\s\u0085\p{Cf}]/u;

/**
 * A cell as it is kept: Unicode NFC, outer blanks off, and nothing else altered. Names are spelt as their owners
 * spell them: "von der Lippe", "McDonald" and "KARI" stay.
 */
export function cleanText(cell: string): string {
  return toNfc(trim(cell, BLANK));
}

/** The same for an address or number, which holds no invisible marks at its ends either. */
export function cleanToken(cell: string): string {
  return toNfc(trim(cell, MARK));
}

/** Everything before the combining marks, which begin at U+0300, is in NFC as it stands; a look is quicker than ICU. */
const COMBINING = /[^\0-\u02ff]/;

function toNfc(text: string): string {
  return COMBINING.test(text) ? text.normalize('NFC') : text;
}

/** By hand, because `\s+$` looks at a long row of blanks inside a cell once for each of them. */
function trim(cell: string, outer: RegExp): string {
  let start = 0;
  let end = cell.length;
  while (start < end && isOuter(cell, start, outer)) start += 1;
  while (end > start && isOuter(cell, end - 1, outer)) end -= 1;
  return cell.slice(start, end);
}

function isOuter(cell: string, at: number, outer: RegExp): boolean {
  const code = cell.charCodeAt(at);
  // Nearly every cell begins and ends with visible ASCII.
  return (code <= 0x20 || code > 0x7e) && outer.test(cell.charAt(at));
}
