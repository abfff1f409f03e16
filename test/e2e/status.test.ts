import { join } from 'node:path';
import { expect, test } from 'vitest';
import { attendeesFile } from '../../src/folder/attendees.ts';
import { attendee } from '../core/assign/small-instances.ts';
import { makeEventFolder, readFiles, SMALL_EVENT, writeFiles } from '../helpers/event-folder.ts';
import { MAIL_EVENT } from '../helpers/mail-event.ts';
import { documentOf, runCli } from '../helpers/run-cli.ts';

const NOW = { SOSENT_NOW: '2026-03-01T12:00:00Z' };
const ANN = attendee({ id: 'p1', name: 'Ann Lie', wishes: [['music']] });
const BO = attendee({ id: 'p2', name: 'Bo Ås', email: '', extra: { Diet: 'none' } });

/** An event folder, what `status` says there, and what else is done in it. */
async function eventOf(...people: readonly ReturnType<typeof attendee>[]) {
  const register = (...these: readonly ReturnType<typeof attendee>[]) => {
    const { path, content } = attendeesFile(these);
    return { [path]: content };
  };
  const root = await makeEventFolder({ 'sosent.yaml': MAIL_EVENT, ...register(...people) });
  const sosent = (...args: string[]) => runCli(args, { cwd: root, env: NOW });
  return {
    root,
    sosent,
    register: (...these: readonly ReturnType<typeof attendee>[]) => writeFiles(root, register(...these)),
    lines: async () => {
      const whole = (await sosent('status')).stdout.replace(/\n {17}/g, ' ');
      return whole.split('\n').filter((line) => /^[✓!·]/.test(line));
    },
    next: async () => (documentOf(await sosent('status', '--json')).result as { next: unknown }).next,
  };
}

test('status of a new event says what comes first, and writes nothing', async () => {
  const root = await makeEventFolder();
  const before = await readFiles(root);
  const run = await runCli(['status'], { cwd: root, env: NOW });

  expect(run).toMatchObject({ status: 0, stderr: '' });
  expect(run.stdout).toBe(`Teachers' day
Thursday, 12 March 2026, in 11 days

· Registrations  0 people coming
· Plan           not made yet
· Published      not yet
· Badges         none printed yet
· Mails          sosent.yaml names no mailing

Next: sosent import <file...>
  Nobody is registered yet.
`);
  expect(await readFiles(root)).toEqual(before);
});

test('status follows an event from registrations to badges, and back when something changes', async () => {
  const { root, sosent, register, lines, next } = await eventOf(ANN, BO);
  const steps: unknown[] = [await next()];
  for (const args of [['assign'], ['assign', '--publish'], ['badges']]) {
    expect((await sosent(...args)).status).toBeLessThan(2);
    steps.push(await next());
  }

  expect(steps).toEqual([
    { command: 'sosent assign', why: 'Nobody has a place yet.' },
    {
      command: 'sosent assign --publish',
      why: 'Once people are told, a published plan moves as few of them as it can.',
    },
    { command: 'sosent badges', why: 'Badges to print: 2.' },
    null,
  ]);
  expect(await lines()).toEqual([
    '✓ Registrations  2 people coming',
    '✓ Plan           everybody has a seat in every time slot',
    '✓ Published      the plan of today',
    '✓ Badges         all 2 printed and current',
    '! Mails          your-sessions: 1 person can be reached, 1 without a usable address',
  ]);

  await register(ANN, { ...BO, status: 'cancelled' }, attendee({ id: 'p3', name: 'Cy Wu' }));
  await writeFiles(root, { 'sosent.yaml': MAIL_EVENT.replace('title: Attic', 'title: Loft') });

  expect(await lines()).toEqual([
    '✓ Registrations  2 people coming, 1 cancelled',
    '! Plan           changed since it was made: sosent.yaml, registrations; 1 of 2 people wait for a seat',
    '✓ Published      the plan of today',
    '! Badges         2 to print, new or altered; 1 of people who come no longer',
    '· Mails          your-sessions: 2 people can be reached',
  ]);
  expect(await next()).toMatchObject({ command: 'sosent assign' });
  await sosent('assign', '--yes');
  expect(await next()).toMatchObject({ command: 'sosent assign --publish --dry-run' });
});

test('status shows how full each session is, as assign does', async () => {
  const { sosent } = await eventOf(ANN);
  const bars = (text: string): readonly string[] => text.split('\n').filter((line) => / of \d+/.test(line));
  const assigned = await sosent('assign');
  const { stdout } = await sosent('status');

  expect(bars(stdout)).toEqual(bars(assigned.stdout).filter((line) => !line.includes('who had one')));
  expect(bars(stdout)).toHaveLength(4);
});

test('status knows a design in HTML, and the badges of its size', async () => {
  const { path, content } = attendeesFile([ANN]);
  const root = await makeEventFolder({
    'sosent.yaml': `${SMALL_EVENT}badges: { design: own }\n`,
    'templates/badges/own.html.hbs': '<p>{{attendee.name}}</p>',
    [path]: content,
    'data/printed-badges.csv':
      'printed,attendee,size,badge,look\n2026-02-01T00:00:00.000Z,p1,105x148,old,old\n',
  });
  const { result } = documentOf(await runCli(['status', '--json'], { cwd: root, env: NOW }));

  expect(result).toMatchObject({ badges: { printed: 1, toPrint: 1, withdrawn: 0 } });
});

test('status names a file that is no table, and where', async () => {
  const root = await makeEventFolder({ 'data/attendees.csv': 'nonsense\n' });
  const run = await runCli(['status'], { cwd: root, env: NOW });

  expect(run.status).toBe(2);
  expect(run.stderr).toContain(`--> ${join('data', 'attendees.csv')}:1`);
});

test.each([
  ['2026-03-11T22:59:00Z', 'tomorrow'],
  ['2026-03-11T23:01:00Z', 'today'],
  ['2026-03-13T08:00:00Z', 'yesterday'],
  ['2026-03-20T08:00:00Z', '8 days ago'],
])('at %s the event is %s, by the clocks where it is', async (now, words) => {
  const run = await runCli(['status'], { cwd: await makeEventFolder(), env: { SOSENT_NOW: now } });
  expect(run.stdout.split('\n')[1]).toBe(`Thursday, 12 March 2026, ${words}`);
});
