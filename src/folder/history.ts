import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileChange } from './commit-files.ts';
import { fileFailure } from './file-failure.ts';

/** What a command did, without personal data: counts, file names, hashes. */
export type HistoryEntry = Readonly<Record<string, unknown>>;

const HISTORY_FILE = 'data/history.jsonl';

/**
 * The history with one more line, to be committed together with what the line is about and after it: the entry may hold
 * what is known only once the other files are written. Throws SOS105 where the lines so far cannot be read.
 */
export async function appendHistory(
  folder: Place,
  command: string,
  now: Date,
  entry: HistoryEntry,
): Promise<FileChange> {
  const before = await readText(folder);
  const whole = before === '' || before.endsWith('\n') ? before : `${before}\n`;
  function* content(): Generator<Uint8Array> {
    yield Buffer.from(`${whole}${JSON.stringify({ at: now.toISOString(), command, ...entry })}\n`);
  }
  return { path: HISTORY_FILE, content: { [Symbol.iterator]: content } };
}

/** The last line about a command; undefined where there is none that can be read. */
export async function findLastEntry(folder: Place, command: string): Promise<HistoryEntry | undefined> {
  return (await readEntries(folder, command)).at(-1);
}

/** Every line about a command that can be read, the first first. */
export async function readEntries(folder: Place, command: string): Promise<readonly HistoryEntry[]> {
  const lines = (await readText(folder)).split('\n');
  return lines.flatMap((line) => {
    const one = parseLine(line);
    return one?.['command'] === command ? [one] : [];
  });
}

/** For each attendee who was put together with another since, the one who stays in the end. Ids. */
export async function readJoins(folder: Place): Promise<ReadonlyMap<string, string>> {
  const stays = new Map<string, string>();
  for (const [one, goes] of (await readEntries(folder, 'import')).flatMap(pairsOf)) {
    for (const [gone, before] of stays) if (before === goes) stays.set(gone, one);
    stays.set(goes, one);
  }
  return stays;
}

function pairsOf({ joins }: HistoryEntry): readonly (readonly [stays: string, goes: string])[] {
  const pairs: readonly unknown[] = Array.isArray(joins) ? joins : [];
  return pairs.flatMap((pair) => {
    const [stays, goes]: readonly unknown[] = Array.isArray(pair) ? pair : [];
    return typeof stays === 'string' && typeof goes === 'string' ? [[stays, goes] as const] : [];
  });
}

interface Place {
  readonly root: string;
  readonly shownRoot: string;
}

async function readText({ root, shownRoot }: Place): Promise<string> {
  return readFile(join(root, HISTORY_FILE), 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw fileFailure(error, join(shownRoot, HISTORY_FILE), 'read');
  });
}

function parseLine(line: string): HistoryEntry | undefined {
  try {
    const found: unknown = JSON.parse(line);
    return typeof found === 'object' && found !== null ? { ...found } : undefined;
  } catch {
    return undefined;
  }
}
