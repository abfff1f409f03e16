import type { BadgeSize } from '../sizes.ts';

/** Left upper corner in mm of the place for one card: of the trimmed card, of both halves where it folds. */
export interface Slot {
  readonly x: number;
  readonly y: number;
}

/** The edge about which sheets are turned over to print backs; `none` prints no pages of backs. */
export type Turn = 'long' | 'short' | 'none';

/** How the pages of a print look, in mm: everything but what is on the cards. */
export interface SheetLayout {
  readonly page: { readonly width: number; readonly height: number };
  /** Of one trimmed card; of one half where it folds. */
  readonly size: BadgeSize;
  /** In order of use. */
  readonly slots: readonly Slot[];
  /** The slot of the first card, from 1. */
  readonly startAt: number;
  /** How far colour goes beyond the trimmed edge. */
  readonly bleed: number;
  /** Moves everything that is printed, to the right and down: what the printer moves to the left and up. */
  readonly offset: { readonly x: number; readonly y: number };
  readonly turn: Turn;
}

/** Every card on a page of its own, which is as large as the card. */
export function onePerPage(size: BadgeSize): SheetLayout {
  return {
    page: { width: size.width, height: size.folds ? size.height * 2 : size.height },
    size,
    slots: [{ x: 0, y: 0 }],
    startAt: 1,
    bleed: 0,
    offset: { x: 0, y: 0 },
    turn: 'none',
  };
}

/** Whether every page is the trimmed front of one card and nothing else. */
export function showsFrontsOnly({ slots, bleed, turn, size, offset, page }: SheetLayout): boolean {
  const isWholePage = slots.length === 1 && page.width === size.width && page.height === size.height;
  return isWholePage && bleed === 0 && turn === 'none' && offset.x === 0 && offset.y === 0;
}
