import type { Table, TableRow } from '../table.ts';
import { isBuiltInDate, isDateFormat, SINCE_1904 } from './cell-text.ts';
import { columnLetters, MOST_PLACES, readSheet, type WorkbookContext } from './read-sheet.ts';
import { attributesOf, DamagedWorkbook, elementsOf, richText, unescapeOffice, withoutCdata } from './xml.ts';
import { listZip, unpack } from './zip.ts';

/** One sheet of a workbook as a table; line numbers are the row numbers that Excel shows. */
export interface Sheet extends Table {
  readonly name: string;
  readonly hidden: boolean;
  readonly headerLine: number;
  /** Rows above the header, each with one filled cell: a title, a date, a note. */
  readonly title: readonly { readonly line: number; readonly text: string }[];
}

/** Why a workbook cannot be read. */
export type WorkbookFault = 'damaged' | 'tooLarge';

/** All parts unpacked: about a million rows of ten columns, and as much as one text can hold in Node. */
const MOST_BYTES = 500_000_000;

/**
 * The sheets of an Excel workbook (.xlsx, ECMA-376), in their order. Every cell is text: a date is `yyyy-mm-dd` or
 * `yyyy-mm-ddTHH:MM:SS`, a number has all its digits, yes and no are words, an error such as #N/A is blank. Blank rows
 * and columns are left out. Sizes are looked at before anything is unpacked, so that a zip bomb is refused unopened.
 */
export function readWorkbook(bytes: Uint8Array): readonly Sheet[] | WorkbookFault {
  const entries = new Map(listZip(bytes)?.map((entry) => [entry.name, entry]));
  const xmlSizes = [...entries.values()].map(({ name, size }) => (/\.(xml|rels)$/i.test(name) ? size : 0));
  if (xmlSizes.reduce((sum, size) => sum + size, 0) > MOST_BYTES) return 'tooLarge';
  const part = (path: string): string => {
    const entry = entries.get(path);
    const content = entry === undefined ? undefined : unpack(bytes, entry);
    if (content === undefined) throw new DamagedWorkbook(`${path} is missing or damaged`);
    return withoutCdata(content.toString('utf8'));
  };
  try {
    return readParts(part, new Set(entries.keys()));
  } catch (error) {
    if (error instanceof DamagedWorkbook) return 'damaged';
    throw error;
  }
}

function readParts(part: (path: string) => string, paths: ReadonlySet<string>): readonly Sheet[] {
  const roots = paths.has('_rels/.rels') ? relations(part('_rels/.rels'), '') : [];
  const main = roots.find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  const workbook = part(main);
  const related = relations(part(main.replace(/([^/]*)$/, '_rels/$1.rels')), main.replace(/[^/]*$/, ''));
  const optional = (type: string): string => {
    const found = related.find((one) => one.type === type);
    return found !== undefined && paths.has(found.path) ? part(found.path) : '';
  };
  const context: WorkbookContext = {
    strings: [...elementsOf(optional('sharedStrings'), 'si')].map(({ body }) => richText(body)),
    isDate: dateStyles(optional('styles')),
    shift: /\bdate1904\s*=\s*["'](1|true)["']/.test(workbook) ? SINCE_1904 : 0,
  };
  return [...elementsOf(workbook, 'sheet')].flatMap(({ tag }) => {
    const { id, name = '', state = 'visible' } = attributesOf(tag);
    const target = related.find((one) => one.id === id);
    if (target?.type !== 'worksheet') return []; // a chart on a sheet of its own
    const [data] = elementsOf(part(target.path), 'sheetData');
    const table = toTable(readSheet(data?.body ?? '', context));
    return [{ ...table, name: unescapeOffice(name), hidden: state !== 'visible' }];
  });
}

interface Relation {
  readonly id: string;
  /** The last word of its type, such as `worksheet`. */
  readonly type: string;
  readonly path: string;
}

/** Where the parts of a workbook are: paths are relative to a folder, or absolute. */
function relations(xml: string, folder: string): readonly Relation[] {
  return [...elementsOf(xml, 'Relationship')].map(({ tag }) => {
    const { Id: id = '', Type: type = '', Target: target = '' } = attributesOf(tag);
    const path = target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, '');
    return { id, type: type.replace(/^.*\//, ''), path };
  });
}

/** For each cell style whether its number format is one of dates. */
function dateStyles(xml: string): readonly boolean[] {
  const own = new Map(
    [...elementsOf(xml, 'numFmt')].map(({ tag }) => {
      const { numFmtId = '', formatCode = '' } = attributesOf(tag);
      return [Number(numFmtId), isDateFormat(formatCode)] as const;
    }),
  );
  const [styles] = [...elementsOf(xml, 'cellXfs')];
  return [...elementsOf(styles?.body ?? '', 'xf')].map(({ tag }) => {
    const id = Number(attributesOf(tag)['numFmtId'] ?? 0);
    return own.get(id) ?? isBuiltInDate(id);
  });
}

const TOP_ROWS = 50;

/** The header is the first row, or the first with more than one filled cell in a sheet of three columns or more. */
function toTable(all: readonly TableRow[]): Omit<Sheet, 'name' | 'hidden'> {
  const rows = all.filter((row) => filled(row).length > 0);
  const widest = Math.max(0, ...rows.slice(0, TOP_ROWS).map((row) => filled(row).length));
  const header = widest < 3 ? 0 : rows.findIndex((row) => filled(row).length > 1);
  const below = rows.slice(header);
  const columns = usedColumns(below);
  if (columns.length * below.length > MOST_PLACES) throw new DamagedWorkbook('cells all over the sheet');
  const [top, ...rest] = below.map(({ cells, line }) => ({
    cells: columns.map((column) => cells[column] ?? ''),
    line,
  }));
  return {
    // A column without a header is called as Excel calls it.
    headers: (top?.cells ?? []).map(
      (cell, index) => cell.trim() || `Column ${columnLetters((columns[index] ?? 0) + 1)}`,
    ),
    headerLine: top?.line ?? 1,
    rows: rest,
    title: rows.slice(0, header).map((row) => ({ line: row.line, text: filled(row).join(' ') })),
  };
}

function filled({ cells }: TableRow): string[] {
  return cells.filter((cell) => cell.trim() !== '');
}

/** Places of columns in which anything stands, from the left. */
function usedColumns(rows: readonly TableRow[]): readonly number[] {
  const used = new Set<number>();
  for (const { cells } of rows) {
    for (let column = 0; column < cells.length; column += 1) {
      if (!used.has(column) && cells[column]?.trim() !== '') used.add(column);
    }
  }
  return [...used].sort((a, b) => a - b);
}
