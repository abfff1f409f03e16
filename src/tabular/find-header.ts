import type { TableRow } from './table.ts';

/** The header of a table, as it was found among its first rows. */
export interface FoundHeader {
  readonly headers: readonly string[];
  readonly line: number;
  /** Number of rows up to and with the header. */
  readonly rows: number;
  /** Lines above the header that are no part of the table: a title, a date of export. */
  readonly title: readonly TableRow[];
  /** Group titles in the row above the header. */
  readonly groups: readonly string[];
}

/**
 * Finds the header: usually the first row that is not blank. A title above the table is passed over where a blank line
 * divides it from the table, or where it has no delimiter and everything below it has several. Group titles above the
 * headers (merged cells in a spreadsheet) are recognised where the row below them is clearly no person.
 */
export function findHeader(rows: readonly TableRow[]): FoundHeader {
  const first = rows.findIndex((row) => !isBlank(row));
  const start = Math.max(0, first);
  const above = titleRows(rows, start);
  const header = rows[above.end];
  const title = above.title;
  if (header === undefined) return { headers: [], line: 1, rows: rows.length, title, groups: [] };
  const body = rows.slice(above.end + 1).filter((row) => !isBlank(row));
  const [below, ...people] = body;
  if (below !== undefined && isGroupRow(header, below, people)) {
    return {
      headers: joinHeaders(header.cells, below.cells),
      line: below.line,
      rows: rows.indexOf(below) + 1,
      title,
      groups: header.cells.filter(isFilled),
    };
  }
  const headers = withoutBlankEnd(header.cells.length > 0 ? header.cells : [''], body);
  return { headers, line: header.line, rows: above.end + 1, title, groups: [] };
}

export function isBlank({ cells }: TableRow): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function isFilled(cell: string): boolean {
  return cell.trim() !== '';
}

function filledCount({ cells }: TableRow): number {
  return cells.filter(isFilled).length;
}

/** Number of rows that every line below a title without delimiters must show before it is believed to be one. */
const PROOF_ROWS = 3;

function titleRows(rows: readonly TableRow[], start: number): { title: readonly TableRow[]; end: number } {
  let end = start;
  while (end < rows.length && filledCount(rows[end] ?? NO_ROW) === 1) end += 1;
  const title = rows.slice(start, end);
  let next = end;
  while (next < rows.length && isBlank(rows[next] ?? NO_ROW)) next += 1;
  const header = rows[next];
  if (title.length === 0 || header === undefined || filledCount(header) < 2) return { title: [], end: start };
  const isDivided = next > end;
  const below = rows.slice(next, next + PROOF_ROWS);
  const isApart =
    title.every((row) => row.cells.length === 1) &&
    below.length === PROOF_ROWS &&
    below.every((row) => row.cells.length >= 3 && row.cells.length === header.cells.length);
  return isDivided || isApart ? { title, end: next } : { title: [], end: start };
}

const NO_ROW: TableRow = { cells: [], line: 0 };

/**
 * Careful, because a person taken for a header is lost: the upper row has gaps where cells were merged, the lower one
 * names every column that the upper one does not, holds nothing that only people have, and people below it do.
 */
function isGroupRow(upper: TableRow, lower: TableRow, people: readonly TableRow[]): boolean {
  const width = Math.max(upper.cells.length, lower.cells.length);
  const titles = filledCount(upper);
  const gaps = lower.cells.filter((cell, index) => isFilled(cell) && !isFilled(upper.cells[index] ?? ''));
  const names = Array.from({ length: width }, (_, index) => lower.cells[index] || upper.cells[index] || '');
  return (
    width >= 3 &&
    titles >= 1 &&
    titles <= width / 2 &&
    gaps.length >= 1 &&
    names.every(isFilled) &&
    !lower.cells.some(isData) &&
    people.some((row) => row.cells.some((cell, index) => isData(cell) && isFilled(lower.cells[index] ?? '')))
  );
}

/** What stands below headers and is none itself: an address, a number, a date. */
function isData(cell: string): boolean {
  return /\S@\S|^[\s\d+().,:/-]*\d[\s\d+().,:/-]*$/.test(cell);
}

/** The lower name, with its group in front where it says nothing by itself: repeated, or "1. valg". */
function joinHeaders(upper: readonly string[], lower: readonly string[]): readonly string[] {
  let group = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const above = upper[index]?.trim() ?? '';
    const name = lower[index]?.trim() ?? '';
    if (above !== '') group = above;
    if (name === '') return above;
    const needsGroup = /^\d/.test(name) || lower.filter((one) => one.trim() === name).length > 1;
    return needsGroup && group !== '' ? `${group} ${name}` : name;
  });
}

/** A delimiter behind the last header makes no column where no row has a cell there. */
function withoutBlankEnd(headers: readonly string[], body: readonly TableRow[]): readonly string[] {
  const widest = body.reduce((most, row) => Math.max(most, row.cells.length), 0);
  let end = headers.length;
  while (end > 1 && end > widest && !isFilled(headers[end - 1] ?? '')) end -= 1;
  return headers.slice(0, end);
}
