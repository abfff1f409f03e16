import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileSource } from '../tabular/byte-source.ts';
import { unguard } from '../tabular/formula-guard.ts';
import { asBuffer } from '../tabular/guess-encoding.ts';
import { recordReader } from '../tabular/record-reader.ts';
import type { TableRow } from '../tabular/table.ts';
import { STORE } from '../tabular/write-table.ts';
import type { FileChange } from './commit-files.ts';

/** A file that is written in pieces, and what its bytes come to once it is. */
export interface HashedFile {
  readonly change: FileChange;
  /** In hexadecimal digits; to be asked for when the file was written. */
  readonly sha256: () => string;
}

/** The same file, hashed on its way to the disk: half a gigabyte need not be read again. */
export function hashed({ path, content }: FileChange<Iterable<Uint8Array>>): HashedFile {
  let sha256 = '';
  function* pieces(): Generator<Uint8Array> {
    const hash = createHash('sha256');
    for (const piece of content) {
      hash.update(piece);
      yield piece;
    }
    sha256 = hash.digest('hex');
  }
  return { change: { path, content: { [Symbol.iterator]: pieces } }, sha256: () => sha256 };
}

/** A file of the event folder as it stands: the hash of its bytes, and the first cell of each row below the header. */
export interface SeenFile {
  readonly sha256: string;
  readonly firstCells: readonly string[];
}

/** Goes once through a file that sosent wrote, of any length; undefined where it cannot be read. */
export async function seeDataFile(
  { root }: { readonly root: string },
  path: string,
): Promise<SeenFile | undefined> {
  const hash = createHash('sha256');
  const reader = recordReader(STORE.delimiter);
  const firstCells: string[] = [];
  const keep = (rows: readonly TableRow[]): void => {
    for (const { cells } of rows) firstCells.push(unguard(cells[0] ?? ''));
  };
  try {
    for await (const piece of fileSource(join(root, path))()) {
      hash.update(piece);
      keep(reader.push(asBuffer(piece)));
    }
  } catch {
    return undefined;
  }
  keep(reader.end());
  return { sha256: hash.digest('hex'), firstCells: firstCells.slice(1) };
}

/** A hash of these files of the event folder as they stand: the same twice where nothing has happened to any of them. */
export async function hashFiles(
  { root }: { readonly root: string },
  paths: readonly string[],
): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) {
    let bytes = 0;
    try {
      for await (const piece of fileSource(join(root, path))()) {
        hash.update(piece);
        bytes += piece.length;
      }
    } catch {
      bytes = -1;
    }
    hash.update(`\n${path}: ${bytes}\n`);
  }
  return hash.digest('hex');
}
