import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileFailure } from './file-failure.ts';

/** New content of one file of the event folder; the path is relative to the folder, with `/`. */
export interface FileChange {
  readonly path: string;
  readonly content: string | Uint8Array;
}

const PENDING = 'data/.commit';

/**
 * Replaces a set of files, all or nothing. The new contents are written and synced to a staging folder beside a
 * list of where they go; renaming that folder to `data/.commit` decides; then each file is renamed to its place. A
 * process that dies before the decision changed nothing, and after it the next command completes the set.
 * Call it with the lock held. Throws SOS104.
 */
export async function commitFiles(root: string, changes: readonly FileChange[]): Promise<void> {
  const staging = join(root, `${PENDING}-${process.pid}`);
  const pending = join(root, PENDING);
  try {
    await rm(staging, { recursive: true, force: true });
    await mkdir(staging, { recursive: true });
    for (const [index, change] of changes.entries())
      await writeSynced(join(staging, String(index)), change.content);
    await writeSynced(join(staging, 'list.json'), JSON.stringify(changes.map((change) => change.path)));
    await syncFolder(staging);
    await rename(staging, pending);
    await syncFolder(dirname(pending));
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    throw fileFailure(error, join(root, 'data'), 'write');
  }
  await completeCommit(root);
}

/** Finishes a set of files that a dead process had decided on but not put in place. Call it with the lock held. */
export async function completeCommit(root: string): Promise<void> {
  const pending = join(root, PENDING);
  const list = await readList(join(pending, 'list.json'));
  if (list === undefined) return;
  try {
    const folders = new Set<string>();
    for (const [index, path] of list.entries()) {
      const target = join(root, path);
      await mkdir(dirname(target), { recursive: true });
      await renameIfThere(join(pending, String(index)), target);
      folders.add(dirname(target));
    }
    for (const folder of folders) await syncFolder(folder);
    await rm(pending, { recursive: true });
  } catch (error) {
    throw fileFailure(error, join(root, 'data'), 'write');
  }
}

async function readList(path: string): Promise<string[] | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A file that is gone from the pending set was put in place before the process died. */
async function renameIfThere(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

/** Writes a file and waits until it is on the disk. */
export async function writeSynced(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes renames in a folder durable; systems that cannot sync a folder (Windows) do without. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}
