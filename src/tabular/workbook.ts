import type { Table, TableRow } from './table.ts';
import { findWorkbookFault, type WorkbookFault } from './workbook-bounds.ts';

/** One sheet of a workbook as a table; line numbers are the row numbers that Excel shows. */
export interface Sheet extends Table {
  readonly name: string;
  readonly headerLine: number;
  /** Rows above the header, each with one filled cell: a title, a date, a note. */
  readonly title: readonly { readonly line: number; readonly text: string }[];
}

/**
 * The sheets of an Excel workbook (.xlsx), in their order. Every cell is text: a date is `yyyy-mm-dd` or
 * `yyyy-mm-ddTHH:MM:SS`, a number has all its digits, yes and no are words, an error such as #N/A is blank. Blank rows
 * are left out.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly Sheet[] | WorkbookFault> {
  const fault = findWorkbookFault(bytes);
  if (fault !== undefined) return fault;
  // Loaded here: most imports are CSV. `universal` never unpacks more than the directory claims.
  const { default: readExcelFile } = await import('read-excel-file/universal');
  try {
    const sheets = await readExcelFile(ownBuffer(bytes), { trim: false, parseNumber: plainNumber });
    return sheets.map(({ sheet, data }) => toSheet(sheet, data));
  } catch (error) {
    if (error instanceof Error) return 'damaged'; // the parser throws what it likes at bad XML
    throw error;
  }
}

/** A Node buffer is often a piece of a larger one. */
function ownBuffer(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
}

const TOP_ROWS = 50;

function toSheet(name: string, data: readonly (readonly unknown[])[] | undefined): Sheet {
  const rows = (data ?? [])
    .map((cells, index): TableRow => ({ cells: cells.map(cellText), line: index + 1 }))
    .filter((row) => filled(row).length > 0);
  const widest = Math.max(0, ...rows.slice(0, TOP_ROWS).map((row) => filled(row).length));
  const header = widest < 3 ? 0 : rows.findIndex((row) => filled(row).length > 1);
  return {
    name,
    headers: rows[header]?.cells ?? [],
    headerLine: rows[header]?.line ?? 1,
    rows: rows.slice(header + 1),
    title: rows.slice(0, header).map((row) => ({ line: row.line, text: filled(row).join(' ') })),
  };
}

function filled({ cells }: TableRow): string[] {
  return cells.filter((cell) => cell.trim() !== '');
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value instanceof Date ? dateText(value) : String(value);
}

/** The digits of a number as Excel shows them at most, 15; a whole number in full, whatever its length. */
function plainNumber(digits: string): string {
  const number = Number(digits);
  if (/^-?\d+$/.test(digits) || !Number.isFinite(number)) return digits;
  const short = Number(number.toPrecision(15));
  const text = String(short);
  if (!text.includes('e')) return text;
  return Math.abs(short) >= 1 ? BigInt(short).toString() : short.toFixed(20).replace(/\.?0+$/, '');
}

/** Days before this one are no dates: a time of day is a part of day 0, 30 December 1899. */
const FIRST_DAY = Date.UTC(1899, 11, 31);
const LAST_DAY = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
const DAY = 24 * 60 * 60 * 1000;

/** Excel keeps times as parts of a day, a few milliseconds beside the second that is meant. */
function dateText(date: Date): string {
  const time = Math.round(date.getTime() / 1000) * 1000;
  if (Number.isNaN(time)) return '';
  // A phone number in a column that is formatted as dates.
  if (time > LAST_DAY) return String(Math.round(time / DAY) + 25569);
  const text = new Date(time).toISOString();
  if (time < FIRST_DAY) return text.slice(11, 19);
  return time % DAY === 0 ? text.slice(0, 10) : text.slice(0, 19);
}
