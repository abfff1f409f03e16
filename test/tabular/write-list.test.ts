import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LazyList, lazyList } from '../../src/model/lazy-list.ts';
import { BETWEEN, EXTRAS_PLACE } from '../../src/model/packed-row.ts';
import { type ListTable, writeList } from '../../src/tabular/write-list.ts';
import { writeTable } from '../../src/tabular/write-table.ts';

/** Cells and extras as they are packed, and what stands beside them. */
interface Item {
  readonly cells: readonly string[];
  readonly extra: string | undefined;
  readonly beside: readonly [string, string];
}

const HEADERS = [
  'id',
  ...Array.from({ length: EXTRAS_PLACE }, (_, index) => `cell ${index}`),
  'none',
  'extra',
];

const TABLE: ListTable<Item> = {
  headers: HEADERS,
  cells: ({ cells, extra = '', beside: [id, orElse] }) => [
    id,
    ...cells.map((cell, place) => (place === 2 && cell === '' ? orElse : cell)),
    '',
    extra,
  ],
  packed: (headers) => [
    { beside: 0 },
    ...Array.from({ length: EXTRAS_PLACE }, (_, cell) => (cell === 2 ? { cell, orElse: 1 } : { cell })),
    'nothing',
    { extra: headers.indexOf('extra') },
  ],
};

/** Items of which those that can be are packed as the rows of an import are. */
function packedList(items: readonly Item[]): LazyList<Item> {
  const at = (index: number): Item => items[index] as Item;
  const row = (index: number) => {
    const { cells, extra, beside } = at(index);
    const texts = [...cells, '0', 'of no column', ...(extra === undefined ? [] : ['12', extra])];
    if (texts.some((text) => text.includes(BETWEEN))) return undefined;
    const before = 'another row"';
    const bytes = Buffer.from(`${before}${texts.join(BETWEEN)}another row`);
    return { bytes, start: before.length, end: bytes.length - 'another row'.length, beside };
  };
  const headers = ['other', ...Array.from({ length: 11 }, (_, index) => `gone ${index}`), 'extra'];
  return lazyList(items.length, at, { row, headers });
}

const written = (list: LazyList<Item>): string => Buffer.concat([...writeList(list, TABLE)]).toString();

const asTable = (items: readonly Item[]): string => writeTable(HEADERS, items.map(TABLE.cells));

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ...`",;|\t\n\r'=+-@ 12aåé\u2028\ufeff\u00a0\u3000\u0003${BETWEEN}`,
      'sep=',
      '漢',
      'ع',
      '😀',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter((one) => !/[\ud800-\udfff]/.test(one)),
  ),
  maxLength: 5,
});

const item: fc.Arbitrary<Item> = fc.record({
  cells: fc.array(text, { minLength: EXTRAS_PLACE, maxLength: EXTRAS_PLACE }),
  extra: fc.option(text, { nil: undefined }),
  beside: fc.tuple(text, text),
});

const PLAIN: Item = {
  cells: Array.from({ length: EXTRAS_PLACE }, (_, place) => `cell ${place}`),
  extra: '+4791200001',
  beside: ['a-1', 'nb'],
};

describe('writeList', () => {
  it('copies packed rows into the very bytes that their texts would be written as', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 5 }), (items) => {
        expect(written(packedList(items))).toBe(asTable(items));
      }),
      { numRuns: 1000 },
    );
  });

  it('writes in pieces, whatever the length of a line', () => {
    const long: Item = { ...PLAIN, cells: PLAIN.cells.map((cell) => `${cell} "ø" `.repeat(10_000)) };
    const items = [...Array.from({ length: 3000 }, () => PLAIN), long, PLAIN, long, long, PLAIN];
    const pieces = [...writeList(packedList(items), TABLE)];
    expect(pieces.length).toBe(4);
    expect(Buffer.concat(pieces).equals(Buffer.from(asTable(items)))).toBe(true);
  });
});
