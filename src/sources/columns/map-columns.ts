import { problem } from '../../errors.ts';
import type { ColumnMapping } from '../../model/event.ts';
import type { Problem } from '../../model/problem.ts';
import { REGISTRATION_FIELDS } from '../../model/registration.ts';
import type { SourceTable } from '../source.ts';
import { findWishRank } from './find-wish-rank.ts';
import {
  countSpeakers,
  findAskedFields,
  findKnownFields,
  findNearFields,
  type Speakers,
} from './header-index.ts';
import { howToMap } from './how-to-map.ts';
import { compactHeader } from './normalise-header.ts';
import { settleNames } from './settle-names.ts';

/** How sure a mapping is; the surest takes the field. `slip`: one letter off in a long word. */
export const SURE = { told: 0, known: 1, slip: 2, near: 3, asked: 4, none: 5 } as const;
const LONG_WORD = 9;

interface Candidate {
  readonly column: number;
  readonly field: string;
  readonly sure: number;
  /** Place in the list of known headers, or distance from one. */
  readonly order: number;
}

export interface ColumnMap {
  /** For each column its field, `wish.N`, `wishes`, `rank`, `extra`, or `skip` for what is not kept. */
  readonly fields: readonly string[];
  /** For each column how sure that is; `SURE.none` where nothing was found for it. */
  readonly sure: readonly number[];
  /** Columns, by place, whose field another column has. */
  readonly rivals: readonly { readonly field: string; readonly taken: number; readonly left: number }[];
  readonly problems: readonly Problem[];
}

/** True for what `columns:` in sosent.yaml and `--map` may name. */
export function isColumnField(field: string): boolean {
  return COLUMN_FIELDS.includes(field) || /^wish\.[1-9]\d?$/.test(field);
}

export const COLUMN_FIELDS: readonly string[] = [
  ...REGISTRATION_FIELDS,
  'familyFirst',
  'wishes',
  'rank',
  'extra',
  'skip',
];

/** Header of the column that `import --rejects` adds; it is no part of the registration. */
export const REASON_HEADER = 'Reason (sosent)';

/** What several columns may be at once. */
const SHARED_FIELDS: readonly string[] = ['rank', 'extra', 'skip'];

/**
 * What each column of a table means: the organiser's word first, then known headers, then headers one or two
 * letters off, then longer questions by their key words. Every field is given to one column at most; what is left
 * over is an extra.
 */
export function mapColumns(table: SourceTable, told: readonly ColumnMapping[]): ColumnMap {
  const { headers, file } = table;
  const fields: string[] = headers.map(() => '');
  const sure: number[] = headers.map(() => SURE.none);
  const owners = new Map<string, number>();
  const rivals: { field: string; taken: number; left: number }[] = [];
  for (const one of findCandidates(headers, told)) {
    if (fields[one.column] !== '') continue;
    const owner = owners.get(one.field);
    if (owner === undefined || SHARED_FIELDS.includes(one.field)) {
      fields[one.column] = one.field;
      sure[one.column] = one.sure;
      owners.set(one.field, one.column);
    } else if (one.sure <= SURE.known) {
      fields[one.column] = 'extra';
      sure[one.column] = one.sure;
      // The organiser's word for one column settles that the other is not it.
      const settled = sure[owner] === SURE.told && one.sure > SURE.told;
      if (!settled) rivals.push({ field: one.field, taken: owner, left: one.column });
    }
  }
  const whole = fields.map((field) => field || 'extra');
  const isTold = (column: number): boolean => sure[column] === SURE.told;
  return {
    fields: settleNames(whole, table.sample, isTold),
    sure,
    rivals,
    problems: rivals.map((one) =>
      twoColumns(one.field, headers[one.taken] ?? '', headers[one.left] ?? '', file),
    ),
  };
}

/** The surest first. */
function findCandidates(headers: readonly string[], told: readonly ColumnMapping[]): readonly Candidate[] {
  const speakers = countSpeakers(headers);
  const all = headers.flatMap((header, column) => {
    if (header === REASON_HEADER) return [{ column, field: 'skip', sure: SURE.told, order: 0 }];
    const own = findTold(header, told);
    if (own !== undefined) return [{ column, field: own.field, sure: SURE.told, order: 0 }];
    return findByHeader(header, speakers).map((one) => ({ ...one, column }));
  });
  const hasFirst = all.some((one) => one.field === 'wish.1');
  return all
    .filter((one) => hasFirst || one.field !== 'wish.2' || !isOtherWish(headers[one.column] ?? ''))
    .sort((a, b) => a.sure - b.sure || a.order - b.order || a.column - b.column);
}

/** By the very header, else by one that differs in case, blanks or punctuation only. */
export function findTold(header: string, told: readonly ColumnMapping[]): ColumnMapping | undefined {
  const compact = compactHeader(header);
  return (
    told.find((one) => one.header === header) ??
    told.find((one) => compact !== '' && compactHeader(one.header) === compact)
  );
}

function findByHeader(header: string, speakers: Speakers): Omit<Candidate, 'column'>[] {
  const rank = findWishRank(header);
  if (rank !== undefined) {
    return [{ field: `wish.${rank}`, sure: SURE.known, order: isOtherWish(header) ? 1 : 0 }];
  }
  const known = findKnownFields(header, speakers);
  if (known !== undefined) return known.map((one) => ({ ...one, sure: SURE.known }));
  const isLong = compactHeader(header).length >= LONG_WORD;
  return [
    ...findNearFields(header).map((one) => ({
      ...one,
      sure: isLong && one.order === 1 ? SURE.slip : SURE.near,
    })),
    ...findAskedFields(header).map((one) => ({ ...one, sure: SURE.asked })),
  ];
}

/** The Scandinavian words for second also mean other: where nothing is a first wish, `Andra önskemål` are others. */
function isOtherWish(header: string): boolean {
  return /^(andre|andra|anden|andet|annen|annet)\P{L}/iu.test(header);
}

function twoColumns(field: string, taken: string, left: string, file: string): Problem {
  return problem(
    'SOS212',
    `Two columns look like ${field}: "${taken}" is used, "${left}" is kept as an extra.`,
    { location: { file, line: 1, column: left }, hint: `To decide otherwise:\n${howToMap(left, field)}` },
  );
}
