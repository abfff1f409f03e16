import type { Event } from '../../model/event.ts';
import { cleanDocument } from './clean-document.ts';
import type { Block, Document, TableBlock } from './document.ts';

/** What all documents of an event have in common. */
export interface DocumentLook {
  readonly colours: Event['colours'];
  readonly words: { readonly page: string };
}

/** Cells with more letters than this may go over the end of a page. */
const LONG_CELL = 500;
/** A browser breaks no cell of a column of short ones with up to so many letters, and no such word of any other. */
const [WHOLE, WORD] = [16, 14];

/**
 * What the templates of documents see: the document, and what is easier to say here than in a template. Every block has
 * the names of its kind only, so that a template that mixes them up is told so.
 */
export function viewDocument(document: Document, look: DocumentLook): object {
  const { blocks, layout, print, ...rest } = cleanDocument(document);
  return {
    ...rest,
    ...look,
    landscape: layout === 'landscape',
    large: print === 'large',
    sign: print === 'sign',
    blocks: blocks.map(viewBlock),
  };
}

function viewBlock(block: Block): object {
  if (block.kind === 'table') return viewTable(block);
  if (block.kind === 'lines') return { ...block, lines: Array.from({ length: block.count }, () => '') };
  if (block.kind !== 'bars') return block;
  return {
    ...block,
    bars: block.bars.map((bar) => ({
      ...bar,
      percent: bar.of === 0 ? 0 : Math.min(100, Math.round((bar.value / bar.of) * 1000) / 10),
    })),
  };
}

function viewTable({ columns, rows, rowHeight }: TableBlock): object {
  const cells = columns.map(({ title, align }) => ({ label: title, right: align === 'right' }));
  const longest = columns.map((one, index) =>
    rows.reduce((most, row) => Math.max(most, row[index]?.length ?? 0), one.title.length),
  );
  const shares = columns.reduce((sum, one) => sum + one.share, 0);
  return {
    kind: 'table',
    write: rowHeight === 'write',
    breakable: longest.some((one) => one > LONG_CELL),
    // Many columns are set smaller rather than broken into many lines.
    size: columns.length > 9 ? 0.75 : columns.length > 7 ? 0.85 : 1,
    columns: columns.map(({ title, align, share }, index) => ({
      title,
      right: align === 'right',
      share,
      // In a browser: per cent of the width, and letters that a column always has room for.
      width: share === 0 ? 0 : Math.round((share / shares) * 100),
      least: share === 0 ? Math.min(longest[index] ?? 0, WHOLE) + 2 : longestWord(rows, index) + 2,
    })),
    rows: rows.map((row) => cells.map((cell, index) => ({ ...cell, text: row[index] ?? '' }))),
  };
}

function longestWord(rows: TableBlock['rows'], index: number): number {
  let most = 0;
  for (const row of rows) {
    const cell = row[index] ?? '';
    if (cell.length <= most) continue; // no word in it is longer
    for (const word of cell.split(/[\s@.-]+/)) most = Math.max(most, word.length);
    if (most >= WORD) return WORD;
  }
  return most;
}
