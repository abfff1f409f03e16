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

/** ADD A BADGE SIZE: a row here, in mm. A design is drawn once for every shape, and grows or shrinks with the width. */
export const BADGE_SIZES: Readonly<Record<string, BadgeSize>> = {
  a5: { width: 148, height: 210, shape: 'portrait' },
  a6: { width: 105, height: 148, shape: 'portrait' },
  a7: { width: 74, height: 105, shape: 'portrait' },
};

/** A size by its name in sosent.yaml or --size. Throws SOS503. */
export function requireSize(name: string): BadgeSize {
  const size = Object.hasOwn(BADGE_SIZES, name.toLowerCase()) ? BADGE_SIZES[name.toLowerCase()] : undefined;
  if (size !== undefined) return size;
  throw failure('SOS503', `There is no badge size "${name}".`, {
    hint: `The sizes are ${Object.keys(BADGE_SIZES).join(', ')}.`,
  });
}
