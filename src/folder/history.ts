import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileChange } from './commit-files.ts';

/** What a command did, without personal data: counts, file names, hashes. */
export type HistoryEntry = Readonly<Record<string, unknown>>;

const HISTORY_FILE = 'data/history.jsonl';

/** The history with one more line, to be committed together with what the line is about. */
export async function appendHistory(
  root: string,
  command: string,
  now: Date,
  entry: HistoryEntry,
): Promise<FileChange> {
  const before = await readFile(join(root, HISTORY_FILE), 'utf8').catch(() => '');
  const line = JSON.stringify({ at: now.toISOString(), command, ...entry });
  return { path: HISTORY_FILE, content: `${before}${line}\n` };
}
