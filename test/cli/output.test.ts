import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { makeEventFolder } from '../helpers/event-folder.ts';
import { BIN, bareEnvironment, documentOf, runCli } from '../helpers/run-cli.ts';
import { HAS_TERMINAL, runOnTerminal } from '../helpers/terminal.ts';

/** One attendee whose theme nobody offers: `check` prints one error. */
const BROKEN = {
  'data/attendees.csv': 'id,name,wishes,email,type\na1,Anne,chess,anne@example.org,teacher\n',
};
const ESC = '\x1b';

describe('colour', () => {
  const check = async (env: Readonly<Record<string, string>>, ...args: string[]) => {
    const { stderr } = await runCli(['check', ...args], { cwd: await makeEventFolder(BROKEN), env });
    return stderr.includes(ESC);
  };

  test.each([
    ['no terminal', {}, [], false],
    ['FORCE_COLOR', { FORCE_COLOR: '1' }, [], true],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, [], false],
    ['FORCE_COLOR before NO_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, [], true],
    ['--no-color before both', { FORCE_COLOR: '1' }, ['--no-color'], false],
  ])('%s', async (_what, env, args, coloured) => {
    expect(await check(env, ...args)).toBe(coloured);
  });

  test.skipIf(!HAS_TERMINAL)('is there on a terminal, and NO_COLOR turns it off', async () => {
    const cwd = await makeEventFolder(BROKEN);

    const plain = await runOnTerminal(['check'], { cwd, env: { NO_COLOR: '1' } });
    const coloured = await runOnTerminal(['check'], { cwd });

    expect(plain.status).toBe(1);
    expect(plain.output).toContain('error SOS108  There is no theme "chess".\n');
    expect(coloured.output).toContain(`${ESC}[31m${ESC}[1merror${ESC}[22m${ESC}[39m SOS108`);
  });

  test.skipIf(!HAS_TERMINAL)('never reaches the document', async () => {
    const cwd = await makeEventFolder(BROKEN);
    const { output } = await runOnTerminal(['check', '--json'], { cwd, env: { FORCE_COLOR: '1' } });

    expect(JSON.parse(output)).toMatchObject({ ok: false, exit: 1 });
  });
});

describe('the document of --json', () => {
  test('holds every problem, and nothing else is printed', async () => {
    const run = await runCli(['check', '--json'], { cwd: await makeEventFolder(BROKEN) });

    expect(run).toMatchObject({ status: 1, stderr: '' });
    expect(documentOf(run).problems[0]).toEqual({
      code: 'SOS108',
      severity: 'error',
      message: 'There is no theme "chess".',
      location: { file: 'data/attendees.csv', line: 2, column: 'wishes' },
    });
  });

  test('may be cut by a reader that has seen enough', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => `a${index},Anne,chess`).join('\n');
    const cwd = await makeEventFolder({ 'data/attendees.csv': `id,name,wishes\n${rows}\n` });

    const { stdout, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${BIN}" check --json | head -n 1`],
      {
        cwd,
        env: bareEnvironment(),
        encoding: 'utf8',
      },
    );

    expect({ stdout, stderr }).toEqual({ stdout: '{\n', stderr: '' });
  });

  test.skipIf(process.platform !== 'linux')(
    'that cannot be written is a failure of the world outside',
    async () => {
      const { status, stderr } = spawnSync(
        'sh',
        ['-c', `"${process.execPath}" "${BIN}" check --json > /dev/full`],
        {
          cwd: await makeEventFolder(),
          env: bareEnvironment(),
          encoding: 'utf8',
        },
      );

      expect(status).toBe(4);
      expect(stderr).toContain('error SOS104  The output cannot be written: ');
    },
  );
});

test('what attendees wrote cannot move the cursor, colour the terminal or turn the reading direction', async () => {
  const name = `Anne${ESC}[2J${ESC}]0;owned\x07\u202egpj.exe`;
  const cwd = await makeEventFolder({ 'data/attendees.csv': `id,name\n,"${name}"\n` });

  const { stderr } = await runCli(['check'], { cwd });

  expect(stderr).toContain('Anne\\u{1b}[2J\\u{1b}]0;owned\\u{7}\\u{202e}gpj.exe has no id.');
  for (const character of [ESC, '\x07', '\u202e']) expect(stderr).not.toContain(character);
});
