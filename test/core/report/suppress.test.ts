import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSmall, type Part, withholdCells, withholdParts } from '../../../src/core/report/suppress.ts';

const total = (counts: readonly number[]): number => counts.reduce((sum, one) => sum + one, 0);

describe('parts of a whole', () => {
  const parts = (...counts: readonly number[]): readonly Part[] =>
    counts.map((count) => ({ count, most: Number.POSITIVE_INFINITY, least: 0 }));

  test.each([
    ['nothing is small', [5, 0, 12], [false, false, false]],
    ['the next smallest goes with a small one', [3, 20, 9], [true, false, true]],
    ['two small ones of five together protect each other', [3, 20, 2], [true, false, true]],
    ['two small ones of four together do not', [3, 20, 1, 8], [true, false, true, true]],
    ['an empty one beside a small one is withheld, and does not suffice', [3, 0, 9], [true, true, true]],
  ] as const)('%s', (_, counts, withheld) => {
    expect(withholdParts(parts(...counts))).toEqual(withheld);
  });

  test('rooms that are full say how many are in them, so that one more is withheld', () => {
    const full = [3, 6].map((count): Part => ({ count, most: count, least: 0 }));
    const half: Part = { count: 8, most: 20, least: 0 };

    expect(withholdParts([...full, half])).toEqual([true, true, true]);
  });
});

/** Every table with these sums that has the told cells. */
function alternatives(
  cells: readonly (readonly number[])[],
  withheld: readonly (readonly boolean[])[],
): readonly (readonly number[])[] {
  const width = cells[0]?.length ?? 0;
  const flat = cells.flat();
  const isOpen = withheld.flat();
  const rows = cells.map(total);
  const columns = Array.from({ length: width }, (_, at) => total(cells.map((row) => row[at] ?? 0)));
  const fits = (table: readonly number[]): boolean => {
    const at = table.length;
    const row = Math.floor((at - 1) / width);
    const sum = total(table.slice(row * width));
    const column = (at - 1) % width;
    const down = total(table.filter((_, index) => index % width === column));
    const isRowFull = at % width !== 0 || sum === rows[row];
    const isColumnFull = at <= flat.length - width || down === columns[column];
    return sum <= (rows[row] ?? 0) && down <= (columns[column] ?? 0) && isRowFull && isColumnFull;
  };
  let tables: readonly (readonly number[])[] = [[]];
  for (const [at, count] of flat.entries()) {
    const most = rows[Math.floor(at / width)] ?? 0;
    const values = isOpen[at] === true ? Array.from({ length: most + 1 }, (_, value) => value) : [count];
    tables = tables.flatMap((table) => values.map((value) => [...table, value]).filter(fits));
  }
  return tables;
}

const counts = fc
  .array(fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 2, maxLength: 3 }), {
    minLength: 2,
    maxLength: 3,
  })
  .map((rows) => rows.map((row) => row.slice(0, Math.min(...rows.map((one) => one.length)))))
  .filter((rows) => {
    const [first = []] = rows;
    const columns = first.map((_, at) => total(rows.map((row) => row[at] ?? 0)));
    return [...rows.map(total), ...columns].every((sum) => !isSmall(sum));
  });

describe('cells of a table with known sums', () => {
  test('a small one is withheld, and as many others as close a circle', () => {
    expect(
      withholdCells([
        [3, 20, 9],
        [12, 15, 8],
        [30, 40, 50],
      ]),
    ).toEqual([
      [true, false, true],
      [true, false, true],
      [false, false, false],
    ]);
  });

  test('small ones are withheld, and another table with the same sums has another number there', () => {
    fc.assert(
      fc.property(counts, fc.boolean(), (cells, hasHidden) => {
        const withheld = withholdCells(cells, new Set(hasHidden ? [0] : []));
        const tables = alternatives(cells, withheld);
        const found = cells.flat().flatMap((count, at) => {
          const isKnown = tables.every((table) => table[at] === count);
          return isSmall(count) && isKnown ? [at] : [];
        });
        expect(found).toEqual([]);
        // Nor do the cells of a line that are unknown add up to a small number.
        const width = cells[0]?.length ?? 0;
        const unknown = cells
          .flat()
          .map((count, at) => (tables.every((one) => one[at] === count) ? 0 : count));
        const lines = [
          ...cells.map((_, row) => total(unknown.slice(row * width, (row + 1) * width))),
          ...(cells[0] ?? []).map((_, column) =>
            total(unknown.filter((_count, at) => at % width === column)),
          ),
        ];
        expect(lines.filter(isSmall)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
