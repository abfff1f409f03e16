import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cell, imposeCards } from '../../../../src/render/badges/sheets/impose.ts';
import { onePerPage, type SheetLayout, turnOf } from '../../../../src/render/badges/sheets/sheet-layout.ts';
import { requireSize, sized } from '../../../../src/render/badges/sizes.ts';

/** Two columns of two cards of 40 x 30 mm, not in the middle of the paper. */
function grid(about: Partial<SheetLayout> = {}): SheetLayout {
  return {
    ...onePerPage(sized(40, 30)),
    page: { width: 100, height: 120 },
    slots: [
      { x: 10, y: 20 },
      { x: 55, y: 20 },
      { x: 10, y: 60 },
      { x: 55, y: 60 },
    ],
    isOneCard: false,
    ...about,
  };
}

const cardsOf = (layout: SheetLayout, count: number, breaks: readonly number[] = []) =>
  imposeCards(count, layout, new Set(breaks)).map(({ cells }) => cells.map((cell) => cell.card));

describe('which card is on which sheet', () => {
  test('places are filled in their order', () => {
    expect(imposeCards(1, grid())).toEqual([
      { side: 'front', cells: [{ card: 0, side: 'front', x: 10, y: 20, turned: false }] },
    ]);
    expect(cardsOf(grid(), 6)).toEqual([
      [0, 1, 2, 3],
      [4, 5],
    ]);
    expect(cardsOf(grid(), 0)).toEqual([]);
  });

  test('the first sheet may be used already', () => {
    const layout = grid({ startAt: 4 });
    expect(cardsOf(layout, 3)).toEqual([[0], [1, 2]]);
    expect(imposeCards(1, layout)[0]?.cells[0]).toMatchObject({ x: 55, y: 60 });
  });

  test('a group begins a new sheet, once', () => {
    expect(cardsOf(grid(), 6, [1, 5])).toEqual([[0], [1, 2, 3, 4], [5]]);
    expect(cardsOf(grid(), 2, [0])).toEqual([[0, 1]]);
  });

  test('an offset moves every cell', () => {
    const cells = imposeCards(1, grid({ offset: { x: 1.5, y: -2 }, turn: 'long' })).flatMap(
      (page) => page.cells,
    );
    expect(cells.map(({ x, y }) => [x, y])).toEqual([
      [11.5, 18],
      [51.5, 18],
    ]);
  });
});

/**
 * Paper itself: the corners of a cell as points of the sheet, seen from the front, and on which edge the card has its
 * upper edge. A sheet that is turned over about an upright axis is mirrored from left to right, about a level one from
 * top to bottom.
 */
function onPaper(cell: Cell, { page, size, turn }: SheetLayout) {
  const level = (turn === 'long') === page.width > page.height;
  const mirror = ([x, y]: readonly [number, number]): readonly [number, number] => {
    if (cell.side === 'front') return [x, y];
    return level ? [x, page.height - y] : [page.width - x, y];
  };
  const corners = [mirror([cell.x, cell.y]), mirror([cell.x + size.width, cell.y + size.height])];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [, upper] = mirror([cell.x, cell.turned ? cell.y + size.height : cell.y]);
  return { left: Math.min(...xs), top: Math.min(...ys), upper };
}

describe('backs', () => {
  test.each<
    readonly [turn: 'long' | 'short', page: SheetLayout['page'], x: number, y: number, turned: boolean]
  >([
    ['long', { width: 100, height: 120 }, 50, 20, false],
    ['short', { width: 100, height: 120 }, 10, 70, true],
    ['long', { width: 120, height: 100 }, 10, 50, true],
    ['short', { width: 120, height: 100 }, 70, 20, false],
  ])('of sheets turned over the %s edge, page %j', (turn, page, x, y, turned) => {
    const [front, back] = imposeCards(1, grid({ turn, page }));
    expect(front).toMatchObject({
      side: 'front',
      cells: [{ card: 0, side: 'front', x: 10, y: 20, turned: false }],
    });
    expect(back).toEqual({ side: 'back', cells: [{ card: 0, side: 'back', x, y, turned }] });
  });

  test('every back lies behind its front, and hangs from the same edge, page by page', () => {
    const turns = fc.constantFrom('long' as const, 'short' as const);
    const pages = fc.constantFrom(
      { width: 100, height: 120 },
      { width: 120, height: 100 },
      { width: 100, height: 100 },
    );
    fc.assert(
      fc.property(
        turns,
        pages,
        fc.integer({ min: 1, max: 11 }),
        fc.integer({ min: 1, max: 4 }),
        (turn, page, count, startAt) => {
          const layout = grid({ turn, page, startAt });
          const printed = imposeCards(count, layout);
          expect(printed.map(({ side }) => side)).toEqual(
            printed.map((_, index) => (index % 2 === 0 ? 'front' : 'back')),
          );
          const places = (parity: number) =>
            printed
              .filter((_, index) => index % 2 === parity)
              .map(({ cells }) => cells.map((cell) => ({ card: cell.card, ...onPaper(cell, layout) })));
          expect(places(1)).toEqual(places(0));
          expect(
            places(0)
              .flat()
              .map(({ card }) => card),
          ).toEqual(Array.from({ length: count }, (_, index) => index));
        },
      ),
    );
  });
});

describe('a card that folds', () => {
  const layout = onePerPage(requireSize('a6-fold'));

  test('has its front upright below and its back upside down above, on one page', () => {
    expect(imposeCards(2, layout)).toEqual(
      [0, 1].map((card) => ({
        side: 'front',
        cells: [
          { card, side: 'back', x: 0, y: 0, turned: true },
          { card, side: 'front', x: 0, y: 148, turned: false },
        ],
      })),
    );
  });

  test('folded behind along the middle, the back lies behind the front and is upright when the badge is turned', () => {
    const cells = imposeCards(1, layout)[0]?.cells ?? [];
    const [back, front] = cells;
    const fold = layout.page.height / 2;
    // A point y of the upper half comes to lie behind the point 2 * fold - y.
    const behindTop = 2 * fold - ((back?.y ?? 0) + layout.size.height);
    expect([front?.y, behindTop]).toEqual([fold, fold]);
    // The upper edge of a card that is turned by 180 degrees is its lower one on the page: at the fold.
    const upperOfBack = (back?.y ?? 0) + (back?.turned ? layout.size.height : 0);
    expect(upperOfBack).toBe(fold);
    expect([back?.x, front?.turned]).toEqual([front?.x, false]);
  });

  test('is not printed on both sides of the paper', () => {
    expect(turnOf(layout, { asked: undefined, hasBack: true })).toBe('none');
    expect(() => turnOf(layout, { asked: 'long', hasBack: true })).toThrow('it is not printed on both sides');
  });
});

test('sheets are turned over where the design has a back, or somebody says so; labels stick to something', () => {
  const turn = (isOnLabels: boolean, asked: 'short' | undefined, hasBack: boolean) =>
    turnOf(grid({ isOnLabels }), { asked, hasBack });
  expect([turn(false, undefined, true), turn(false, undefined, false)]).toEqual(['long', 'none']);
  expect([turn(true, undefined, true), turn(true, 'short', false)]).toEqual(['none', 'short']);
});
