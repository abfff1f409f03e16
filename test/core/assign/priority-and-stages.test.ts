import { describe, expect, test } from 'vitest';
import { assign } from '../../../src/core/assign/assign.ts';
import type { Instance } from '../../../src/core/assign/instance.ts';
import type { Draw, Plan } from '../../../src/core/assign/plan.ts';
import type { Rules } from '../../../src/model/event.ts';
import { attendee, event, instance } from './small-instances.ts';

const plan = (of: Instance, criterion: Draw['criterion'] = 'fair', seed = 'seed'): Promise<Plan> =>
  assign(of, { criterion, seed }, async () => undefined);
const lines = ({ placements }: Plan): string[] =>
  placements.map((one) => `${one.kind === 'waitlisted' ? 'waits: ' : ''}${one.attendee} ${one.session}`);
const SEEDS = ['1', '2', '3', '4', '5', '6', '7', '8'];

describe('priority classes', () => {
  const priority: Rules['priority'] = [{ types: ['municipality'] }, { registeredBefore: '2026-02-01' }];
  const wishes = [['a'], ['b']];
  const people = [
    attendee({ id: 'late', wishes, registeredAt: '2026-02-01' }),
    attendee({ id: 'early', wishes, registeredAt: '2026-01-31T23:59:00' }),
    attendee({ id: 'town', wishes, type: 'municipality', registeredAt: '2026-03-01' }),
  ];

  test('decide who gets what the criterion leaves open, whatever the seed', async () => {
    const of = instance(event({ 'a/1': 2, 'b/1': 1 }, { priority }), people);
    for (const seed of SEEDS) {
      expect(lines(await plan(of, 'fair', seed))).toEqual(['early a-1', 'late b-1', 'town a-1']);
    }
  });

  test('decide who waits, and the order of the queue', async () => {
    const of = instance(event({ 'a/1': 1 }, { priority }), people);
    for (const seed of SEEDS) {
      expect(lines(await plan(of, 'happy', seed))).toEqual([
        'town a-1',
        'waits: early a-1',
        'waits: late a-1',
      ]);
    }
  });

  test('never give up the criterion: fewer late wishes go before a class', async () => {
    const of = instance(event({ 'a/1': 1, 'b/1': 1, 'c/1': 1 }, { priority }), [
      attendee({ id: 'guest', wishes: [['a'], ['c'], ['b']] }),
      attendee({ id: 'town', type: 'municipality', wishes: [['a'], ['b'], ['c']] }),
      attendee({ id: 'other', wishes: [['b'], ['a'], ['c']] }),
    ]);
    const { certificate } = await plan(of);
    const without = await plan(
      instance({ ...of.event, rules: { ...of.event.rules, priority: [] } }, of.attendees),
    );
    const ranks = (stages: Plan['certificate']) => stages.filter((one) => one.stage.startsWith('rank-'));
    expect(ranks(certificate)).toEqual(ranks(without.certificate));
  });

  test('people with wishes are not displaced by a class without', async () => {
    const of = instance(event({ 'a/1': 1 }, { priority }), [
      attendee({ id: 'guest', wishes: [['a']] }),
      attendee({ id: 'town', type: 'municipality' }),
    ]);
    expect(lines(await plan(of))[0]).toBe('guest a-1');
  });
});

describe('fair over time slots', () => {
  // In each time slot one of the two has to take the later wish: ranks 1 or 3, then 2 or 4.
  const wishes = [['a'], ['b'], ['x'], ['y']];
  const seats = { 'a/1': 1, 'x/1': 1, 'b/2': 1, 'y/2': 1 };
  const people = [attendee({ id: 'ann', wishes }), attendee({ id: 'bo', wishes })];

  test('who had the late wish before has the better one now', async () => {
    const of = instance(event(seats, { fairOverSlots: true }), people);
    for (const seed of SEEDS) {
      const made = await plan(of, 'happy', seed);
      const ranks = (id: string): number =>
        made.placements.filter((one) => one.attendee === id).reduce((sum, one) => sum + one.rank, 0);
      expect([ranks('ann'), ranks('bo')].sort()).toEqual([5, 5]);
    }
  });

  test('without it, the draw may give one person both', async () => {
    const of = instance(event(seats), people);
    const totals = await Promise.all(
      SEEDS.map(async (seed) => {
        const made = await plan(of, 'happy', seed);
        const mine = made.placements.filter((one) => one.attendee === 'ann');
        return mine.reduce((sum, one) => sum + one.rank, 0);
      }),
    );
    expect(totals.some((total) => total !== 5)).toBe(true);
  });

  test('a short list is no way to be favoured', async () => {
    const of = instance(event(seats, { fairOverSlots: true }), [
      attendee({ id: 'one-wish', wishes: [['a']] }),
      attendee({ id: 'long', wishes }),
    ]);
    expect(lines(await plan(of, 'fair'))).toEqual(['long a-1', 'long b-2', 'one-wish x-1', 'one-wish y-2']);
  });
});

describe("the organiser's own stages", () => {
  const mix = [{ id: 'half', types: ['entrepreneur'], themes: 'all' as const, atLeast: 0.5, weight: 1 }];
  const people = [
    attendee({ id: 'e', type: 'entrepreneur', wishes: [['a']] }),
    ...['m1', 'm2'].map((id) => attendee({ id, type: 'municipality', wishes: [['a']] })),
  ];
  const custom = (...stages: Rules['stages']): Instance =>
    instance(event({ 'a/1': 3 }, { mix, stages }), people);

  test('rules before seats keep a mix at the price of a seat; the usual order does not', async () => {
    const strict = await plan(custom('rules', 'unseated', 'total-rank'), 'custom');
    expect([
      strict.violations.length,
      strict.placements.filter((one) => one.kind === 'waitlisted').length,
    ]).toEqual([0, 1]);
    const usual = await plan(custom('total-rank'), 'custom');
    expect([
      usual.violations.length,
      usual.placements.filter((one) => one.kind === 'waitlisted').length,
    ]).toEqual([1, 0]);
  });

  test('the certificate has the stages in the order of the list', async () => {
    const of = instance(
      event({ 'a/1': 1, 'b/1': 1, 'a/2': 1, 'b/2': 1 }, { stages: ['slots', 'total-rank'] }),
      ['p1', 'p2', 'p3'].map((id) => attendee({ id, wishes: [['a'], ['b']] })),
    );
    const stages = (await plan(of, 'custom')).certificate.map((one) => one.stage.replace(/-\d+$/, ''));
    expect([...new Set(stages)]).toEqual([
      'unseated',
      'unseated-with-wishes',
      'total',
      'total-rank',
      'lottery',
      'lottery-again',
      'lottery-1-again',
    ]);
  });
});
