import { expect, test } from 'vitest';
import { assign } from '../../../src/core/assign/assign.ts';
import type { Instance } from '../../../src/core/assign/instance.ts';
import type { Plan } from '../../../src/core/assign/plan.ts';
import { explainDelegation } from '../../../src/core/explain/delegation.ts';
import { withBound } from '../../../src/core/explain/loosen-rule.ts';
import { explainRule } from '../../../src/core/explain/rule.ts';
import { explainSession } from '../../../src/core/explain/session.ts';
import { requireSubject } from '../../../src/core/explain/subject.ts';
import { SosentError } from '../../../src/errors.ts';
import { attendee, event, instance } from '../assign/small-instances.ts';

const solve = (of: Instance): Promise<Plan> =>
  assign(of, { criterion: 'fair', seed: 'seed' }, async () => undefined);

const SPREAD = { delegations: 'all', themes: ['work'], per: 'theme', weight: 1 } as const;
const asker = ['p0', 'p1', 'p2', 'p3'].map((id) => attendee({ id, organisation: 'Asker kommune' }));

test('rules that contradict each other: each is told to hold without the other, and with what bound', async () => {
  const of = instance(
    event(
      { 'work/1': 4, 'music/1': 4 },
      {
        spread: [
          { ...SPREAD, id: 'many', atLeast: { people: 3 }, weight: 1 },
          { ...SPREAD, id: 'few', atMost: { people: 1 }, weight: 5 },
        ],
      },
    ),
    asker,
  );
  const best = await solve(of);
  const told = await explainRule({ instance: of, rule: 'many', written: best.placements, best, solve });

  expect(told).toMatchObject({ bentBy: 2, bentToday: 2, bentAlone: 0 });
  expect(told.without).toEqual([{ left: { kind: 'rule', rule: 'few' }, bentBy: 0 }]);
  expect(told.looser).toEqual([{ bound: 'atLeast', amount: { people: 1 } }]);
  for (const one of told.looser) {
    const { violations } = await solve(withBound(of, 'many', one));
    expect(violations.filter(({ rule }) => rule === 'many')).toEqual([]);
  }
  expect(explainDelegation(of, 'asker kommune', best.placements)).toMatchObject({
    people: 4,
    limits: [
      { rule: 'many', least: 3, found: 1, bentBy: 2 },
      { rule: 'few', most: 1, found: 1, bentBy: 0 },
    ],
  });
});

test('a rule that the rooms do not allow is bent even on its own', async () => {
  const of = instance(
    event({ 'work/1': 1, 'music/1': 4 }, { spread: [{ ...SPREAD, id: 'many', atLeast: { people: 3 } }] }),
    asker,
  );
  const best = await solve(of);
  expect(
    await explainRule({ instance: of, rule: 'many', written: best.placements, best, solve }),
  ).toMatchObject({ bentAlone: 2, without: [], looser: [{ amount: { people: 1 } }] });
});

test('a queue is told with what decided, and one more seat seats its first', async () => {
  const of = instance(event({ 'work/1': 1 }), [
    attendee({ id: 'p0', wishes: [['work']] }),
    attendee({ id: 'p1', wishes: [['work']], registeredAt: '2026-01-02' }),
    attendee({ id: 'p2' }),
  ]);
  const best = await solve(of);
  const told = await explainSession({
    instance: of,
    session: 'work-1',
    written: best.placements,
    best,
    solve,
  });

  expect(told).toMatchObject({ seats: 1, seated: 1, byRank: [{ of: '1', people: 1 }] });
  expect(told.queue.map((one) => one.behindBy)).toEqual([undefined, 'rank']);
  expect(told.oneMore).toMatchObject({ unseatedBefore: 2, unseatedAfter: 1 });
  expect(told.oneMore.moves.map((one) => one.attendee)).toEqual([told.queue[0]?.attendee]);
  expect(told.oneLess).toMatchObject({ unseatedAfter: 3 });
});

test('a word names one thing, or the problem says what it could be', () => {
  const of = instance(event({ 'work/1': 4 }), [
    attendee({ id: 'work-1', name: 'Ann Lie', code: 'K7QM' }),
    attendee({ id: 'p1', name: 'Bo Ås' }),
  ]);
  const problemOf = (word: string): unknown => {
    try {
      return requireSubject(of, word);
    } catch (error) {
      if (!(error instanceof SosentError)) throw error;
      return error.problems.map(({ code, hint }) => ({ code, hint }));
    }
  };
  expect(['k7qm', 'Bo ås', 'session:work-1'].map(problemOf)).toEqual([
    { kind: 'attendee', id: 'work-1' },
    { kind: 'attendee', id: 'p1' },
    { kind: 'session', id: 'work-1' },
  ]);
  expect(problemOf('work-1')).toEqual([
    { code: 'SOS408', hint: 'Say which: attendee:work-1, session:work-1.' },
  ]);
  expect(problemOf('An Lie')).toMatchObject([
    { code: 'SOS407', hint: expect.stringContaining('Did you mean "Ann Lie"?') },
  ]);
});
