import { distance } from 'fastest-levenshtein';
import type { HeaderWords } from './languages/header-words.ts';
import { LANGUAGES } from './languages/index.ts';
import { splitList } from './languages/split-list.ts';
import { compactHeader, normaliseHeader } from './normalise-header.ts';

/** What one language says of a header. */
interface Claim {
  readonly language: HeaderWords;
  /** Undefined where the language knows the header as no field of ours. */
  readonly field: string | undefined;
  /** Place in the language's list. */
  readonly order: number;
}

interface FieldMatch {
  readonly field: string;
  /** The lower, the better: place in the list of a language, or number of letters that differ. */
  readonly order: number;
}

const CLAIMS: ReadonlyMap<string, readonly Claim[]> = indexClaims();

/** Every header that is a field in some language, for the search of near ones. */
const KNOWN: readonly { readonly compact: string; readonly field: string }[] = [...CLAIMS].flatMap(
  ([compact, claims]) =>
    [...new Set(claims.map((claim) => claim.field))].flatMap((field) =>
      field === undefined ? [] : [{ compact, field }],
    ),
);

function indexClaims(): Map<string, Claim[]> {
  const index = new Map<string, Claim[]>();
  const add = (header: string, claim: Claim): void => {
    const compact = compactHeader(header);
    index.set(compact, [...(index.get(compact) ?? []), claim]);
  };
  for (const language of LANGUAGES) {
    for (const [field, headers] of Object.entries(language.fields)) {
      for (const [order, header] of splitList(headers).entries()) add(header, { language, field, order });
    }
    for (const header of splitList(language.noField)) add(header, { language, field: undefined, order: 0 });
  }
  return index;
}

/** Says how many of the headers each language knows: what a false friend means, the rest of the table tells. */
export type Speakers = ReadonlyMap<HeaderWords, number>;

export function countSpeakers(headers: readonly string[]): Speakers {
  const speakers = new Map<HeaderWords, number>();
  for (const header of headers) {
    for (const language of new Set(claimsOn(header).map((claim) => claim.language))) {
      speakers.set(language, (speakers.get(language) ?? 0) + 1);
    }
  }
  return speakers;
}

/**
 * The fields that a header stands for, in the languages that the table speaks most. Undefined where no language
 * knows it; empty where it is known to be none of our fields.
 */
export function findKnownFields(header: string, speakers: Speakers): readonly FieldMatch[] | undefined {
  const claims = claimsOn(header);
  if (claims.length === 0) return undefined;
  const spoken = ({ language }: Claim): number => speakers.get(language) ?? 0;
  const most = Math.max(...claims.map(spoken));
  return claims.flatMap((claim) =>
    claim.field === undefined || spoken(claim) < most ? [] : [{ field: claim.field, order: claim.order }],
  );
}

/** The header itself, or without what stands in brackets: `E-post (obligatorisk)`. */
function claimsOn(header: string): readonly Claim[] {
  return spellingsOf(header).flatMap((spelling) => CLAIMS.get(spelling) ?? []);
}

function spellingsOf(header: string): readonly string[] {
  const bare = compactHeader(header.replace(/[([{].*?[)\]}]/g, ' '));
  return [...new Set([compactHeader(header), bare])].filter((spelling) => spelling !== '');
}

/** The fields whose headers are a letter or two away. `order` is the number of letters that differ. */
export function findNearFields(header: string): readonly FieldMatch[] {
  const spellings = spellingsOf(header);
  return KNOWN.flatMap(({ compact, field }): FieldMatch[] => {
    const most = allowance(compact);
    if (most === 0) return [];
    const similar = spellings.filter((spelling) => Math.abs(spelling.length - compact.length) <= most);
    const apart = Math.min(...similar.map((spelling) => distance(spelling, compact)));
    return apart <= most ? [{ field, order: apart }] : [];
  });
}

/** How many letters may be wrong: none in short words, where `Mat` and `Mail` are near to too much. */
function allowance(compact: string): number {
  if (compact.length < 6) return 0;
  return compact.length < 9 ? 1 : 2;
}

const QUESTIONS: readonly (readonly [field: string, pattern: RegExp])[] = [
  ...LANGUAGES.flatMap(({ questions }) =>
    Object.entries(questions).map(
      ([field, parts]) => [field, new RegExp(splitList(parts).join('|'), 'u')] as const,
    ),
  ),
  ['wishes', wishQuestion()],
];

/** A subject and what one does with it, in either order: `Which themes interest you most?`, `Ranger workshopene`. */
function wishQuestion(): RegExp {
  const themes = [...new Set(LANGUAGES.flatMap((one) => splitList(one.themes)))].join('|');
  const wishing = [...new Set(LANGUAGES.flatMap((one) => splitList(one.wishing)))].join('|');
  return new RegExp(`(?:${themes})\\p{L}* .*(?:${wishing})|(?:${wishing})\\p{L}* .*(?:${themes})`, 'u');
}

/** A longer one is a damaged file. */
const LONGEST_QUESTION = 1000;

/** The fields that a longer question is about, by its key words. */
export function findAskedFields(header: string): readonly FieldMatch[] {
  const words = normaliseHeader(header.slice(0, LONGEST_QUESTION));
  return QUESTIONS.flatMap(([field, pattern], order) => (pattern.test(words) ? [{ field, order }] : []));
}
