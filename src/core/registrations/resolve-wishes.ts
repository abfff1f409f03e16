import { problem } from '../../errors.ts';
import type { Problem } from '../../model/problem.ts';
import type { Registration, WishCell } from '../../model/registration.ts';
import { groupBy } from '../group-by.ts';
import type { TitleMatcher } from './match-title.ts';

/** What people write who wish for nothing in particular. */
const NO_WISH = /^([-–—.]+|ingen( preferanse)?|ikke valgt|vet ikke|none|no preference|n\/?a|any)$/i;
const SEPARATOR = /([;>|\n,])/;
const STRONG = /[;>|\n]/;

interface Part {
  readonly text: string;
  readonly cell: WishCell;
}

/**
 * The ranked wishes of one registration as ids of themes: a theme per column, or a list in one. A theme that nobody
 * knows is left out and reported, a theme wished twice keeps its better rank.
 */
export function resolveWishes(
  registration: Registration,
  themes: TitleMatcher,
): { readonly wishes: readonly (readonly string[])[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const wishes: string[][] = [];
  for (const tied of rankedParts(registration.wishes, themes)) {
    const ids: string[] = [];
    for (const part of tied) {
      const { id, found } = resolveTheme(part, registration, themes);
      problems.push(...found);
      if (id === undefined) continue;
      if (seen.has(id)) problems.push(wishedTwice(part, registration));
      else ids.push(id);
      seen.add(id);
    }
    if (ids.length > 0) wishes.push(ids);
  }
  return { wishes, problems };
}

/** The texts of all wishes, the most wanted first. Several themes of one rank, in one column or several, are tied. */
function rankedParts(cells: readonly WishCell[], themes: TitleMatcher): readonly (readonly Part[])[] {
  const parts = (cell: WishCell): Part[] => splitThemes(cell.text, themes).map((text) => ({ text, cell }));
  const ranked = cells.filter((cell) => cell.rank !== 'list').sort((a, b) => Number(a.rank) - Number(b.rank));
  const byRank = [...groupBy(ranked, (cell) => cell.rank).values()].map((tied) => tied.flatMap(parts));
  const listed = cells
    .filter((cell) => cell.rank === 'list')
    .flatMap((cell) => parts(cell).map((part) => [part]));
  return [...byRank, ...listed];
}

/**
 * Cuts a cell into themes at `;`, `>`, `|`, line ends and commas. A title may hold any of these itself, so the longest
 * piece that is a known theme is taken as one; a comma cuts unknown text only where nothing stronger does.
 */
function splitThemes(text: string, themes: TitleMatcher): string[] {
  const pieces = text.trim().split(SEPARATOR);
  const strong = STRONG.test(text.trim().replace(/;$/, ''));
  const found: string[] = [];
  for (let from = 0; from < pieces.length; ) {
    const to = endOfKnown(pieces, from, themes) ?? endOfUnknown(pieces, from, strong);
    found.push(withoutNumber(pieces.slice(from, to).join('')));
    from = to + 1;
  }
  return found.filter((one) => one !== '' && !NO_WISH.test(one));
}

/** Pieces stand at even places, the separators between them. */
function endOfKnown(pieces: readonly string[], from: number, themes: TitleMatcher): number | undefined {
  for (let to = Math.min(pieces.length, from + 13); to > from; to -= 2) {
    if (themes(withoutNumber(pieces.slice(from, to).join(''))).kind === 'exact') return to;
  }
  return undefined;
}

function endOfUnknown(pieces: readonly string[], from: number, strong: boolean): number {
  let to = from + 1;
  while (strong && pieces[to] === ',') to += 2;
  return to;
}

/** A list is often numbered: `1. Arbeid`, `2) Eldre`. */
function withoutNumber(text: string): string {
  return text.trim().replace(/^\d{1,2}\s*[.):]\s*/, '');
}

function resolveTheme(
  { text, cell }: Part,
  registration: Registration,
  themes: TitleMatcher,
): { readonly id: string | undefined; readonly found: readonly Problem[] } {
  const match = themes(text);
  if (match.kind === 'exact') return { id: match.id, found: [] };
  const location = { file: registration.origin.file, line: registration.line, column: cell.column };
  if (match.kind === 'near') {
    return {
      id: match.id,
      found: [problem('SOS213', `"${text}" is read as "${match.name}".`, { location })],
    };
  }
  const which = cell.rank === 'list' ? 'a wish' : `wish ${cell.rank}`;
  const hint = `${match.advice} Mend the cell, or add this spelling to the \`aliases\` of a theme.`;
  return {
    id: undefined,
    found: [problem('SOS203', `Unknown theme "${text}" in ${which}.`, { location, hint })],
  };
}

function wishedTwice({ text, cell }: Part, { origin, line }: Registration): Problem {
  return problem('SOS211', `"${text}" is wished twice; the better rank counts.`, {
    location: { file: origin.file, line, column: cell.column },
  });
}
