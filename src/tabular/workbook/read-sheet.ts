import type { TableRow } from '../table.ts';
import { dateText, isoText, numberText } from './cell-text.ts';
import { attributesOf, DamagedWorkbook, elementsOf, richText, unescapeOffice, unescapeXml } from './xml.ts';

/** What the cells of all sheets refer to. */
export interface WorkbookContext {
  readonly strings: readonly string[];
  /** For each cell style whether it shows a number as a date. */
  readonly isDate: readonly boolean[];
  /** Days to add to a date, see `dateText`. */
  readonly shift: number;
}

/** Excel's own limits. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
/** Places for cells that a sheet may take, blank ones before the last of a row among them. */
export const MOST_PLACES = 50_000_000;

/**
 * The rows of a sheet that hold something, each as long as its last filled cell. Goes through the XML once and keeps no
 * tree of it, so that 100,000 rows are no matter. Throws `DamagedWorkbook` where it reaches further than a sheet can.
 */
export function readSheet(xml: string, context: WorkbookContext): readonly TableRow[] {
  const rows: TableRow[] = [];
  let line = 0;
  let places = 0;
  for (const { tag, body } of elementsOf(xml, 'row')) {
    line = Number(attribute(tag, 'r') ?? line + 1);
    if (!(line >= 1 && line <= MOST_ROWS)) throw new DamagedWorkbook(`row ${line}`);
    const cells = readCells(body, context);
    places += cells.length;
    if (places > MOST_PLACES) throw new DamagedWorkbook('more cells than a list of people can have');
    if (cells.length > 0) rows.push({ cells, line });
  }
  return rows;
}

/** The texts of one row. A cell stands where its reference (`AB12`) says, else behind the last one. */
function readCells(xml: string, context: WorkbookContext): readonly string[] {
  const cells: string[] = [];
  for (const { tag, body } of elementsOf(xml, 'c')) {
    const text = body === '' ? '' : cellText(tag, body, context);
    if (text === '') continue;
    const reference = attribute(tag, 'r');
    const column = reference === undefined ? cells.length : columnNumber(reference) - 1;
    if (!(column >= 0 && column < MOST_COLUMNS)) throw new DamagedWorkbook(`cell ${reference}`);
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }
  return cells;
}

/** An attribute of one letter. Every program writes `r="A1"`; XML allows more, which takes longer to read. */
function attribute(tag: string, name: 'r' | 's' | 't'): string | undefined {
  const at = tag.indexOf(` ${name}="`);
  if (at !== -1) return tag.slice(at + 4, tag.indexOf('"', at + 4));
  return UNUSUAL.test(tag) ? attributesOf(tag)[name] : undefined;
}

const UNUSUAL = /['\n\r\t]|\s=|=\s/;
const VALUE = /<(?:[\w.-]+:)?v(?:\s[^<>]*)?>([^<]*)</;

/** `A1` is 1, `AA7` is 27. */
function columnNumber(reference: string): number {
  let number = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    number = number * 26 + letter;
  }
  return number;
}

/** `AA` for 27. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest === 0 ? '' : columnLetters(rest)) + String.fromCharCode(65 + ((column - 1) % 26));
}

function cellText(tag: string, body: string, { strings, isDate, shift }: WorkbookContext): string {
  const type = attribute(tag, 't') ?? 'n';
  if (type === 'inlineStr') return richText(body);
  const value = unescapeXml(VALUE.exec(body)?.[1] ?? '');
  if (value === '') return '';
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'str':
      return unescapeOffice(value);
    case 'b':
      return value === '1' || value === 'true' ? 'yes' : 'no';
    case 'e':
      return '';
    case 'd':
      return isoText(value);
    default:
      return isDate[Number(attribute(tag, 's') ?? 0)] === true ? dateText(value, shift) : numberText(value);
  }
}
