import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openEvent } from '../../src/folder/event-folder.ts';
import { readPins } from '../../src/folder/pins.ts';
import { placementsFile, readPlacements, readPublished } from '../../src/folder/placements.ts';
import { planRecordFile, readPlanRecord } from '../../src/folder/plan-record.ts';
import type { Placement } from '../../src/model/placement.ts';
import type { PlanRecord } from '../../src/model/plan-record.ts';
import { makeEventFolder, writeFiles } from '../helpers/event-folder.ts';

const PLAN: readonly Placement[] = [
  { attendee: 'a1', timeSlot: '1', session: 'maths-1', kind: 'assigned', rank: 1 },
  { attendee: 'a1', timeSlot: '2', session: 'music-2', kind: 'pinned', rank: 0 },
  { attendee: 'a2', timeSlot: '1', session: '', kind: 'waitlisted', rank: 0 },
];

async function folderWith(files: Readonly<Record<string, string>>) {
  return openEvent({ cwd: await makeEventFolder(files), eventPath: undefined });
}

test('a plan is kept as a table', () => {
  expect(placementsFile(PLAN)).toEqual({
    path: 'data/placements.csv',
    content:
      'attendee,time_slot,session,how,rank\na1,1,maths-1,assigned,1\na1,2,music-2,pinned,\na2,1,,waitlisted,\n',
  });
});

test('a plan reads as it was written, whatever the ids of the attendees', async () => {
  const folder = await folderWith({ 'data/placements.csv': '' });
  const placement = fc
    .record({
      attendee: fc.string({ unit: 'grapheme', minLength: 1 }),
      timeSlot: fc.constantFrom('1', '2'),
      theme: fc.constantFrom('maths', 'music'),
      kind: fc.constantFrom<Placement['kind']>('assigned', 'pinned', 'waitlisted'),
      rank: fc.nat({ max: 9 }),
    })
    .map(({ theme, ...one }): Placement => ({ ...one, session: `${theme}-${one.timeSlot}` }));
  await fc.assert(
    fc.asyncProperty(fc.array(placement), async (plan) => {
      await writeFiles(folder.root, { 'data/placements.csv': String(placementsFile(plan).content) });
      expect(await readPlacements(folder)).toEqual({ value: plan, problems: [] });
    }),
  );
});

test('no plan is no mistake', async () => {
  expect(await readPlacements(await folderWith({}))).toEqual({ value: undefined, problems: [] });
});

test('a plan for sessions that are gone says so, cell by cell', async () => {
  const { problems } = await readPlacements(
    await folderWith({
      'data/placements.csv':
        'attendee,time_slot,session,how,rank\na1,9,chess-9,seated,first\na2,1,,assigned,1\n',
    }),
  );

  expect(problems.map(({ message, location }) => [location?.line, location?.column, message])).toEqual([
    [2, 'how', '"seated" is none of assigned, pinned, waitlisted.'],
    [2, 'time_slot', 'There is no time slot "9".'],
    [2, 'session', 'There is no session "chess-9" in sosent.yaml; `sosent assign` makes a new plan.'],
    [2, 'rank', '"first" is not a rank.'],
    [3, 'session', 'There is no session "" in sosent.yaml; `sosent assign` makes a new plan.'],
  ]);
});

test("pins are the organiser's own file: an empty kind pins, outer blanks are nothing", async () => {
  const folder = await folderWith({
    'data/pins.csv':
      'attendee;session;kind;reason\r\n anne@example.org ;maths-1;;taler\r\na2;music;exclude;\r\n',
  });

  expect(await readPins(folder)).toEqual({
    value: [
      { attendee: 'anne@example.org', session: 'maths-1', kind: 'pin', reason: 'taler', line: 2 },
      { attendee: 'a2', session: 'music', kind: 'exclude', reason: '', line: 3 },
    ],
    problems: [],
  });
});

test('a pin of an unknown kind is named', async () => {
  const { problems } = await readPins(
    await folderWith({ 'data/pins.csv': 'attendee,session,kind\na1,maths-1,must\n' }),
  );

  expect(problems).toEqual([
    {
      code: 'SOS108',
      severity: 'error',
      message: '"must" is none of pin, exclude, together, apart, absent, step-free.',
      location: { file: 'data/pins.csv', line: 2, column: 'kind' },
    },
  ]);
});

test('a published plan keeps sessions and time slots that have left the programme', async () => {
  const published: readonly Placement[] = [
    { attendee: 'a1', timeSlot: '9', session: 'chess-9', kind: 'assigned', rank: 1 },
    { attendee: 'a2', timeSlot: '1', session: '', kind: 'waitlisted', rank: 0 },
  ];
  const { path, content } = placementsFile(published, 'data/published.csv');
  const folder = await folderWith({ [path]: content });
  expect(await readPublished(folder)).toEqual({ value: published, problems: [] });
  expect(await readPublished(folder, 'data/published-before.csv')).toEqual({
    value: undefined,
    problems: [],
  });
});

test('what a plan was made with reads as it was written', async () => {
  const hash = 'a1'.repeat(32);
  const record: PlanRecord = {
    criterion: 'happy',
    seed: 'Ærlig "lodd"',
    engine: 'core',
    proven: true,
    replan: { published: hash, fillOnly: true, maxMoves: 3 },
    inputs: { event: hash, attendees: hash, pins: hash },
    placements: hash,
  };
  const { replan: _, ...first } = record;
  for (const one of [record, first]) {
    const { path, content } = planRecordFile(one);
    expect(await readPlanRecord(await folderWith({ [path]: content }))).toEqual(one);
  }
  expect(await readPlanRecord(await folderWith({ 'data/plan.json': '{"format":2}' }))).toBeUndefined();
});
