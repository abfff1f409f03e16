import { Buffer } from 'node:buffer';
import type { PageBoxes } from '../ports.ts';

const POINTS = 72 / 25.4;

/**
 * The same PDF with a BleedBox and a TrimBox on every page, by which a print shop knows where to cut (ISO 32000-1,
 * 14.11.2). Typst cannot write them. It writes one cross-reference table and every page as a plain object, so that
 * the boxes are put behind each MediaBox and the table is written anew.
 */
export function withBoxes(pdf: Uint8Array, boxes: PageBoxes): Uint8Array {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const { tableAt, rows, trailer } = readTable(bytes);
  const used = rows.flatMap((row, index) => (row.kind === 'n' ? [{ index, offset: row.offset }] : []));
  const inOrder = used.sort((a, b) => a.offset - b.offset);
  const parts: Uint8Array[] = [bytes.subarray(0, inOrder[0]?.offset ?? tableAt)];
  const moved = rows.map((row) => row.offset);
  let added = 0;
  for (const [place, { index, offset }] of inOrder.entries()) {
    const object = bytes.subarray(offset, inOrder[place + 1]?.offset ?? tableAt);
    const changed = isPage(object) ? addBoxes(object, boxes) : object;
    moved[index] = offset + added;
    added += changed.length - object.length;
    parts.push(changed);
  }
  const table = rows.map(({ kind, generation }, index) => {
    const offset = String(moved[index]).padStart(10, '0');
    return `${offset} ${generation} ${kind} \n`;
  });
  const end = `xref\n0 ${rows.length}\n${table.join('')}${trailer}startxref\n${tableAt + added}\n%%EOF`;
  return Buffer.concat([...parts, Buffer.from(end, 'latin1')]);
}

interface TableRow {
  readonly offset: number;
  readonly generation: string;
  /** `n` for an object that is used, `f` for a free number. */
  readonly kind: string;
}

function readTable(bytes: Buffer): {
  readonly tableAt: number;
  readonly rows: readonly TableRow[];
  readonly trailer: string;
} {
  const tail = bytes.subarray(-64).toString('latin1');
  const tableAt = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN);
  const text = Number.isNaN(tableAt) ? '' : bytes.subarray(tableAt).toString('latin1');
  const [head, count] = /^xref\s+0 (\d+)\s+/.exec(text) ?? [];
  if (head === undefined)
    throw new Error('The PDF has no cross-reference table of the kind that Typst writes.');
  const rows = [...text.slice(head.length).matchAll(/(\d{10}) (\d{5}) ([nf])\s*/gy)]
    .slice(0, Number(count))
    .map(([, offset, generation = '', kind = '']) => ({ offset: Number(offset), generation, kind }));
  const trailer = text.slice(text.indexOf('trailer'), text.lastIndexOf('startxref'));
  return { tableAt, rows, trailer };
}

const PAGE = /^\d+ \d+ obj\s*<<\s*\/Type \/Page\s/;

function isPage(object: Buffer): boolean {
  return PAGE.test(object.subarray(0, 64).toString('latin1'));
}

function addBoxes(page: Buffer, { bleed, trim }: PageBoxes): Buffer {
  const text = page.toString('latin1').replace(/\/MediaBox \[([^\]]*)\]/, (media, numbers: string) => {
    const [left = 0, bottom = 0, right = 0, top = 0] = numbers.trim().split(/\s+/).map(Number);
    const inset = (by: number): string =>
      [left + by * POINTS, bottom + by * POINTS, right - by * POINTS, top - by * POINTS]
        .map((one) => Number(one.toFixed(5)))
        .join(' ');
    return `${media}\n  /BleedBox [${inset(bleed)}]\n  /TrimBox [${inset(trim)}]`;
  });
  return Buffer.from(text, 'latin1');
}
