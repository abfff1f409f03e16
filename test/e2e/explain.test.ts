import { expect, test } from 'vitest';
import { attendeesFile } from '../../src/folder/attendees.ts';
import { attendee } from '../core/assign/small-instances.ts';
import { type Files, makeEventFolder, SMALL_EVENT } from '../helpers/event-folder.ts';
import { documentOf, runCli } from '../helpers/run-cli.ts';

const HOSTILE = 'Eve\u001b[31m \u202eLie';
const { path, content } = attendeesFile([
  attendee({ id: 'p1', name: 'Ann Lie', language: 'nb', wishes: [['music']] }),
  attendee({ id: 'p2', name: HOSTILE, wishes: [['music']] }),
  attendee({ id: 'p3', name: 'Cas Vik', wishes: [['music'], ['maths']] }),
]);
const FOLDER: Files = { 'sosent.yaml': SMALL_EVENT, [path]: content };

test('sosent explain: every attendee and session, within 80 columns and without a control character', async () => {
  const cwd = await makeEventFolder(FOLDER);
  await runCli(['assign'], { cwd });
  for (const word of ['p1', 'p2', 'Cas Vik', 'music-1', 'maths-2']) {
    const { status, stdout, stderr } = await runCli(['explain', word], { cwd });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there
    expect(stdout).not.toMatch(/[\u0000-\u0009\u001b\u202e]/);
  }
});

test('sosent explain --for-attendee writes in the language of the attendee', async () => {
  const cwd = await makeEventFolder(FOLDER);
  await runCli(['assign'], { cwd });
  const run = await runCli(['explain', 'p1', '--for-attendee', '--json'], { cwd });

  expect(documentOf(run).result).toEqual({
    attendee: 'p1',
    language: 'nb',
    text: expect.stringMatching(/^Dine plasser:\n {2}09:00 {2}/),
  });
  expect((await runCli(['explain', 'music-1', '--for-attendee'], { cwd })).status).toBe(2);
});

test('sosent explain without a plan, and with a plan that is behind', async () => {
  const cwd = await makeEventFolder(FOLDER);
  const before = await runCli(['explain', 'p1'], { cwd });
  expect({ status: before.status, code: before.stderr.slice(0, 12) }).toEqual({
    status: 2,
    code: 'error SOS409',
  });
  const behind = await makeEventFolder({
    ...FOLDER,
    'data/placements.csv': 'attendee,time_slot,session,how,rank\np3,1,maths-1,assigned,2\n',
  });
  const { status, stderr } = await runCli(['explain', 'p3'], { cwd: behind });
  expect({ status, code: stderr.slice(0, 14) }).toEqual({ status: 0, code: 'warning SOS410' });
});

test('sosent explain after --publish still says why the plan was made so, not that seats would move', async () => {
  const small = SMALL_EVENT.replace('capacity: 2', 'capacity: 1');
  const cwd = await makeEventFolder({ ...FOLDER, 'sosent.yaml': small });
  await runCli(['assign'], { cwd });
  const seated = await runCli(['assign', '--json'], { cwd });
  const waits =
    /"attendee":"(p\d)"[^}]*"kind":"waitlisted"/.exec(seated.stdout.replace(/\s/g, ''))?.[1] ?? '';
  const before = documentOf(await runCli(['explain', waits, '--json'], { cwd })).result;
  await runCli(['assign', '--publish'], { cwd });
  await runCli(['assign'], { cwd });

  expect(documentOf(await runCli(['explain', waits, '--json'], { cwd })).result).toEqual(before);
  const { stdout, stderr } = await runCli(['explain', waits], { cwd });
  expect(stdout).toContain('People were told this plan');
  expect(stderr).toBe('');
});
