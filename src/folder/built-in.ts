import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileChange } from './commit-files.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));
const INIT = fileURLToPath(new URL('../../templates/init', import.meta.url));

/** The names of the examples that come with sosent, in order. */
export async function listExamples(): Promise<readonly string[]> {
  const entries = await readdir(EXAMPLES, { withFileTypes: true });
  return entries
    .filter((one) => one.isDirectory())
    .map((one) => one.name)
    .sort();
}

/** The files of an example that `listExamples` names, without what its own test expects of it. */
export async function readExample(name: string): Promise<readonly FileChange[]> {
  const root = join(EXAMPLES, name);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((one) => one.isFile())
    .map((one) =>
      join(one.parentPath, one.name)
        .slice(root.length + 1)
        .split(sep)
        .join('/'),
    )
    .filter((path) => !path.startsWith('expected/'))
    .sort();
  return Promise.all(paths.map(async (path) => ({ path, content: await readFile(join(root, path)) })));
}

/** One of the files from which `sosent init` makes a new event folder. */
export function readInitFile(name: 'sosent.yaml' | 'gitignore'): Promise<string> {
  return readFile(join(INIT, name), 'utf8');
}
