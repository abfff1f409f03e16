import { rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder, syncFolder, writeSynced } from '../folder/commit-files.ts';
import { fileFailure } from '../folder/file-failure.ts';

/** One generated file; the path is relative to the folder it goes to, with `/`. */
export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes generated files, each whole or not at all. Folders are made as needed. Throws SOS104; files written before
 * the failure stay, and are good.
 */
export async function writeOutputFiles(root: string, files: readonly OutputFile[]): Promise<void> {
  for (const [index, file] of files.entries()) {
    const target = join(root, file.path);
    const temporary = join(dirname(target), `.${process.pid}.tmp`);
    try {
      await makeFolder(dirname(target));
      await writeSynced(temporary, file.content);
      await rename(temporary, target);
      await syncFolder(dirname(target));
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw fileFailure(error, target, index === 0 ? 'write' : 'write-more');
    }
  }
}

/**
 * Replaces a whole generated folder, so that nothing of an earlier run is left in it: all files are written beside
 * it first, as they are made, then the folders change places. Throws SOS104 with the old folder still in place, as what
 * making a file throws.
 */
export async function replaceOutputFolder(
  folder: string,
  files: Iterable<OutputFile> | AsyncIterable<OutputFile>,
): Promise<void> {
  const fresh = `${folder}.new-${process.pid}`;
  const old = `${folder}.old-${process.pid}`;
  try {
    await rm(fresh, { recursive: true, force: true });
    await makeFolder(fresh);
    let batch: OutputFile[] = [];
    for await (const file of files) {
      batch.push(file);
      if (batch.length < AT_ONCE) continue;
      await writeAll(fresh, batch);
      batch = [];
    }
    await writeAll(fresh, batch);
    if (await isThere(folder)) await rename(folder, old);
    await rename(fresh, folder);
    await rm(old, { recursive: true, force: true });
  } catch (error) {
    await rm(fresh, { recursive: true, force: true }).catch(() => undefined);
    if (!(await isThere(folder)) && (await isThere(old))) await rename(old, folder);
    throw fileFailure(error, folder, 'write');
  }
}

/** So many files wait for the disk together; one after the other, a thousand mails take seconds longer. */
const AT_ONCE = 32;

async function writeAll(folder: string, files: readonly OutputFile[]): Promise<void> {
  // All have ended before one that failed is told, so that none still writes while the folder is removed.
  const ends = await Promise.allSettled(files.map((file) => writeBelow(folder, file)));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

async function writeBelow(folder: string, { path, content }: OutputFile): Promise<void> {
  const target = join(folder, path);
  await makeFolder(dirname(target));
  await writeSynced(target, content);
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
