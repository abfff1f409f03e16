import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Data by others that is not part of the product, in a folder beside the repository. */
const SHARED_DATA = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** False where the folder is missing: then tests that need it are skipped. */
export const HAS_SHARED_DATA = existsSync(SHARED_DATA);

export function readShared(path: string): Uint8Array {
  return readFileSync(SHARED_DATA + path);
}

/** Names of the files in a folder, without their endings. */
export function listShared(folder: string): readonly string[] {
  if (!HAS_SHARED_DATA) return [];
  return readdirSync(SHARED_DATA + folder).map((name) => name.replace(/\.[^.]*$/, ''));
}
