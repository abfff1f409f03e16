import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileChange } from './commit-files.ts';
import { fileFailure } from './file-failure.ts';

/** What a command did, without personal data: counts, file names, hashes. */
export type HistoryEntry = Readonly<Record<string, unknown>>;

const HISTORY_FILE = 'data/history.jsonl';

/**
 * The history with one more line, to be committed together with what the line is about. Throws SOS105 where the
 * lines so far cannot be read.
 */
export async function appendHistory(
  folder: { readonly root: string; readonly shownRoot: string },
  command: string,
  now: Date,
  entry: HistoryEntry,
): Promise<FileChange> {
  const before = await readFile(join(folder.root, HISTORY_FILE), 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw fileFailure(error, join(folder.shownRoot, HISTORY_FILE), 'read');
  });
  const whole = before === '' || before.endsWith('\n') ? before : `${before}\n`;
  const line = JSON.stringify({ at: now.toISOString(), command, ...entry });
  return { path: HISTORY_FILE, content: `${whole}${line}\n` };
}
