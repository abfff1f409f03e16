import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../errors.ts';
import { commitFiles, type FileChange, makeFolder } from './commit-files.ts';
import { EVENT_FILE } from './event-folder.ts';
import { fileFailure } from './file-failure.ts';
import { withLock } from './lock.ts';

/** Where a new event folder comes to lie. */
interface NewFolder {
  /** Absolute path. */
  readonly root: string;
  /** The same as the organiser would type it. */
  readonly shownRoot: string;
}

/** Throws SOS106 where the folder is an event folder already: to be asked before the person is. */
export async function requireNoEvent({ root, shownRoot }: NewFolder): Promise<void> {
  if (await isThere(join(root, EVENT_FILE))) throw refusal(shownRoot, [EVENT_FILE]);
}

/**
 * Makes an event folder of these files, all or nothing; folders are made as needed. Nothing that is there is replaced:
 * an existing `.gitignore` stays (it says so in what is given back), any other file in the way is SOS106. Throws
 * SOS104 where it cannot be written, with nothing left behind.
 */
export async function createEvent(
  { root, shownRoot }: NewFolder,
  files: readonly FileChange[],
): Promise<{ readonly written: readonly string[]; readonly kept: readonly string[] }> {
  const there = await findExisting(root, files);
  const inTheWay = there.filter((path) => path !== GITIGNORE);
  if (inTheWay.length > 0) throw refusal(shownRoot, inTheWay);
  const wanted = files.filter((file) => !there.includes(file.path));
  const made = await makeFolder(join(root, 'data')).catch((error: unknown) => {
    throw fileFailure(error, shownRoot, 'write');
  });
  try {
    await withLock({ root, shownRoot }, 'init', async () => {
      const meanwhile = await findExisting(root, wanted);
      if (meanwhile.length > 0) throw refusal(shownRoot, meanwhile);
      await commitFiles({ root, shownRoot }, wanted);
    });
  } catch (error) {
    if (made !== undefined && !(await isThere(join(root, EVENT_FILE)))) {
      await rm(made, { recursive: true, force: true });
    }
    throw error;
  }
  return { written: wanted.map((file) => file.path), kept: there };
}

const GITIGNORE = '.gitignore';

async function findExisting(root: string, files: readonly FileChange[]): Promise<string[]> {
  const found = await Promise.all(
    files.map(async ({ path }) => ((await isThere(join(root, path))) ? [path] : [])),
  );
  return found.flat();
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function refusal(shownRoot: string, paths: readonly string[]): Error {
  const named = paths.slice(0, 3).join(', ') + (paths.length > 3 ? ` and ${paths.length - 3} more` : '');
  const what = paths.includes(EVENT_FILE) ? 'is an event folder already' : `holds ${named}`;
  return failure('SOS106', `${shownRoot} ${what}. Nothing was changed.`, {
    hint: 'Name another folder: sosent init <folder>.',
  });
}
