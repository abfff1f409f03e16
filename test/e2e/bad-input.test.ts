import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeEventFolder, makeFolder, readFiles, SMALL_EVENT, writeFiles } from '../helpers/event-folder.ts';
import { documentOf, runCli } from '../helpers/run-cli.ts';
import { canMountDisks, onSmallDisk } from '../helpers/small-disk.ts';

/** Runs a command in a folder of these files, which must be as they were afterwards. */
async function runUnchanged(files: Readonly<Record<string, string | Uint8Array>>, ...args: string[]) {
  const cwd = await makeFolder();
  await writeFiles(cwd, files);
  const before = await readFiles(cwd);
  const { status, stdout, stderr } = await runCli(args, { cwd });
  expect(await readFiles(cwd)).toEqual(before);
  return { status, stdout, stderr };
}

const PICTURE = Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82]);
const RESTORE = '  hint: Restore the header row, for instance from git.\n';

describe('an event folder that is none', () => {
  test('says what is missing and how to get on', async () => {
    expect(await runUnchanged({ 'notes.txt': '' }, 'check')).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'error SOS102  Neither this folder nor one above it holds a sosent.yaml.\n' +
        '  hint: Change into the event folder, name it with --event <folder>, or make\n' +
        '        one: sosent init <folder>.\n',
    });
  });

  test.each([['nowhere'], ['notes.txt'], ['.']])('is named as it was typed: --event %s', async (path) => {
    const { status, stderr } = await runUnchanged({ 'notes.txt': '' }, 'check', '--event', path);

    expect(status).toBe(2);
    expect(stderr).toMatch(/^error SOS102 {2}/);
    expect(stderr).toContain(`${path} is not an event folder: it holds no sosent.yaml.\n`);
  });

  test('sosent.yaml that is a folder is no file', async () => {
    const root = await makeFolder();
    await mkdir(join(root, 'sosent.yaml'));

    expect(await runCli(['check'], { cwd: root })).toMatchObject({
      status: 2,
      stderr:
        'error SOS105  Cannot read sosent.yaml: it is a folder.\n  hint: A file should stand there; move the folder away.\n',
    });
  });
});

describe('a sosent.yaml', () => {
  test('that is broken in several places is reported once, in order', async () => {
    const broken = SMALL_EVENT.replace('title: Hall', 'titel: Hall').replace('theme: music', 'theme: misic');

    expect(await runUnchanged({ 'sosent.yaml': broken }, 'check')).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'error SOS303  "title" in rooms #1 is missing.\n' +
        '  --> sosent.yaml:11:5\n' +
        '  hint: docs/sosent-yaml.md describes every key; `sosent init` writes a\n' +
        '        commented example.\n' +
        'error SOS302  Unknown key "titel" in rooms #1.\n' +
        '  --> sosent.yaml:11:17\n' +
        '  hint: Did you mean "title"?\n',
    });
  });

  test('gives the same problems as a document', async () => {
    const cwd = await makeEventFolder({ 'sosent.yaml': SMALL_EVENT.replace('room: attic', 'room: atic') });

    const run = await runCli(['check', '--json'], { cwd });

    expect({ status: run.status, stderr: run.stderr, document: documentOf(run) }).toMatchObject({
      status: 2,
      stderr: '',
      document: {
        command: 'check',
        ok: false,
        exit: 2,
        problems: [
          {
            code: 'SOS305',
            severity: 'error',
            message: 'There is no room "atic".',
            hint: 'Did you mean "attic"?',
            location: { file: 'sosent.yaml', line: 18, column: 27 },
          },
        ],
        result: null,
      },
    });
  });

  test.each<[string, string | Uint8Array, string]>([
    ['empty', '', 'error SOS303  sosent.yaml is empty.'],
    ['a picture', PICTURE, 'error SOS301  This is not a text file.'],
    [
      'a registration file',
      'Navn;E-post\nAnne;anne@example.org\n',
      'error SOS304  sosent.yaml must hold keys',
    ],
    [
      'two megabytes long',
      `#${'x'.repeat(2_000_000)}\n${SMALL_EVENT}`,
      'error SOS301  The file is 2.0 MB long;',
    ],
  ])('that is %s', async (_what, content, message) => {
    const { status, stdout, stderr } = await runUnchanged({ 'sosent.yaml': content }, 'check');

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  test.each<[string, (text: string) => Uint8Array]>([
    ['UTF-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-8 with a byte order mark', (text) => Buffer.from(`\ufeff${text}`)],
    ['Windows-1252', (text) => Buffer.from(text.replace('Hall', 'Hål'), 'latin1')],
  ])('that an editor saved as %s is read all the same', async (_what, encode) => {
    expect(await runUnchanged({ 'sosent.yaml': encode(SMALL_EVENT) }, 'check')).toEqual({
      status: 0,
      stdout: 'No problems found.\n',
      stderr: '',
    });
  });
});

describe('a file in data/', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['empty', '', 'The file is empty; not even the header row is there.'],
    ['a picture', PICTURE, 'The header row lacks "id", "name".'],
    ['without its header', 'a1,Anne\n', 'The header row lacks "id", "name".'],
  ])('that is %s', async (_what, content, message) => {
    const files = { 'sosent.yaml': SMALL_EVENT, 'data/attendees.csv': content };

    expect(await runUnchanged(files, 'check')).toEqual({
      status: 2,
      stdout: '',
      stderr: `error SOS108  ${message}\n  --> data/attendees.csv:1\n${RESTORE}`,
    });
  });

  test('with a header only is an event that nobody has registered for yet', async () => {
    const files = { 'sosent.yaml': SMALL_EVENT, 'data/attendees.csv': 'id,name\n' };

    expect(await runUnchanged(files, 'check')).toEqual({
      status: 0,
      stdout: 'No problems found.\n',
      stderr: '',
    });
  });

  test('data that is a file', async () => {
    const { status, stderr } = await runUnchanged({ 'sosent.yaml': SMALL_EVENT, data: '' }, 'check');

    expect(status).toBe(2);
    expect(stderr.replace(/\s+/g, ' ')).toContain(
      'SOS105 Cannot read data/attendees.csv: a part of its path is a file, not a folder.',
    );
  });
});

describe('a disk that will not have it', () => {
  const noSeat = { 'sosent.yaml': SMALL_EVENT };

  test.skipIf(!canMountDisks())('full: exit 4, nothing is left', async () => {
    await onSmallDisk(16, async ({ path }) => {
      const run = await runCli(['init', 'event', '--yes', '--from', 'sosent-2016'], { cwd: path });

      expect({ status: run.status, stderr: run.stderr }).toMatchObject({
        status: 4,
        stderr: expect.stringMatching(/^error SOS104 .*the\s+disk\s+is\s+full\.\s+Nothing/s),
      });
      expect(await readFiles(path)).toEqual({});
    });
  });

  test.skipIf(!canMountDisks())('read-only: what only reads goes on, what writes says why not', async () => {
    await onSmallDisk(64, async ({ path, makeReadOnly }) => {
      await writeFiles(path, noSeat);
      makeReadOnly();

      expect(await runCli(['check'], { cwd: path })).toMatchObject({ status: 0, stderr: '' });
      const run = await runCli(['init', 'event', '--yes'], { cwd: path });
      expect(run.status).toBe(4);
      expect(run.stderr.replace(/\s+/g, ' ')).toContain('the disk is read-only. Nothing was changed.');
    });
  });

  test.skipIf(process.getuid?.() === 0)('without permission: exit 4', async () => {
    const root = await makeFolder();
    await chmod(root, 0o500);

    const run = await runCli(['init', 'event', '--yes'], { cwd: root });

    expect(run.status).toBe(4);
    expect(run.stderr).toContain('permission is missing');
  });
});
