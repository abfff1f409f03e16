import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assign } from '../../../src/core/assign/assign.ts';
import { buildInstance, type Instance } from '../../../src/core/assign/instance.ts';
import type { Draw, Plan } from '../../../src/core/assign/plan.ts';
import { arbitraryInstance } from './arbitrary-instance.ts';
import { lookAtEveryPlan, seatName } from './oracle.ts';
import { attendee, event, instance } from './small-instances.ts';

const FAIR: Draw = { criterion: 'fair', seed: 'seed' };
const silent = async (): Promise<void> => undefined;
const plan = (of: Instance, wanted: Draw = FAIR): Promise<Plan> => assign(of, wanted, silent);
const seats = (made: Plan): string[] =>
  made.placements
    .filter((one) => one.kind !== 'waitlisted')
    .map(seatName)
    .sort();
const waiting = (made: Plan): string[] =>
  made.placements.filter((one) => one.kind === 'waitlisted').map(seatName);
const criterion = fc.constantFrom('fair' as const, 'happy' as const, 'first' as const, 'custom' as const);

describe('every stage is as good as it can be', () => {
  test('the engine agrees with looking at every plan, stage by stage and seat by seat', async () => {
    const tiny = arbitraryInstance({ people: 3, themes: 2, slots: 2 });
    await fc.assert(
      fc.asyncProperty(tiny, criterion, async (of, by) => {
        const wanted = { criterion: by, seed: 'seed' };
        const made = await plan(of, wanted);
        const best = lookAtEveryPlan(of, wanted);
        const values = Object.fromEntries(made.certificate.map((one) => [one.stage, one.value]));
        // A stage that no plan can differ in is left out of the certificate.
        expect({ ...best.stages, ...values }).toEqual(best.stages);
        expect(seats(made)).toEqual(best.seats);
        expect(made.certificate.filter((one) => !one.proven || one.bound !== one.value)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('one slot with four people and three themes', async () => {
    const small = arbitraryInstance({ people: 5, themes: 3, slots: 1 });
    await fc.assert(
      fc.asyncProperty(small, criterion, async (of, by) => {
        const wanted = { criterion: by, seed: 'seed' };
        const made = await plan(of, wanted);
        expect(seats(made)).toEqual(lookAtEveryPlan(of, wanted).seats);
      }),
      { numRuns: 100 },
    );
  });
});

describe('criteria', () => {
  const wishes = [['a'], ['b'], ['c']];
  const of = instance(event({ 'a/1': 1, 'b/1': 1, 'c/1': 1 }), [
    attendee({ id: 'p1', wishes }),
    attendee({ id: 'p2', wishes: [['a'], ['c'], ['b']] }),
    attendee({ id: 'p3', wishes: [['b'], ['a'], ['c']] }),
  ]);

  test('fair: nobody at the third wish if that can be', async () => {
    expect(seats(await plan(of))).toEqual(['p1 a-1', 'p2 c-1', 'p3 b-1']);
  });

  test('a list of one wish is no way to be spared bad ranks', async () => {
    const short = instance(event({ 'a/1': 1, 'b/1': 1 }), [
      attendee({ id: 'one-wish', wishes: [['a']] }),
      attendee({ id: 'two-wishes', wishes: [['a'], ['b']] }),
    ]);
    const draws = await Promise.all(
      Array.from({ length: 12 }, (_, index) => plan(short, { criterion: 'fair', seed: String(index) })),
    );
    const winners = new Set(draws.map((made) => seats(made).find((one) => one.endsWith('a-1'))));
    expect(winners).toEqual(new Set(['one-wish a-1', 'two-wishes a-1']));
  });

  test('people with wishes are not displaced by people without', async () => {
    const full = instance(event({ 'a/1': 1 }), [
      attendee({ id: 'p1' }),
      attendee({ id: 'p2', wishes: [['a']] }),
    ]);
    expect(seats(await plan(full))).toEqual(['p2 a-1']);
  });

  test('nobody is sent out of a room with free chairs to keep a mix', async () => {
    const rules = {
      mix: [{ id: 'half', types: ['entrepreneur'], themes: 'all' as const, atLeast: 0.5, weight: 1 }],
    };
    const bent = instance(event({ 'a/1': 4 }, rules), [
      attendee({ id: 'p1', type: 'entrepreneur' }),
      attendee({ id: 'p2' }),
      attendee({ id: 'p3' }),
      attendee({ id: 'p4' }),
    ]);
    const made = await plan(bent);
    expect(seats(made)).toHaveLength(4);
    expect(made.violations.map((one) => [one.amount, one.message])).toEqual([
      [1, 'a 09:00 has 1 person of type Entrepreneur among 4; the rule half asks for at least 2.'],
    ]);
  });
});

describe('the draw', () => {
  const middle = arbitraryInstance({ people: 8, themes: 4, slots: 3 });

  test('the order of rows plays no part, and the same seed gives the same plan', async () => {
    await fc.assert(
      fc.asyncProperty(middle, fc.infiniteStream(fc.nat()), async (of, numbers) => {
        const shuffled = [...of.attendees]
          .map((one) => ({ one, at: numbers.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const again = buildInstance(of.event, shuffled, [...of.pins].reverse());
        expect(await plan(again)).toEqual(await plan(of));
      }),
      { numRuns: 40 },
    );
  });

  test('another seed changes nothing but the draw', async () => {
    await fc.assert(
      fc.asyncProperty(middle, criterion, async (of, by) => {
        const [one, other] = await Promise.all(
          ['red', 'blue'].map((seed) => plan(of, { criterion: by, seed })),
        );
        const judged = (made: Plan | undefined): unknown =>
          made?.certificate.filter((stage) => !stage.stage.startsWith('lottery'));
        expect(judged(one)).toEqual(judged(other));
      }),
      { numRuns: 40 },
    );
  });

  test('every seed may favour another of two equals', async () => {
    const equals = instance(event({ 'a/1': 1, 'b/1': 1 }), [
      attendee({ id: 'p1', wishes: [['a'], ['b']] }),
      attendee({ id: 'p2', wishes: [['a'], ['b']] }),
    ]);
    const first = await Promise.all(
      Array.from({ length: 20 }, async (_, index) =>
        seats(await plan(equals, { criterion: 'fair', seed: `${index}` })).find((one) => one.endsWith('a-1')),
      ),
    );
    expect(new Set(first)).toEqual(new Set(['p1 a-1', 'p2 a-1']));
  });
});

describe('the waitlist', () => {
  test('stands in order of rank, then registration', async () => {
    const late = attendee({ id: 'late', wishes: [['a']], registeredAt: '2026-02-02' });
    const early = attendee({ id: 'early', wishes: [['a']], registeredAt: '2026-02-01' });
    const second = attendee({ id: 'second', wishes: [['b'], ['a']], registeredAt: '2026-01-01' });
    const host = attendee({ id: 'host' });
    const full = instance(event({ 'a/1': 1 }), [late, early, second, host], [['host', 'a-1']]);

    const made = await plan(full);

    expect(seats(made)).toEqual(['host a-1']);
    expect(waiting(made)).toEqual(['early a-1', 'late a-1', 'second a-1']);
  });

  test('nobody waits for a theme they have, wait for already, or are excluded from', async () => {
    const of = instance(
      event({ 'a/1': 1, 'a/2': 1, 'b/2': 0, 'b/3': 0, 'c/3': 0 }),
      [attendee({ id: 'p1', wishes: [['a'], ['b'], ['c']] })],
      [
        ['p1', 'a-1'],
        ['p1', '!c'],
      ],
    );
    const made = await plan(of);
    expect(seats(made)).toEqual(['p1 a-1']);
    expect(waiting(made)).toEqual(['p1 b-2', 'p1 ']);
  });
});
