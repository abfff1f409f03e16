import { typstLiteral } from '../../templates/typst-literal.ts';
import { behind, pieceOf, type SheetLayout } from './sheet-layout.ts';
import { mm } from './sheet-source.ts';

/**
 * Typst source of a page to calibrate a printer by: two scales that count millimetres from the edges of the paper, a
 * square of 100 mm, and the outline of every place of the sheet. With backs, the other side of the sheet has the same.
 */
export function renderRuler(layout: SheetLayout, title: string): string {
  const { page, offset, turn, slots, size } = layout;
  const piece = pieceOf(size);
  const sides = turn === 'none' ? (['front'] as const) : (['front', 'back'] as const);
  const pages = sides.map((side) => {
    const corners = slots
      .map((slot) => (side === 'front' ? slot : behind(slot, layout)))
      .map(({ x, y }) => `(${mm(x)}, ${mm(y)})`);
    return [
      `#ruler(side: ${typstLiteral(side)}, width: ${mm(page.width)}, height: ${mm(page.height)},`,
      `  offset: (${mm(offset.x)}, ${mm(offset.y)}), piece: (${mm(piece.width)}, ${mm(piece.height)}),`,
      `  corners: (${corners.join(', ')},))`,
    ].join('\n');
  });
  return [
    '#import "lib.typ": *',
    '#import "sheet.typ": ruler',
    `#show: sheet.with(width: ${mm(page.width)}, height: ${mm(page.height)})`,
    `#set document(title: ${typstLiteral(title)})`,
    pages.join('\n#pagebreak()\n'),
  ].join('\n');
}
