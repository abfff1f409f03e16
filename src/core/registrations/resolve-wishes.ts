import { problem } from '../../errors.ts';
import type { Problem } from '../../model/problem.ts';
import type { Registration, WishCell } from '../../model/registration.ts';
import { groupBy } from '../group-by.ts';
import type { TitleMatcher } from './match-title.ts';
import { type SplitWish, splitWishes } from './split-wishes.ts';

interface Part {
  readonly text: string;
  readonly cell: WishCell;
}

/** The ranked wishes of one registration as ids of themes, the most wanted first; equal ranks are tied. */
export interface ResolvedWishes {
  readonly wishes: readonly (readonly string[])[];
  readonly problems: readonly Problem[];
}

export type WishResolver = (registration: Registration) => ResolvedWishes;

/** So many different answers are remembered; an event has few themes, so that most people give one of these. */
const MOST_REMEMBERED = 10_000;

/**
 * Reads wishes, a theme per column or a list in one. A theme that nobody knows is left out and reported, a theme wished
 * twice keeps its better rank.
 */
export function wishResolver(themes: TitleMatcher): WishResolver {
  const known = new Map<string, ResolvedWishes>();
  return (registration) => {
    const key = registration.wishes.map(({ rank, text }) => `${rank} ${text.length} ${text}`).join();
    const before = known.get(key);
    if (before !== undefined) return before;
    const resolved = resolveWishes(registration, themes);
    // Problems name the row.
    if (resolved.problems.length === 0 && known.size < MOST_REMEMBERED) known.set(key, resolved);
    return resolved;
  };
}

function resolveWishes(registration: Registration, themes: TitleMatcher): ResolvedWishes {
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
  const parts = (cell: WishCell): Part[] =>
    splitWishes(cell.text, themes).map(({ text }) => ({ text, cell }));
  const ranked = cells.filter((cell) => cell.rank !== 'list').sort((a, b) => Number(a.rank) - Number(b.rank));
  const byRank = [...groupBy(ranked, (cell) => cell.rank).values()].map((tied) => tied.flatMap(parts));
  const listed = cells
    .filter((cell) => cell.rank === 'list')
    .flatMap((cell) =>
      inOrderOfRank(splitWishes(cell.text, themes)).map((tied) => tied.map(({ text }) => ({ text, cell }))),
    );
  return [...byRank, ...listed];
}

/** As written, unless every wish carries its rank: `Arbeid (2); Eldre (1)`. Equal ranks are tied. */
function inOrderOfRank(wishes: readonly SplitWish[]): readonly (readonly SplitWish[])[] {
  if (wishes.some((wish) => wish.rank === undefined)) return wishes.map((wish) => [wish]);
  const ranks = groupBy(wishes, (wish) => wish.rank);
  return [...ranks].sort(([a = 0], [b = 0]) => a - b).map(([, tied]) => tied);
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
  // "Arbeid (fullt)": what somebody added to a title.
  const bare = themes(text.replace(/\([^()]*\)$/, ''));
  if (bare.kind === 'exact') {
    return { id: bare.id, found: [problem('SOS213', `"${text}" is read as "${bare.name}".`, { location })] };
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
