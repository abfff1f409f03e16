import { failure } from '../../errors.ts';

/** What a design is drawn for: a card that is higher than wide, or wider than high, or a strip round a wrist. */
export type CardShape = 'portrait' | 'landscape' | 'strip';

/** The trimmed size of one side of a badge, in millimetres. */
export interface BadgeSize {
  readonly width: number;
  readonly height: number;
  readonly shape: CardShape;
  /** Printed on a page of double height and folded at its upper edge. */
  readonly folds?: boolean;
}

/**
 * ADD A BADGE SIZE: a row here, in mm, with the source of its measures. A design is drawn once for every shape, and
 * grows or shrinks with the width.
 */
export const BADGE_SIZES = {
  // ISO 216: each half of the one before, rounded down to whole millimetres.
  a5: sized(148, 210),
  a6: sized(105, 148),
  a7: sized(74, 105),
  'a5-fold': { ...sized(148, 210), folds: true },
  'a6-fold': { ...sized(105, 148), folds: true },
  // What the holders of DURABLE and Avery with these names take.
  '90x55': sized(90, 55),
  '100x150': sized(100, 150),
  // An identification card: 85.6 x 53.98 mm by ISO/IEC 7810 (ID-1, CR80), sold and cut as 86 x 54.
  '86x54': sized(86, 54),
  // US holders for an insert 4 inches wide and 3 high.
  '4x3in': sized(101.6, 76.2),
  // A paper or Tyvek band round a wrist: 250 mm long and 25 mm wide (10 x 1 inch).
  wristband: sized(250, 25),
} as const satisfies Readonly<Record<string, BadgeSize>>;

/** A size, with the shape that its proportions are nearest to. */
export function sized(width: number, height: number): BadgeSize {
  return { width, height, shape: shapeOf(width / height) };
}

/** Half way, as a ratio, between A6 (0.71) and a business card (1.64), and between that and a wristband (10). */
function shapeOf(ratio: number): CardShape {
  if (ratio < 1.08) return 'portrait';
  return ratio < 4 ? 'landscape' : 'strip';
}

/** A size by its name in sosent.yaml or --size, the event's own before the built-in ones. Throws SOS503. */
export function requireSize(name: string, own: Readonly<Record<string, BadgeSize>> = {}): BadgeSize {
  const sizes: Readonly<Record<string, BadgeSize>> = { ...BADGE_SIZES, ...own };
  const key = [name, name.toLowerCase()].find((one) => Object.hasOwn(sizes, one));
  const size = key === undefined ? undefined : sizes[key];
  if (size !== undefined) return size;
  throw failure('SOS503', `There is no badge size "${name}".`, {
    hint: `The sizes are ${Object.keys(sizes).join(', ')}.`,
  });
}
