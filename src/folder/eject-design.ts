import { access, readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { FileChange } from './commit-files.ts';
import type { EventFolder } from './event-folder.ts';
import { BUILT_IN_TEMPLATES } from './templates.ts';

const FOLDER = 'templates/badges';
/** `classic.typ.hbs`, `classic.landscape.back.typ.hbs`: the design is what stands before the first dot. */
const TEMPLATE = /^([\w-]+)\.(?:[\w-]+\.)*typ\.hbs$/;

/** The files of a built-in badge design: its templates, and the parts that they are made of. */
export interface DesignFiles {
  /** Not yet in the event folder. */
  readonly fresh: readonly FileChange[];
  /** Paths in the event folder of those that are there already. */
  readonly there: readonly string[];
}

/** What of a built-in design the event folder lacks; undefined where sosent brings no such design. */
export async function readBuiltInDesign(
  { root }: EventFolder,
  design: string,
): Promise<DesignFiles | undefined> {
  const names = await listBuiltIn();
  if (!names.some((name) => designOf(name) === design)) return undefined;
  const wanted = names.filter((name) => designOf(name) === design || name.endsWith('.typ'));
  const fresh: FileChange[] = [];
  const there: string[] = [];
  for (const name of wanted) {
    const path = `${FOLDER}/${name}`;
    if (await isThere(join(root, path))) there.push(path);
    else fresh.push({ path, content: await readFile(join(BUILT_IN_TEMPLATES, 'badges', name)) });
  }
  return { fresh, there };
}

/** The names of all templates for cards that come with sosent, in order. */
export async function listBuiltInDesigns(): Promise<readonly string[]> {
  const designs = (await listBuiltIn()).flatMap((name) => designOf(name) ?? []);
  return [...new Set(designs)];
}

function designOf(name: string): string | undefined {
  return TEMPLATE.exec(name)?.[1];
}

/** Paths below the built-in templates of badges, with `/`. */
async function listBuiltIn(): Promise<readonly string[]> {
  const root = join(BUILT_IN_TEMPLATES, 'badges');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((one) => one.isFile())
    .map((one) =>
      join(one.parentPath, one.name)
        .slice(root.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort();
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
