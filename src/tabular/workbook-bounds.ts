import { listZip, unpack } from './zip-directory.ts';

/** Why a workbook must not be opened: it would not come out right, or take all memory. */
export type WorkbookFault = 'damaged' | 'tooLarge' | 'strayCells';

/** Unpacked; a sheet of 300,000 rows and 15 columns is about this long. Beyond it the parser takes gigabytes. */
const MOST_BYTES = 256 * 1024 * 1024;
/** Excel's own limit. */
const MOST_ROWS = 1_048_576;
/** Rows are filled up to the widest, so that one forgotten cell at the far corner makes billions. */
const MOST_CELLS = 20_000_000;

/**
 * Looks at a workbook before it is opened: at how large its parts claim to be, and at how far its sheets reach.
 * Undefined where nothing speaks against it.
 */
export function findWorkbookFault(bytes: Uint8Array): WorkbookFault | undefined {
  const entries = listZip(bytes);
  if (entries === undefined || !entries.some(({ name }) => name === 'xl/workbook.xml')) return 'damaged';
  const parts = entries.filter(({ name }) => /\.xml(\.rels)?$/.test(name));
  if (parts.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) return 'tooLarge';
  for (const entry of parts.filter(({ name }) => /(^|\/)worksheets\//i.test(name) && name.endsWith('.xml'))) {
    const xml = unpack(bytes, entry)?.toString('latin1');
    if (xml === undefined) return 'damaged';
    if (reachesTooFar(xml)) return 'strayCells';
  }
  return undefined;
}

const ROW = /<(?:[\w.-]+:)?row\b([^>]*)>/g;
/** Cells beyond column Z that hold something. Those to the left of it need no counting: they are few. */
const FAR_CELL = /<(?:[\w.-]+:)?c\s(?:[^>]*?\s)?r\s*=\s*["']([A-Z]{2,})\d+["'][^>]*[^/]>/g;
/** What the parser would take for a place, and nobody writes. */
const ODD_PLACE = /<(?:[\w.-]+:)?c\s(?:[^>]*?\s)?r\s*=\s*["'](?![A-Z]{1,3}\d{1,7}["'])/;

function reachesTooFar(xml: string): boolean {
  let count = 0;
  let last = 0;
  for (const [, attributes = ''] of xml.matchAll(ROW)) {
    count += 1;
    const place = /\br\s*=\s*["']([^"']*)/.exec(attributes)?.[1] ?? '1';
    if (!/^\d{1,7}$/.test(place)) return true;
    last = Math.max(last, Number(place));
  }
  const rows = Math.max(count, last);
  if (rows > MOST_ROWS || ODD_PLACE.test(xml)) return true;
  let width = 26;
  for (const [, letters = ''] of xml.matchAll(FAR_CELL)) width = Math.max(width, columnNumber(letters));
  return rows * width > Math.max(MOST_CELLS, rows * 26);
}

/** `A` is 1, `AA` is 27. */
function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
