import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { failure } from '../errors.ts';
import { fileFailure } from './file-failure.ts';

/** Who holds the lock, as data/.lock says it. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly command: string;
  readonly since: string;
}

/** A lock file that is still empty after this long was left by a process that died while it wrote it. */
const STILLBORN_AFTER_MS = 10_000;

/**
 * Runs `work` while no other sosent command writes to the event folder. Throws SOS103, naming the holder, where one
 * does. The lock of a dead process on this machine is taken over.
 */
export async function withLock<T>(
  folder: { readonly root: string },
  command: string,
  now: Date,
  work: () => Promise<T>,
): Promise<T> {
  const path = join(folder.root, 'data', '.lock');
  const me: Holder = { pid: process.pid, host: hostname(), command, since: now.toISOString() };
  await acquire(path, me);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function acquire(path: string, me: Holder): Promise<void> {
  if (await create(path, me)) return;
  // Only one process at a time may judge and remove a stale lock, else it could remove a fresh one of another's.
  const referee = `${path}-takeover`;
  if (!(await create(referee, me))) {
    if (await isStale(referee)) await rm(referee, { force: true });
    throw await busy(path);
  }
  try {
    if (!(await isStale(path))) throw await busy(path);
    await rm(path, { force: true });
    if (!(await create(path, me))) throw await busy(path);
  } finally {
    await rm(referee, { force: true });
  }
}

/** False where the file is there already. */
async function create(path: string, me: Holder): Promise<boolean> {
  try {
    await writeFile(path, `${JSON.stringify(me)}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw fileFailure(error, path, 'write');
  }
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
    return Number.isInteger(found.pid) ? found : undefined;
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

async function busy(path: string): Promise<Error> {
  const holder = await readHolder(path);
  const who =
    holder === undefined
      ? 'Another sosent command'
      : `\`sosent ${holder.command}\` (process ${holder.pid} on ${holder.host}, since ${holder.since})`;
  return failure('SOS103', `${who} is at work in this event folder.`, {
    hint: `Wait until it is done. If it is not running any more, delete ${path}.`,
  });
}
