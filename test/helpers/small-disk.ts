import { spawnSync } from 'node:child_process';
import { makeFolder } from './event-folder.ts';

/** Mounting takes root and a kernel that lets it; tests that need it are skipped, visibly, where it is not so. */
export function canMountDisks(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;
}

/** A folder on a disk of its own of so many kilobytes, for the time of `work`. */
export async function onSmallDisk<T>(
  kilobytes: number,
  work: (disk: { readonly path: string; readonly makeReadOnly: () => void }) => Promise<T>,
): Promise<T> {
  const path = await makeFolder();
  run('mount', '-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'sosent-test', path);
  try {
    return await work({ path, makeReadOnly: () => run('mount', '-o', 'remount,ro', path) });
  } finally {
    run('umount', path);
  }
}

function run(command: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
}
