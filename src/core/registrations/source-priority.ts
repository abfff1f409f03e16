import type { SourceRules } from '../../model/event.ts';
import type { SourceRecord } from '../../model/registration.ts';

type Origin = Pick<SourceRecord, 'shape' | 'source'>;

/** The names of sources that count for a field, the most trusted first; undefined where the organiser has none. */
export function ranking({ priority, fields }: SourceRules, field: string): readonly string[] | undefined {
  const own = Object.hasOwn(fields, field) ? fields[field] : undefined;
  const names = own ?? priority;
  return names.length === 0 ? undefined : names;
}

/**
 * The word of the most trusted source that says anything; of equally trusted ones the last, and without a ranking
 * simply the last.
 */
export function preferred<Word extends { readonly source: Origin; readonly text: string }>(
  words: readonly Word[],
  names: readonly string[] = [],
): Word | undefined {
  const spoken = words
    .filter((one) => one.text !== '')
    .map((word) => ({ word, trust: trustIn(word.source, names) }));
  const best = Math.min(...spoken.map((one) => one.trust));
  return spoken.findLast((one) => one.trust === best)?.word;
}

/** Place in the list, from 0; a source that is not listed comes after all that are. */
function trustIn({ shape, source }: Origin, names: readonly string[]): number {
  const index = names.findIndex((name) => name === shape || matches(name, source));
  return index === -1 ? names.length : index;
}

/** `webform*.csv`: a star stands for anything; case does not matter, as on most disks. */
function matches(pattern: string, file: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'i').test(file);
}
