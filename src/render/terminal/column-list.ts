import { safeText } from './safe-text.ts';
import { wrap } from './wrap.ts';

interface Column {
  readonly header: string;
  readonly field: string;
}

const WIDTH = 80;
/** More than these do not read well in one line. */
const MOST_IN_LINE = 3;
/** The widest field is `accessibility`. */
const FIELD_WIDTH = 13;
const ARROW = ' -> ';

/**
 * What the columns of a file became, in the order of the file: a few in one line, many in two columns that are read
 * downwards; below them what is kept under its own name, and what is left out.
 */
export function renderColumns(columns: readonly Column[]): string[] {
  const mapped = columns.filter(({ field }) => field !== 'extra' && field !== 'skip');
  return [
    ...(mapped.length > MOST_IN_LINE ? inTwoColumns(mapped) : inOneLine(mapped)),
    ...named('kept as extra columns', columns, 'extra'),
    ...named('left out', columns, 'skip'),
  ];
}

function inOneLine(columns: readonly Column[]): string[] {
  if (columns.length === 0) return [];
  const pairs = columns.map(({ header, field }) => `${short(header, 28)}${ARROW}${field}`);
  return wrap(`  ${pairs.join(', ')}`, WIDTH, '  ');
}

function inTwoColumns(columns: readonly Column[]): string[] {
  const height = Math.ceil(columns.length / 2);
  const halves = [columns.slice(0, height), columns.slice(height)];
  const most = Math.floor(WIDTH / 2) - 2 - ARROW.length - FIELD_WIDTH;
  const cells = halves.map((half) => {
    const width = Math.min(most, Math.max(0, ...half.map(({ header }) => lengthOf(safeText(header)))));
    return half.map(({ header, field }) => {
      const text = short(header, most);
      return `  ${text}${' '.repeat(Math.max(0, width - lengthOf(text)))}${ARROW}${field}`;
    });
  });
  const [left = [], right = []] = cells;
  const width = Math.max(...left.map(lengthOf)) + 2;
  return left.map((cell, row) => {
    const other = right[row];
    return other === undefined ? cell : cell + ' '.repeat(width - lengthOf(cell)) + other;
  });
}

function named(what: string, columns: readonly Column[], field: string): string[] {
  const headers = columns.filter((one) => one.field === field).map(({ header }) => short(header, 28));
  return headers.length === 0 ? [] : wrap(`  ${what}: ${headers.join(', ')}`, WIDTH, '  ');
}

function lengthOf(text: string): number {
  return [...text].length;
}

/** Somebody else's text on one line, safe to print and not too long. */
function short(text: string, length: number): string {
  const line = [...safeText(text.replace(/\s+/gu, ' '))];
  return line.length <= length ? line.join('') : `${line.slice(0, length - 3).join('')}...`;
}
