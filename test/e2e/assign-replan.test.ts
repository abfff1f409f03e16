import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attendeesFile } from '../../src/folder/attendees.ts';
import type { Attendee } from '../../src/model/attendee.ts';
import { attendee } from '../core/assign/small-instances.ts';
import {
  COUPLED_EVENT,
  type Files,
  makeEventFolder,
  readFiles,
  SMALL_EVENT,
  writeFiles,
} from '../helpers/event-folder.ts';
import { BIN, bareEnvironment, type CliRun, documentOf, runCli } from '../helpers/run-cli.ts';
import { HAS_TERMINAL, KEYS, runOnTerminal } from '../helpers/terminal.ts';

interface Result {
  readonly written: boolean;
  readonly engine: string;
  readonly changes: {
    readonly moves: number;
    readonly people: readonly { readonly attendee: string; readonly kind: string }[];
  } | null;
}

const EVENT = SMALL_EVENT.replace('capacity: 2', 'capacity: 3');
const NOW = { SOSENT_NOW: '2026-03-01T08:00:00Z' };
const FIVE = ['Ann', 'Bo', 'Cas', 'Dee', 'Eli'].map((name, index) =>
  attendee({ id: `p${index + 1}`, name, wishes: [[index < 3 ? 'music' : 'maths']] }),
);
const LATE = attendee({ id: 'late', name: 'Lea Late', wishes: [['music']] });

function people(those: readonly Attendee[]): Files {
  const { path, content } = attendeesFile(those);
  return { [path]: [...content].join('') };
}

function assign(cwd: string, ...options: string[]): Promise<CliRun> {
  return runCli(['assign', ...options], { cwd, env: NOW });
}

/** A folder with a plan for five people that was published. */
async function publishedFolder(): Promise<string> {
  const root = await makeEventFolder({ 'sosent.yaml': EVENT, ...people(FIVE) });
  expect((await assign(root)).status).toBe(0);
  expect((await assign(root, '--publish')).status).toBe(0);
  return root;
}

/** Somebody of the published plan who sits in music at nine. */
async function musician(root: string): Promise<string> {
  const text = await readFile(join(root, 'data/published.csv'), 'utf8');
  return /^(p\d),1,music-1/m.exec(text)?.[1] ?? '';
}

describe('sosent assign --publish', () => {
  test('keeps the plan as people are told it, once', async () => {
    const root = await makeEventFolder({ 'sosent.yaml': EVENT, ...people(FIVE) });
    await assign(root);
    const before = await readFiles(root);

    const dry = await assign(root, '--publish', '--dry-run');
    expect([dry.status, dry.stdout]).toEqual([
      0,
      '10 seats of 5 people; 0 wait.\n\nDry run: nothing was written.\n',
    ]);
    expect(await readFiles(root)).toEqual(before);

    const run = await assign(root, '--publish', '--json');
    expect(documentOf(run).result).toEqual({ written: true, seats: 10, waiting: 0, changes: null });
    const after = await readFiles(root);
    expect(after['data/published.csv']).toBe(before['data/placements.csv']);
    expect(after['data/placements.csv']).toBe(before['data/placements.csv']);

    const again = await assign(root, '--publish');
    expect(again.stdout).toContain('This plan is published already.');
    expect(await readFiles(root)).toEqual(after);
  });

  test('refuses where there is no plan, or one that leaves somebody out', async () => {
    const root = await makeEventFolder({ 'sosent.yaml': EVENT, ...people(FIVE) });
    const none = await assign(root, '--publish');
    expect([none.status, none.stderr]).toEqual([
      3,
      'error SOS421  There is no plan yet to publish.\n  hint: Make a plan with `sosent assign`, look at it, and publish that.\n',
    ]);
    await assign(root);
    await writeFiles(root, people([...FIVE, LATE]));
    const left = await assign(root, '--publish');
    expect([left.status, left.stderr.split('\n')[0]]).toEqual([
      3,
      'error SOS421  Lea Late is not in the plan; who registers after it was made is',
    ]);
    await writeFiles(
      root,
      people(FIVE.map((one) => (one.id === 'p1' ? { ...one, status: 'cancelled' } : one))),
    );
    const gone = await assign(root, '--publish');
    expect([gone.status, gone.stderr.split('\n')[0]]).toEqual([
      3,
      'error SOS421  The plan does not fit the folder any more: The attendee p1 holds a',
    ]);
  });
});

describe('a plan after one that was published', () => {
  test('nobody moves for a newcomer; the changes are told person by person', async () => {
    const root = await publishedFolder();
    await writeFiles(root, people([...FIVE, LATE]));
    const before = await readFiles(root);
    const run = await assign(root, '--dry-run');

    expect([run.status, run.stderr]).toEqual([0, '']);
    expect(run.stdout.split('\n').slice(0, 4)).toEqual([
      'Against the published plan: 0 seats move, 1 new.',
      expect.stringMatching(
        /^ {2}new {8}Lea Late \(LATE\): 09:00 (Mathematics; 10:00 Music|Music; 10:00 Mathematics)$/,
      ),
      '',
      'All 6 people have a seat in every time slot.',
    ]);
    expect(await readFiles(root)).toEqual(before);

    const written = documentOf<Result>(await assign(root, '--json')).result;
    expect([written.written, written.changes?.moves]).toEqual([true, 0]);
    expect(written.changes?.people.map((one) => [one.attendee, one.kind])).toEqual([['late', 'new']]);
    const history = (await readFiles(root))['data/history.jsonl']?.trimEnd().split('\n').at(-1) ?? '';
    expect(JSON.parse(history)).toMatchObject({ command: 'assign', moves: 0 });
  });

  test('every line fits 80 columns, and a name cannot take over the terminal', async () => {
    const root = await publishedFolder();
    const evil = attendee({ id: 'evil', name: `\u001b[2J${'Long '.repeat(20)}`, wishes: [['music']] });
    await writeFiles(root, people([...FIVE, evil]));
    const { stdout } = await assign(root, '--dry-run');
    expect(stdout).toContain('\\u{1b}[2J');
    expect(stdout).not.toContain('\u001b');
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('two seats move to seat a newcomer, none with --fill-only; --fresh does not look', async () => {
    const root = await publishedFolder();
    const published = await readFile(join(root, 'data/published.csv'), 'utf8');
    const isFull = (session: string): boolean => published.split(`,${session},`).length === 4;
    const free = isFull('music-1') ? 'maths-1' : 'music-1';
    // Only the full session is left to the newcomer; whoever goes to the free one leaves its theme in the next slot.
    await writeFiles(root, {
      ...people([...FIVE, LATE]),
      'data/pins.csv': `attendee,session,kind\nlate,${free},exclude\n`,
    });
    const run = async (...options: string[]): Promise<unknown> => {
      const { exit, result } = documentOf<Result>(await assign(root, '--json', '--dry-run', ...options));
      return [exit, result.changes?.moves];
    };
    expect(await run()).toEqual([0, 2]);
    expect(await run('--max-moves', '2')).toEqual([0, 2]);
    expect(await run('--max-moves', '1')).toEqual([1, 0]);
    expect(await run('--fill-only')).toEqual([1, 0]);
    expect(await run('--fresh')).toEqual([0, undefined]);
    const filled = await assign(root, '--fill-only');
    expect(filled.stdout).toContain('  new        Lea Late (LATE): 09:00 no seat; 10:00 M');
  });

  test('--max-moves that cannot be met: the least that can, and nothing is written', async () => {
    const root = await publishedFolder();
    const who = await musician(root);
    await writeFiles(root, { 'data/pins.csv': `attendee,session\n${who},maths-1\n` });
    const before = await readFiles(root);
    const run = await assign(root, '--max-moves', '1');
    expect([run.status, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toMatch(
      /^error SOS420 {2}At least [2-4] published seats must move, more than --max-moves 1/,
    );
    expect(await readFiles(root)).toEqual(before);
  });

  test.each([[['--fill-only']], [['--max-moves', '3']]])('%j without a published plan', async (options) => {
    const root = await makeEventFolder({ 'sosent.yaml': EVENT, ...people(FIVE) });
    const run = await assign(root, ...options);
    expect([run.status, run.stderr]).toEqual([
      2,
      'error SOS427  No plan is published, so that there is nothing that could be kept.\n  hint: Publish the plan that people were told: sosent assign --publish.\n',
    ]);
  });

  test('a session that was taken off the programme is no reason to refuse', async () => {
    const root = await publishedFolder();
    await writeFiles(root, {
      'sosent.yaml': EVENT.replace(
        '- { theme: music, room: attic, timeSlots: all }',
        '- { theme: music, room: attic, timeSlot: "2" }',
      ).replaceAll('capacity: 3', 'capacity: 9'),
    });
    const run = await assign(root);
    expect([run.status, run.stderr]).toEqual([0, '']);
    expect(run.stdout.match(/09:00 music-1 -> Mathematics/g)).toHaveLength(2);
  });

  test.runIf(HAS_TERMINAL)(
    'at a terminal the changes are shown and asked about before they are written',
    async () => {
      const root = await publishedFolder();
      await writeFiles(root, people([...FIVE, LATE]));
      const before = await readFiles(root);
      const no = await runOnTerminal(['assign'], {
        cwd: root,
        env: NOW,
        steps: [['Write this plan?', `n${KEYS.enter}`]],
      });
      expect(no.output.indexOf('Lea Late')).toBeLessThan(no.output.indexOf('Write this plan?'));
      expect(no.output).toContain('Left as it was: nothing was written.');
      expect(await readFiles(root)).toEqual(before);

      const yes = await runOnTerminal(['assign'], {
        cwd: root,
        env: NOW,
        steps: [['Write this plan?', KEYS.enter]],
      });
      expect([yes.status, yes.output.includes('Written: data/placements.csv.')]).toEqual([0, true]);
      expect((await readFiles(root))['data/placements.csv']).toContain('late,1,');
    },
  );
});

describe('sosent assign --verify', () => {
  test('proves a plan, also once it is published and planned again', async () => {
    const root = await publishedFolder();
    await assign(root);
    const first = await assign(root, '--verify');
    expect([first.status, first.stdout]).toEqual([
      0,
      `Verified: the rules give the 10 rows of data/placements.csv.

Made again with the criterion "fair" and the seed "teachers-day", following no
published plan.
`,
    ]);

    await writeFiles(root, people([...FIVE, LATE]));
    await assign(root, '--fill-only');
    await assign(root, '--publish');
    const before = await readFiles(root);
    const second = await assign(root, '--verify', '--json');
    expect(documentOf(second).result).toMatchObject({ verified: true, followsPublished: true, rows: 12 });
    expect(await readFiles(root)).toEqual(before);
  });

  test('a plan that stays as it is in a larger room is proven as one that follows the published plan', async () => {
    const root = await publishedFolder();
    await writeFiles(root, { 'sosent.yaml': EVENT.replaceAll('capacity: 3', 'capacity: 5') });
    const run = await assign(root);
    expect(run.stdout).toContain('data/placements.csv holds this plan already.');
    const { result } = documentOf(await assign(root, '--verify', '--json'));
    expect(result).toMatchObject({ verified: true, followsPublished: true, changedInputs: [] });
  });

  test('a row that somebody changed is found, exit 1', async () => {
    const root = await publishedFolder();
    const who = await musician(root);
    const text = await readFile(join(root, 'data/placements.csv'), 'utf8');
    await writeFiles(root, { 'data/placements.csv': text.replace(`${who},1,music-1`, `${who},1,maths-1`) });
    const run = await assign(root, '--verify', '--json');
    const { exit, problems, result } = documentOf<{ differences: readonly unknown[] }>(run);
    expect([exit, problems.map((one) => [one['code'], one['message']])]).toEqual([
      1,
      [['SOS424', '1 row differs from what the rules give.']],
    ]);
    expect(result.differences).toEqual([
      {
        attendee: who,
        timeSlot: '1',
        written: expect.objectContaining({ session: 'maths-1' }),
        computed: expect.objectContaining({ session: 'music-1' }),
      },
    ]);
    const told = await assign(root, '--verify');
    expect(told.stdout).toMatch(/^ {2}\w+ 09:00: maths-1 \(assigned.*\); the rules give music-1 \(assigned/m);
  });

  test('another seed than the one that is stored gives another plan, and that shows', async () => {
    const equals = Array.from({ length: 6 }, (_, index) =>
      attendee({ id: `q${index}`, name: `Quin ${index}` }),
    );
    const root = await makeEventFolder({ 'sosent.yaml': EVENT, ...people(equals) });
    await assign(root, '--seed', 'one');
    expect((await assign(root, '--verify')).status).toBe(0);
    const record = await readFile(join(root, 'data/plan.json'), 'utf8');
    const statuses = [];
    for (const seed of ['two', 'three', 'four']) {
      await writeFiles(root, { 'data/plan.json': record.replace('"seed": "one"', `"seed": "${seed}"`) });
      statuses.push((await assign(root, '--verify')).status);
    }
    expect(statuses).toContain(1);
  });

  test('says what has changed since', async () => {
    const root = await publishedFolder();
    await writeFiles(root, people(FIVE.slice(0, 4)));
    const { problems } = documentOf(await assign(root, '--verify', '--json'));
    expect(problems.map((one) => one['message'])).toEqual([
      expect.stringMatching(
        /^\d+ rows differ from what the rules give; data\/attendees\.csv changed since it was made\.$/,
      ),
    ]);
  });

  test.each([
    ['no plan', undefined, 'There is no plan yet.'],
    ['no record', '', 'data/plan.json is not there, or cannot be read.'],
    [
      'a record of something else',
      '{"format":1,"seed":3}',
      'data/plan.json is not there, or cannot be read.',
    ],
  ])('%s cannot be verified', async (_, record, message) => {
    const root = record === undefined ? await makeEventFolder(people(FIVE)) : await publishedFolder();
    if (record !== undefined) await writeFiles(root, { 'data/plan.json': record });
    const { exit, problems } = documentOf(await assign(root, '--verify', '--json'));
    expect([exit, problems.map((one) => [one['code'], one['message']])]).toEqual([2, [['SOS425', message]]]);
  });

  test('a published plan that is gone', async () => {
    const root = await publishedFolder();
    await writeFiles(root, people([...FIVE, LATE]));
    await assign(root);
    await writeFiles(root, { 'data/published.csv': 'attendee,time_slot,session,how,rank\n' });
    const { exit, problems } = documentOf(await assign(root, '--verify', '--json'));
    expect([exit, problems.map((one) => one['code'])]).toEqual([2, ['SOS425']]);
  });
});

describe('sosent assign --what-if', () => {
  test('puts alternatives beside the plan of today, and writes nothing', async () => {
    const root = await publishedFolder();
    const before = await readFiles(root);
    const run = await assign(
      root,
      '--what-if',
      'session music-1 cancelled',
      '--what-if',
      'room Hall capacity 1',
    );

    expect([run.status, run.stderr]).toEqual([0, '']);
    expect(run.stdout).toBe(`[1] session music-1 cancelled
[2] room Hall capacity 1

                                 today         [1]         [2]
  First wish granted             100 %        80 %       100 %
  Worst rank                         2           2           2
  Seats missing                      0           2           3
  Seats moved                        0           0           3
  Seats in gone sessions             0           2           0
  Rules bent (people)                0           0           0

Nothing was written. Seats are counted from the plan in data/placements.csv.
`);
    expect(await readFiles(root)).toEqual(before);
  });

  test('before any plan, today is what would be made; --json has every figure', async () => {
    const root = await makeEventFolder({ 'sosent.yaml': EVENT, ...people(FIVE) });
    const run = await assign(root, '--what-if', 'room attic capacity 9', '--json');
    const figures = { withFirstWish: 5, firstWishes: 5, worstRank: 2, unseated: 0, seatsGone: 0 };
    expect(documentOf(run).result).toEqual({
      today: {
        isWritten: false,
        figures: { ...figures, moves: 0, violations: { places: 0, people: 0 } },
      },
      alternatives: [
        {
          whatIf: 'room attic capacity 9',
          figures: { ...figures, moves: expect.any(Number), violations: { places: 0, people: 0 } },
          proven: true,
        },
      ],
    });
    expect(Object.keys(await readFiles(root)).sort()).toEqual(['data/attendees.csv', 'sosent.yaml']);
  });

  test('too few seats for the pins, and a name that nobody knows', async () => {
    const root = await makeEventFolder({
      'sosent.yaml': EVENT,
      ...people(FIVE),
      'data/pins.csv': 'attendee,session\np1,music-1\np2,music-1\n',
    });
    const pins = await assign(root, '--what-if', 'session music-1 capacity 1');
    expect(pins.status).toBe(2);
    expect(pins.stderr).toContain('SOS404  With "session music-1 capacity 1": 2 people are pinned to');
    const typo = await assign(root, '--what-if', 'session musik-1 cancelled');
    expect([typo.status, typo.stderr]).toEqual([
      2,
      'error SOS426  There is no session "musik-1".\n  hint: Did you mean "music-1"?\n',
    ]);
  });
});

describe('ending the search', () => {
  test('--time-limit writes the best plan so far and says how far it may be from the best', async () => {
    const root = await makeEventFolder({ 'sosent.yaml': COUPLED_EVENT, ...people(FIVE) });
    const run = await assign(root, '--time-limit', '0.0001', '--json');
    const { problems, result } = documentOf<Result>(run);
    expect([result.engine, result.written]).toEqual(['makeshift', true]);
    expect(problems.map((one) => one['code'])).toContain('SOS423');
    expect(JSON.parse(await readFile(join(root, 'data/plan.json'), 'utf8'))).toMatchObject({ proven: false });
  });

  test('time enough: proven, and not a word of it', async () => {
    const root = await makeEventFolder({ 'sosent.yaml': EVENT, ...people(FIVE) });
    const { stderr, stdout } = await assign(root, '--time-limit', '60');
    expect([stderr, stdout.includes('Proven: no plan is better')]).toEqual(['', true]);
  });

  test.each([
    [['--time-limit', '0']],
    [['--time-limit', 'soon']],
    [['--max-moves', '-1']],
    [['--max-moves', '1.5']],
    [['--publish', '--verify']],
    [['--publish', '--seed', 'x']],
    [['--verify', '--what-if', 'room hall capacity 1']],
    [['--fill-only', '--fresh']],
  ])('%j is refused', async (options) => {
    const { exit, problems } = documentOf(
      await assign(await makeEventFolder(people(FIVE)), ...options, '--json'),
    );
    expect([exit, problems.map((one) => one['code'])]).toEqual([2, ['SOS101']]);
  });

  test('Ctrl-C leaves a whole folder: as it was, or with the best plan so far and a word on it', async () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      attendee({ id: `m${index}`, name: `Many ${index}`, wishes: [[index % 3 === 0 ? 'music' : 'maths']] }),
    );
    const yaml = EVENT.replace('Hall, capacity: 3', 'Hall, capacity: 170').replace(
      'capacity: 3',
      'capacity: 140',
    );
    for (const after of [150, 450, 700]) {
      const root = await makeEventFolder({ 'sosent.yaml': yaml, ...people(many) });
      const child = spawn(process.execPath, [BIN, 'assign', '--json'], {
        cwd: root,
        env: bareEnvironment(NOW),
      });
      let stdout = '';
      child.stdout.on('data', (chunk) => (stdout += chunk));
      const timer = setTimeout(() => child.kill('SIGINT'), after);
      const status = await new Promise((resolve) => child.on('close', resolve));
      clearTimeout(timer);
      const files = await readFiles(root);
      expect(Object.keys(files).filter((path) => path.includes('lock') || path.includes('commit'))).toEqual(
        [],
      );
      const isWritten = files['data/placements.csv'] !== undefined;
      // Before the program listens, and once it has done everything, the signal ends it as it ends any program.
      if (status === null) expect(isWritten).toBe(stdout !== '');
      else if (isWritten) expect([0, 1]).toContain(status);
      else expect([status, JSON.parse(stdout).problems[0].code]).toEqual([130, 'SOS107']);
    }
  });
});
