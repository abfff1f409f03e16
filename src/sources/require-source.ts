import { failure } from '../errors.ts';
import { generic } from './generic.ts';
import { SOURCES } from './index.ts';
import type { Source } from './source.ts';

/** The source that `--source` names; undefined where it is not given. Throws where there is no such source. */
export function requireSource(id: string | undefined): Source | undefined {
  if (id === undefined) return undefined;
  const all = [...SOURCES, generic];
  const found = all.find((source) => source.id === id.trim().toLowerCase());
  if (found !== undefined) return found;
  throw failure('SOS225', `There is no source "${id}".`, {
    hint: `Sources: ${all.map((source) => source.id).join(', ')}. Without --source, sosent tells by the columns.`,
  });
}
