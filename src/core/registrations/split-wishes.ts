import type { TitleMatcher } from './match-title.ts';

/** One wish of a cell, and the rank that was written to it: `1: Arbeid`, `Arbeid (1)`. */
export interface SplitWish {
  readonly text: string;
  readonly rank: number | undefined;
}

/** What people write who wish for nothing in particular. */
const NO_WISH =
  /^([-–—.]+|ingen|inga|inget|intet|ingen preferanse|inga preferanse|ingen preferens|ingen præference|ikke valgt|ikkje valt|vet ikke|veit ikkje|vet inte|ved ikke|uansett|keine|keine präferenz|weiß nicht|egal|none|no preference|not sure|don't know|n\/?a|any)$/i;
const SEPARATOR = /([;>|\n•→,/])/u;
/** Commas and slashes stand inside titles as well, and so cut unknown text only where nothing else does. */
const STRONG = /[;>|\n•→]/u;
/** What is longer is no list of titles, and patterns need not be tried on it. */
const LONGEST_LIST = 2000;
const LONGEST_TITLE = 200;
/** A title of more pieces than this is not looked for. */
const MOST_PIECES = 7;

/**
 * Cuts a cell into wishes at `;`, `>`, `|`, line ends, bullets, arrows, commas and slashes. A title may hold any of
 * these itself, so the longest piece that is a known theme is taken as one.
 */
export function splitWishes(cell: string, themes: TitleMatcher): readonly SplitWish[] {
  const whole = cell.trim();
  // Most cells hold one theme as it is spelt in the form.
  if (themes(whole).kind === 'exact') return [{ text: whole, rank: undefined }];
  const text = breakNumbered(whole);
  const pieces = text.split(SEPARATOR);
  const strong = STRONG.test(text.replace(/;$/, ''));
  const found: SplitWish[] = [];
  for (let from = 0; from < pieces.length; ) {
    const to = endOfKnown(pieces, from, themes) ?? endOfUnknown(pieces, from, strong);
    found.push(readWish(pieces.slice(from, to).join(''), themes));
    from = to + 1;
  }
  return found.filter(({ text: one }) => one !== '' && !NO_WISH.test(one));
}

/** `1. Arbeid 2. Eldre` on one line. */
function breakNumbered(text: string): string {
  return text.length < LONGEST_LIST && /^[(#]?1\s?[.):]/.test(text)
    ? text.replace(/\s+(?=[(#]?\d{1,2}\s?[.):]\s)/g, '\n')
    : text;
}

/** Pieces stand at even places, the separators between them. */
function endOfKnown(pieces: readonly string[], from: number, themes: TitleMatcher): number | undefined {
  for (let to = Math.min(pieces.length, from + 2 * MOST_PIECES - 1); to > from; to -= 2) {
    if (themes(readWish(pieces.slice(from, to).join(''), themes).text).kind === 'exact') return to;
  }
  return undefined;
}

function endOfUnknown(pieces: readonly string[], from: number, strong: boolean): number {
  let to = from + 1;
  while (strong && !STRONG.test(pieces[to] ?? ';')) to += 2;
  return to;
}

/** `1. Arbeid`, `2) Eldre`, `(1) Arbeid`, `#1 Arbeid`, `1st: Work`, `1. valg: Arbeid`. */
const LEADING =
  /^[([]?#?(\d{1,2})(?:st|nd|rd|th)?\s*(?:[.):\]–—-]\s*)+(?:(?:valg|val|ønske|choice|wish|wahl)\s*:?\s+)?/i;
/** `1 Arbeid`; taken for a rank only before a known theme. */
const BARE_LEADING = /^#?(\d{1,2})\s+/;
/** `Arbeid (1)`, `Arbeid: 1`, `Arbeid - 1`; likewise. */
const TRAILING = /\s*(?:[([]\s*(?:pri\.?\s*)?(\d{1,2})\.?\s*[)\]]|[:=–—-]\s*(\d{1,2}))$/i;

/** A title that is known as it stands keeps its figures: `2030-målene`. */
function readWish(written: string, themes: TitleMatcher): SplitWish {
  const text = written.replace(/[\ufe0f\u20e3]+/g, '').trim();
  if (text.length > LONGEST_TITLE || themes(text).kind === 'exact') return { text, rank: undefined };
  const leading = LEADING.exec(text);
  if (leading !== null) return { text: text.slice(leading[0].length), rank: Number(leading[1]) };
  for (const pattern of [BARE_LEADING, TRAILING]) {
    const found = pattern.exec(text);
    const rest = text.replace(pattern, '');
    if (found !== null && themes(rest).kind !== 'unknown') {
      return { text: rest, rank: Number(found[1] ?? found[2]) };
    }
  }
  return { text, rank: undefined };
}
