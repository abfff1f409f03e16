import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { solve } from '../../../src/core/assign/engines/choose.ts';
import { asFlow } from '../../../src/core/assign/engines/flow-instance.ts';
import { findPrices, leaveBest } from '../../../src/core/assign/engines/flow-proof.ts';
import { solveTransport, type Transport } from '../../../src/core/assign/engines/flow-transport.ts';
import { weigh } from '../../../src/core/assign/engines/flow-weights.ts';
import { attendee, event, instance } from './small-instances.ts';

/** Everybody may go everywhere, `costs` person by person. */
function transport(demands: number[], costs: number[][], lower: number[], upper: number[]): Transport {
  const size = lower.length;
  return {
    demands: Uint8Array.from(demands),
    starts: Int32Array.from({ length: demands.length + 1 }, (_, person) => person * size),
    places: Uint16Array.from(costs.flatMap((row) => row.map((_cost, place) => place))),
    costs: Float64Array.from(costs.flat()),
    lower: Int32Array.from(lower),
    upper: Int32Array.from(upper),
    knee: Int32Array.from(upper),
    kneeCost: 0,
  };
}

const arbitraryTransport = fc
  .record({
    // Costs of two kinds: few different ones, and so many that heaps are used.
    most: fc.constantFrom(2, 1000),
    people: fc.integer({ min: 1, max: 12 }),
    places: fc.integer({ min: 2, max: 5 }),
  })
  .chain(({ most, people, places }) =>
    fc.record({
      demands: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: people, maxLength: people }),
      costs: fc.array(fc.array(fc.nat(most), { minLength: places, maxLength: places }), {
        minLength: people,
        maxLength: people,
      }),
      lower: fc.array(fc.nat(2), { minLength: places, maxLength: places }),
      more: fc.array(fc.nat(6), { minLength: places, maxLength: places }),
    }),
  )
  .map(({ demands, costs, lower, more }) =>
    transport(
      demands,
      costs,
      lower,
      lower.map((least, place) => least + (more[place] ?? 0)),
    ),
  );

describe('the proof of a flow', () => {
  it('holds for what the engine finds, and for nothing that two people could better by a swap', () => {
    let swaps = 0;
    fc.assert(
      fc.property(arbitraryTransport, fc.nat(), fc.nat(), (of, a, b) => {
        const solution = solveTransport(of);
        if (solution === undefined) return;
        const prices = findPrices(solution);
        expect(() => leaveBest(of, solution, prices)).not.toThrow();
        const swapped = swap(of, solution.taken, a, b);
        if (swapped === undefined) return;
        swaps += 1;
        const worse = { ...solution, taken: swapped.taken };
        if (swapped.change > 0)
          expect(() => leaveBest(of, worse, prices)).toThrow('the proof of the assignment fails');
        else expect(swapped.change).toBe(0);
      }),
      { numRuns: 1000 },
    );
    expect(swaps).toBeGreaterThan(100);
  });

  it('fails where a place is neither full nor empty against its price', () => {
    const of = transport(
      [1, 1],
      [
        [0, 5],
        [0, 5],
      ],
      [0, 0],
      [3, 2],
    );
    const solution = solveTransport(of);
    if (solution === undefined) throw new Error('there is room for both');
    const dear = { prices: Float64Array.of(1, 0, 0), order: Int32Array.of(0, 0, 0) };
    expect(() => leaveBest(of, solution, dear)).toThrow('a place is filled against its price');
  });

  it('leaves nothing open where there is one best flow, and everything between equals', () => {
    const one = transport(
      [1, 1],
      [
        [0, 5],
        [1, 5],
      ],
      [0, 0],
      [1, 2],
    );
    const equals = transport(
      [1, 1],
      [
        [0, 5],
        [0, 5],
      ],
      [0, 0],
      [1, 2],
    );
    const open = [one, equals].map((of) => {
      const solution = solveTransport(of);
      return solution && [...leaveBest(of, solution, findPrices(solution)).open];
    });
    expect(open).toEqual([
      [0, 0, 0, 0],
      [1, 1, 1, 1],
    ]);
  });
});

/** Two people exchange places, if each has one that the other has not. */
function swap(
  { starts, costs, demands, lower }: Transport,
  before: Uint8Array,
  a: number,
  b: number,
): { readonly taken: Uint8Array; readonly change: number } | undefined {
  const [one, other] = [starts[a % demands.length] ?? 0, starts[b % demands.length] ?? 0];
  const places = lower.length;
  const has = (start: number, place: number): boolean => before[start + place] === 1;
  const all = Array.from({ length: places }, (_, place) => place);
  const gives = all.find((place) => has(one, place) && !has(other, place));
  const takes = all.find((place) => has(other, place) && !has(one, place));
  if (one === other || gives === undefined || takes === undefined) return undefined;
  const taken = before.slice();
  for (const arc of [one + gives, one + takes, other + gives, other + takes])
    taken[arc] = 1 - (taken[arc] ?? 0);
  const sum = (of: Uint8Array): number =>
    costs.reduce((total, cost, arc) => total + cost * (of[arc] ?? 0), 0);
  return { taken, change: sum(taken) - sum(before) };
}

describe('weights of stages', () => {
  test('each level outweighs what a way round can change in all after it', () => {
    const levels = ['a', 'b', 'c'].map((id) => ({ id, most: 1 }));
    expect(weigh(levels, 3)).toEqual([
      new Map([
        ['c', 1],
        ['b', 6],
        ['a', 36],
      ]),
    ]);
  });

  test('what does not fit into an exact number is a sum of its own', () => {
    const levels = Array.from({ length: 20 }, (_, index) => ({ id: `rank-${20 - index}`, most: 1 }));
    const sums = weigh(levels, 20);
    expect(sums.map((one) => one.size)).toEqual([9, 11]);
    expect([...sums.flatMap((one) => [...one.values()])].every(Number.isSafeInteger)).toBe(true);
  });
});

describe('which instances are a flow', () => {
  const people = [attendee({ id: 'p1', wishes: [['a']] }), attendee({ id: 'p2' })];
  const even = { 'a/1': 1, 'b/1': 2, 'a/2': 1, 'b/2': 2 };
  const rule = { id: 'half', types: ['entrepreneur'], themes: 'all' as const, atLeast: 0.5, weight: 1 };

  test.each([
    ['one slot', instance(event({ 'a/1': 1, 'b/1': 2 }), people), 'flow'],
    ['even slots', instance(event(even), people), 'flow'],
    ['even slots and somebody excluded from a theme', instance(event(even), people, [['p1', '!a']]), 'flow'],
    ['uneven slots', instance(event({ ...even, 'b/2': 1 }), people), 'core'],
    ['a theme that runs once', instance(event({ ...even, 'c/2': 1 }), people), 'core'],
    [
      'minimums that differ',
      instance(event({ ...even, 'b/2': { capacity: 2, minimum: 1 } }), people),
      'core',
    ],
    ['a pin to one of several slots', instance(event(even), people, [['p1', 'a-2']]), 'core'],
    ['a rule that couples people', instance(event(even, { mix: [rule] }), people), 'core'],
  ])('%s', async (_, of, engine) => {
    const { engine: chosen } = await solve(of, { criterion: 'fair', seed: 'seed' }, async () => undefined);
    expect(chosen).toBe(engine);
  });

  test('what is asked for beside criterion and seed is not for it', async () => {
    const more = { criterion: 'fair', seed: 'seed', published: [] } as const;
    const { engine } = await solve(instance(event(even), people), more, async () => undefined);
    expect(engine).toBe('core');
  });

  test('a rule that this engine has never heard of is not for it', () => {
    const of = event(even);
    const rules = { ...of.rules, newRule: [{ id: 'new' }] };
    expect(asFlow(instance({ ...of, rules }, people))).toBeUndefined();
  });
});
