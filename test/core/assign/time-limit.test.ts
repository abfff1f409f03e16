import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assign } from '../../../src/core/assign/assign.ts';
import { solveByCore } from '../../../src/core/assign/engines/core.ts';
import { solveByReference } from '../../../src/core/assign/engines/reference.ts';
import type { Draw, StageResult } from '../../../src/core/assign/plan.ts';
import { findUnfinished } from '../../../src/core/assign/unfinished-plan.ts';
import { arbitraryInstance, arbitraryReplan } from './arbitrary-instance.ts';
import { attendee, event, instance } from './small-instances.ts';

const silent = async (): Promise<void> => undefined;
const criterion = fc.constantFrom('fair' as const, 'happy' as const, 'first' as const, 'custom' as const);
const NEVER = (): number => Number.POSITIVE_INFINITY;

/** Time that is up when it is asked for the n-th time. */
function upAfter(asked: number): () => number {
  let left = asked;
  return () => (left-- > 0 ? Number.POSITIVE_INFINITY : 0);
}

/** A certificate claims no more than is true: proven stages are optimal, and no bound is above the optimum. */
function requireTrue(claimed: readonly StageResult[], optimum: readonly StageResult[]): void {
  const open = claimed.findIndex((one) => !one.proven);
  const settled = open < 0 ? claimed.length : open;
  expect(claimed.slice(0, settled)).toEqual(optimum.slice(0, settled));
  const [first, best] = [claimed[open], optimum[open]];
  if (first === undefined || best === undefined) return;
  expect(first.bound).toBeLessThanOrEqual(best.value);
  expect(first.value).toBeGreaterThanOrEqual(best.value);
}

describe('where time is up', () => {
  const sizes = arbitraryInstance({ people: 7, themes: 3, slots: 2 });
  const cases = sizes.chain((of) =>
    fc.tuple(fc.constant(of), fc.option(arbitraryReplan(of), { nil: undefined })),
  );

  test.each([
    ['the fast engine', solveByCore],
    ['the reference', solveByReference],
  ])('%s has a plan at any moment, and claims no more of it than is true', async (_, solve) => {
    await fc.assert(
      fc.asyncProperty(cases, criterion, fc.nat({ max: 8 }), async ([of, replan], by, asked) => {
        const wanted: Draw = { criterion: by, seed: 'seed', ...(replan && { replan }) };
        const best = await solve(of, wanted, silent, NEVER);
        const made = await solve(of, wanted, silent, upAfter(asked));
        requireTrue(made.certificate, best.certificate);
      }),
      { numRuns: 60 },
    );
  });

  test('the plan keeps every hard rule and its own figures, as any other', async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.nat({ max: 8 }), async ([of, replan], asked) => {
        const wanted: Draw = { criterion: 'fair', seed: 'seed', ...(replan && { replan }) };
        // assign() throws where the checker and the engine disagree.
        const made = await assign(of, wanted, silent, upAfter(asked));
        expect(made.violations.filter((one) => one.hard)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('before any plan, people are seated one by one, pins and published seats first', async () => {
    const people = ['p1', 'p2', 'p3', 'told'].map((id) => attendee({ id, wishes: [['a'], ['b']] }));
    const of = instance(event({ 'a/1': 2, 'b/1': 2 }), people, [['p3', 'b-1']]);
    const published = [
      { attendee: 'told', timeSlot: '1', session: 'b-1', kind: 'assigned', rank: 2 } as const,
    ];
    const wanted: Draw = { criterion: 'fair', seed: 'seed', replan: { published, fillOnly: false } };
    const made = await assign(of, wanted, silent, () => 0);

    expect(made.engine).toBe('makeshift');
    expect(made.placements.map((one) => `${one.attendee} ${one.session}`)).toEqual([
      'p1 a-1',
      'p2 a-1',
      'p3 b-1',
      'told b-1',
    ]);
    expect(findUnfinished(made, '--time-limit').map((one) => one.message)).toEqual([
      'The search was ended by --time-limit. No plan had been found yet, so that people were seated one by one, by their wishes in the order of the draw (seats at rank 2: 2, within 2 of the best there can be).',
    ]);
  });

  test('of a plan of many people, the search ended by itself', () => {
    const open = { stage: 'total-rank', title: 'total of all ranks', value: 12, bound: 10, proven: false };
    const made = { criterion: 'happy', seed: '', engine: 'price', placements: [], violations: [] } as const;
    expect(
      findUnfinished({ ...made, certificate: [open] }, '--time-limit').map((one) => one.message),
    ).toEqual([
      'This is the best plan that was found for so many people (total of all ranks: 12, within 2 of the best there can be).',
    ]);
  });

  test('a proven plan has nothing to say', async () => {
    const of = instance(event({ 'a/1': 2 }), [attendee({ id: 'p1', wishes: [['a']] })]);
    const made = await assign(of, { criterion: 'fair', seed: 'seed' }, silent, NEVER);
    expect(findUnfinished(made, 'Ctrl-C')).toEqual([]);
  });
});
