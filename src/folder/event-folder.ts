import { access } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { EXIT, failure, SosentError } from '../errors.ts';
import type { Event } from '../model/event.ts';
import type { Finding } from '../model/finding.ts';
import type { Location } from '../model/problem.ts';
import {
  commitFiles,
  completeCommit,
  type FileChange,
  hasPendingCommit,
  makeFolder,
} from './commit-files.ts';
import { type ConfigPath, locateInEvent, parseEvent } from './config/parse-event.ts';
import { readEventText } from './config/read-event-text.ts';
import { fileFailure } from './file-failure.ts';
import { appendHistory, type HistoryEntry } from './history.ts';
import { withLock } from './lock.ts';

export const EVENT_FILE = 'sosent.yaml';

/** An event folder that was found and whose sosent.yaml holds no error. */
export interface EventFolder {
  /** Absolute path. */
  readonly root: string;
  /** The root as the organiser would type it from where they stand. */
  readonly shownRoot: string;
  readonly event: Event;
  /** Warnings about sosent.yaml. */
  readonly problems: readonly Finding[];
  /** Where something stands in sosent.yaml, or the nearest part of it that is there. */
  readonly locate: (path: ConfigPath) => Location;
}

/**
 * Finds and reads the event folder: the one named, else the working folder or the nearest above it that holds a
 * sosent.yaml. A change that a dead process left half in place is completed first. Throws SOS102 where there is no
 * event folder, and the 3xx problems of a broken sosent.yaml.
 */
export async function openEvent(where: {
  readonly cwd: string;
  readonly eventPath: string | undefined;
}): Promise<EventFolder> {
  const root = await findRoot(where.cwd, where.eventPath);
  const shownRoot = relative(where.cwd, root) || '.';
  const file = join(shownRoot, EVENT_FILE);
  const text = await readEventText(join(root, EVENT_FILE), file);
  const { value: event, problems } = parseEvent(text, file);
  if (event === undefined) throw new SosentError(problems);
  const locate = (path: ConfigPath): Location => locateInEvent(text, file, path);
  const folder = { root, shownRoot, event, problems, locate };
  await completePending(folder);
  return folder;
}

async function findRoot(cwd: string, eventPath: string | undefined): Promise<string> {
  const hint =
    'Change into the event folder, name it with --event <folder>, or make one: sosent init <folder>.';
  if (eventPath !== undefined) {
    const root = resolve(cwd, eventPath);
    if (await exists(join(root, EVENT_FILE))) return root;
    throw failure('SOS102', `${eventPath} is not an event folder: it holds no ${EVENT_FILE}.`, { hint });
  }
  for (let root = cwd; ; root = dirname(root)) {
    if (await exists(join(root, EVENT_FILE))) return root;
    if (root === dirname(root)) break;
  }
  throw failure('SOS102', `Neither this folder nor one above it holds a ${EVENT_FILE}.`, { hint });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** What a command wants to keep: the new files, and the line about it in data/history.jsonl. */
export interface FolderChange<T> {
  readonly value: T;
  readonly files: readonly FileChange[];
  readonly history?: HistoryEntry;
}

/**
 * The one way to change an event folder: takes the lock, completes what a dead process left, lets `plan` read and
 * decide, and puts all its files in place at once. Where `plan` throws, nothing has changed.
 */
export async function changeFolder<T>(
  folder: EventFolder,
  command: string,
  now: Date,
  plan: () => Promise<FolderChange<T>>,
): Promise<T> {
  await makeFolder(join(folder.root, 'data')).catch((error: unknown) => {
    throw fileFailure(error, join(folder.shownRoot, 'data'), 'write');
  });
  return withLock(folder, command, async () => {
    await completeCommit(folder);
    const { value, files, history } = await plan();
    if (files.length === 0) return value;
    const logged = history === undefined ? [] : [await appendHistory(folder, command, now, history)];
    await commitFiles(folder, [...files, ...logged]);
    return value;
  });
}

/**
 * A set of files that is partly in place would be read as a mix of old and new. Whoever put it there is dead, or at
 * it this very moment: then the lock is free again in a blink.
 */
async function completePending(folder: EventFolder): Promise<void> {
  for (let tries = 1; await hasPendingCommit(folder); tries += 1) {
    try {
      await withLock(folder, 'completing an earlier change', () => completeCommit(folder));
    } catch (error) {
      const isBusy = error instanceof SosentError && error.exit === EXIT.refused;
      if (!isBusy || tries === 20) throw error;
      await setTimeout(100);
    }
  }
}
