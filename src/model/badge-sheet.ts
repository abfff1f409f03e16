/** Paper that badges are printed on. All lengths in millimetres. */

export interface Extent {
  readonly width: number;
  readonly height: number;
}

export type Sheet = PlainSheet | LabelSheet;

/** Paper that is cut after printing: it takes as many cards as fit. */
export interface PlainSheet {
  readonly kind: 'plain';
  readonly paper: Extent;
  /** Between two cards; twice the bleed where it is not given. */
  readonly gutter?: number | undefined;
}

/** Paper whose labels or cards are cut already, as one grid. */
export interface LabelSheet {
  readonly kind: 'labels';
  readonly paper: Extent;
  readonly label: Extent;
  readonly columns: number;
  readonly rows: number;
  /** From the edges of the paper to the first label. */
  readonly left: number;
  readonly top: number;
  /** From the left edge of a label to that of the next one, and from the upper edge to that of the one below. */
  readonly across: number;
  readonly down: number;
}

/** Papers by name: ISO 216, ISO 217 (SRA3), and the US sizes of ANSI/ASME Y14.1. */
export const PAPERS = {
  a4: { width: 210, height: 297 },
  a3: { width: 297, height: 420 },
  sra3: { width: 320, height: 450 },
  letter: { width: 215.9, height: 279.4 },
  tabloid: { width: 279.4, height: 431.8 },
} as const satisfies Readonly<Record<string, Extent>>;
