import { behind, CROP_MARK, pieceOf, type SheetLayout, type Slot } from './sheet-layout.ts';

/** A line on a page, in mm from its left upper corner; where a card is folded it is dashed. */
export interface CropMark {
  readonly from: Slot;
  readonly to: Slot;
  readonly isFold: boolean;
}

/**
 * The marks of a page, outside the grid of its cards: two for every line along which the grid is cut, and two for
 * every fold. They are on a page that is not full as well, so that a pile of sheets is cut alike.
 */
export function cropMarks(layout: SheetLayout, side: 'front' | 'back'): readonly CropMark[] {
  if (!layout.cropMarks) return [];
  const { size, offset } = layout;
  const piece = pieceOf(size);
  const corners = layout.slots.map((slot) => {
    const { x, y } = side === 'front' ? slot : behind(slot, layout);
    return { x: x + offset.x, y: y + offset.y };
  });
  const columns = distinct(corners.flatMap(({ x }) => [x, x + piece.width]));
  const rows = distinct(corners.flatMap(({ y }) => [y, y + piece.height]));
  const folds = size.folds ? distinct(corners.map(({ y }) => y + size.height)) : [];
  const acrossAt = beside(rows);
  const downAt = beside(columns);
  return [
    ...columns.flatMap((x) =>
      acrossAt(layout.bleed).map(([from, to]) => ({ from: { x, y: from }, to: { x, y: to }, isFold: false })),
    ),
    ...[...rows, ...folds].flatMap((y) =>
      downAt(layout.bleed).map(([from, to]) => ({
        from: { x: from, y },
        to: { x: to, y },
        isFold: folds.includes(y),
      })),
    ),
  ];
}

/** From where to where marks go before the first and behind the last of these edges. */
function beside(
  edges: readonly number[],
): (bleed: number) => readonly (readonly [from: number, to: number])[] {
  const first = Math.min(...edges);
  const last = Math.max(...edges);
  return (bleed) => {
    const near = Math.max(bleed, CROP_MARK.nearest);
    const far = near + CROP_MARK.length;
    return [
      [first - far, first - near],
      [last + near, last + far],
    ];
  };
}

/** Edges that are one where cards touch, whatever the rounding. */
function distinct(lengths: readonly number[]): readonly number[] {
  const sorted = [...lengths].sort((a, b) => a - b);
  return sorted.filter((one, index) => index === 0 || one - (sorted[index - 1] ?? 0) > 1e-6);
}
