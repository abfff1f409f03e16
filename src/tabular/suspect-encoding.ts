import iconv from 'iconv-lite';

/** An encoding in which bytes make more sense, with a word in both. */
export interface BetterEncoding {
  readonly encoding: string;
  readonly seen: string;
  readonly meant: string;
}

/** Of DOS, in which old registers still write, and of Macs before OS X. Nothing in the bytes themselves tells them. */
const CANDIDATES = ['cp850', 'macintosh'];
/** Letters beyond ASCII that names in the languages of Western Europe are written with. */
const LETTERS = /[æøåäöüéèêëáàâíïóòôúûñçßÆØÅÄÖÜÉ]/g;

/**
 * The encoding that the first bytes of a file are probably in, where they were taken for Windows-1252 and look wrong
 * in it: "Bj›rn" is "Bjørn" in cp850. Undefined where they look right.
 */
export function suspectEncoding(head: Buffer): BetterEncoding | undefined {
  const high = head.reduce((count, byte) => (byte >= 0x80 ? count + 1 : count), 0);
  const seen = iconv.decode(head, 'windows-1252');
  if (high === 0 || letterCount(seen) >= high / 2) return undefined;
  for (const encoding of CANDIDATES) {
    const text = iconv.decode(head, encoding);
    if (letterCount(text) < high * 0.8) continue;
    // One byte is one character in all of these, so that words stand at the same place.
    const word = /[\p{L}]*[æøåäöüÆØÅÄÖÜ][\p{L}]*/u.exec(text);
    if (word === null) continue;
    const end = word.index + word[0].length;
    return { encoding, meant: word[0], seen: seen.slice(word.index, end) };
  }
  return undefined;
}

function letterCount(text: string): number {
  return text.match(LETTERS)?.length ?? 0;
}
