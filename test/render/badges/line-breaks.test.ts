import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakLines, lineWidth } from '../../../src/render/badges/line-breaks.ts';
import '../../helpers/property-seed.ts';

describe('breakLines', () => {
  test('puts words into lines that are as even as they can be', () => {
    expect(breakLines([3, 3, 7], 1, 3)).toEqual([[[0, 1, 2]], [[0, 1], [2]], [[0], [1], [2]]]);
    expect(breakLines([5], 1, 3)).toEqual([[[0]]]);
    expect(breakLines([], 1, 3)).toEqual([]);
  });

  test('finds the narrowest of all breaks, and keeps all words in their order', () => {
    const widths = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(widths, fc.integer({ min: 0, max: 4 }), (words, blank) => {
        for (const [index, rows] of breakLines(words, blank, 3).entries()) {
          expect(rows).toHaveLength(index + 1);
          expect(rows.flat()).toEqual([...words.keys()]);
          expect(widest(rows, words, blank)).toBe(
            Math.min(...everyBreak(words.length, index + 1).map((one) => widest(one, words, blank))),
          );
        }
      }),
    );
  });
});

function widest(rows: readonly (readonly number[])[], widths: readonly number[], blank: number): number {
  return Math.max(...rows.map((row) => lineWidth(row, widths, blank)));
}

/** All ways of putting so many words into so many lines. */
function everyBreak(count: number, lines: number, from = 0): number[][][] {
  const words = Array.from({ length: count - from }, (_, index) => from + index);
  if (lines === 1) return [[words]];
  return Array.from({ length: count - from - lines + 1 }, (_, index) => from + index + 1).flatMap((end) =>
    everyBreak(count, lines - 1, end).map((rest) => [words.slice(0, end - from), ...rest]),
  );
}
