import { expect, test } from 'vitest';
import { ceilShare, floorShare, toFraction } from '../../../src/core/constraints/shares.ts';

test('shares are exact where floating point is not: 7 % of 100 are 7 people, not 8', () => {
  expect(0.07 * 100).toBeGreaterThan(7);
  expect([ceilShare(0.07, 100), floorShare(0.07, 100)]).toEqual([7, 7]);
  expect(0.29 * 100).toBeLessThan(29);
  expect([ceilShare(0.29, 100), floorShare(0.29, 100)]).toEqual([29, 29]);
});

test('a share is a whole fraction in lowest terms, to hundredths of a per cent', () => {
  expect([0.15, 1 / 3, 0, 1].map(toFraction)).toEqual([
    [3, 20],
    [3333, 10_000],
    [0, 1],
    [1, 1],
  ]);
});
