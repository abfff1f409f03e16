import { type FileHandle, lstat, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { failure } from '../errors.ts';
import { fileFailure } from './file-failure.ts';

/** New content of one file; the path is relative to the event folder, with `/`. */
export interface FileChange<Content extends FileContent = FileContent> {
  readonly path: string;
  readonly content: Content;
}

/** Whole, or in pieces that are made as they are written. */
type FileContent = string | Uint8Array | Iterable<Uint8Array>;

/** An event folder, and its path as the organiser would type it. */
interface Place {
  readonly root: string;
  readonly shownRoot: string;
}

/** Set beside the data files, so that every rename stays on one disk. */
const PENDING = 'data/.commit';
const STAGING = 'data/.commit-new';
const LIST = 'list.json';

/**
 * Replaces a set of files, all or nothing. The new contents are written and synced to a staging folder beside a
 * list of where they go; renaming that folder to `data/.commit` decides; then each file is renamed to its place. A
 * process that dies before the decision changed nothing, and after it the next command completes the set.
 * Call it with the lock held and no set pending. Throws SOS104.
 */
export async function commitFiles(folder: Place, changes: readonly FileChange[]): Promise<void> {
  const staging = join(folder.root, STAGING);
  const pending = join(folder.root, PENDING);
  const modes = await Promise.all(changes.map(({ path }) => requireReplaceable(folder, path)));
  /** A file goes to the disk while the next one is made. */
  const syncs: Promise<void>[] = [];
  try {
    await mkdir(staging);
    for (const [index, change] of changes.entries()) {
      await requireSameDisk(dirname(join(folder.root, change.path)), staging);
      const { synced } = await writeFile(join(staging, String(index)), change.content, modes[index]);
      syncs.push(synced);
    }
    await Promise.all(syncs);
    await writeSynced(join(staging, LIST), JSON.stringify(changes.map((change) => change.path)));
    await syncFolder(staging);
    await rename(staging, pending);
  } catch (error) {
    await Promise.allSettled(syncs);
    await rm(staging, { recursive: true, force: true }).catch(() => undefined);
    throw fileFailure(error, join(folder.shownRoot, 'data'), 'write');
  }
  await completeCommit(folder);
}

/** True where a process died after it had decided on a set of files and before all were in place. */
export async function hasPendingCommit(folder: Place): Promise<boolean> {
  return stat(join(folder.root, PENDING)).then(
    () => true,
    () => false,
  );
}

/**
 * Puts a pending set of files in place, and removes what a process left that died before it decided. Call it with
 * the lock held. Throws SOS104, and SOS108 where the pending set cannot be understood.
 */
export async function completeCommit(folder: Place): Promise<void> {
  const pending = join(folder.root, PENDING);
  try {
    await rm(join(folder.root, STAGING), { recursive: true, force: true });
    await syncFolder(dirname(pending));
    const paths = await readList(folder);
    const folders = new Set<string>();
    for (const [index, path] of paths.entries()) {
      const target = join(folder.root, path);
      await renameIfThere(join(pending, String(index)), target);
      folders.add(dirname(target));
    }
    for (const one of folders) await syncFolder(one);
    await rm(pending, { recursive: true, force: true });
  } catch (error) {
    throw fileFailure(error, join(folder.shownRoot, 'data'), 'complete');
  }
}

/** Where the pending files go; none where nothing is pending, or all are in place already. */
async function readList(folder: Place): Promise<readonly string[]> {
  const text = await readFile(join(folder.root, PENDING, LIST), 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return '[]';
    throw error;
  });
  const paths = parseList(text);
  if (paths !== undefined) return paths;
  throw failure(
    'SOS108',
    `${join(folder.shownRoot, PENDING)} is damaged: it holds changes that cannot be read.`,
    {
      hint: 'Look at the files in it; move them away to go on with data/ as it is.',
    },
  );
}

/** The folder may come from somebody else: a list that leads out of it is not followed. */
function parseList(text: string): readonly string[] | undefined {
  try {
    const found: unknown = JSON.parse(text);
    const sound = Array.isArray(found) && found.every((path) => typeof path === 'string' && isInside(path));
    return sound ? found : undefined;
  } catch {
    return undefined;
  }
}

function isInside(path: string): boolean {
  return posix.normalize(path) === path && !/^\/|^\.\.(?:\/|$)|[\\:]/.test(path);
}

/**
 * The permissions of the file that will be replaced, undefined where there is none. A rename would cut a link and
 * cannot replace a folder, so both are refused while nothing has changed.
 */
async function requireReplaceable({ root, shownRoot }: Place, path: string): Promise<number | undefined> {
  if (!isInside(path)) throw new Error(`${path} does not lie in the event folder`);
  const shown = join(shownRoot, path);
  const found = await lstat(join(root, path)).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw fileFailure(error, shown, 'write');
  });
  if (found === undefined) return undefined;
  if (found.isFile()) return found.mode & 0o777;
  if (!found.isSymbolicLink()) throw fileFailure({ code: 'EISDIR' }, shown, 'write');
  throw failure('SOS104', `Cannot write ${shown}: it is a symbolic link. Nothing was changed.`, {
    hint: 'Put the file itself there, or make the whole data/ folder a link; sosent replaces the files in it.',
  });
}

/** No rename leads from one disk to another, and after the decision it would be too late to find out. */
async function requireSameDisk(target: string, staging: string): Promise<void> {
  await makeFolder(target);
  const [to, from] = await Promise.all([stat(target), stat(staging)]);
  if (to.dev !== from.dev) throw Object.assign(new Error('other disk'), { code: 'EXDEV' });
}

/** A file that is gone from the pending set was put in place before the process died. */
async function renameIfThere(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
  });
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

/**
 * Makes a folder and those above it. Gives back the first one that was made, undefined where all were there. One after
 * the other: `recursive` of Node.js 20 never ends where the system says "no such file" of a folder whose parent is there
 * (/proc), and says the same of a read-only disk.
 */
export async function makeFolder(path: string): Promise<string | undefined> {
  if (await isFolder(path)) return undefined;
  const above = dirname(path);
  const first = above === path ? undefined : await makeFolder(above);
  try {
    await mkdir(path);
  } catch (error) {
    // Whoever writes beside us may have made it.
    if (!(await isFolder(path))) throw error;
  }
  return first ?? path;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Writes a file and waits until it is on the disk; with these permissions, else those of any new file. */
export async function writeSynced(path: string, content: FileContent, mode?: number): Promise<void> {
  const { synced } = await writeFile(path, content, mode);
  await synced;
}

/** Writes a file; `synced` is kept once it is on the disk. */
async function writeFile(
  path: string,
  content: FileContent,
  mode: number | undefined,
): Promise<{ readonly synced: Promise<void> }> {
  const file = await open(path, 'w', mode);
  try {
    if (mode !== undefined) await file.chmod(mode);
    const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
    await appendPieces(file, pieces);
  } catch (error) {
    await file.close();
    throw error;
  }
  const synced = file.sync().finally(() => file.close());
  // Heard of when all files are written; a rejection that nobody listens to yet would end the process.
  synced.catch(() => undefined);
  return { synced };
}

/** One piece is on its way to the disk while the next one is made. */
async function appendPieces(file: FileHandle, pieces: Iterable<string | Uint8Array>): Promise<void> {
  let writing: Promise<void> = Promise.resolve();
  try {
    for (const piece of pieces) {
      await writing;
      writing = file.appendFile(piece);
      // Heard of at the next piece; a rejection that nobody listens to yet would end the process.
      writing.catch(() => undefined);
    }
  } finally {
    await writing;
  }
}

/** Makes renames in a folder durable; systems that cannot sync a folder (Windows) do without. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}
