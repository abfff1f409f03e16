import { normaliseHeader } from './normalise-header.ts';

/** Ordinals in English, bokmål and nynorsk by their rank. */
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  første: 1,
  fyrste: 1,
  andre: 2,
  annet: 2,
  tredje: 3,
  fjerde: 4,
  femte: 5,
  sjette: 6,
  sjuende: 7,
  syvende: 7,
  åttende: 8,
  niende: 9,
  tiende: 10,
};
/** One of these makes a numbered header a wish. */
const CHOICE =
  /^(valg|val|ønske|ynske|choice|wish|preference|preferanse|prioritet|priority|pri|tema|theme|topic)$/;
/** And these may stand beside it. */
const FILLER =
  /^(ditt|din|your|my|mitt|min|for|of|av|the|som|as|workshop|workshops|session|sesjon|themes|temaer|topics|wishes|ønsker|choices|nr|no|number)$/;

/**
 * The rank, from 1, that a header gives its wish: `Tema 1. valg`, `2nd choice`, `Tredjevalg`, `Wishes [First
 * choice]`. Undefined where it holds any other word: `First aid` is no wish.
 */
export function findWishRank(header: string): number | undefined {
  const { rank, choices } = readRank(header);
  return choices > 0 ? rank : undefined;
}

/** The rank that a cell of a grid names, or the row of one: `1`, `2nd choice`, `Førstevalg`, `Nr. 3`. */
export function findCellRank(cell: string): number | undefined {
  return readRank(cell).rank;
}

/** The one rank in a text that holds nothing but it and words about choosing, and how many of these there are. */
function readRank(text: string): { readonly rank: number | undefined; readonly choices: number } {
  const words = normaliseHeader(text)
    .split(' ')
    .flatMap(splitCompound)
    .filter((word) => !FILLER.test(word));
  const ranks = words.flatMap((word) => rankOfWord(word) ?? []);
  const choices = words.filter((word) => CHOICE.test(word)).length;
  const [rank = 0] = ranks;
  const isRank = ranks.length === 1 && ranks.length + choices === words.length && rank >= 1 && rank <= 20;
  return { rank: isRank ? rank : undefined, choices };
}

function rankOfWord(word: string): number | undefined {
  const number = /^(\d{1,2})(st|nd|rd|th)?$/.exec(word)?.[1];
  return number === undefined ? ORDINALS[word] : Number(number);
}

/** Norwegian writes `førstevalg` and `temaønske` as one word, and people write `valg1` and `wish_1`. */
function splitCompound(word: string): string[] {
  const parts =
    /^(første|fyrste|andre|tredje|fjerde|femte|sjette|tema|theme|topic)(valg|val|ønske|ynske|prioritet)(\d{0,2})$/.exec(
      word,
    ) ?? /^(valg|val|ønske|choice|wish|tema|theme|topic|pri|prioritet|priority)(\d{1,2})$/.exec(word);
  return parts === null ? [word] : parts.slice(1).filter((part) => part !== '');
}
