import { type LabelSheet, PAPERS } from '../../../model/badge-sheet.ts';

const IN = 25.4;

/**
 * ADD A LABEL SHEET: a row here, in mm, with its source. Other products that are cut alike are further names.
 *
 * Sources, of which two agree on most rows:
 * - LibreOffice: the label table of LibreOffice 7.4 (share/labels/labels.xml);
 * - gLabels: the template database of gLabels 3.4.1 (github.com/jimevins/glabels, templates/*.xml);
 * - pretix: the sheets of pretix (github.com/pretix/pretix, src/pretix/plugins/badges/exporters.py);
 * - Paper::Specs: the CPAN distribution Paper-Specs 0.10.
 */
const ROWS: readonly (readonly [names: readonly string[], sheet: LabelSheet])[] = [
  // --- A4, self-adhesive ---
  // pretix (Herma 4412); gLabels (L4785 and those cut alike) says the same in whole millimetres, 18 and 13.
  [
    ['avery-l4785', 'avery-l4786', 'avery-l4787', 'herma-4412'],
    a4(80, 50, { columns: 2, rows: 5, left: 17.5, top: 13.5, across: 95, down: 55 }),
  ],
  // LibreOffice (Avery Zweckform 4784, Herma 4418 and 4419).
  [
    ['avery-l4784', 'herma-4418', 'herma-4419'],
    a4(63.5, 29.63, { columns: 3, rows: 9, left: 7.21, top: 15.15, across: 66.04, down: 29.63 }),
  ],
  // LibreOffice (L7169, there lying). gLabels has 2.5 mm less above, and so more below.
  [['avery-l7169'], a4(99.1, 139, { columns: 2, rows: 2, left: 4.63, top: 9.5, across: 101.64, down: 139 })],
  // LibreOffice and gLabels (L7165).
  [
    ['avery-l7165', 'avery-j8165'],
    a4(99.06, 67.73, { columns: 2, rows: 4, left: 4.67, top: 13.04, across: 101.6, down: 67.73 }),
  ],
  // LibreOffice (L7164). gLabels has a millimetre less above.
  [
    ['avery-l7164', 'avery-j8164'],
    a4(63.5, 71.97, { columns: 3, rows: 4, left: 7.21, top: 4.57, across: 66.04, down: 71.97 }),
  ],
  // LibreOffice (Herma 4667); gLabels rounds to 8 and 99 mm, and knows those cut alike.
  [
    ['herma-4667', 'herma-4223', 'herma-4349', 'herma-8653', 'herma-8806'],
    a4(96, 50.8, { columns: 2, rows: 5, left: 7.73, top: 21.5, across: 98.54, down: 50.8 }),
  ],
  // gLabels (Herma 10809), which leaves the millimetre that is over below; here it is shared.
  [['herma-10809'], a4(105, 148, { columns: 2, rows: 2, left: 0, top: 0.5 })],

  // --- A4, cards and inserts of holders ---
  // LibreOffice (L7418).
  [['avery-l7418'], a4(86, 55, { columns: 2, rows: 4, left: 19, top: 38.5 })],
  // pretix (DURABLE BADGEMAKER 1445-02): 3 mm less above than below.
  [['durable-1445'], a4(90, 54, { columns: 2, rows: 5, left: 15, top: 12 })],
  // pretix (DURABLE BADGEMAKER 1453-02).
  [['durable-1453'], a4(75, 40, { columns: 2, rows: 6, left: 30, top: 28.5 })],
  // pretix (DURABLE BADGEMAKER 1456-02).
  [['durable-1456'], a4(90, 60, { columns: 2, rows: 4, left: 15, top: 28.5 })],
  // LibreOffice (Avery Zweckform 32010, 32011) and gLabels (C32011-10).
  [
    ['avery-c32011', 'avery-c32010'],
    a4(85, 54, { columns: 2, rows: 5, left: 15, top: 13.5, across: 95, down: 54 }),
  ],
  // gLabels (C32015).
  [['avery-c32015'], a4(85, 54, { columns: 2, rows: 4, left: 17, top: 31.5, across: 91, down: 60 })],
  // LibreOffice and gLabels (L7414).
  [['avery-l7414'], a4(90, 52, { columns: 2, rows: 5, left: 15, top: 18.5 })],

  // --- Letter, self-adhesive ---
  // LibreOffice and gLabels (5395).
  [
    ['avery-5395', 'avery-8395', 'avery-15395'],
    letter(3.375, 7 / 3, { columns: 2, rows: 4, left: 0.6875, top: 7 / 12, across: 3.75, down: 2.5 }),
  ],
  // LibreOffice and gLabels (5164).
  [
    ['avery-5164', 'avery-5264', 'avery-6464', 'avery-8164'],
    letter(4, 10 / 3, { columns: 2, rows: 3, left: 0.15625, top: 0.5, across: 4.1875, down: 10 / 3 }),
  ],
  // LibreOffice and gLabels (5163).
  [
    ['avery-5163', 'avery-5263', 'avery-5963', 'avery-8163', 'avery-8463'],
    letter(4, 2, { columns: 2, rows: 5, left: 0.15625, top: 0.5, across: 4.1875, down: 2 }),
  ],
  // gLabels (6874).
  [['avery-6874'], letter(3.75, 3, { columns: 2, rows: 3, left: 0.375, top: 0.625, across: 4, down: 3.375 })],
  // LibreOffice and gLabels (5168).
  [['avery-5168'], letter(3.5, 5, { columns: 2, rows: 2, left: 0.5, top: 0.5, across: 4, down: 5 })],

  // --- Letter, cards and inserts of holders ---
  // LibreOffice and Paper::Specs (5384, 5392, 74541).
  [
    ['avery-5392', 'avery-5384', 'avery-74540', 'avery-74541'],
    letter(4, 3, { columns: 2, rows: 3, left: 0.25, top: 1 }),
  ],
  // LibreOffice and gLabels (5371).
  [
    ['avery-5371', 'avery-5871', 'avery-5876', 'avery-8371'],
    letter(3.5, 2, { columns: 2, rows: 5, left: 0.75, top: 0.5 }),
  ],
  // LibreOffice and gLabels (8373).
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
