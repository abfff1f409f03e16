import { typstLiteral } from '../../templates/typst-literal.ts';
import { cropMarks } from './crop-marks.ts';
import type { CardSide, Cell, SheetPage } from './impose.ts';
import type { SheetLayout } from './sheet-layout.ts';

/** Millimetres as Typst writes them, to a millionth. */
export function mm(length: number): string {
  return `${Number(length.toFixed(6))}mm`;
}

/** What stands above the pages of a Typst document: its parts, the size of the card and of the page. */
export function sheetPrologue({ page, size, bleed }: SheetLayout, title: string): string {
  const card = `width: ${mm(size.width)}, height: ${mm(size.height)}`;
  return [
    '#import "lib.typ": *',
    '#import "sheet.typ": cell, crop-mark',
    `#let badge = badge.with(${card}, bleed: ${mm(bleed)})`,
    `#let cell = cell.with(${card})`,
    `#show: sheet.with(width: ${mm(page.width)}, height: ${mm(page.height)})`,
    `#set document(title: ${typstLiteral(title)})`,
  ].join('\n');
}

/** Typst pages; `cardSource` gives what stands in a cell, on lines of its own. */
export function sheetPages(
  pages: readonly SheetPage[],
  layout: SheetLayout,
  cardSource: (cell: Cell) => string,
): string {
  const marks = { front: markSource(layout, 'front'), back: markSource(layout, 'back') };
  return pages
    .map(({ cells, side }) =>
      [...marks[side], ...cells.map((cell) => cellSource(cell, cardSource))].join('\n'),
    )
    .join('\n#pagebreak()\n');
}

function cellSource(cell: Cell, cardSource: (cell: Cell) => string): string {
  return `#cell(x: ${mm(cell.x)}, y: ${mm(cell.y)}, turned: ${cell.turned})[\n${cardSource(cell)}\n]`;
}

function markSource(layout: SheetLayout, side: CardSide): readonly string[] {
  return cropMarks(layout, side).map(
    ({ from, to, isFold }) =>
      `#crop-mark((${mm(from.x)}, ${mm(from.y)}), (${mm(to.x)}, ${mm(to.y)}), is-fold: ${isFold})`,
  );
}
