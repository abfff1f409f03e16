import { realpathSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { EventFolder } from './event-folder.ts';
import { fileFailure } from './file-failure.ts';

/** A file of the event folder that can be attached, or why it cannot. */
export type FoundFile = { readonly size: number } | { readonly reason: string };

/** The files of the event folder that mails may carry. What was looked at once is remembered. */
export interface AttachmentFolder {
  readonly find: (path: string) => FoundFile;
  /** Throws SOS105 where it cannot be read any more. */
  readonly read: (path: string) => Promise<Uint8Array>;
}

export function openAttachments(folder: EventFolder): AttachmentFolder {
  const known = new Map<string, FoundFile>();
  const root = realpathSync(folder.root);
  return {
    find: (path) => {
      const found = known.get(path) ?? look(root, path);
      known.set(path, found);
      return found;
    },
    read: (path) =>
      readFile(join(root, path)).catch((error: unknown) => {
        throw fileFailure(error, join(folder.shownRoot, path), 'read');
      }),
  };
}

function look(root: string, path: string): FoundFile {
  try {
    const file = realpathSync(join(root, path));
    const inside = relative(root, file);
    if (inside.startsWith('..') || isAbsolute(inside)) return { reason: 'it lies outside the event folder' };
    if (inside.split(sep)[0]?.toLowerCase() === 'data') {
      return { reason: 'data/ holds what is known of everybody' };
    }
    const about = statSync(file);
    return about.isFile() ? { size: about.size } : { reason: 'it is a folder' };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isMissing = code === 'ENOENT' || code === 'ENOTDIR';
    return { reason: isMissing ? 'there is no such file' : `it cannot be read (${code})` };
  }
}
