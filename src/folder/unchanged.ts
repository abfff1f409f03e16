import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileChange } from './commit-files.ts';

/** True where the file of the event folder holds this content already, byte for byte. */
export async function isUnchanged(root: string, { path, content }: FileChange<string>): Promise<boolean> {
  const current = await readFile(join(root, path)).catch(() => undefined);
  return current?.equals(Buffer.from(content)) ?? false;
}
