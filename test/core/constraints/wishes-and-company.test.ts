import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instance } from '../../../src/core/assign/instance.ts';
import { checkPlan } from '../../../src/core/constraints/check-plan.ts';
import type { Placement } from '../../../src/model/placement.ts';
import { arbitraryInstance } from '../assign/arbitrary-instance.ts';
import { attendee, event, instance } from '../assign/small-instances.ts';
import { plan, said, seat } from './plans.ts';

const seatsOf = async (of: Instance): Promise<string[]> =>
  (await plan(of, 'happy')).placements.map((one) => `${one.attendee} ${one.session}`);

describe('nobody alone of their delegation', () => {
  const people = [
    ...['ann', 'bo', 'cas'].map((id) => attendee({ id, name: id, organisation: 'Asker kommune' })),
    attendee({ id: 'dee', name: 'dee', organisation: 'Oslo kommune' }),
  ];
  const notAlone = [{ id: 'company', delegations: 'all' as const, weight: 1 }];
  const of = instance(event({ 'work/1': 4, 'elderly/1': 4 }, { notAlone }), people);

  test('one is alone, two or none are not; who came without a delegation is not asked', () => {
    expect(
      said(
        of,
        seat('ann', 'work-1'),
        seat('bo', 'elderly-1'),
        seat('cas', 'elderly-1'),
        seat('dee', 'work-1'),
      ),
    ).toEqual(['bent 1: ann is the only one of Asker kommune in work 09:00 (rule company).']);
  });

  test('it comes before wishes, not before seats', async () => {
    const wishing = people.map((one) => ({ ...one, wishes: [[one.id === 'ann' ? 'work' : 'elderly']] }));
    const roomy = instance(event({ 'work/1': 4, 'elderly/1': 4 }, { notAlone }), wishing.slice(0, 2));
    const together = await seatsOf(roomy);
    expect(new Set(together.map((one) => one.split(' ')[1])).size).toBe(1);
    const tight = instance(event({ 'work/1': 1, 'elderly/1': 1 }, { notAlone }), wishing.slice(0, 2));
    expect(await seatsOf(tight)).toEqual(['ann work-1', 'bo elderly-1']);
    expect((await plan(tight)).violations.map((one) => one.amount)).toEqual([1, 1]);
  });
});

describe('some of the first wishes', () => {
  const topWishes = [{ id: 'one-of-two', atLeast: 1, of: 2, weight: 1 }];
  const themes = { 'a/1': 1, 'b/1': 1, 'c/1': 1 };
  const long = [['a'], ['b'], ['c']];

  test('who gets none is told by name; no more is asked for than there are time slots', () => {
    const of = instance(event(themes, { topWishes: [{ id: 'two', atLeast: 2, of: 2, weight: 1 }] }), [
      attendee({ id: 'ann', name: 'ann', wishes: long }),
      attendee({ id: 'bo', name: 'bo' }),
    ]);
    expect(said(of, seat('ann', 'c-1'), seat('bo', 'a-1'))).toEqual([
      'bent 1: ann gets none of the first 2 wishes; the rule two asks for at least 1.',
    ]);
  });

  test('happy alone gives somebody a third wish; with the rule everybody has a second, at the price of the sum', async () => {
    const people = [
      attendee({ id: 'ann', wishes: [['a'], ['b'], ['c']] }),
      attendee({ id: 'bo', wishes: [['b'], ['c'], ['a']] }),
      attendee({ id: 'cas', wishes: [['x'], ['a'], ['c']] }),
    ];
    expect(await seatsOf(instance(event(themes), people))).toEqual(['ann a-1', 'bo b-1', 'cas c-1']);
    expect(await seatsOf(instance(event(themes, { topWishes }), people))).toEqual([
      'ann b-1',
      'bo c-1',
      'cas a-1',
    ]);
  });

  test('a list of one wish secures nothing: what is not on it counts as the second', async () => {
    const people = [
      attendee({ id: 'one-wish', name: 'one-wish', wishes: [['a']] }),
      attendee({ id: 'long', name: 'long', wishes: long }),
    ];
    const of = instance(event({ 'a/1': 1, 'c/1': 1 }, { topWishes }), people);
    expect(await seatsOf(of)).toEqual(['long a-1', 'one-wish c-1']);
    expect((await plan(of, 'happy')).violations).toEqual([]);
  });

  test('people without wishes are not asked', () => {
    const of = instance(event(themes, { topWishes }), [attendee({ id: 'bo', name: 'bo' })]);
    expect(said(of)).toEqual([]);
  });
});

test('mutated plans: taking a seat away from anybody is never found better by these rules than it was', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryInstance({ people: 6, themes: 3, slots: 2 }), async (of) => {
      const seats = (await plan(of, 'happy')).placements.filter((one) => one.kind !== 'waitlisted');
      const missing = (some: readonly Placement[]): number =>
        checkPlan(of, some).reduce((sum, one) => sum + (one.constraint === 'top-wishes' ? one.amount : 0), 0);
      const alone = (some: readonly Placement[]): string[] =>
        checkPlan(of, some).flatMap((one) => (one.constraint === 'not-alone' ? one.attendees : []));
      for (const one of seats) {
        const without = seats.filter((each) => each !== one);
        expect(missing(without)).toBeGreaterThanOrEqual(missing(seats));
        const [group] = of.delegations.filter((each) => each.attendees.includes(one.attendee));
        const left = without.filter(
          (each) => each.session === one.session && group?.attendees.includes(each.attendee),
        );
        const isAsked = of.event.rules.notAlone.length > 0 && (group?.attendees.length ?? 0) > 1;
        if (isAsked && left.length === 1) expect(alone(without)).toContain(left[0]?.attendee);
      }
    }),
    { numRuns: 40 },
  );
});
