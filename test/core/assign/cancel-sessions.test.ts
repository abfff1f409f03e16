import { describe, expect, test } from 'vitest';
import { assign } from '../../../src/core/assign/assign.ts';
import type { Instance } from '../../../src/core/assign/instance.ts';
import type { Plan } from '../../../src/core/assign/plan.ts';
import { checkPlan } from '../../../src/core/constraints/check-plan.ts';
import { summarise } from '../../../src/core/summary.ts';
import { attendee, event, instance } from './small-instances.ts';

const plan = (of: Instance): Promise<Plan> =>
  assign(of, { criterion: 'fair', seed: 'seed' }, async () => undefined);
const cancelled = (of: Instance, { placements, violations }: Plan): string[] =>
  summarise(of.event, of.attendees, placements, violations)
    .sessions.filter((one) => one.cancelled)
    .map((one) => one.session);
const wishing = (theme: string, ...ids: readonly string[]) =>
  ids.map((id) => attendee({ id, name: id, wishes: [[theme]] }));

const small = { capacity: 4, minimum: 3, mayCancel: true };

describe('a session that may be cancelled', () => {
  test('is cancelled where its minimum cannot be met, and everybody has a seat elsewhere', async () => {
    const of = instance(event({ 'art/1': small, 'work/1': { capacity: 4, minimum: 2 } }), [
      ...wishing('art', 'ann', 'bo'),
      ...wishing('work', 'cas', 'dee'),
    ]);
    const made = await plan(of);
    expect(cancelled(of, made)).toEqual(['art-1']);
    expect(made.violations).toEqual([]);
    expect(made.placements.map((one) => one.session)).toEqual(['work-1', 'work-1', 'work-1', 'work-1']);
    expect(made.certificate.find((one) => one.stage === 'cancelled')).toEqual({
      stage: 'cancelled',
      title: 'sessions cancelled',
      value: 1,
      bound: 1,
      proven: true,
    });
  });

  test('is held below its minimum where somebody would have no seat without it, and the plan says so', async () => {
    const of = instance(
      event({ 'art/1': small, 'work/1': 3 }),
      wishing('work', 'ann', 'bo', 'cas', 'dee', 'eli'),
    );
    const made = await plan(of);
    expect(cancelled(of, made)).toEqual([]);
    expect(made.violations).toEqual([]);
    expect(made.placements.filter((one) => one.session === 'art-1')).toHaveLength(3);

    const fewer = instance(event({ 'art/1': small, 'work/1': 1 }), wishing('work', 'ann', 'bo'));
    expect((await plan(fewer)).violations.map((one) => one.message)).toEqual([
      'art 09:00 has 2 people; its minimum is 3.',
    ]);
  });

  test('is not cancelled to please: where rules hold both ways, it is held', async () => {
    const of = instance(event({ 'art/1': small, 'work/1': 9 }), wishing('work', 'ann', 'bo', 'cas', 'dee'));
    expect(cancelled(of, await plan(of))).toEqual([]);
  });

  test('is held for whoever is pinned to it, and without permission nothing is cancelled', async () => {
    const people = wishing('work', 'ann', 'bo', 'cas');
    const pinned = instance(event({ 'art/1': small, 'work/1': 9 }), people, [
      ['ann', 'art-1'],
      ['bo', '!art-1'],
    ]);
    const made = await plan(pinned);
    expect(cancelled(pinned, made)).toEqual([]);
    expect(made.violations.map((one) => one.message)).toEqual(['art 09:00 has 2 people; its minimum is 3.']);
    const not = instance(event({ 'art/1': { capacity: 4, minimum: 4 }, 'work/1': 9 }), people);
    expect(cancelled(not, await plan(not))).toEqual([]);
  });

  test('nobody waits for a session that is cancelled', async () => {
    const of = instance(
      event({ 'art/1': small, 'work/1': 1, 'elderly/1': 0 }),
      [
        attendee({ id: 'ann', name: 'ann', wishes: [['art'], ['elderly']] }),
        attendee({ id: 'bo', name: 'bo', wishes: [['work']] }),
      ],
      [
        ['ann', '!art-1'],
        ['bo', '!art-1'],
      ],
    );
    const made = await plan(of);
    expect(made.placements.map((one) => `${one.kind} ${one.attendee} ${one.session}`).sort()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^waitlisted ann (elderly|work)-1$/)]),
    );
    expect(cancelled(of, made)).toEqual(['art-1']);
  });

  test('a plan that seats one person in it is below its minimum; an empty one is cancelled', () => {
    const of = instance(event({ 'art/1': small }), wishing('art', 'ann'));
    const seat = { attendee: 'ann', timeSlot: '1', session: 'art-1', kind: 'assigned', rank: 1 } as const;
    expect(checkPlan(of, [seat]).map((one) => one.amount)).toEqual([2]);
    expect(checkPlan(of, [])).toEqual([]);
  });
});
