import { describe, expect, test } from 'vitest';
import { printBadges } from '../../../../src/render/badges/print-badges.ts';
import { cropMarks } from '../../../../src/render/badges/sheets/crop-marks.ts';
import { LABEL_SHEET_NAMES } from '../../../../src/render/badges/sheets/label-sheets.ts';
import { planSheet, type SheetWishes } from '../../../../src/render/badges/sheets/plan-sheet.ts';
import { renderRuler } from '../../../../src/render/badges/sheets/ruler.ts';
import { behind, type SheetLayout } from '../../../../src/render/badges/sheets/sheet-layout.ts';
import { BADGE_SIZES } from '../../../../src/render/badges/sizes.ts';
import { createTypstPrinter } from '../../../../src/sinks/typst-printer.ts';
import { attendee } from '../../../core/assign/small-instances.ts';
import { printJob } from '../../../helpers/badge-fixtures.ts';
import { type Box, type PdfPage, readPages } from '../../../helpers/pdf-geometry.ts';
import {
  boxesOf,
  checkStructure,
  fontsOf,
  HAS_POPPLER,
  HAS_QPDF,
  savePdf,
  textOfPages,
} from '../../../helpers/print-tools.ts';

/** A red card, with a green mark of a tenth of its size in its right lower corner, and the name. */
const FRONT = `#badge({{id}},
  place(rect(width: 100%, height: 100%, outset: 20mm, fill: rgb("#ff0000"))),
  place(bottom + right, rect(width: 10%, height: 10%, fill: rgb("#00ff00"))),
  text(size: 6pt, fill: white, {{attendee.name}}),
)`;
/** The back is blue, and its mark is yellow. */
const BACK = FRONT.replace('#ff0000', '#0000ff').replace('#00ff00', '#ffff00');
/** Names of one letter: text that is upside down comes out of a PDF in any order. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const PAINT = { front: 'fill 1 0 0', back: 'fill 0 0 1', mark: 'fill 0 1 0', backMark: 'fill 1 1 0' };

const layoutOf = (about: Partial<SheetWishes>): SheetLayout =>
  planSheet(
    {
      size: 'a6',
      isSizeAsked: false,
      sheet: '',
      startAt: 1,
      bleed: 0,
      cropMarks: false,
      offset: { x: 0, y: 0 },
      ...about,
    },
    { sizes: {}, sheets: {} },
  );

async function print(layout: SheetLayout, count: number): Promise<Uint8Array> {
  const people = Array.from({ length: count }, (_, index) =>
    attendee({ id: `p${index}`, name: LETTERS[index % 26] ?? '' }),
  );
  const { files } = await printBadges(
    createTypstPrinter(),
    printJob(people, { layout, template: FRONT, back: BACK }),
  );
  return Buffer.from(files[0]?.content ?? '');
}

const painted = (page: PdfPage | undefined, paint: string): readonly Box[] =>
  (page?.paths ?? [])
    .filter((one) => one.paint === paint)
    .map(({ x, y, width, height }) => ({ x, y, width, height }));

/** Whether two lists of boxes are the same to a hundredth of a millimetre. */
function expectBoxes(found: readonly Box[], wanted: readonly Box[]): void {
  const inOrder = (boxes: readonly Box[]) =>
    [...boxes]
      .sort((a, b) => Math.round(a.y - b.y) || a.x - b.x)
      .flatMap(({ x, y, width, height }) => [x, y, width, height]);
  const [a, b] = [inOrder(found), inOrder(wanted)];
  expect(a).toHaveLength(b.length);
  expect(a.filter((one, index) => Math.abs(one - (b[index] ?? Number.NaN)) > 0.01)).toEqual([]);
}

describe('every sheet of labels', () => {
  test.each(LABEL_SHEET_NAMES)(
    '%s: each badge is where the table says, and the page is the paper',
    async (sheet) => {
      const layout = layoutOf({ sheet });
      const pdf = await print(layout, layout.slots.length + 1);
      const { width, height } = layout.size;
      const [first, second, ...more] = readPages(pdf);
      const marks = layout.slots.map(({ x, y }) => ({
        x: x + width * 0.9,
        y: y + height * 0.9,
        width: width / 10,
        height: height / 10,
      }));
      expect(more).toEqual([]);
      expectBoxes(Object.values(first?.boxes ?? {}), [{ x: 0, y: 0, ...layout.page }]);
      expectBoxes(painted(first, PAINT.mark), marks);
      expectBoxes(painted(second, PAINT.mark), marks.slice(0, 1));
      if (HAS_QPDF) expect(checkStructure(await savePdf(pdf))).toBe('');
    },
  );
});

describe('every size', () => {
  test.each(Object.keys(BADGE_SIZES))(
    '%s: boxes are exact, with and without bleed and crop marks',
    async (size) => {
      const { width, height, folds } = { folds: false, ...BADGE_SIZES[size as keyof typeof BADGE_SIZES] };
      const piece = { width, height: folds ? 2 * height : height };
      const boxes = async (about: Partial<SheetWishes>) =>
        readPages(await print(layoutOf({ size, ...about }), 2)).map((one) => one.boxes);
      for (const { MediaBox, ...others } of await boxes({})) {
        expectBoxes(MediaBox ? [MediaBox] : [], [{ x: 0, y: 0, ...piece }]);
        expect(others).toEqual({});
      }
      const inset = (by: number, room: number): Box => ({
        x: by,
        y: by,
        width: piece.width + 2 * (room - by),
        height: piece.height + 2 * (room - by),
      });
      for (const { MediaBox, BleedBox, TrimBox } of await boxes({ bleed: 3, cropMarks: true })) {
        const found = [MediaBox, BleedBox, TrimBox].flatMap((box) => (box ? [box] : []));
        expect(found).toHaveLength(3);
        for (const [index, by] of [0, 5, 8].entries())
          expectBoxes(found.slice(index, index + 1), [inset(by, 8)]);
      }
    },
  );

  test.skipIf(!HAS_POPPLER || !HAS_QPDF)(
    'is a sound PDF with its fonts inside and none of Type 3',
    async () => {
      for (const size of Object.keys(BADGE_SIZES)) {
        const path = await savePdf(await print(layoutOf({ size, bleed: 3, cropMarks: true }), 3));
        const { embedded, missing, type3 } = fontsOf(path);
        expect({ size, fault: checkStructure(path), missing, type3 }).toEqual({
          size,
          fault: '',
          missing: [],
          type3: [],
        });
        expect(embedded).toBeGreaterThan(0);
        const { MediaBox = [], TrimBox = [] } = boxesOf(path);
        expect(TrimBox.map((one, index) => Math.round((one - (MediaBox[index] ?? 0)) * 10) / 10)).toEqual([
          8, 8, -8, -8,
        ]);
      }
    },
  );

  test('the same print gives the same bytes, with boxes too', async () => {
    const layout = layoutOf({ bleed: 3, cropMarks: true });
    expect(await print(layout, 3)).toEqual(await print(layout, 3));
  });
});

describe('bleed and crop marks', () => {
  const layout = layoutOf({
    size: '90x55',
    sheet: 'a4',
    bleed: 3,
    cropMarks: true,
    offset: { x: 1.5, y: -0.5 },
  });

  test('marks are where the grid is cut, and outside the bleed', async () => {
    const [page] = readPages(await print(layout, 1));
    const marks = cropMarks(layout, 'front');
    expectBoxes(
      painted(page, 'stroke 0'),
      marks.map(({ from, to }) => ({
        x: Math.min(from.x, to.x),
        y: Math.min(from.y, to.y),
        width: Math.abs(from.x - to.x),
        height: Math.abs(from.y - to.y),
      })),
    );
    const upright = marks.filter(({ from, to }) => from.x === to.x).map(({ from }) => from.x - 1.5);
    expect([...new Set(upright)]).toEqual([12, 102, 108, 198]);
    const areas = layout.slots.map(({ x, y }) => ({
      left: x - 1.5,
      right: x + 94.5,
      top: y - 3.5,
      bottom: y + 57.5,
    }));
    const covered = marks.filter(({ from, to }) =>
      areas.some(
        ({ left, right, top, bottom }) =>
          Math.max(from.x, to.x) > left &&
          Math.min(from.x, to.x) < right &&
          Math.max(from.y, to.y) > top &&
          Math.min(from.y, to.y) < bottom,
      ),
    );
    expect(covered).toEqual([]);
  });

  test('a fold has its own mark, dashed, half way', () => {
    const folding = layoutOf({ size: 'a6-fold', cropMarks: true });
    const folds = cropMarks(folding, 'front').filter((one) => one.isFold);
    expect(folds.map(({ from, to }) => [from.x, to.x, from.y, to.y])).toEqual([
      [0, 5, 155, 155],
      [114, 119, 155, 155],
    ]);
  });

  test('there are none where nobody asks', () => {
    expect(cropMarks(layoutOf({ sheet: 'a4' }), 'front')).toEqual([]);
  });
});

describe.each(['long', 'short'] as const)('backs of sheets turned over the %s edge', (turn) => {
  test.each([
    ['herma-4412', 12],
    ['a4', 6],
    ['', 2],
  ])('on %j lie behind their fronts, page by page', async (sheet, count) => {
    const layout: SheetLayout = { ...layoutOf({ sheet, startAt: sheet === '' ? 1 : 2 }), turn };
    const { width, height } = layout.size;
    const pdf = await print(layout, count);
    const pages = readPages(pdf);
    const used = layout.slots.slice(1, 1 + count);
    const slots = sheet === '' ? layout.slots : used.slice(0, layout.slots.length - 1);
    expectBoxes(
      painted(pages[1], PAINT.backMark),
      slots.map((slot) => {
        const { x, y, turned } = behind(slot, layout);
        const mark = { width: width / 10, height: height / 10 };
        return turned ? { x, y, ...mark } : { x: x + width * 0.9, y: y + height * 0.9, ...mark };
      }),
    );
    expect(painted(pages[0], PAINT.backMark)).toEqual([]);
    if (!HAS_POPPLER) return;
    const names = textOfPages(await savePdf(pdf)).map((page) =>
      [...page.matchAll(/[A-Z]/g)].map(String).sort(),
    );
    expect(names.filter((_, index) => index % 2 === 1)).toEqual(names.filter((_, index) => index % 2 === 0));
    expect(names.flat()).toHaveLength(2 * count);
  });
});

test('a badge that folds has its front below and its back, upside down, above', async () => {
  const [page] = readPages(await print(layoutOf({ size: 'a6-fold' }), 1));
  const mark = { width: 10.5, height: 14.8 };
  expectBoxes(painted(page, PAINT.mark), [{ x: 94.5, y: 296 - 14.8, ...mark }]);
  expectBoxes(painted(page, PAINT.backMark), [{ x: 0, y: 0, ...mark }]);
});

describe('the ruler', () => {
  const files = printJob([]).files;
  const ruler = (layout: SheetLayout): readonly PdfPage[] =>
    readPages(
      createTypstPrinter()
        .compile({ source: renderRuler(layout, 'Ruler'), files })
        .pdf(new Date(0)),
    );
  const lines = (page: PdfPage | undefined) =>
    (page?.paths ?? []).filter((one) => one.paint.startsWith('stroke'));

  test('has a line at every millimetre of both scales, a square of 100 mm, and every label', () => {
    const layout = layoutOf({ sheet: 'herma-4412' });
    const [page, ...more] = ruler(layout);
    expect(more).toEqual([]);
    expectBoxes(Object.values(page?.boxes ?? {}), [{ x: 0, y: 0, width: 210, height: 297 }]);
    const ticks = (along: 'x' | 'y') =>
      lines(page)
        .filter((one) => (along === 'x' ? one.width : one.height) < 0.01)
        .filter((one) =>
          [2.5, 4, 6].some((length) => Math.abs((along === 'x' ? one.height : one.width) - length) < 0.01),
        )
        .map((one) => one[along])
        .sort((a, b) => a - b);
    for (const [along, count] of [
      ['x', 209],
      ['y', 296],
    ] as const) {
      expect(ticks(along)).toHaveLength(count);
      expect(ticks(along).filter((at, index) => Math.abs(at - (index + 1)) > 0.01)).toEqual([]);
    }
    expectBoxes(
      lines(page).filter((one) => Math.abs(one.width - 100) < 0.01 && Math.abs(one.height - 100) < 0.01),
      [{ x: 45, y: 45, width: 100, height: 100 }],
    );
    expectBoxes(
      lines(page).filter((one) => Math.abs(one.width - 80) < 0.01 && Math.abs(one.height - 50) < 0.01),
      layout.slots.map((slot) => ({ ...slot, width: 80, height: 50 })),
    );
  });

  test('is moved by an offset as badges are, and has a second side for backs', () => {
    const offset = { x: -1.5, y: 0.8 };
    const pages = ruler({ ...layoutOf({ sheet: 'a4', offset }), turn: 'long' });
    expect(pages).toHaveLength(2);
    for (const page of pages) {
      expectBoxes(
        lines(page).filter((one) => Math.abs(one.width - 100) < 0.01 && Math.abs(one.height - 100) < 0.01),
        [{ x: 43.5, y: 45.8, width: 100, height: 100 }],
      );
    }
  });
});
