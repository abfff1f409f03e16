import { spawn } from 'node:child_process';
import { utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { SosentError } from '../../src/errors.ts';
import { openEvent } from '../../src/folder/event-folder.ts';
import { withLock } from '../../src/folder/lock.ts';
import { makeEventFolder, readFiles, SMALL_EVENT } from '../helpers/event-folder.ts';
import { bareEnvironment } from '../helpers/run-cli.ts';

const DEAD = 2 ** 22 + 1; // above the largest process id of Linux

const holder = (who: object): string =>
  `${JSON.stringify({ pid: DEAD, host: hostname(), command: 'assign', since: '2026-03-01T12:00:00.000Z', ...who })}\n`;

async function lock(files: Readonly<Record<string, string>>, work = async () => 'done') {
  const root = await makeEventFolder({ 'data/attendees.csv': '', ...files });
  const outcome = await withLock({ root, shownRoot: '.' }, 'import', work).catch(
    (error: unknown) => (error as SosentError).problems,
  );
  const { 'sosent.yaml': _event, 'data/attendees.csv': _attendees, ...left } = await readFiles(root);
  return { outcome, left };
}

describe('the lock of the event folder', () => {
  test('is there during the work, names its holder, and is gone afterwards', async () => {
    const root = await makeEventFolder({ 'data/attendees.csv': '' });

    const seen = await withLock({ root, shownRoot: '.' }, 'import', async () => readFiles(root));

    expect(JSON.parse(seen['data/.lock'] ?? '')).toEqual({
      pid: process.pid,
      host: hostname(),
      command: 'import',
      since: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
    expect(Object.keys(await readFiles(root))).toEqual(['data/attendees.csv', 'sosent.yaml']);
  });

  test('of a living process is respected, and the message says whose it is', async () => {
    const held = holder({ pid: process.pid });

    expect(await lock({ 'data/.lock': held })).toEqual({
      outcome: [
        {
          code: 'SOS103',
          severity: 'error',
          message: `\`sosent assign\` (process ${process.pid} on ${hostname()}, since 2026-03-01T12:00:00.000Z) is at work in this event folder.`,
          hint: 'Wait until it is done. If it is not running any more, delete data/.lock.',
        },
      ],
      left: { 'data/.lock': held },
    });
  });

  test('of a dead process is taken over', async () => {
    expect(await lock({ 'data/.lock': holder({}) })).toEqual({ outcome: 'done', left: {} });
  });

  test('of another computer is respected, as nobody here can tell whether it is alive', async () => {
    const held = holder({ host: 'the-other-laptop' });

    expect(await lock({ 'data/.lock': held })).toMatchObject({
      outcome: [{ code: 'SOS103' }],
      left: { 'data/.lock': held },
    });
  });

  test('that is empty belongs for ten seconds to somebody who is about to sign it', async () => {
    const root = await makeEventFolder({ 'data/.lock': '' });
    const take = () => withLock({ root, shownRoot: '.' }, 'import', async () => 'done');

    await expect(take()).rejects.toThrow('SOS103 Another sosent command is at work in this event folder.');
    await utimes(join(root, 'data/.lock'), 0, 0);
    await expect(take()).resolves.toBe('done');
  });

  test('is not taken over while another process judges it; a dead judge is dismissed', async () => {
    const alive = await lock({
      'data/.lock': holder({}),
      'data/.lock-takeover': holder({ pid: process.pid }),
    });
    expect(alive.outcome).toMatchObject([{ code: 'SOS103' }]);

    const root = await makeEventFolder({ 'data/.lock': holder({}), 'data/.lock-takeover': holder({}) });
    const take = () => withLock({ root, shownRoot: '.' }, 'import', async () => 'done');
    await expect(take()).rejects.toThrow('SOS103');
    await expect(take()).resolves.toBe('done');
  });

  test('of somebody else is not removed by a command that lost its own', async () => {
    const root = await makeEventFolder({ 'data/attendees.csv': '' });
    const other = holder({ command: 'badges' });

    await withLock({ root, shownRoot: '.' }, 'import', () => writeFile(join(root, 'data/.lock'), other));

    expect((await readFiles(root))['data/.lock']).toBe(other);
  });

  test('goes with a work that fails', async () => {
    const failing = async (): Promise<string> => {
      throw new Error('a fault');
    };
    const root = await makeEventFolder({ 'data/attendees.csv': '' });

    await expect(withLock({ root, shownRoot: '.' }, 'import', failing)).rejects.toThrow('a fault');
    expect(Object.keys(await readFiles(root))).toEqual(['data/attendees.csv', 'sosent.yaml']);
  });

  test('is held by one of many that ask at once', async () => {
    const root = await makeEventFolder({ 'data/.lock': holder({}) });
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      inside += 1;
      most = Math.max(most, inside);
      await setTimeout(5);
      inside -= 1;
    };
    const asked = Array.from({ length: 20 }, () => withLock({ root, shownRoot: '.' }, 'import', work));

    const answers = await Promise.allSettled(asked);

    expect(most).toBe(1);
    expect(answers.some((answer) => answer.status === 'fulfilled')).toBe(true);
  });
});

describe('a command that is at work in another process', () => {
  const script = fileURLToPath(new URL('../helpers/slow-command.js', import.meta.url));

  /** A command that takes the lock and works until it is stopped. */
  async function startSlowCommand(root: string, ...args: string[]) {
    const child = spawn(process.execPath, [script, ...args], { cwd: root, env: bareEnvironment() });
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => (output.stdout += chunk));
    child.stderr.on('data', (chunk) => (output.stderr += chunk));
    const ended = new Promise((resolve) =>
      child.on('close', (status, signal) => resolve({ status, signal, ...output })),
    );
    while ((await readFiles(root))['data/.lock'] === undefined) await setTimeout(10);
    return { child, ended };
  }

  test('says on Ctrl-C that nothing is half-written, exits with 130 and leaves no lock', async () => {
    const root = await makeEventFolder();
    const { child, ended } = await startSlowCommand(root);

    child.kill('SIGINT');

    expect(await ended).toEqual({
      status: 130,
      signal: null,
      stdout: '',
      stderr:
        'error SOS107  Interrupted. Nothing in the event folder is half-written.\n' +
        '  hint: Run the command again to have it done.\n',
    });
    expect(await readFiles(root)).toEqual({ 'sosent.yaml': SMALL_EVENT });
  });

  test('prints one document with --json, also when it is stopped', async () => {
    const root = await makeEventFolder();
    const { child, ended } = await startSlowCommand(root, '--json');

    child.kill('SIGTERM');

    const { status, stdout, stderr } = (await ended) as { status: number; stdout: string; stderr: string };
    expect({ status, stderr }).toEqual({ status: 130, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ command: 'slow', ok: false, exit: 130, result: null });
  });

  test('keeps every other one out; killed, it keeps nobody out', async () => {
    const root = await makeEventFolder();
    const first = await startSlowCommand(root);

    const second = spawn(process.execPath, [script], { cwd: root, env: bareEnvironment() });
    let stderr = '';
    second.stderr.on('data', (chunk) => (stderr += chunk));
    const status = await new Promise((resolve) => second.on('close', resolve));
    expect({ status, stderr: stderr.replace(/\s+/g, ' ') }).toEqual({
      status: 3,
      stderr: expect.stringMatching(
        /^error SOS103 `sosent slow` \(process \d+ on .+ since .+Z\) is at work in this/,
      ),
    });

    first.child.kill('SIGKILL');
    expect(await first.ended).toMatchObject({ signal: 'SIGKILL' });
    expect(Object.keys(await readFiles(root))).toEqual(['data/.lock', 'sosent.yaml']);
    const folder = await openEvent({ cwd: root, eventPath: undefined });
    await expect(withLock(folder, 'import', async () => 'done')).resolves.toBe('done');
  });
});
