import { distance } from 'fastest-levenshtein';
import type { LocalText } from '../../model/text.ts';

/** A theme or an attendee type, as far as its name goes. */
export interface Titled {
  readonly id: string;
  readonly title: LocalText;
  readonly aliases: readonly string[];
}

/** `exact`: one of its names; `near`: clearly misspelt; `unknown`: with what the organiser may have meant. */
type TitleMatch =
  | { readonly kind: 'exact'; readonly id: string; readonly name: string }
  | { readonly kind: 'near'; readonly id: string; readonly name: string }
  | { readonly kind: 'unknown'; readonly advice: string };

const MOST_REMEMBERED = 10_000;

export type TitleMatcher = (text: string) => TitleMatch;

/**
 * Finds a theme or type by its id, its title in any language, or an alias. Case, blanks and punctuation do not
 * matter, and `&`, `og` and `and` are one. A misspelling is taken where it is near to one and to no other.
 */
export function titleMatcher(options: readonly Titled[]): TitleMatcher {
  const names = options.flatMap((option) =>
    [...Object.values(option.title), ...option.aliases, option.id].map((name) => ({
      id: option.id,
      name,
      key: titleKey(name),
    })),
  );
  const exact = new Map([...names].reverse().map((name) => [name.key, name]));
  const known = new Map<string, TitleMatch>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = match(titleKey(text), names, exact);
    // The same few texts come again and again; a column of free text must not fill the memory.
    if (known.size < MOST_REMEMBERED) known.set(text, found);
    return found;
  };
}

interface Name {
  readonly id: string;
  readonly name: string;
  readonly key: string;
}

function match(key: string, names: readonly Name[], exact: ReadonlyMap<string, Name>): TitleMatch {
  const found = exact.get(key);
  if (found !== undefined) return { kind: 'exact', id: found.id, name: found.name };
  const ranked = names
    .map((name) => ({ ...name, apart: distance(key, name.key) }))
    .sort((a, b) => a.apart - b.apart);
  const [best] = ranked;
  if (best === undefined) return { kind: 'unknown', advice: '' };
  const rival = ranked.find((one) => one.id !== best.id);
  const clear = rival === undefined || rival.apart > best.apart + 1;
  if (best.apart <= Math.min(3, Math.floor(best.key.length / 4)) && clear) {
    return { kind: 'near', id: best.id, name: best.name };
  }
  const plausible = best.apart <= Math.max(2, best.key.length / 2);
  return { kind: 'unknown', advice: plausible ? `Did you mean "${best.name}"?` : `Known: ${listed(names)}.` };
}

/** The first name of each option, as many as fit in a hint. */
function listed(names: readonly Name[]): string {
  const firsts = names.filter((name, index) => names[index - 1]?.id !== name.id).map((name) => name.name);
  return firsts.length > 8 ? `${firsts.slice(0, 8).join(', ')}, ...` : firsts.join(', ');
}

/** A title for comparison: small letters and digits, the words for "and" as `&`. */
function titleKey(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200d\u20e3\ufe0e\ufe0f]+/gu, '') // what is left of an emoji are no letters
    .replace(/[^\p{L}\p{M}\p{N}&+]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => (/^(og|and|&|\+)$/.test(word) ? '&' : word))
    .join('');
}
