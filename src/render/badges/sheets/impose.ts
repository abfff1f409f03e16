import { behind, type SheetLayout, type Slot } from './sheet-layout.ts';

export type CardSide = 'front' | 'back';

/** One side of one card on a page. `x` and `y` are of its trimmed left upper corner, in mm from that of the page. */
export interface Cell {
  /** Index of the card in the order of printing. */
  readonly card: number;
  readonly side: CardSide;
  readonly x: number;
  readonly y: number;
  /** Turned by 180 degrees, within the same rectangle. */
  readonly turned: boolean;
}

/** One printed page. A page of backs is the other side of the page of fronts before it. */
export interface SheetPage {
  readonly side: CardSide;
  readonly cells: readonly Cell[];
}

/**
 * Which card lies where on which page, for cards numbered from 0. The cards in `breaks` begin a new sheet.
 * A card that folds has its back on the same page, above the front and upside down, so that both are upright when the
 * upper half is folded behind. Otherwise backs go on pages of their own where the sheets are turned over.
 */
export function imposeCards(
  count: number,
  layout: SheetLayout,
  breaks: ReadonlySet<number> = new Set(),
): readonly SheetPage[] {
  const pages: SheetPage[] = [];
  let sheet: number[] = Array.from({ length: layout.startAt - 1 }, () => EMPTY);
  const finish = (): void => {
    if (sheet.some((card) => card !== EMPTY)) pages.push(...imposeSheet(sheet, layout));
    sheet = [];
  };
  for (let card = 0; card < count; card += 1) {
    if (breaks.has(card) || sheet.length === layout.slots.length) finish();
    sheet.push(card);
  }
  finish();
  return pages;
}

/** A label of a sheet that was used before. */
const EMPTY = -1;

function imposeSheet(sheet: readonly number[], layout: SheetLayout): readonly SheetPage[] {
  const { slots, size, offset, turn } = layout;
  const cells = sheet.flatMap((card, index) => {
    const slot = slots[index];
    return slot === undefined || card === EMPTY ? [] : [{ card, slot }];
  });
  const cell = (card: number, side: CardSide, { x, y }: Slot, turned = false): Cell => ({
    card,
    side,
    x: x + offset.x,
    y: y + offset.y,
    turned,
  });
  const fronts = cells.flatMap(({ card, slot }) =>
    size.folds
      ? [cell(card, 'back', slot, true), cell(card, 'front', { x: slot.x, y: slot.y + size.height })]
      : [cell(card, 'front', slot)],
  );
  const front: SheetPage = { side: 'front', cells: fronts };
  if (turn === 'none' || size.folds) return [front];
  const backs = cells.map(({ card, slot }) => {
    const { x, y, turned } = behind(slot, layout);
    return cell(card, 'back', { x, y }, turned);
  });
  return [front, { side: 'back', cells: backs }];
}
