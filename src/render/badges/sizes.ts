import { failure } from '../../errors.ts';

/** The trimmed size of one badge in millimetres, upright. */
export interface BadgeSize {
  readonly width: number;
  readonly height: number;
}

/**
 * ADD A BADGE SIZE: a row here, in mm. The built-in designs are drawn for A6 and grow or shrink with the width, so
 * a size has the shape of A6 (height : width = 1.41).
 */
export const BADGE_SIZES: Readonly<Record<string, BadgeSize>> = {
  a5: { width: 148, height: 210 },
  a6: { width: 105, height: 148 },
  a7: { width: 74, height: 105 },
};

/** A size by its name in sosent.yaml or --size. Throws SOS503. */
export function requireSize(name: string): BadgeSize {
  const size = Object.hasOwn(BADGE_SIZES, name.toLowerCase()) ? BADGE_SIZES[name.toLowerCase()] : undefined;
  if (size !== undefined) return size;
  throw failure('SOS503', `There is no badge size "${name}".`, {
    hint: `The sizes are ${Object.keys(BADGE_SIZES).join(', ')}.`,
  });
}
