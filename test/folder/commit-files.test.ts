import { execFile } from 'node:child_process';
import { chmod, mkdir, readlink, stat, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { SosentError } from '../../src/errors.ts';
import { changeFolder, openEvent } from '../../src/folder/event-folder.ts';
import { makeEventFolder, makeFolder, readFiles, SMALL_EVENT, writeFiles } from '../helpers/event-folder.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const OLD = { 'data/attendees.csv': 'id,name\nold,Old\n', 'data/placements.csv': 'old\n' };
const NEW = { 'data/attendees.csv': 'id,name\nnew,New\n', 'data/placements.csv': 'new\n' };
const HISTORY = `{"at":"1970-01-01T00:00:00.000Z","command":"test","what":"test"}\n`;

const changesOf = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).map(([path, content]) => ({ path, content }));

const open = (root: string) => openEvent({ cwd: root, eventPath: undefined });

async function change(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  await changeFolder(await open(root), 'test', NOW, async () => ({
    value: undefined,
    files: changesOf(files),
  }));
}

/** A lock that is still empty is respected for a moment: its owner may be about to sign it. */
const letTimePass = (lock: string) => utimes(lock, 0, 0).catch(() => undefined);

const problemsOf = (error: unknown) => (error as SosentError).problems;

describe('a set of files is replaced all or nothing', () => {
  const script = fileURLToPath(new URL('../helpers/change-folder-and-die.js', import.meta.url));
  const run = (root: string, ...dieAt: string[]) =>
    promisify(execFile)(process.execPath, [script, root, JSON.stringify(changesOf(NEW)), ...dieAt]);
  const old = { ...OLD, 'sosent.yaml': SMALL_EVENT };
  const fresh = { ...NEW, 'data/history.jsonl': HISTORY, 'sosent.yaml': SMALL_EVENT };

  /** What the next commands find after a death at this step: `old` or `new`, and nothing between. */
  async function dieAndRecover(step: number): Promise<'old' | 'new'> {
    const root = await makeEventFolder(OLD);
    await expect(run(root, String(step))).rejects.toMatchObject({ signal: 'SIGKILL' });
    await letTimePass(join(root, 'data/.lock'));
    await open(root); // a command that only reads completes what was decided
    const seen = await readFiles(root);
    await change(root, {}); // one that writes takes the lock of the dead process over, and clears up
    const found = seen['data/placements.csv'] === 'old\n' ? 'old' : 'new';
    const wanted = found === 'old' ? old : fresh;
    expect({ step, seen }).toEqual({ step, seen: expect.objectContaining(wanted) });
    expect({ step, after: await readFiles(root) }).toEqual({ step, after: wanted });
    return found;
  }

  test('whenever the process is killed, the next command finds the old set or the new one', async () => {
    const whole = await makeEventFolder(OLD);
    const steps = Number((await run(whole)).stdout);
    expect(await readFiles(whole)).toEqual(fresh);

    const outcomes: string[] = [];
    for (let step = 1; step <= steps; step += 4) {
      const some = [step, step + 1, step + 2, step + 3].filter((one) => one <= steps);
      outcomes.push(...(await Promise.all(some.map(dieAndRecover))));
    }

    const decided = outcomes.indexOf('new');
    expect(decided).toBeGreaterThan(10);
    expect(steps - decided).toBeGreaterThan(5);
    expect(outcomes).toEqual(outcomes.map((_, index) => (index < decided ? 'old' : 'new')));
  });

  test.each([
    ['before its list was gone', { 'data/.commit/list.json': '["data/attendees.csv"]' }],
    ['after its list was gone', { 'data/.commit/empty': '' }],
  ])('a pending set that was put in place, but removed only in part: %s', async (_what, left) => {
    const root = await makeEventFolder({ ...NEW, ...left });

    await open(root);

    expect(await readFiles(root)).toEqual({ ...NEW, 'sosent.yaml': SMALL_EVENT });
  });

  test('permissions of the files stay, as they hold personal data', async () => {
    const root = await makeEventFolder(OLD);
    await chmod(join(root, 'data/attendees.csv'), 0o600);

    await change(root, NEW);

    expect((await stat(join(root, 'data/attendees.csv'))).mode & 0o777).toBe(0o600);
    expect(await readFiles(root)).toEqual({ ...NEW, 'sosent.yaml': SMALL_EVENT });
  });

  test('data/ may be a link to another folder', async () => {
    const elsewhere = await makeFolder();
    const root = await makeEventFolder();
    await symlink(elsewhere, join(root, 'data'));

    await change(root, NEW);

    expect(await readlink(join(root, 'data'))).toBe(elsewhere);
    expect(await readFiles(elsewhere)).toEqual({
      'attendees.csv': NEW['data/attendees.csv'],
      'placements.csv': NEW['data/placements.csv'],
    });
  });

  test('a file that is a link is not silently turned into a file', async () => {
    const elsewhere = await makeFolder();
    await writeFiles(elsewhere, { 'people.csv': 'id,name\n' });
    const root = await makeEventFolder({ 'data/placements.csv': 'old\n' });
    await symlink(join(elsewhere, 'people.csv'), join(root, 'data/attendees.csv'));

    const error = await change(root, NEW).catch(problemsOf);

    expect(error).toEqual([
      {
        code: 'SOS104',
        severity: 'error',
        message: 'Cannot write data/attendees.csv: it is a symbolic link. Nothing was changed.',
        hint: 'Put the file itself there, or make the whole data/ folder a link; sosent replaces the files in it.',
      },
    ]);
    expect((await readFiles(root))['data/placements.csv']).toBe('old\n');
  });

  test('a folder in the place of a file stops the set before anything has changed', async () => {
    const root = await makeEventFolder({ 'data/attendees.csv': 'old\n' });
    await mkdir(join(root, 'data/placements.csv'));

    expect(await change(root, NEW).catch(problemsOf)).toMatchObject([
      { code: 'SOS104', message: 'Cannot write data/placements.csv: it is a folder. Nothing was changed.' },
    ]);
    expect(await readFiles(root)).toEqual({ 'data/attendees.csv': 'old\n', 'sosent.yaml': SMALL_EVENT });
  });

  test('a file in the place of data/ is named', async () => {
    const root = await makeEventFolder({ data: 'no folder' });

    expect(await change(root, NEW).catch(problemsOf)).toMatchObject([
      {
        code: 'SOS104',
        message: 'Cannot write data: a file stands where a folder should be. Nothing was changed.',
      },
    ]);
  });

  test.each([
    ['a list that leads out of data/', '["data/../../stolen.csv"]'],
    ['an absolute path', '["/tmp/stolen.csv"]'],
    ['a list that is none', '{"data/attendees.csv":0}'],
    ['a list that was cut', '["data/atten'],
  ])('a pending set of unknown origin is not followed: %s', async (_what, list) => {
    const files = { ...OLD, 'data/.commit/list.json': list, 'data/.commit/0': 'evil\n' };
    const root = await makeEventFolder(files);

    expect(await open(root).catch(problemsOf)).toEqual([
      {
        code: 'SOS108',
        severity: 'error',
        message: 'data/.commit is damaged: it holds changes that cannot be read.',
        hint: 'Look at the files in it; move them away to go on with data/ as it is.',
      },
    ]);
    expect(await readFiles(root)).toEqual({ ...files, 'sosent.yaml': SMALL_EVENT });
  });
});

describe('the history', () => {
  test('grows by one line with each change, also after an editor cut the last line end', async () => {
    const root = await makeEventFolder({ 'data/history.jsonl': '{"command":"import"}' });
    const folder = await open(root);

    await changeFolder(folder, 'assign', NOW, async () => ({
      value: undefined,
      files: changesOf(NEW),
      history: { seats: 6 },
    }));

    expect((await readFiles(root))['data/history.jsonl']).toBe(
      '{"command":"import"}\n{"at":"2026-03-01T12:00:00.000Z","command":"assign","seats":6}\n',
    );
  });

  test('that cannot be read is not begun anew', async () => {
    const root = await makeEventFolder(OLD);
    await mkdir(join(root, 'data/history.jsonl'));
    const folder = await open(root);

    const changed = changeFolder(folder, 'test', NOW, async () => ({
      value: undefined,
      files: changesOf(NEW),
      history: {},
    }));

    expect(await changed.catch(problemsOf)).toMatchObject([{ code: 'SOS105' }]);
    expect((await readFiles(root))['data/placements.csv']).toBe('old\n');
  });

  test('where the plan fails, nothing changes', async () => {
    const root = await makeEventFolder(OLD);
    const before = await readFiles(root);
    const failing = changeFolder(await open(root), 'test', NOW, async () => {
      throw new Error('the plan has a fault');
    });

    await expect(failing).rejects.toThrow('the plan has a fault');
    expect(await readFiles(root)).toEqual(before);
  });
});
