import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { runCommand } from '../../src/cli/run-command.ts';
import type { CommandContext, Outcome } from '../../src/commands/command.ts';
import { failure } from '../../src/errors.ts';

/** Runs a command as the program does, in a process of our making. */
async function run(work: (context: CommandContext) => Promise<Outcome>, options = {}) {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const process = Object.assign(new EventEmitter(), { stdout, stderr, stdin: {}, env: {}, cwd: () => '/' });
  const command = { name: 'test', load: async () => work };
  // the few parts of a process that runCommand touches
  const status = await runCommand(process as never, command, { color: true, ...options });
  stdout.end();
  stderr.end();
  return { status, stdout: await text(stdout), stderr: await text(stderr) };
}

const fault = async (): Promise<Outcome> => {
  throw new TypeError('undefined is not a seat');
};

test('results go to stdout, findings to stderr', async () => {
  const outcome: Outcome = { result: { seats: 6 }, text: '6 seats', problems: [], exit: 0 };

  expect(await run(async () => outcome)).toEqual({ status: 0, stdout: '6 seats\n', stderr: '' });
});

test('a fault of ours is an apology without a stack', async () => {
  const { status, stdout, stderr } = await run(fault);

  expect({ status, stdout }).toEqual({ status: 70, stdout: '' });
  expect(stderr.replace(/\s+/g, ' ')).toMatch(
    /^error SOS170 Sorry, this is a fault in sosent \d+\.\d+\.\d+, not yours: TypeError: undefined is not a seat hint: Run the same command with --debug/,
  );
  expect(stderr).not.toContain('    at ');
});

test('with --debug the stack follows, on stderr also with --json', async () => {
  const { status, stdout, stderr } = await run(fault, { debug: true, json: true });

  expect(status).toBe(70);
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, exit: 70, problems: [{ code: 'SOS170' }] });
  expect(stderr).toMatch(/^TypeError: undefined is not a seat\n {4}at /);
});

test('an expected failure has no stack, whatever was asked', async () => {
  const refuse = async (): Promise<Outcome> => {
    throw failure('SOS106', 'badges.pdf is there already.');
  };

  expect(await run(refuse, { debug: true })).toEqual({
    status: 3,
    stdout: '',
    stderr: 'error SOS106  badges.pdf is there already.\n',
  });
});

test('Ctrl-C at a question is an interrupt', async () => {
  const leave = async (): Promise<Outcome> => {
    throw Object.assign(new Error('User force closed the prompt'), { name: 'ExitPromptError' });
  };

  expect(await run(leave)).toMatchObject({
    status: 130,
    stderr: expect.stringContaining('SOS107  Interrupted.'),
  });
});
