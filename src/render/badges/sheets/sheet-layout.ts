import { failure } from '../../../errors.ts';
import type { Extent } from '../../../model/badge-sheet.ts';
import type { PageBoxes } from '../../../ports.ts';
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
  readonly page: Extent;
  /** Of one trimmed card; of one half where it folds. */
  readonly size: BadgeSize;
  /** In order of use. */
  readonly slots: readonly Slot[];
  /** The slot of the first card, from 1. */
  readonly startAt: number;
  /** How far colour goes beyond the trimmed edge. */
  readonly bleed: number;
  /** Whether marks outside the cards show where to cut and fold. */
  readonly cropMarks: boolean;
  /** Moves everything that is printed, to the right and down: what the printer moves to the left and up. */
  readonly offset: Slot;
  readonly turn: Turn;
  /** Whether a page is one card and what lies around it, so that a print shop cuts the page to the card. */
  readonly isOneCard: boolean;
  /** Whether the sheet is cut already; most of these stick to something and are printed on one side. */
  readonly isOnLabels: boolean;
}

/** What is cut out for one badge: the card, or both halves of one that folds. */
export function pieceOf({ width, height, folds }: BadgeSize): Extent {
  return { width, height: folds === true ? height * 2 : height };
}

/** Marks begin outside the bleed, 2 mm from the card or farther, and are 5 mm long: as print shops draw them. */
export const CROP_MARK = { nearest: 2, length: 5 } as const;

/** The room that a card or a grid of cards needs around it. */
export function roomAround({ bleed, cropMarks }: Pick<SheetLayout, 'bleed' | 'cropMarks'>): number {
  return cropMarks ? Math.max(bleed, CROP_MARK.nearest) + CROP_MARK.length : bleed;
}

/** Every card on a page of its own, which is as large as the card and what lies around it. */
export function onePerPage(
  size: BadgeSize,
  { bleed, cropMarks }: Pick<SheetLayout, 'bleed' | 'cropMarks'> = { bleed: 0, cropMarks: false },
): SheetLayout {
  const piece = pieceOf(size);
  const room = roomAround({ bleed, cropMarks });
  return {
    page: { width: piece.width + 2 * room, height: piece.height + 2 * room },
    size,
    slots: [{ x: room, y: room }],
    startAt: 1,
    bleed,
    cropMarks,
    offset: { x: 0, y: 0 },
    turn: 'none',
    isOneCard: true,
    isOnLabels: false,
  };
}

/**
 * How sheets are turned over: as somebody asks; else about the long edge, as most printers do, where the design has a
 * back and it is not printed on labels. Throws SOS522 for a card that folds.
 */
export function turnOf(
  { size, isOnLabels }: Pick<SheetLayout, 'size' | 'isOnLabels'>,
  { asked, hasBack }: { readonly asked: Turn | undefined; readonly hasBack: boolean },
): Turn {
  if (size.folds !== true) return asked ?? (hasBack && !isOnLabels ? 'long' : 'none');
  if (asked === undefined || asked === 'none') return 'none';
  throw failure(
    'SOS522',
    'A badge that folds has its back on the same page: it is not printed on both sides.',
    {
      hint: 'Leave out --duplex, or badges.duplex in sosent.yaml.',
    },
  );
}

/** Where a print shop cuts a page that is one card; undefined where that is its edge, or where a page holds many. */
export function boxesOf({ isOneCard, bleed, cropMarks }: SheetLayout): PageBoxes | undefined {
  const trim = roomAround({ bleed, cropMarks });
  return isOneCard && trim > 0 ? { trim, bleed: trim - bleed } : undefined;
}

/** Whether every page is the trimmed front of one card and nothing else. */
export function showsFrontsOnly(layout: SheetLayout): boolean {
  const { isOneCard, bleed, cropMarks, turn, size, offset } = layout;
  const isTrimmed = isOneCard && bleed === 0 && !cropMarks && size.folds !== true;
  return isTrimmed && turn === 'none' && offset.x === 0 && offset.y === 0;
}

/**
 * Where the back of a card lies on the back page: a sheet that is turned over like the page of a book is mirrored from
 * left to right, one that is turned over like the page of a calendar from top to bottom; there the back is upside down
 * on its page, so that the card has the same upper edge on both sides.
 */
export function behind(
  { x, y }: Slot,
  { page, size, turn }: SheetLayout,
): Slot & { readonly turned: boolean } {
  const isUpright = page.height >= page.width;
  const likeABook = (turn === 'long') === isUpright;
  return likeABook
    ? { x: page.width - x - size.width, y, turned: false }
    : { x, y: page.height - y - size.height, turned: true };
}
