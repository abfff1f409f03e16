import { expect, test } from 'vitest';
import { assign } from '../../../src/core/assign/assign.ts';
import type { Instance } from '../../../src/core/assign/instance.ts';
import type { Draw, Plan } from '../../../src/core/assign/plan.ts';
import { type AttendeeExplanation, explainAttendee } from '../../../src/core/explain/attendee.ts';
import { explainRule, type RuleExplanation } from '../../../src/core/explain/rule.ts';
import { explainSession } from '../../../src/core/explain/session.ts';
import { requireSubject } from '../../../src/core/explain/subject.ts';
import type { Placement } from '../../../src/model/placement.ts';
import { attendee, event, instance } from '../assign/small-instances.ts';

const DRAW: Draw = { criterion: 'fair', seed: 'seed' };
const solve = (of: Instance): Promise<Plan> => assign(of, DRAW, async () => undefined);

async function explainFirst(of: Instance): Promise<AttendeeExplanation> {
  const best = await solve(of);
  const [who = attendee({ id: 'p0' })] = of.attendees;
  const { criterion, placements: written } = best;
  return explainAttendee({ instance: of, attendee: who, criterion, written, best: async () => best, solve });
}

async function explain(of: Instance, rule: string): Promise<RuleExplanation> {
  const best = await solve(of);
  return explainRule({ instance: of, rule, written: best.placements, best, solve });
}

const WISHES = [['work'], ['music']];

test('a session for others: the rule is named, and leaving it out gives the wish', async () => {
  const eligibility = [{ id: 'towns', types: ['municipality'], themes: ['work'], sessions: [] }];
  const of = instance(event({ 'work/1': 2, 'music/1': 2 }, { eligibility }), [
    attendee({ id: 'p0', type: 'entrepreneur', wishes: WISHES }),
  ]);
  expect((await explainFirst(of)).missed).toMatchObject([
    {
      obstacles: [{ kind: 'forbidden', session: 'work-1', constraint: 'eligibility', rule: 'towns' }],
      cost: undefined,
      change: { kind: 'without-rule', rule: 'towns' },
    },
  ]);
});

test('stairs and absences are told as they are, and no change of them is tried', async () => {
  const of = instance(
    event(
      { 'work/1': { capacity: 2, minimum: 0, room: 'attic' }, 'music/1': 2, 'music/2': 2 },
      {
        accessibility: { column: 'accessibility', needs: ['wheelchair'], ignore: [] },
        availability: { column: 'Day', present: [{ value: 'morning', timeSlots: ['1'] }] },
      },
    ),
    [attendee({ id: 'p0', accessibility: 'Wheelchair', extra: { Day: 'morning' }, wishes: WISHES })],
  );
  const { places, missed } = await explainFirst(of);
  expect(places.map(({ session, how }) => [session, how])).toEqual([
    ['music-1', 'assigned'],
    ['', 'absent'],
  ]);
  expect(missed).toMatchObject([
    {
      obstacles: [{ kind: 'forbidden', constraint: 'accessibility', rule: '' }],
      change: undefined,
      tried: [],
    },
  ]);
});

test('a seat that the group of the attendee cannot have with them is told in the words of the checker', async () => {
  const of = instance(
    event({ 'work/1': 1, 'music/1': 2 }, { together: [{ id: 'team', column: 'Team' }] }),
    ['p0', 'p1'].map((id) => attendee({ id, wishes: WISHES, extra: { Team: 'red' } })),
  );
  const [missed] = (await explainFirst(of)).missed;
  expect(missed).toMatchObject({
    obstacles: [
      {
        kind: 'clash',
        session: 'work-1',
        broken: [{ rule: '', message: expect.stringContaining('holds 1 person, but 2 are placed there') }],
      },
    ],
    cost: undefined,
  });
});

test('a session that the plan cancels is told to be, and what holding it would cost is solved', async () => {
  const cancellable = { capacity: 4, minimum: 3, mayCancel: true };
  const of = instance(event({ 'work/1': cancellable, 'music/1': 3 }), [
    attendee({ id: 'p0', wishes: WISHES }),
    attendee({ id: 'p1', wishes: [['music']] }),
  ]);
  const [missed] = (await explainFirst(of)).missed;
  expect(missed).toMatchObject({
    obstacles: [{ kind: 'cancelled', session: 'work-1' }],
    cost: { loss: { stage: 'rules', before: 0, after: 1 } },
  });
});

test('a rule that is never bent is told with the plan that there would be without it', async () => {
  const of = instance(
    event({ 'work/1': 1, 'music/1': 2 }, { together: [{ id: 'team', column: 'Team' }] }),
    ['p0', 'p1'].map((id) => attendee({ id, wishes: WISHES, extra: { Team: 'red' } })),
  );
  expect(requireSubject(of, 'team')).toEqual({ kind: 'rule', id: 'team' });
  expect(await explain(of, 'team')).toMatchObject({
    isHard: true,
    bentBy: 0,
    leftOut: { moves: [{ from: ['music-1'], to: ['work-1'], worseBy: -1 }], bentBefore: 0, bentAfter: 0 },
  });
});

test('first wishes that the rooms do not allow: the rule holds with more wishes, or fewer of them', async () => {
  const topWishes = [{ id: 'best', atLeast: 1, of: 1, weight: 1 }];
  const of = instance(
    event({ 'work/1': 1, 'music/1': 2 }, { topWishes }),
    ['p0', 'p1'].map((id) => attendee({ id, wishes: WISHES })),
  );
  expect(await explain(of, 'best')).toMatchObject({
    isHard: false,
    bentToday: 1,
    bentAlone: 1,
    looser: [
      { bound: 'atLeast', amount: { wishes: 0 } },
      { bound: 'of', amount: { wishes: 2 } },
    ],
    leftOut: undefined,
  });
});

test('languages are a rule by the name of language', async () => {
  const understand = { understand: {}, strict: false, weight: 1 };
  const of = instance(
    event({ 'work/1': { capacity: 2, minimum: 0, language: 'nb' } }, { language: understand }),
    [attendee({ id: 'p0', language: 'en' })],
  );
  expect(requireSubject(of, 'language')).toEqual({ kind: 'rule', id: 'language' });
  expect(await explain(of, 'language')).toMatchObject({ bentToday: 1, bentAlone: 1 });
});

test('a queue is told with what was published and with priority classes', async () => {
  const people = ['host', 'told', 'town', 'late'].map((id) =>
    attendee({ id, wishes: [['work']], type: id === 'town' ? 'municipality' : '' }),
  );
  const of = instance(event({ 'work/1': 1 }, { priority: [{ types: ['municipality'] }] }), people);
  const row = (id: string, kind: Placement['kind']): Placement => {
    return { attendee: id, timeSlot: '1', session: 'work-1', kind, rank: 1 };
  };
  const published = [row('host', 'assigned'), row('told', 'waitlisted')];
  const replan = { published, fillOnly: false };
  const best = await assign(of, { ...DRAW, replan }, async () => undefined);
  const { queue } = await explainSession({
    instance: of,
    session: 'work-1',
    written: best.placements,
    best,
    published,
    solve,
  });
  expect(queue.map(({ attendee: id, behindBy }) => [id, behindBy])).toEqual([
    ['told', undefined],
    ['town', 'published'],
    ['late', 'priority'],
  ]);
});
