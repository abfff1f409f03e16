import { failure } from '../../../errors.ts';
import {
  type Extent,
  type LabelSheet,
  PAPERS,
  type PlainSheet,
  type Sheet,
} from '../../../model/badge-sheet.ts';
import { type BadgeSize, requireSize, sized } from '../sizes.ts';
import { LABEL_SHEET_NAMES, LABEL_SHEETS } from './label-sheets.ts';
import { onePerPage, pieceOf, roomAround, type SheetLayout, type Slot } from './sheet-layout.ts';

/** What somebody asks for, on the command line or in sosent.yaml; lengths in mm. */
export interface SheetWishes {
  /** Name of a size; `isSizeAsked` where the command line says it, so that it must not be passed over. */
  readonly size: string;
  readonly isSizeAsked: boolean;
  /** Name of a sheet; '' for one badge to a page. */
  readonly sheet: string;
  readonly startAt: number;
  readonly bleed: number;
  readonly cropMarks: boolean;
  readonly offset: Slot;
}

/** Sizes and sheets of sosent.yaml, by name. */
export interface OwnSheets {
  readonly sizes: Readonly<Record<string, Extent & { readonly folds: boolean }>>;
  readonly sheets: Readonly<Record<string, Sheet>>;
}

/**
 * How the pages look. Throws SOS503 and SOS520 for names that are not known, SOS521 where the cards or what lies
 * around them do not fit on the sheet, SOS522 for wishes that contradict each other, SOS523 for a start beyond the
 * last place of the sheet.
 */
export function planSheet(wishes: SheetWishes, own: OwnSheets): SheetLayout {
  const { offset, startAt } = wishes;
  const layout = { ...planSlots(wishes, own), offset };
  if (startAt <= layout.slots.length) return { ...layout, startAt };
  throw failure(
    'SOS523',
    layout.isOneCard
      ? 'A print with one badge to a page cannot begin on a used sheet.'
      : `The sheet "${wishes.sheet}" has ${layout.slots.length} places; there is no place ${startAt}.`,
    {
      hint: layout.isOneCard
        ? 'Name the sheet, for instance --sheet avery-l4785.'
        : 'Places count from 1, row by row.',
    },
  );
}

function planSlots(wishes: SheetWishes, own: OwnSheets): SheetLayout {
  if (wishes.sheet === '') return onePerPage(sizeOf(wishes, own), wishes);
  const sheet = requireSheet(wishes.sheet, own.sheets);
  return sheet.kind === 'plain'
    ? fillPaper(sheet, sizeOf(wishes, own), wishes)
    : useLabels(sheet, wishes, own);
}

function sizeOf({ size }: SheetWishes, { sizes }: OwnSheets): BadgeSize {
  const own = Object.entries(sizes).map(([name, { width, height, folds }]) => [
    name,
    { ...sized(width, height), folds },
  ]);
  return requireSize(size, Object.fromEntries(own));
}

function requireSheet(name: string, own: Readonly<Record<string, Sheet>>): Sheet {
  const plain = Object.entries(PAPERS).map(([paper, extent]) => [paper, { kind: 'plain', paper: extent }]);
  const sheets: Readonly<Record<string, Sheet>> = { ...Object.fromEntries(plain), ...LABEL_SHEETS, ...own };
  const key = [name, name.toLowerCase()].find((one) => Object.hasOwn(sheets, one));
  const sheet = key === undefined ? undefined : sheets[key];
  if (sheet !== undefined) return sheet;
  const names = [...Object.keys(own), ...Object.keys(PAPERS), ...LABEL_SHEET_NAMES];
  throw failure('SOS520', `There is no sheet "${name}".`, {
    hint: `The sheets are ${names.join(', ')}; docs/badges.md lists products that are cut alike, and badges.sheets in sosent.yaml takes your own.`,
  });
}

/** As many cards as fit, on the paper upright or lying, whichever takes more; the grid is in the middle. */
function fillPaper(sheet: PlainSheet, size: BadgeSize, wishes: SheetWishes): SheetLayout {
  const { bleed, cropMarks } = wishes;
  const gutter = sheet.gutter ?? 2 * bleed;
  const { width, height } = sheet.paper;
  if (gutter < 2 * bleed) {
    throw failure(
      'SOS521',
      `A bleed of ${bleed} mm needs a gutter of ${2 * bleed} mm; the sheet has ${gutter} mm.`,
    );
  }
  const layouts = [sheet.paper, { width: height, height: width }].map((page) => {
    const slots = slotsOn(page, pieceOf(size), { gutter, room: roomAround(wishes) });
    return { ...onePerPage(size), page, slots, bleed, cropMarks, isOneCard: false };
  });
  const [upright, lying] = layouts;
  const best = (lying?.slots.length ?? 0) > (upright?.slots.length ?? 0) ? lying : upright;
  if (best !== undefined && best.slots.length > 0) return best;
  const piece = pieceOf(size);
  throw failure(
    'SOS521',
    `A badge of ${piece.width} x ${piece.height} mm does not fit on the sheet "${wishes.sheet}", ${width} x ${height} mm.`,
    { hint: 'Choose a larger sheet or a smaller size, or leave out bleed and crop marks.' },
  );
}

function slotsOn(
  page: Extent,
  piece: Extent,
  { gutter, room }: { readonly gutter: number; readonly room: number },
): readonly Slot[] {
  const along = (length: number, one: number): readonly number[] => {
    // A hair more, so that 2 x 105 mm fit into 210 mm whatever the rounding.
    const count = Math.max(0, Math.floor((length - 2 * room + gutter) / (one + gutter) + 1e-9));
    const first = (length - count * one - (count - 1) * gutter) / 2;
    return Array.from({ length: count }, (_, index) => first + index * (one + gutter));
  };
  const columns = along(page.width, piece.width);
  return along(page.height, piece.height).flatMap((y) => columns.map((x) => ({ x, y })));
}

/** A size of --size may differ from the label by this much, in mm, before it is another size. */
const SAME_SIZE = 0.5;

function useLabels(sheet: LabelSheet, wishes: SheetWishes, own: OwnSheets): SheetLayout {
  const { label, columns, rows, left, top, across, down, paper } = sheet;
  const { bleed } = wishes;
  if (wishes.cropMarks) {
    throw failure('SOS522', `The sheet "${wishes.sheet}" is cut already: crop marks have no place on it.`, {
      hint: 'Leave out --crop-marks, or badges.cropMarks in sosent.yaml.',
    });
  }
  const size = wishes.isSizeAsked ? sizeOf(wishes, own) : undefined;
  const differs = (one: number, other: number): boolean => Math.abs(one - other) > SAME_SIZE;
  if (size && (size.folds || differs(size.width, label.width) || differs(size.height, label.height))) {
    throw failure(
      'SOS522',
      `The labels of "${wishes.sheet}" are ${round(label.width)} x ${round(label.height)} mm, so the size cannot be "${wishes.size}".`,
      { hint: 'Leave out --size: badges are as large as the labels.' },
    );
  }
  const room = Math.min(
    ...(columns > 1 ? [(across - label.width) / 2] : []),
    ...(rows > 1 ? [(down - label.height) / 2] : []),
    left,
    top,
  );
  if (bleed > room + 1e-9) {
    throw failure(
      'SOS521',
      `Between the labels of "${wishes.sheet}" is no room for a bleed of ${bleed} mm.`,
      {
        hint: `There is room for ${Math.max(0, round(room))} mm.`,
      },
    );
  }
  const slots = Array.from({ length: rows * columns }, (_, index) => ({
    x: left + (index % columns) * across,
    y: top + Math.floor(index / columns) * down,
  }));
  return {
    ...onePerPage(sized(label.width, label.height)),
    page: paper,
    slots,
    bleed,
    isOneCard: false,
    isOnLabels: true,
  };
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
