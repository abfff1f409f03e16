/** A part of a text that is never split over lines. */
export interface TextPiece {
  readonly text: string;
  /** Whether a blank stands before it, unless it begins a line. */
  readonly spaced: boolean;
}

/** Scripts that are written without blanks between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Korean has blanks, but names of offices are written together; such a word goes into two lines between syllables. */
const LONG_KOREAN = /^\p{Script=Hangul}{9,}$/u;

const WORDS = new Intl.Segmenter('ja', { granularity: 'word' });
const SIGNS = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** What opens something is never the last of a line, and all other signs that are no letters never the first. */
const OPENING = /^[\p{Ps}\p{Pi}]+$/u;
const HAS_LETTER = /[\p{L}\p{N}]/u;

/** The pieces of a text: words, also where no blank stands between them (Chinese, Japanese, Thai, ...). */
export function piecesOf(text: string): readonly TextPiece[] {
  return text
    .split(/\p{White_Space}+/u)
    .filter((word) => word !== '')
    .flatMap((word) => partsOf(word).map((part, index) => ({ text: part, spaced: index === 0 })));
}

/** The text of some pieces in a line of their own. */
export function joinPieces(pieces: readonly TextPiece[]): string {
  return pieces.map(({ text, spaced }, index) => (spaced && index > 0 ? ` ${text}` : text)).join('');
}

function partsOf(word: string): readonly string[] {
  if (LONG_KOREAN.test(word)) return segments(SIGNS, word);
  if (!UNSPACED.test(word)) return [word];
  const parts: string[] = [];
  let opening = '';
  for (const segment of segments(WORDS, word)) {
    const last = parts.at(-1);
    if (OPENING.test(segment)) opening += segment;
    else if (last === undefined || opening !== '' || HAS_LETTER.test(segment)) {
      parts.push(opening + segment);
      opening = '';
    } else parts[parts.length - 1] = last + segment;
  }
  return opening === '' ? parts : [...parts, opening];
}

function segments(segmenter: Intl.Segmenter, text: string): readonly string[] {
  return Array.from(segmenter.segment(text), (one) => one.segment);
}
