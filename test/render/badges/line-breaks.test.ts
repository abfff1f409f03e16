import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakLines, lineWidth, type PieceWidths } from '../../../src/render/badges/line-breaks.ts';
import '../../helpers/property-seed.ts';

describe('breakLines', () => {
  test('puts words into lines that are as even as they can be', () => {
    expect(breakLines(spaced([3, 3, 7], 1), 3)).toEqual([[[0, 1, 2]], [[0, 1], [2]], [[0], [1], [2]]]);
    expect(breakLines(spaced([5], 1), 3)).toEqual([[[0]]]);
    expect(breakLines(spaced([], 1), 3)).toEqual([]);
  });

  test('finds the narrowest of all breaks, and keeps all words in their order', () => {
    const widths = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(widths, fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 8 }), (words, gaps) => {
        const pieces = { widths: words, gaps };
        for (const [index, rows] of breakLines(pieces, 3).entries()) {
          expect(rows).toHaveLength(index + 1);
          expect(rows.flat()).toEqual([...words.keys()]);
          expect(widest(rows, pieces)).toBe(
            Math.min(...everyBreak(words.length, index + 1).map((one) => widest(one, pieces))),
          );
        }
      }),
    );
  });
});

const spaced = (widths: readonly number[], blank: number) => ({ widths, gaps: widths.map(() => blank) });

function widest(rows: readonly (readonly number[])[], pieces: PieceWidths): number {
  return Math.max(...rows.map((row) => lineWidth(row, pieces)));
}

/** All ways of putting so many words into so many lines. */
function everyBreak(count: number, lines: number, from = 0): number[][][] {
  const words = Array.from({ length: count - from }, (_, index) => from + index);
  if (lines === 1) return [[words]];
  return Array.from({ length: count - from - lines + 1 }, (_, index) => from + index + 1).flatMap((end) =>
    everyBreak(count, lines - 1, end).map((rest) => [words.slice(0, end - from), ...rest]),
  );
}
