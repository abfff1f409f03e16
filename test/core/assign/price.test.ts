import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign } from '../../../src/core/assign/assign.ts';
import type { PlainDraw } from '../../../src/core/assign/engines/plain-instance.ts';
import { solveByPrices } from '../../../src/core/assign/engines/price.ts';
import { asPriced } from '../../../src/core/assign/engines/price-instance.ts';
import { solveByReference } from '../../../src/core/assign/engines/reference.ts';
import type { TimeLeft } from '../../../src/core/assign/engines/unfinished.ts';
import type { Instance } from '../../../src/core/assign/instance.ts';
import type { Seating } from '../../../src/core/assign/plan.ts';
import { checkPlan } from '../../../src/core/constraints/check-plan.ts';
import type { Placement } from '../../../src/model/placement.ts';
import { unevenInstance } from './arbitrary-uneven.ts';
import { attendee, event, instance } from './small-instances.ts';

const silent = async (): Promise<void> => undefined;
const criterion = fc.constantFrom<PlainDraw['criterion']>('fair', 'happy', 'first');

async function byPrices(of: Instance, wanted: PlainDraw, timeLeft?: TimeLeft): Promise<Seating> {
  const priced = asPriced(of);
  if (priced === undefined) throw new Error('not for this engine');
  return solveByPrices(of, priced, wanted, silent, timeLeft);
}

function placements(of: Instance, { seats }: Seating): Placement[] {
  const slots = new Map(of.sessions.map((one) => [one.id, one.timeSlot]));
  return seats.map((one) => ({ ...one, timeSlot: slots.get(one.session) ?? '', kind: 'assigned', rank: 0 }));
}

/** Stages up to the draw. */
function stagesOf({ certificate }: Seating): Seating['certificate'] {
  return certificate.filter((one) => !one.stage.startsWith('lottery'));
}

describe('the price engine', () => {
  it.each([
    ['one slot', { people: 8, themes: 4, slots: 1 }, 150],
    ['two uneven slots', { people: 8, themes: 4, slots: 2 }, 250],
    ['three uneven slots', { people: 7, themes: 5, slots: 3 }, 150],
  ] as const)(
    'keeps every hard rule, and its bounds hold against the reference: %s',
    async (_, size, numRuns) => {
      await fc.assert(
        fc.asyncProperty(unevenInstance(size), criterion, async (of, by) => {
          const wanted = { criterion: by, seed: 'seed' };
          const made = await byPrices(of, wanted);
          expect(checkPlan(of, placements(of, made))).toEqual([]);
          const best = stagesOf(await solveByReference(of, wanted, silent));
          const found = stagesOf(made);
          expect(found.map((one) => one.stage)).toEqual(best.map((one) => one.stage));
          for (const [index, { value, bound, proven }] of found.entries()) {
            const optimum = best[index]?.value ?? Number.NaN;
            // As long as the stages before are as good as can be, no plan is better than the optimum, no bound worse.
            expect(value).toBeGreaterThanOrEqual(optimum);
            expect(bound).toBeLessThanOrEqual(optimum);
            expect(proven).toBe(bound === value);
            if (value !== optimum) break;
          }
        }),
        { numRuns },
      );
    },
  );

  it('has a plan that keeps every hard rule at any moment, and claims no more of it than is true', async () => {
    const cases = unevenInstance({ people: 7, themes: 4, slots: 2 });
    await fc.assert(
      fc.asyncProperty(cases, criterion, fc.nat({ max: 40 }), async (of, by, asked) => {
        const wanted = { criterion: by, seed: 'seed' };
        let left = asked;
        const made = await byPrices(of, wanted, () => (left-- > 0 ? Number.POSITIVE_INFINITY : 0));
        expect(checkPlan(of, placements(of, made))).toEqual([]);
        const best = stagesOf(await solveByReference(of, wanted, silent));
        const open = made.certificate.findIndex((one) => !one.proven);
        const settled = open === -1 ? best.length : open;
        expect(made.certificate.slice(0, settled)).toEqual(best.slice(0, settled));
        expect(made.certificate[open]?.bound ?? 0).toBeLessThanOrEqual(best[open]?.value ?? 0);
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same plan whatever the order of rows, and another one for another seed', async () => {
    const people = Array.from({ length: 9 }, (_, index) =>
      attendee({ id: `p${index}`, wishes: [['a'], ['b']] }),
    );
    const programme = event({ 'a/1': 3, 'b/1': 3, 'c/1': 3, 'a/2': 3, 'b/2': 4, 'd/2': 4 });
    const wanted = { criterion: 'fair' as const, seed: 'seed' };
    const made = await byPrices(instance(programme, people), wanted);
    expect(await byPrices(instance(programme, [...people].reverse()), wanted)).toEqual(made);
    const other = await byPrices(instance(programme, people), { ...wanted, seed: 'another' });
    expect(stagesOf(other)).toEqual(stagesOf(made));
    expect(other.seats).not.toEqual(made.seats);
  });

  it('proves the best plan of a few hundred people who state wishes of all lengths', async () => {
    const lists = [[['a'], ['b'], ['c']], [['b'], ['a']], [['a', 'c']], [], [['d'], ['a']]];
    const people = Array.from({ length: 300 }, (_, index) =>
      attendee({ id: `p${String(index).padStart(3, '0')}`, wishes: lists[index % lists.length] ?? [] }),
    );
    const sizes = {
      'a/1': 90,
      'b/1': 110,
      'd/1': 105,
      'a/2': 40,
      'c/2': 140,
      'd/2': 130,
      'b/3': 150,
      'c/3': 155,
    };
    const of = instance(event(sizes), people, [
      ['p000', 'd-1'],
      ['p001', '!b-1'],
    ]);
    const made = await byPrices(of, { criterion: 'happy', seed: 'seed' });
    const best = await solveByReference(of, { criterion: 'happy', seed: 'seed' }, silent);
    expect(stagesOf(made)).toEqual(stagesOf(best));
    expect(checkPlan(of, placements(of, made))).toEqual([]);
  });
});

describe('which engine plans', () => {
  it('prices plan a large uneven event, and the checker accepts what they plan', async () => {
    const sizes = {
      'a/1': 2000,
      'b/1': 3500,
      'c/1': 4600,
      'a/2': 3300,
      'b/2': 6900,
      'a/3': 900,
      'b/3': 1,
      'c/3': 9200,
    };
    const lists = [[['a'], ['b'], ['c']], [['b'], ['a']], [['a', 'c']], [], [['c'], ['a']]];
    const people = Array.from({ length: 12_600 }, (_, index) =>
      attendee({ id: `p${index}`, wishes: lists[index % lists.length] ?? [] }),
    );
    const of = instance(event(sizes), people);
    // assign() throws where the checker and the engine disagree.
    const made = await assign(of, { criterion: 'fair', seed: 'seed' }, silent);
    expect(made.engine).toBe('price');
    expect(made.certificate.every((one) => one.proven)).toBe(true);
    // Nobody takes a theme twice, so that 1,200 of the seats in c stay free.
    const filled = 2000 + 3300 + 900 + (3500 + 6900 + 1) + 12_600;
    expect(made.certificate[0]).toMatchObject({ stage: 'unseated', value: 3 * 12_600 - filled });
  });
});

describe('instances that are hard to price', () => {
  const wanted = { criterion: 'happy' as const, seed: 'seed' };
  const alone = [attendee({ id: 'p0', wishes: [['a']] })];

  it.each([
    ['no seats at all', event({ 'a/1': 0, 'b/2': 0 }), [], 2],
    ['one person in two slots of one theme', event({ 'a/1': 5, 'a/2': 5 }), [['p0', 'a-2']], 1],
    [
      'excluded from everything',
      event({ 'a/1': 5, 'b/2': 5 }),
      [
        ['p0', '!a'],
        ['p0', '!b'],
      ],
      2,
    ],
  ] as const)('%s: somebody is without a seat, which is proven', async (_, of, pins, missing) => {
    const made = await byPrices(instance(of, alone, pins), wanted);
    expect(made.certificate[0]).toEqual({
      stage: 'unseated',
      title: 'seats missing',
      value: missing,
      bound: missing,
      proven: true,
    });
  });

  it('twin sessions of one theme are filled both', async () => {
    const made = event({ 'a/1': 2 });
    const [session] = made.sessions;
    if (session === undefined) throw new Error('no session');
    const twins = { ...made, sessions: [session, { ...session, id: 'a-1-twin', capacity: 1 }] };
    const people = ['p0', 'p1', 'p2'].map((id) => attendee({ id, wishes: [['a']] }));
    const { seats } = await byPrices(instance(twins, people), wanted);
    expect(seats.map((one) => one.session).sort()).toEqual(['a-1', 'a-1', 'a-1-twin']);
  });

  it('nobody with wishes makes way for people without', async () => {
    const people = ['p0', 'p1', 'p2'].map((id) => attendee({ id, wishes: id === 'p1' ? [['a']] : [] }));
    const { seats } = await byPrices(instance(event({ 'a/1': 1 }), people), wanted);
    expect(seats).toEqual([{ attendee: 'p1', session: 'a-1' }]);
  });

  it('a session full of pins has no price without limit, which would blur the bound', async () => {
    const lists = [
      [],
      [['t0'], ['t1']],
      [['t2'], ['t0']],
      [['t0'], ['t1'], ['t2', 't4']],
      [['t1', 't0']],
      [['t1', 't0']],
    ];
    const people = [...lists, [['t0', 't4'], ['t3']]].map((one, index) =>
      attendee({ id: `p${index}`, wishes: one }),
    );
    const sizes = { 't0/3': 2, 't1/2': 4, 't2/3': 1, 't4/1': 3, 't4/2': 2 };
    const of = instance(event(sizes), people, [['p0', 't2-3']]);
    const fair = { criterion: 'fair' as const, seed: 'seed' };
    const best = stagesOf(await solveByReference(of, fair, silent));
    expect(stagesOf(await byPrices(of, fair)).map((one) => one.bound)).toEqual(best.map((one) => one.bound));
  });

  it('is not for rules that couple people', () => {
    const mix = [{ id: 'mix', types: ['entrepreneur'], themes: 'all' as const, atLeast: 0.2, weight: 1 }];
    expect(asPriced(instance(event({ 'a/1': 5 }, { mix }), alone))).toBeUndefined();
    expect(asPriced(instance(event({ 'a/1': { capacity: 5, minimum: 2 } }), alone))).toBeUndefined();
    expect(asPriced(instance(event({ 'a/1': 5 }), []))).toBeUndefined();
  });
});
