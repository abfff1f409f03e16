import { readFileSync, rmSync } from 'node:fs';
import { open, readFile, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { failure, type SosentError } from '../errors.ts';
import { fileFailure } from './file-failure.ts';

/** Who holds the lock, as data/.lock says it. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly command: string;
  /** ISO 8601 instant. */
  readonly since: string;
}

interface LockFile {
  readonly path: string;
  /** The path as the organiser would type it. */
  readonly shown: string;
}

/** `.lock-emails` is held for as long as mail is sent, so that everything but sending goes on meanwhile. */
type LockName = '.lock' | '.lock-emails';

/** A lock file that is still empty after this long was left by a process that died while it wrote it. */
const STILLBORN_AFTER_MS = 10_000;

/** What an interrupt must not leave behind; one listener for however many wait for a lock. */
const releasedAtExit = new Set<() => void>();
process.once('exit', () => {
  for (const release of releasedAtExit) release();
});

/**
 * Runs `work` while no other sosent command writes to the event folder, whose data/ must be there. Throws SOS103,
 * naming the holder, where one does. The lock of a dead process on this machine is taken over; a process removes no
 * lock but its own, also when it is interrupted.
 */
export async function withLock<T>(
  folder: { readonly root: string; readonly shownRoot: string },
  command: string,
  work: () => Promise<T>,
  name: LockName = '.lock',
): Promise<T> {
  const lock = { path: join(folder.root, 'data', name), shown: join(folder.shownRoot, 'data', name) };
  const holder: Holder = { pid: process.pid, host: hostname(), command, since: new Date().toISOString() };
  const mine = `${JSON.stringify(holder)}\n`;
  const release = (): void => releaseLock(lock.path, mine);
  // Before the lock is there: an interrupt may come at any moment, and what is not ours is not removed.
  releasedAtExit.add(release);
  try {
    await acquire(lock, mine);
    try {
      return await work();
    } finally {
      release();
    }
  } finally {
    releasedAtExit.delete(release);
  }
}

/** Somebody may have deleted our lock and another command taken its own since. */
function releaseLock(path: string, mine: string): void {
  try {
    if (readFileSync(path, 'utf8') === mine) rmSync(path);
  } catch {
    // Gone already, or the disk is: the next command takes the lock of a dead process over.
  }
}

async function acquire(lock: LockFile, mine: string): Promise<void> {
  if (await create(lock, mine)) return;
  // Only one process at a time may judge and remove a stale lock, else it could remove a fresh one of another's.
  const referee = { path: `${lock.path}-takeover`, shown: `${lock.shown}-takeover` };
  if (!(await create(referee, mine))) {
    if (await isStale(referee.path)) await rm(referee.path, { force: true });
    throw await busy(lock);
  }
  try {
    if (!(await isStale(lock.path))) throw await busy(lock);
    await rm(lock.path, { force: true });
    if (!(await create(lock, mine))) throw await busy(lock);
  } finally {
    await rm(referee.path, { force: true });
  }
}

/** False where the file is there already. Nothing is left where it cannot be written. */
async function create({ path, shown }: LockFile, content: string): Promise<boolean> {
  const file = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return undefined;
    throw fileFailure(error, shown, 'write');
  });
  if (file === undefined) return false;
  try {
    await file.writeFile(content);
  } catch (error) {
    await rm(path, { force: true });
    throw fileFailure(error, shown, 'write');
  } finally {
    await file.close();
  }
  return true;
}

async function isStale(path: string): Promise<boolean> {
  const holder = await readHolder(path);
  if (holder === undefined) {
    const age = await stat(path).then(
      (found) => Date.now() - found.mtimeMs,
      () => Number.POSITIVE_INFINITY,
    );
    return age > STILLBORN_AFTER_MS;
  }
  return holder.host === hostname() && !isAlive(holder.pid);
}

async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    const found: Holder = JSON.parse(await readFile(path, 'utf8'));
    return Number.isInteger(found.pid) && found.pid > 0 ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Signal 0 asks whether a process is there; EPERM means that it is, and somebody else's. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function busy({ path, shown }: LockFile): Promise<SosentError> {
  const holder = await readHolder(path);
  const who =
    holder === undefined
      ? 'Another sosent command'
      : `\`sosent ${holder.command}\` (process ${holder.pid} on ${holder.host}, since ${holder.since})`;
  return failure('SOS103', `${who} is at work in this event folder.`, {
    hint: `Wait until it is done. If it is not running any more, delete ${shown}.`,
  });
}
