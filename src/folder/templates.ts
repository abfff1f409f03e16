import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EventFolder } from './event-folder.ts';
import { fileFailure } from './file-failure.ts';

/** Where sosent's own templates lie: `templates/` beside `dist/` and `src/`. */
export const BUILT_IN_TEMPLATES = fileURLToPath(new URL('../../templates', import.meta.url));

export interface TemplateSource {
  readonly text: string;
  /** Path for messages: in the event folder where the organiser has one of their own. */
  readonly path: string;
  readonly own: boolean;
}

/**
 * A template by its name below `templates/`, for instance `badges/classic.typ.hbs`: the organiser's own, else the
 * built-in one, else undefined. Throws SOS105 where it is there and cannot be read.
 */
export async function findTemplate(folder: EventFolder, name: string): Promise<TemplateSource | undefined> {
  const own = await readIfThere(join(folder.root, 'templates', name));
  if (own !== undefined) return { text: own, path: join(folder.shownRoot, 'templates', name), own: true };
  const builtIn = await readIfThere(join(BUILT_IN_TEMPLATES, name));
  return builtIn === undefined ? undefined : { text: builtIn, path: `templates/${name}`, own: false };
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw fileFailure(error, path, 'read');
  }
}
