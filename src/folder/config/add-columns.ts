import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { ColumnMapping } from '../../model/event.ts';
import { parseEvent } from './parse-event.ts';

/**
 * The text of sosent.yaml with these columns under `columns:`; every other byte of it stays. Undefined where that
 * cannot be done: the result must be read as the same event, and nothing but these columns more.
 */
export function addColumns(text: string, added: readonly ColumnMapping[]): string | undefined {
  const edited = added.reduce<string | undefined>(
    (before, column) => (before === undefined ? undefined : addColumn(before, column)),
    text,
  );
  return edited !== undefined && saysTheSame(text, edited, added) ? edited : undefined;
}

function addColumn(text: string, column: ColumnMapping): string | undefined {
  const document = parseDocument(text, { prettyErrors: false });
  const root = document.contents;
  if (document.errors.length > 0 || !isMap(root)) return undefined;
  const pair = root.items.find((item) => keyOf(item) === 'columns');
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  if (pair === undefined) return root.flow === true ? undefined : appendKey(text, root, column, newline);
  const columns = pair.value;
  if (!isMap(columns)) return undefined;
  const own = columns.items.find((item) => keyOf(item) === column.header);
  if (own !== undefined) return replaceValue(text, own, column);
  return columns.flow === true
    ? addToBraces(text, columns, column)
    : addToBlock(text, columns, column, newline);
}

function keyOf({ key }: Pair): string | undefined {
  return isScalar(key) ? String(key.value) : undefined;
}

/** At the end of the keys, so before a `...` that ends the document and comments that belong to nothing. */
function appendKey(text: string, root: YAMLMap, column: ColumnMapping, newline: string): string {
  const end = lineEnd(text, contentEnd(text, root));
  const before = text.slice(0, end);
  const gap = before === '' || /\n$/.test(before) ? '' : newline;
  return `${before}${gap}${newline}columns:${newline}  ${entryOf(column)}${newline}${text.slice(end)}`;
}

/** Below the last entry, as far in as the first one. */
function addToBlock(
  text: string,
  columns: YAMLMap,
  column: ColumnMapping,
  newline: string,
): string | undefined {
  const [start] = rangeOf(columns.items[0]?.key) ?? [];
  if (start === undefined) return undefined;
  const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const end = lineEnd(text, contentEnd(text, columns));
  const gap = /\n$/.test(text.slice(0, end)) ? '' : newline;
  return `${text.slice(0, end)}${gap}${indent}${entryOf(column)}${newline}${text.slice(end)}`;
}

function addToBraces(text: string, columns: YAMLMap, column: ColumnMapping): string | undefined {
  const [start, stop] = rangeOf(columns) ?? [];
  if (start === undefined || stop === undefined) return undefined;
  if (columns.items.length === 0) return `${text.slice(0, start)}{ ${entryOf(column)} }${text.slice(stop)}`;
  const last = contentEnd(text, columns.items.at(-1)?.value ?? columns);
  return `${text.slice(0, last)}, ${entryOf(column)}${text.slice(last)}`;
}

function replaceValue(text: string, { value }: Pair, { field }: ColumnMapping): string | undefined {
  const [start, stop] = rangeOf(value) ?? [];
  return start === undefined || stop === undefined
    ? undefined
    : text.slice(0, start) + field + text.slice(stop);
}

/** Where the last value of a node ends, without the comments and blank lines after it. */
function contentEnd(text: string, node: unknown): number {
  if (isMap(node) && node.flow !== true) {
    const last = node.items.at(-1);
    return contentEnd(text, last?.value ?? last?.key);
  }
  const items = (node as { items?: readonly unknown[]; flow?: boolean } | null)?.items;
  if (items !== undefined && (node as { flow?: boolean }).flow !== true)
    return contentEnd(text, items.at(-1));
  return rangeOf(node)?.[1] ?? text.length;
}

function rangeOf(node: unknown): readonly [start: number, valueEnd: number, nodeEnd: number] | undefined {
  return (node as { range?: [number, number, number] | null } | null | undefined)?.range ?? undefined;
}

/** The beginning of the next line, so that a comment at the end of this one stays where it is. */
function lineEnd(text: string, at: number): number {
  if (at > 0 && text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

/** In double quotes, as JSON; characters that an editor or YAML might not take are written by number. */
function entryOf({ header, field }: ColumnMapping): string {
  const quoted = JSON.stringify(header).replace(
    /[\u007f-\u009f\u00a0\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${quoted}: ${field}`;
}

function saysTheSame(before: string, after: string, added: readonly ColumnMapping[]): boolean {
  const was = parseEvent(before, '').value;
  const is = parseEvent(after, '').value;
  if (was === undefined || is === undefined) return false;
  const wanted = new Map([...was.columns, ...added].map((one) => [one.header, one.field]));
  const found = new Map(is.columns.map((one) => [one.header, one.field]));
  return isDeepStrictEqual([{ ...is, columns: [] }, found], [{ ...was, columns: [] }, wanted]);
}
