import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import type { StageResult } from '../../src/core/assign/plan.ts';
import type { Summary } from '../../src/core/summary.ts';
import { attendeesFile } from '../../src/folder/attendees.ts';
import { attendee } from '../core/assign/small-instances.ts';
import { makeEventFolder, readFiles, SMALL_EVENT } from '../helpers/event-folder.ts';
import { MAIL_EVENT } from '../helpers/mail-event.ts';
import { type CliRun, documentOf, runCli } from '../helpers/run-cli.ts';

interface Result {
  readonly criterion: string;
  readonly certificate: readonly StageResult[];
  readonly summary: Summary;
}

/** Two rounds of mathematics in a hall for three; music up the stairs, for two at least, or not at all. */
const EVENT = `${SMALL_EVENT.replace('capacity: 2', 'capacity: 3, accessible: false').replace(
  'room: attic, timeSlots: all',
  'room: attic, timeSlots: all, minimum: 3, mayCancel: true',
)}rules:
  criterion: custom
  stages: [unseated, rules, total-rank, slots]
  availability: { column: Here, present: { morning: ["1"] } }
  topWishes: [{ of: 1 }]
`;
const PEOPLE = ['Ann', 'Bo', 'Cas', 'Dee', 'Eli'].map((name, index) =>
  attendee({
    id: `p${index + 1}`,
    name,
    language: 'en',
    wishes: [['music'], ['maths']],
    extra: { Here: index > 2 ? 'Morning' : '' },
  }),
);
const PINS =
  'attendee,session,kind,reason\np1,,step-free,wheelchair\np1,friends,together,\np2,friends,together,\n';

async function run(
  pins: string,
  ...options: string[]
): Promise<{ readonly done: CliRun; readonly root: string }> {
  const { path, content } = attendeesFile(PEOPLE);
  const root = await makeEventFolder({ 'sosent.yaml': EVENT, [path]: content, 'data/pins.csv': pins });
  const env = { SOSENT_NOW: '2026-03-01T08:00:00Z' };
  return { done: await runCli(['assign', ...options], { cwd: root, env }), root };
}

test('rules of sosent.yaml and rows of pins.csv shape one plan, and it says what is cancelled', async () => {
  const { done, root } = await run(PINS);
  expect(done).toMatchObject({ status: 1 });
  expect(done.stdout).toContain(`3 of 5 people have a seat in every time slot; 2 wait for 2 seats.

09:00  Round 1
  Mathematics                        ██████████▋·····    2 of 3
  Music                              ████████████████    3 of 3    full

10:00  Round 2
  Mathematics                        █████▍··········    1 of 3
  Music                              ················    0 of 3    cancelled: below its minimum of 3
`);
  expect(done.stdout).toContain('Ann gets no first wish; the rule top-wishes-1 asks for at least 1.');
  expect((await readFiles(root))['data/placements.csv']?.trim().split(/\r?\n/).slice(1)).toEqual([
    'p1,1,maths-1,assigned,2',
    'p2,1,maths-1,assigned,2',
    'p3,1,music-1,assigned,1',
    'p3,2,maths-2,assigned,2',
    'p4,1,music-1,assigned,1',
    'p5,1,music-1,assigned,1',
    'p1,2,,waitlisted,',
    'p2,2,,waitlisted,',
  ]);
});

test('the same as a document', async () => {
  const { done } = await run(PINS, '--json');
  const { criterion, certificate, summary } = documentOf<Result>(done).result;
  expect(criterion).toBe('custom');
  const aims = new Set(certificate.map((one) => one.stage.replace(/-\d+$/, '')));
  expect([...aims]).toEqual([
    'unseated',
    'unseated-with-wishes',
    'rules',
    'cancelled',
    'total-rank',
    'total',
    'lottery',
    'lottery-again',
    'lottery-1-again',
  ]);
  expect(certificate.every((one) => one.proven)).toBe(true);
  expect(summary.sessions.map((one) => [one.session, one.seated, one.cancelled])).toEqual([
    ['maths-1', 2, false],
    ['music-1', 3, false],
    ['maths-2', 1, false],
    ['music-2', 0, true],
  ]);
  expect(summary.timeSlots.map((one) => [one.present, one.withoutSeat])).toEqual([
    [5, 0],
    [3, 2],
  ]);
});

test('pins that a rule does not allow write nothing', async () => {
  const { done, root } = await run(`${PINS}p2,music-1,pin,plays the piano\n`);
  expect(done).toMatchObject({ status: 2, stdout: '' });
  expect(done.stderr).toBe(`error SOS404  The pins leave no other way, and it is not allowed: Ann needs a
  room without stairs but sits in Music 09:00.
  --> data/pins.csv:5, column "session"
  hint: Delete or change one of the lines 2, 3, 5, or the rule.
`);
  expect(Object.keys(await readFiles(root))).not.toContain('data/placements.csv');
});

test('who is away is missing nowhere: not in what is published or checked, not as free time in a mail', async () => {
  const { path, content } = attendeesFile([
    attendee({ id: 'p1', code: 'AWAY', name: 'Ann Away', wishes: [['music']] }),
    attendee({ id: 'p2', code: 'MORN', name: 'Bo Morning', wishes: [['music']] }),
  ]);
  const pins = 'attendee,session,kind,reason\np1,1,absent,\np1,2,absent,\np2,2,absent,leaves at ten\n';
  const cwd = await makeEventFolder({ 'sosent.yaml': MAIL_EVENT, [path]: content, 'data/pins.csv': pins });
  for (const command of [['assign'], ['assign', '--publish'], ['check'], ['export', 'summary'], ['emails']]) {
    const { status, stderr } = await runCli(command, { cwd });
    expect([command, status, /SOS356|without a place/.exec(stderr)]).toEqual([command, 0, null]);
  }
  const mail = async (code: string): Promise<string> =>
    (await simpleParser(await readFile(join(cwd, `out/emails/your-sessions/${code}.eml`)))).text ?? '';
  expect(await mail('AWAY')).toContain('We look forward to seeing you.\n\nPRACTICAL INFORMATION');
  const morning = await mail('MORN');
  expect(morning).toContain('09:00–09:45   Music');
  expect(morning).not.toMatch(/10:00|Free time/);
});
