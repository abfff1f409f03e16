import { type LabelSheet, PAPERS } from '../../../model/badge-sheet.ts';

const IN = 25.4;

/**
 * ADD A LABEL SHEET: a row here, in mm, with its source. Other products that are cut alike are further names.
 *
 * Sources:
 * - gLabels: the template database of gLabels 3.4.1 (github.com/jimevins/glabels, templates/*.xml);
 * - pretix: the sheets of pretix (github.com/pretix/pretix, src/pretix/plugins/badges/exporters.py);
 * - Paper::Specs: the CPAN distribution Paper-Specs 0.10, whose US sheets are in inches.
 */
const ROWS: readonly (readonly [names: readonly string[], sheet: LabelSheet])[] = [
  // --- A4, self-adhesive ---
  // 80 x 50. pretix (Herma 4412): 17.5 and 13.5, which centres the grid; gLabels (L4785) the same in whole millimetres.
  [
    ['avery-l4785', 'avery-l4784', 'avery-l4786', 'avery-l4787', 'herma-4412'],
    a4(80, 50, { columns: 2, rows: 5, left: 17.5, top: 13.5, across: 95, down: 55 }),
  ],
  // 99.1 x 139, nearly A6: gLabels (7169).
  [
    ['avery-l7169'],
    a4(99.095, 138.994, { columns: 2, rows: 2, left: 5.009, top: 7.056, across: 101.494, down: 138.994 }),
  ],
  // 99.1 x 67.7: gLabels (7165).
  [
    ['avery-l7165', 'avery-j8165'],
    a4(99.06, 67.73, { columns: 2, rows: 4, left: 4.67, top: 13.04, across: 101.64, down: 67.73 }),
  ],
  // 63.5 x 72: gLabels (7164).
  [
    ['avery-l7164', 'avery-j8164'],
    a4(63.5, 71.98, { columns: 3, rows: 4, left: 7.352, top: 3.528, across: 65.998, down: 71.98 }),
  ],
  // 96 x 50.8: gLabels (Herma 4099).
  [
    ['herma-4667', 'herma-4223', 'herma-4349', 'herma-8653', 'herma-8806'],
    a4(96, 50.8, { columns: 2, rows: 5, left: 8, top: 21.5, across: 99, down: 50.8 }),
  ],
  // A6: gLabels (Herma 10809).
  [['herma-10809'], a4(105, 148, { columns: 2, rows: 2, left: 0, top: 0 })],

  // --- A4, cards and inserts of holders ---
  // 90 x 54: pretix (DURABLE BADGEMAKER 1445-02).
  [['durable-1445'], a4(90, 54, { columns: 2, rows: 5, left: 15, top: 12 })],
  // 75 x 40: pretix (DURABLE BADGEMAKER 1453-02).
  [['durable-1453'], a4(75, 40, { columns: 2, rows: 6, left: 30, top: 28.5 })],
  // 90 x 60: pretix (DURABLE BADGEMAKER 1456-02).
  [['durable-1456'], a4(90, 60, { columns: 2, rows: 4, left: 15, top: 28.5 })],
  // 85 x 54, in two columns of five without a gap below: gLabels (C32011-10).
  [['avery-c32011'], a4(85, 54, { columns: 2, rows: 5, left: 15, top: 13.5, across: 95, down: 54 })],
  // 85 x 54, each on its own: gLabels (32015).
  [['avery-c32015'], a4(85, 54, { columns: 2, rows: 4, left: 17, top: 31.5, across: 91, down: 60 })],
  // 90 x 52: gLabels (7414, there 89.994 x 51.999 in points).
  [['avery-l7414'], a4(90, 52, { columns: 2, rows: 5, left: 15, top: 18.5 })],

  // --- Letter, self-adhesive ---
  // 3 3/8 x 2 1/3 in: gLabels (5395).
  [
    ['avery-5395', 'avery-5095', 'avery-5895', 'avery-8395', 'avery-15395'],
    letter(3.375, 7 / 3, { columns: 2, rows: 4, left: 0.6875, top: 7 / 12, across: 3.75, down: 2.5 }),
  ],
  // 4 x 3 1/3 in: gLabels (5164).
  [
    ['avery-5164', 'avery-5264', 'avery-6464', 'avery-8164'],
    letter(4, 10 / 3, { columns: 2, rows: 3, left: 0.15625, top: 0.5, across: 4.1875, down: 10 / 3 }),
  ],
  // 4 x 2 in: gLabels (5163).
  [
    ['avery-5163', 'avery-5263', 'avery-5963', 'avery-8163', 'avery-8463'],
    letter(4, 2, { columns: 2, rows: 5, left: 0.1625, top: 0.5, across: 4.1875, down: 2 }),
  ],
  // 3 3/4 x 3 in: gLabels (6874).
  [['avery-6874'], letter(3.75, 3, { columns: 2, rows: 3, left: 0.375, top: 0.625, across: 4, down: 3.375 })],
  // 3 1/2 x 5 in: gLabels (5168).
  [['avery-5168'], letter(3.5, 5, { columns: 2, rows: 2, left: 0.5, top: 0.5, across: 4, down: 5 })],

  // --- Letter, cards and inserts of holders ---
  // 4 x 3 in: Paper::Specs (5384, 5392, 74541).
  [['avery-5392', 'avery-5384', 'avery-74541'], letter(4, 3, { columns: 2, rows: 3, left: 0.25, top: 1 })],
  // 3 1/2 x 2 1/4 in, as it is sold, without gaps, so an inch is left above and below. Paper::Specs (5390, 5383) has
  // labels 2.219 in high 1.0625 in below the edge: up to 1.6 mm elsewhere.
  [['avery-5390', 'avery-5383'], letter(3.5, 2.25, { columns: 2, rows: 4, left: 0.75, top: 1 })],
  // 3 1/2 x 2 in: gLabels (5371).
  [
    ['avery-5371', 'avery-5871', 'avery-5876', 'avery-8371'],
    letter(3.5, 2, { columns: 2, rows: 5, left: 0.75, top: 0.5 }),
  ],
  // 3 1/2 x 2 in, each on its own: gLabels (8373).
  [
    ['avery-8373', 'avery-28373'],
    letter(3.5, 2, { columns: 2, rows: 4, left: 0.5, top: 0.75, across: 4, down: 2.5 }),
  ],
];

/** Sheets of labels and of punched cards by the name of the product, for instance `avery-l4785`. */
export const LABEL_SHEETS: Readonly<Record<string, LabelSheet>> = Object.fromEntries(
  ROWS.flatMap(([names, sheet]) => names.map((name) => [name, sheet])),
);

/** One name of each sheet, for lists that a person reads. */
export const LABEL_SHEET_NAMES: readonly string[] = ROWS.flatMap(([names]) => names.slice(0, 1));

interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly left: number;
  readonly top: number;
  /** The width and height of a label where there is no gap. */
  readonly across?: number;
  readonly down?: number;
}

function a4(width: number, height: number, grid: Grid): LabelSheet {
  return {
    kind: 'labels',
    paper: PAPERS.a4,
    label: { width, height },
    across: width,
    down: height,
    ...grid,
  };
}

/** All in inches. */
function letter(width: number, height: number, { columns, rows, left, top, across, down }: Grid): LabelSheet {
  return {
    kind: 'labels',
    paper: PAPERS.letter,
    label: { width: width * IN, height: height * IN },
    columns,
    rows,
    left: left * IN,
    top: top * IN,
    across: (across ?? width) * IN,
    down: (down ?? height) * IN,
  };
}
