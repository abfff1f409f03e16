import { describe, expect, test } from 'vitest';
import { makeEventFolder, makeFolder } from '../helpers/event-folder.ts';
import { documentOf, runCli } from '../helpers/run-cli.ts';

describe('a command line that is not understood', () => {
  test.each([
    ['an unknown command', ['chek'], "Unknown command 'chek'.", 'Did you mean check? See `sosent --help`.'],
    [
      'an unknown option',
      ['check', '--jsno'],
      "Unknown option '--jsno'.",
      'Did you mean --json? See `sosent check --help`.',
    ],
    [
      'one argument too many',
      ['check', 'more'],
      "Too many arguments for 'check'. Expected 0 arguments but got 1.",
      'See `sosent check --help`.',
    ],
    [
      'an option without its value',
      ['check', '--event'],
      "Option '-e, --event <folder>' argument missing.",
      'See `sosent check --help`.',
    ],
  ])('%s', async (_what, args, message, hint) => {
    const cwd = await makeFolder();

    expect(await runCli(args, { cwd })).toEqual({
      status: 2,
      signal: null,
      stdout: '',
      stderr: `error SOS101  ${message}\n  hint: ${hint}\n`,
    });
  });

  test('gets one document with --json, wherever that stands', async () => {
    const cwd = await makeFolder();
    for (const args of [['--json', 'chek'], ['chek', '--json'], ['--json']]) {
      const run = await runCli(args, { cwd });

      expect({ status: run.status, document: documentOf(run) }).toEqual({
        status: 2,
        document: {
          sosent: expect.any(String),
          format: 1,
          command: 'sosent',
          ok: false,
          exit: 2,
          problems: [expect.objectContaining({ code: 'SOS101', severity: 'error' })],
          result: null,
        },
      });
    }
  });
});

describe('help', () => {
  test('asked for, goes to stdout and is no failure', async () => {
    const cwd = await makeFolder();
    for (const args of [['--help'], ['help'], ['check', '--help'], ['help', 'check']]) {
      const run = await runCli(args, { cwd });

      expect(run).toMatchObject({ status: 0, stderr: '' });
      expect(run.stdout).toMatch(/^Usage: sosent /);
    }
  });

  test('without a command, goes to stderr beside the error, so that a script notices', async () => {
    const run = await runCli([], { cwd: await makeFolder() });

    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toMatch(/^Usage: sosent [\s\S]+error SOS101 {2}No command was given\.\n$/);
  });

  test('on an unknown command names it', async () => {
    const run = await runCli(['help', 'chek'], { cwd: await makeFolder() });

    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain("error SOS101  Unknown command 'chek'.");
  });

  test('fits 80 columns', async () => {
    const { stdout } = await runCli(['--help'], { cwd: await makeFolder() });

    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });
});

test('the event folder is found from a folder below it, and by --event from anywhere', async () => {
  const root = await makeEventFolder({ 'templates/emails/readme.txt': '' });

  const below = await runCli(['check'], { cwd: `${root}/templates/emails` });
  const elsewhere = await runCli(['check', '-e', root], { cwd: await makeFolder() });

  expect(below).toMatchObject({ status: 0, stdout: 'No problems found.\n', stderr: '' });
  expect(elsewhere).toMatchObject({ status: 0, stdout: 'No problems found.\n', stderr: '' });
});

test('SOSENT_NOW that is no date is a user error', async () => {
  const run = await runCli(['init', 'new', '--yes'], {
    cwd: await makeFolder(),
    env: { SOSENT_NOW: 'yesterday' },
  });

  expect(run).toMatchObject({ status: 2, stdout: '' });
  expect(run.stderr).toContain('error SOS101  The environment variable SOSENT_NOW holds "yesterday"');
});
