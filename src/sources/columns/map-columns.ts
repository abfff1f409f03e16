import { distance } from 'fastest-levenshtein';
import { problem } from '../../errors.ts';
import type { ColumnMapping } from '../../model/event.ts';
import type { Problem } from '../../model/problem.ts';
import { REGISTRATION_FIELDS } from '../../model/registration.ts';
import { findWishRank } from './find-wish-rank.ts';
import { compactHeader, normaliseHeader } from './normalise-header.ts';
import { type MappableField, QUESTIONS, SYNONYMS } from './synonyms.ts';

/** How sure a mapping is; the surest takes the field. */
const SURE = { configured: 0, synonym: 1, nearMiss: 2, question: 3 } as const;

interface Candidate {
  readonly column: number;
  readonly field: string;
  readonly sure: number;
  /** Place in the list of synonyms, or distance from one. */
  readonly order: number;
}

interface ColumnMap {
  /** For each column its field, `wish.N`, `wishes`, `rank`, `extra`, or `skip` for what is not kept. */
  readonly fields: readonly string[];
  readonly problems: readonly Problem[];
}

const COMPACT_SYNONYMS = Object.entries(SYNONYMS).flatMap(([field, headers]) =>
  headers.map((header, order) => ({ field, compact: compactHeader(header), order })),
);

/** True for what `columns:` in sosent.yaml may name. */
export function isColumnField(field: string): boolean {
  return COLUMN_FIELDS.includes(field) || /^wish\.[1-9]\d?$/.test(field);
}

export const COLUMN_FIELDS: readonly string[] = [...REGISTRATION_FIELDS, 'wishes', 'rank', 'extra', 'skip'];

/** Header of the column that `import --rejects` adds; it is no part of the registration. */
export const REASON_HEADER = 'Reason (sosent)';

/** What several columns may be at once. */
const SHARED_FIELDS: readonly string[] = ['rank', 'extra', 'skip'];

/**
 * What each column of a table means: the organiser's `columns:` first, then known headers, then headers one or two
 * letters off, then longer questions by their key words. Every field is given to one column at most; what is left
 * over is an extra.
 */
export function mapColumns(
  headers: readonly string[],
  configured: readonly ColumnMapping[],
  file: string,
): ColumnMap {
  const candidates = headers.flatMap((header, column) => findCandidates(header, column, configured));
  candidates.sort((a, b) => a.sure - b.sure || a.order - b.order || a.column - b.column);
  const fields: string[] = headers.map(() => '');
  const owners = new Map<string, number>();
  const problems: Problem[] = [];
  for (const { column, field, sure } of candidates) {
    if (fields[column] !== '') continue;
    const owner = owners.get(field);
    if (owner === undefined || SHARED_FIELDS.includes(field)) {
      fields[column] = field;
      owners.set(field, column);
    } else if (sure <= SURE.synonym) {
      problems.push(twoColumns(field, headers[owner] ?? '', headers[column] ?? '', file));
      fields[column] = 'extra';
    }
  }
  return { fields: settleNames(fields.map((field) => field || 'extra')), problems };
}

function findCandidates(header: string, column: number, configured: readonly ColumnMapping[]): Candidate[] {
  const compact = compactHeader(header);
  if (header === REASON_HEADER) return [{ column, field: 'skip', sure: SURE.configured, order: 0 }];
  const own = configured.find((one) => compactHeader(one.header) === compact);
  if (own !== undefined) return [{ column, field: own.field, sure: SURE.configured, order: 0 }];
  const rank = findWishRank(header);
  if (rank !== undefined) return [{ column, field: `wish.${rank}`, sure: SURE.synonym, order: 0 }];
  return [...bySynonym(header, column), ...byQuestion(header, column)];
}

/** The header itself, or without what stands in brackets: `E-post (obligatorisk)`. */
function bySynonym(header: string, column: number): Candidate[] {
  const spellings = [compactHeader(header), compactHeader(header.replace(/[([{].*?[)\]}]/g, ' '))];
  return COMPACT_SYNONYMS.flatMap(({ field, compact, order }): Candidate[] => {
    if (spellings.includes(compact)) return [{ column, field, sure: SURE.synonym, order }];
    const apart = Math.min(...spellings.map((spelling) => distance(spelling, compact)));
    return apart <= allowance(compact) ? [{ column, field, sure: SURE.nearMiss, order: apart }] : [];
  });
}

/** How many letters may be wrong: none in short words, where `Mat` and `Mail` are near to too much. */
function allowance(compact: string): number {
  if (compact.length < 6) return 0;
  return compact.length < 9 ? 1 : 2;
}

function byQuestion(header: string, column: number): Candidate[] {
  const words = normaliseHeader(header);
  return QUESTIONS.flatMap(([field, pattern], order): Candidate[] =>
    pattern.test(words) ? [{ column, field, sure: SURE.question, order }] : [],
  );
}

/** With given and family name at hand, a column of whole names still wins; a single half without the other is no name. */
function settleNames(fields: readonly string[]): readonly string[] {
  const halves: readonly string[] = ['givenName', 'familyName'] satisfies MappableField[];
  if (!fields.includes('name')) return fields;
  return fields.map((field) => (halves.includes(field) ? 'extra' : field));
}

function twoColumns(field: string, taken: string, left: string, file: string): Problem {
  return problem(
    'SOS212',
    `Two columns look like ${field}: "${taken}" is used, "${left}" is kept as an extra.`,
    {
      location: { file, line: 1, column: left },
      hint: `To decide otherwise, add to sosent.yaml under columns:  ${JSON.stringify(left)}: ${field}`,
    },
  );
}
