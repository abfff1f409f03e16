import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assign } from '../../../src/core/assign/assign.ts';
import type { Instance } from '../../../src/core/assign/instance.ts';
import { checkPlan } from '../../../src/core/constraints/check-plan.ts';
import type { Placement } from '../../../src/model/placement.ts';
import { arbitraryInstance } from '../assign/arbitrary-instance.ts';
import { attendee, event, instance } from '../assign/small-instances.ts';
import { seat } from './plans.ts';

const messages = (of: Instance, plan: readonly Placement[]): string[] =>
  checkPlan(of, plan).map((one) => `${one.constraint} ${one.amount}: ${one.message}`);

const PEOPLE = ['ann', 'bo', 'cas'].map((id) => attendee({ id, name: id }));

describe('what must never be', () => {
  const small = event({ 'work/1': 2, 'elderly/1': 2, 'work/2': 2 });

  test('a good plan has nothing to say about', () => {
    const plan = [
      seat('ann', 'work-1'),
      seat('bo', 'work-1'),
      seat('cas', 'elderly-1'),
      seat('cas', 'work-2'),
    ];
    expect(messages(instance(small, PEOPLE), plan)).toEqual([]);
  });

  test('too many in a room', () => {
    const plan = PEOPLE.map(({ id }) => seat(id, 'work-1'));
    expect(messages(instance(small, PEOPLE), plan)).toEqual([
      'capacity 1: work 09:00 holds 2 people, but 3 are placed there.',
    ]);
  });

  test('two sessions at a time', () => {
    const plan = [seat('ann', 'work-1'), seat('ann', 'elderly-1')];
    expect(messages(instance(small, PEOPLE), plan)).toEqual([
      'one-session-per-slot 1: ann sits in 2 sessions at 09:00: work-1, elderly-1.',
    ]);
  });

  test('a theme twice', () => {
    const plan = [seat('ann', 'work-1'), seat('ann', 'work-2')];
    expect(messages(instance(small, PEOPLE), plan)).toEqual([
      'no-theme-twice 1: ann is given the theme work 2 times: work-1, work-2.',
    ]);
  });

  test('a pin that is not kept, an exclusion that is not heeded', () => {
    const of = instance(small, PEOPLE, [
      ['ann', 'work-1'],
      ['bo', '!work'],
    ]);
    expect(messages(of, [seat('ann', 'elderly-1'), seat('bo', 'work-2')])).toEqual([
      'pins 1: ann is pinned to work 09:00 but does not sit there.',
      'pins 1: bo sits in work 10:00 but is excluded from it.',
    ]);
  });

  test('a stranger, a session of no programme, a session in the wrong time slot', () => {
    const plan = [seat('dee', 'work-1'), seat('ann', 'art-1'), { ...seat('bo', 'work-2'), timeSlot: '1' }];
    expect(messages(instance(small, PEOPLE), plan)).toEqual([
      'attending 1: The attendee dee holds a place but is not coming, or not known.',
      'attending 1: There is no session art-1.',
      'attending 1: The session work-2 is in the time slot 2, not in 1 as the plan has it.',
    ]);
  });

  test('waiting breaks nothing', () => {
    const waiting = { ...seat('ann', 'elderly-1'), kind: 'waitlisted' as const };
    expect(messages(instance(small, PEOPLE), [seat('ann', 'work-1'), waiting])).toEqual([]);
  });
});

describe('rules that bend', () => {
  const delegation = [1, 2, 3, 4, 5].map((n) => attendee({ id: `p${n}`, organisation: 'Bærum kommune' }));

  test('a session below its minimum', () => {
    const of = instance(event({ 'work/1': { capacity: 5, minimum: 4 } }), PEOPLE);
    expect(messages(of, [seat('ann', 'work-1')])).toEqual([
      'minimum 3: work 09:00 has 1 person; its minimum is 4.',
    ]);
  });

  test('a delegation that is not spread over themes: shares are of its size, rounded in its favour', () => {
    const rule = { delegations: 'all' as const, themes: ['work'], per: 'theme' as const, weight: 1 };
    const spread = [{ id: 'covered', ...rule, atLeast: { share: 0.5 } }];
    const of = instance(event({ 'work/1': 5, 'work/2': 5 }, { spread }), delegation);
    expect(messages(of, [seat('p1', 'work-1'), seat('p2', 'work-2')])).toEqual([
      'spread 1: Bærum kommune has 2 people in work; the rule covered asks for at least 3 of its 5 people.',
    ]);
  });

  test('a delegation that fills a session', () => {
    const rule = { delegations: 'all' as const, themes: 'all' as const, per: 'session' as const, weight: 1 };
    const spread = [{ id: 'apart', ...rule, atMost: { share: 0.5 } }];
    const of = instance(event({ 'work/1': 5, 'elderly/1': 5 }, { spread }), delegation);
    const plan = ['p1', 'p2', 'p3', 'p4'].map((id) => seat(id, 'work-1'));
    expect(messages(of, plan)).toEqual([
      'spread 2: Bærum kommune has 4 people in work 09:00; the rule apart asks for at most 2 of its 5 people.',
    ]);
  });

  test('a session with too few and one with too many of a type; an empty one is mixed well enough', () => {
    const people = [
      ...['e1', 'e2', 'e3'].map((id) => attendee({ id, type: 'entrepreneur' })),
      ...['m1', 'm2', 'm3'].map((id) => attendee({ id, type: 'municipality' })),
    ];
    const rule = { types: ['entrepreneur'], themes: 'all' as const, weight: 1 };
    const mix = [{ id: 'mixed', ...rule, atLeast: 0.34, atMost: 0.5 }];
    const of = instance(event({ 'work/1': 5, 'elderly/1': 5, 'art/1': 5 }, { mix }), people);
    const plan = [
      ...['m1', 'm2', 'm3'].map((id) => seat(id, 'work-1')),
      ...['e1', 'e2', 'e3'].map((id) => seat(id, 'elderly-1')),
    ];
    expect(messages(of, plan)).toEqual([
      'mix 2: work 09:00 has 0 people of type Entrepreneur among 3; the rule mixed asks for at least 2.',
      'mix 2: elderly 09:00 has 3 people of type Entrepreneur among 3; the rule mixed asks for at most 1.',
    ]);
  });

  test('bounds that contradict each other are both named', () => {
    const rule = { delegations: 'all' as const, themes: 'all' as const, per: 'theme' as const, weight: 1 };
    const spread = [{ id: 'odd', ...rule, atLeast: { people: 4 }, atMost: { people: 2 } }];
    const of = instance(event({ 'work/1': 5 }, { spread }), delegation);
    const plan = ['p1', 'p2', 'p3'].map((id) => seat(id, 'work-1'));
    expect(checkPlan(of, plan).map((one) => one.amount)).toEqual([1, 1]);
  });
});

describe('mutated plans', () => {
  const middle = arbitraryInstance({ people: 6, themes: 3, slots: 2 });
  const made = async (of: Instance): Promise<readonly Placement[]> =>
    (await assign(of, { criterion: 'fair', seed: 'seed' }, async () => undefined)).placements.filter(
      (one) => one.kind !== 'waitlisted',
    );

  test('a seat given twice, filled past the brim, or taken from a pin is found', async () => {
    await fc.assert(
      fc.asyncProperty(middle, async (of) => {
        const plan = await made(of);
        const hard = (mutated: readonly Placement[]): string[] =>
          checkPlan(of, mutated).flatMap((one) => (one.hard ? [one.constraint] : []));
        expect(hard(plan)).toEqual([]);
        for (const one of plan) {
          expect(hard([...plan, one])).toContain('one-session-per-slot');
          const full = of.sessions.find((session) => session.id === one.session)?.capacity ?? 0;
          const crowd = Array.from({ length: full + 1 }, () => one);
          expect(hard([...plan, ...crowd])).toContain('capacity');
        }
        for (const pinned of plan.filter((one) => one.kind === 'pinned')) {
          expect(hard(plan.filter((one) => one !== pinned))).toContain('pins');
        }
      }),
      { numRuns: 40 },
    );
  });

  test('somebody moved to the theme that they have in another slot is found', async () => {
    const of = instance(event({ 'work/1': 3, 'elderly/1': 3, 'work/2': 3, 'elderly/2': 3 }), PEOPLE);
    const plan = await made(of);
    for (const one of plan.filter((each) => each.timeSlot === '1')) {
      const other = one.session === 'work-1' ? 'elderly-1' : 'work-1';
      const moved = plan.map((each) => (each === one ? { ...one, session: other } : each));
      expect(checkPlan(of, moved).map((each) => each.constraint)).toEqual(['no-theme-twice']);
    }
  });
});
