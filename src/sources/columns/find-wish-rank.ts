import { LANGUAGES } from './languages/index.ts';
import { splitList } from './languages/split-list.ts';
import { normaliseHeader } from './normalise-header.ts';

/** Ordinals of every language by their rank. */
const ORDINALS: ReadonlyMap<string, number> = new Map(
  LANGUAGES.flatMap(({ ordinals }) =>
    splitList(ordinals).flatMap((forms, index) => forms.split(' ').map((form) => [form, index + 1] as const)),
  ),
);
/** One of these makes a numbered header a wish. */
const CHOICES = new Set(LANGUAGES.flatMap(({ choices }) => splitList(choices)));
/** And these may stand beside it. */
const BESIDE = new Set(LANGUAGES.flatMap(({ beside }) => splitList(beside)));

const CHOICE = alternatives(CHOICES);
const ORDINAL = alternatives(ORDINALS.keys());
/** `førstevalg`, `Förstahandsval`, `Erstwunsch`, `temaønske2`, `Themenwunsch`; and `valg1`, as people write it. */
const COMPOUND = new RegExp(`^(${ORDINAL}|${CHOICE})(?:hands|hånds|s|n)?(${CHOICE})(\\d{0,2})$`, 'u');
const NUMBERED = new RegExp(`^(${CHOICE})(\\d{1,2})$`, 'u');

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
  const words = normaliseHeader(text.replace(/(\d):[ae](?!\p{L})/giu, '$1')) // Swedish `1:a val`
    .split(' ')
    .flatMap(splitCompound)
    .filter((word) => !BESIDE.has(word));
  const ranks = words.flatMap((word) => rankOfWord(word) ?? []);
  const choices = words.filter((word) => CHOICES.has(word)).length;
  const [rank = 0] = ranks;
  const isRank = ranks.length === 1 && ranks.length + choices === words.length && rank >= 1 && rank <= 20;
  return { rank: isRank ? rank : undefined, choices };
}

function rankOfWord(word: string): number | undefined {
  const number = /^#?(\d{1,2})(st|nd|rd|th)?$/.exec(word)?.[1];
  return number === undefined ? ORDINALS.get(word) : Number(number);
}

function splitCompound(word: string): string[] {
  const parts = COMPOUND.exec(word) ?? NUMBERED.exec(word);
  return parts === null ? [word] : parts.slice(1).filter((part) => part !== '');
}

/** Longer words first, so that `themenwunsch` is not read as `thema` and a rest. */
function alternatives(words: Iterable<string>): string {
  return [...words].sort((a, b) => b.length - a.length).join('|');
}
