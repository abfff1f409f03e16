import { describe, expect, test } from 'vitest';
import type { StageResult } from '../../src/core/assign/plan.ts';
import type { Summary } from '../../src/core/summary.ts';
import { attendeesFile } from '../../src/folder/attendees.ts';
import type { Attendee } from '../../src/model/attendee.ts';
import { attendee } from '../core/assign/small-instances.ts';
import { type Files, makeEventFolder, readFiles, SMALL_EVENT, writeFiles } from '../helpers/event-folder.ts';
import { type CliRun, documentOf, runCli } from '../helpers/run-cli.ts';

interface Result {
  readonly written: boolean;
  readonly criterion: string;
  readonly seed: string;
  readonly certificate: readonly StageResult[];
  readonly summary: Summary;
}

const FIVE = ['Ann', 'Bo', 'Cas', 'Dee', 'Eli'].map((name, index) =>
  attendee({ id: `p${index + 1}`, name, wishes: [[index < 3 ? 'music' : 'maths']] }),
);
const EVENT = SMALL_EVENT.replace('capacity: 2', 'capacity: 3');
const NOW = { SOSENT_NOW: '2026-03-01T08:00:00Z' };

/** The small event, with 3 seats in both rooms: who has had one theme takes the other in the second time slot. */
function folderWith(people: readonly Attendee[], files: Files = {}): Promise<string> {
  const { path, content } = attendeesFile(people);
  return makeEventFolder({ 'sosent.yaml': EVENT, [path]: content, ...files });
}

function assign(cwd: string, ...options: string[]): Promise<CliRun> {
  return runCli(['assign', ...options], { cwd, env: NOW });
}

describe('sosent assign', () => {
  test('seats everybody, writes the plan and says what it achieves', async () => {
    const root = await folderWith(FIVE, {
      'data/pins.csv': 'attendee,session,kind,reason\np5,music-1,pin,plays the piano\n',
    });
    const run = await assign(root);

    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toBe(`All 5 people have a seat in every time slot.

09:00  Round 1
  Mathematics                        ████████████████    3 of 3    full
  Music                              ██████████▋·····    2 of 3

10:00  Round 2
  Mathematics                        ██████████▋·····    2 of 3
  Music                              ████████████████    3 of 3    full

Wishes
  1st   ████████████████    5 of 5    who had one got it  100 %
  5 seats in themes that were not on the attendee's list

Every rule holds.

Proven: no plan is better by the criterion "fair".
Ties were drawn with the seed "teachers-day".
Written: data/placements.csv.
`);
    const files = await readFiles(root);
    expect(files['data/placements.csv']?.split('\n')).toHaveLength(12);
    expect(files['data/placements.csv']).toContain('p5,1,music-1,pinned,\n');
    expect(JSON.parse(files['data/history.jsonl'] ?? '')).toEqual({
      at: '2026-03-01T08:00:00.000Z',
      command: 'assign',
      criterion: 'fair',
      seed: 'teachers-day',
      engine: 'core',
      attendees: 5,
      withoutSeat: 0,
      rulesBentBy: 0,
    });
  });

  test('a second run on the same folder writes nothing, and shuffled rows change no byte', async () => {
    const root = await folderWith(FIVE);
    await assign(root);
    const before = await readFiles(root);

    const again = await assign(root);
    expect(again.stdout).toContain('data/placements.csv holds this plan already.');
    expect(await readFiles(root)).toEqual(before);

    const [header, ...rows] = attendeesFile(FIVE).content.toString().trimEnd().split('\n');
    const shuffled = `${[header, ...rows.reverse()].join('\n')}\n`;
    await writeFiles(root, { 'data/attendees.csv': shuffled });
    await assign(root);
    expect(await readFiles(root)).toEqual({ ...before, 'data/attendees.csv': shuffled });
  });

  test('--dry-run writes nothing; --criterion and --seed go before sosent.yaml', async () => {
    const root = await folderWith(FIVE);
    const before = await readFiles(root);
    const run = await assign(root, '--dry-run', '--json', '--criterion', 'happy', '--seed', 'other');

    expect(run.status).toBe(0);
    expect(documentOf<Result>(run).result).toMatchObject({
      written: false,
      criterion: 'happy',
      seed: 'other',
    });
    expect(await readFiles(root)).toEqual(before);
  });

  test('a room too small: the rest waits, exit 1', async () => {
    const seven = [...FIVE, ...['Fay', 'Gus'].map((name) => attendee({ id: name.toLowerCase(), name }))];
    const root = await folderWith(seven);
    const run = await assign(root, '--json');
    const { exit, ok, problems, result } = documentOf<Result>(run);

    expect({ status: run.status, exit, ok }).toEqual({ status: 1, exit: 1, ok: false });
    expect(problems.map((one) => [one['code'], one['message']])).toEqual([
      ['SOS406', '1 person has no seat in Round 1 (09:00): it has 6 seats for 7 people.'],
      ['SOS406', '1 person has no seat in Round 2 (10:00): it has 6 seats for 7 people.'],
    ]);
    // Fay and Gus wished for nothing.
    expect(result.summary.waitlist.map((one) => one.attendee)).toSatisfy((ids: string[]) =>
      ids.every((id) => ['fay', 'gus'].includes(id)),
    );
    expect(result.certificate.slice(0, 1)).toEqual([
      { stage: 'unseated', title: 'seats missing', value: 2, bound: 2, proven: true },
    ]);
    expect(result.certificate.every((one) => one.proven)).toBe(true);
  });

  test('rules that cannot all hold are bent by the least, each named with the amount', async () => {
    const root = await folderWith(FIVE);
    await writeFiles(root, {
      'sosent.yaml': `${EVENT}rules:\n  mix:\n    - { id: taught, types: teacher, themes: music, atLeast: 50% }\n`,
    });
    const run = await assign(root);

    expect(run.status).toBe(0);
    expect(run.stdout).toContain(`Rules bent in 2 places, by 3 people in all
  by 2: Music 10:00 has 0 people of type Teacher among 3; the rule taught asks
    for at least 2.
  by 1: Music 09:00 has 0 people of type Teacher among 2; the rule taught asks
    for at least 1.
`);
  });

  test('pins that contradict each other end the command and change nothing', async () => {
    const pins = 'attendee,session\np1,maths-1\np1,music-1\nnobody,music-1\n';
    const root = await folderWith(FIVE, { 'data/pins.csv': pins });
    const before = await readFiles(root);
    const run = await assign(root);

    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toBe(`error SOS402  Nobody has the id, code or e-mail address "nobody".
  --> data/pins.csv:4, column "attendee"
  hint: The ids and codes stand in data/attendees.csv.
error SOS404  Ann is pinned to Mathematics 09:00 and to Music 09:00, at the same
  time (lines 2 and 3).
  --> data/pins.csv:3, column "session"
  hint: Delete or change line 2 or line 3.
`);
    expect(await readFiles(root)).toEqual(before);
  });

  test('nobody to assign: import first', async () => {
    const run = await assign(await makeEventFolder());
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toBe(`error SOS401  There is nobody to assign: no attendee is registered.
  hint: Import the registrations first: sosent import <file...>.
`);
  });

  test('a name cannot take over the terminal', async () => {
    const evil = attendee({ id: 'evil', name: '\u001b[2J\u202eEvil', wishes: [] });
    const run = await assign(
      await folderWith([...FIVE, attendee({ id: 'p6', name: 'Fay', wishes: [['maths']] }), evil]),
    );
    expect(run.status).toBe(1);
    expect(run.stdout).toContain('\\u{1b}[2J\\u{202e}Evil');
    expect(run.stdout + run.stderr).not.toContain('\u001b');
    expect(run.stdout + run.stderr).not.toContain('\u202e');
  });
});
