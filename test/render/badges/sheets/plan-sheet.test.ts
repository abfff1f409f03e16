import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SosentError } from '../../../../src/errors.ts';
import { PAPERS } from '../../../../src/model/badge-sheet.ts';
import { LABEL_SHEET_NAMES, LABEL_SHEETS } from '../../../../src/render/badges/sheets/label-sheets.ts';
import { planSheet, type SheetWishes } from '../../../../src/render/badges/sheets/plan-sheet.ts';
import { pieceOf, type SheetLayout } from '../../../../src/render/badges/sheets/sheet-layout.ts';
import { BADGE_SIZES } from '../../../../src/render/badges/sizes.ts';

const NOTHING_OWN = { sizes: {}, sheets: {} };
const wish = (about: Partial<SheetWishes>): SheetWishes => ({
  size: 'a6',
  isSizeAsked: false,
  sheet: '',
  startAt: 1,
  bleed: 0,
  cropMarks: false,
  offset: { x: 0, y: 0 },
  ...about,
});
const plan = (about: Partial<SheetWishes>, own: Parameters<typeof planSheet>[1] = NOTHING_OWN): SheetLayout =>
  planSheet(wish(about), own);
const problemsOf = (about: Partial<SheetWishes>, own = NOTHING_OWN): readonly string[] => {
  try {
    plan(about, own);
    return [];
  } catch (error) {
    return (error as SosentError).problems.map(({ code, message }) => `${code} ${message}`);
  }
};

describe('one badge to a page', () => {
  test('the page is the badge, and what lies around it', () => {
    expect(plan({})).toMatchObject({ page: { width: 105, height: 148 }, slots: [{ x: 0, y: 0 }] });
    expect(plan({ bleed: 3 })).toMatchObject({ page: { width: 111, height: 154 }, slots: [{ x: 3, y: 3 }] });
    expect(plan({ bleed: 3, cropMarks: true })).toMatchObject({
      page: { width: 121, height: 164 },
      slots: [{ x: 8, y: 8 }],
    });
  });

  test('a badge that folds is twice as high', () => {
    expect(plan({ size: 'a6-fold' })).toMatchObject({
      page: { width: 105, height: 296 },
      size: { height: 148 },
    });
  });
});

describe('as many as fit', () => {
  test.each([
    ['a6', 'a4', 4, 210, 297],
    ['a7', 'a4', 8, 297, 210],
    ['90x55', 'a4', 10, 210, 297],
    ['a6', 'a3', 8, 420, 297],
    ['a6-fold', 'a4', 2, 210, 297],
    ['a5-fold', 'a3', 2, 297, 420],
    ['4x3in', 'letter', 6, 215.9, 279.4],
    ['wristband', 'a4', 8, 297, 210],
  ])('%s on %s: %i', (size, sheet, count, width, height) => {
    const layout = plan({ size, sheet });
    expect({ count: layout.slots.length, page: layout.page }).toEqual({ count, page: { width, height } });
  });

  test('bleed and crop marks take their room; the grid is in the middle', () => {
    const layout = plan({ size: '90x55', sheet: 'a4', bleed: 3, cropMarks: true });
    expect(layout.page).toEqual({ width: 210, height: 297 });
    expect(layout.slots).toEqual(
      [20.5, 81.5, 142.5, 203.5].flatMap((y) => [
        { x: 12, y: y + 9 },
        { x: 108, y: y + 9 },
      ]),
    );
  });

  test('a sheet of the event has its own gutter', () => {
    const sheets = { big: { kind: 'plain', paper: { width: 320, height: 450 }, gutter: 10 } } as const;
    const layout = plan({ sheet: 'big', bleed: 3 }, { sizes: {}, sheets });
    expect(layout.slots.map(({ x }) => x)).toEqual(
      expect.arrayContaining([layout.slots[0]?.x, (layout.slots[0]?.x ?? 0) + 115]),
    );
    expect(problemsOf({ sheet: 'big', bleed: 6 }, { sizes: {}, sheets })).toEqual([
      'SOS521 A bleed of 6 mm needs a gutter of 12 mm; the sheet has 10 mm.',
    ]);
  });
});

test('no place leaves the paper, and no two overlap, with any size, sheet, bleed and marks', () => {
  const bleeds = fc.constantFrom(0, 1, 3, 5);
  const sheets = fc.constantFrom(...Object.keys(PAPERS));
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(BADGE_SIZES)),
      sheets,
      bleeds,
      fc.boolean(),
      (size, sheet, bleed, cropMarks) => {
        if (problemsOf({ size, sheet, bleed, cropMarks }).length > 0) return;
        expect(clashes(plan({ size, sheet, bleed, cropMarks }), bleed)).toEqual([]);
      },
    ),
  );
});

/** Pairs of places whose cards with their bleed overlap, and places outside the paper. */
function clashes({ page, slots, size }: SheetLayout, bleed: number): readonly unknown[] {
  const { width, height } = pieceOf(size);
  const near = 1e-6;
  const outside = slots.filter(
    ({ x, y }) =>
      x - bleed < -near ||
      y - bleed < -near ||
      x + width + bleed > page.width + near ||
      y + height + bleed > page.height + near,
  );
  const overlapping = slots.flatMap((a, index) =>
    slots
      .slice(index + 1)
      .filter(
        (b) =>
          Math.abs(a.x - b.x) < width + 2 * bleed - near && Math.abs(a.y - b.y) < height + 2 * bleed - near,
      ),
  );
  return [...outside, ...overlapping];
}

describe('sheets of labels', () => {
  test.each(LABEL_SHEET_NAMES)('%s lies on its paper, in the middle, without overlaps', (sheet) => {
    const { left, top, across, down, columns, rows, label, paper } = labelSheet(sheet);
    expect(clashes(plan({ sheet }), 0)).toEqual([]);
    const right = paper.width - left - (columns - 1) * across - label.width;
    const bottom = paper.height - top - (rows - 1) * down - label.height;
    expect(Math.abs(left - right)).toBeLessThan(0.15);
    // Known to lie 1.5 mm above the middle.
    expect(Math.abs(top - bottom + (sheet === 'durable-1445' ? 3 : 0))).toBeLessThan(0.15);
  });

  test('badges are as large as the labels, row by row', () => {
    const layout = plan({ sheet: 'Avery-L4786' });
    expect(layout.size).toEqual({ width: 80, height: 50, shape: 'landscape' });
    expect(layout.slots.slice(0, 3)).toEqual([
      { x: 17.5, y: 13.5 },
      { x: 112.5, y: 13.5 },
      { x: 17.5, y: 68.5 },
    ]);
    expect(layout.slots).toHaveLength(10);
  });

  test('a bleed goes as far as there is room between them', () => {
    expect(plan({ sheet: 'avery-l4785', bleed: 2.5 }).bleed).toBe(2.5);
    expect(problemsOf({ sheet: 'avery-l4785', bleed: 3 })).toEqual([
      'SOS521 Between the labels of "avery-l4785" is no room for a bleed of 3 mm.',
    ]);
  });
});

function labelSheet(name: string) {
  const sheet = LABEL_SHEETS[name];
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

test('sizes and sheets of the event come first', () => {
  const own = {
    sizes: { pass: { width: 95, height: 134, folds: true } },
    sheets: { a4: labelSheet('durable-1456') },
  };
  expect(plan({ size: 'pass' }, own)).toMatchObject({
    page: { width: 95, height: 268 },
    size: { shape: 'portrait', folds: true },
  });
  expect(plan({ sheet: 'a4' }, own).slots).toHaveLength(8);
});

test.each<readonly [what: string, about: Partial<SheetWishes>, problem: string]>([
  ['an unknown size', { size: 'b9' }, 'SOS503 There is no badge size "b9".'],
  ['an unknown sheet', { sheet: 'b9' }, 'SOS520 There is no sheet "b9".'],
  ['a name of JavaScript', { sheet: '__proto__' }, 'SOS520 There is no sheet "__proto__".'],
  [
    'a badge larger than the paper',
    { size: 'a5-fold', sheet: 'a4' },
    'SOS521 A badge of 148 x 420 mm does not fit on the sheet "a4", 210 x 297 mm.',
  ],
  [
    'crop marks on labels',
    { sheet: 'herma-4412', cropMarks: true },
    'SOS522 The sheet "herma-4412" is cut already: crop marks have no place on it.',
  ],
  [
    'a size that is asked for and is not that of the label',
    { sheet: 'herma-4412', isSizeAsked: true },
    'SOS522 The labels of "herma-4412" are 80 x 50 mm, so the size cannot be "a6".',
  ],
  [
    'a place beyond the last one',
    { sheet: 'herma-4412', startAt: 11 },
    'SOS523 The sheet "herma-4412" has 10 places; there is no place 11.',
  ],
  [
    'a used sheet that is none',
    { startAt: 2 },
    'SOS523 A print with one badge to a page cannot begin on a used sheet.',
  ],
])('%s is refused', (_, about, problem) => {
  expect(problemsOf(about)).toEqual([problem]);
});
