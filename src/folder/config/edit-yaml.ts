import { isDeepStrictEqual } from 'node:util';
import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type YAMLMap,
} from 'yaml';

/** A value that is written on one line. */
type Plain = string | readonly Plain[] | { readonly [key: string]: Plain };
type Path = readonly (string | number)[];

/**
 * The text of a sosent.yaml with one more entry in the list at `path`, which is made where it is missing. Comments and
 * layout stay as they were written: a line is added, and nothing else moves. Only where the file is laid out in a way
 * that takes no line, it is laid out anew, comments kept.
 */
export function addToYamlList(text: string, path: Path, value: Plain): string {
  const document = parseDocument(text);
  const added = spliceInto(text, document, path, value);
  const wanted = withEntry(document, path, value);
  if (added !== undefined) {
    const reread = parseDocument(added);
    if (reread.errors.length === 0 && isDeepStrictEqual(reread.toJS(), wanted.toJS())) return added;
  }
  return wanted.toString({ lineWidth: 0 });
}

function withEntry(document: Document, path: Path, value: Plain): Document {
  const copy = document.clone();
  if (isSeq(copy.getIn(path, true))) copy.addIn(path, copy.createNode(value));
  else copy.setIn(path, copy.createNode([value]));
  return copy;
}

/** Undefined where there is no place that a line fits into. */
function spliceInto(text: string, document: Document, path: Path, value: Plain): string | undefined {
  const list = document.getIn(path, true);
  const entry = flow(value);
  if (isSeq(list)) return intoCollection(text, list, entry, `- ${entry}`);
  const key = path.at(-1);
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (typeof key !== 'string' || !isMap(parent) || parent.has(key)) return undefined;
  if (path.length === 1) return `${endLine(text)}\n${key}:\n  - ${entry}\n`;
  return intoCollection(text, parent, `${key}: [${entry}]`, `${key}: [${entry}]`);
}

/** Before the closing bracket of `[...]` and `{...}`, else on a line of its own below the last entry. */
function intoCollection(text: string, list: Node, inline: string, line: string): string | undefined {
  if (!isCollection(list) || !list.range) return undefined;
  const [start, end] = list.range;
  if (list.flow === true) {
    const body = text.slice(0, end - 1).trimEnd();
    const closing = text.slice(body.length, end);
    return `${body}${list.items.length === 0 ? '' : ', '}${inline}${closing}${text.slice(end)}`;
  }
  const dash = text.lastIndexOf('\n', start) + 1;
  const column = isMap(list) ? columnOfKey(text, list) : /^\s*/.exec(text.slice(dash))?.[0].length;
  if (column === undefined) return undefined;
  const before = endLine(text.slice(0, endOfLine(text, end)));
  return `${before}${' '.repeat(column)}${line}\n${text.slice(endOfLine(text, end))}`;
}

/** Blanks before the keys of a map, also where the first stands behind a dash: `- name: Oslo`. */
function columnOfKey(text: string, map: YAMLMap): number | undefined {
  const key = map.items[0]?.key;
  if (!isScalar(key) || !key.range) return undefined;
  return key.range[0] - (text.lastIndexOf('\n', key.range[0]) + 1);
}

/** Behind the line feed of the line on which something ends; it may end with that line feed itself. */
function endOfLine(text: string, end: number): number {
  if (text[end - 1] === '\n') return end;
  const feed = text.indexOf('\n', end);
  return feed === -1 ? text.length : feed + 1;
}

function endLine(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** On one line, with quotation marks only where YAML would read something else without them. */
function flow(value: Plain): string {
  if (typeof value === 'string') return isPlainText(value) ? value : JSON.stringify(value);
  if (isList(value)) return `[${value.map(flow).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, one]) => `${flow(key)}: ${flow(one)}`);
  return `{ ${pairs.join(', ')} }`;
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

function isPlainText(text: string): boolean {
  return (
    /^\p{L}[\p{L}\p{M}\p{N} ._/-]*$/u.test(text) &&
    !/\s$/.test(text) &&
    typeof parseDocument(text).toJS() === 'string'
  );
}
