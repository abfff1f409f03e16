/** Where a record of a CSV text stands, as its quotes and line ends cut it. */
export interface ScannedRecord {
  /** Number of delimiters outside quotes. */
  readonly delimiters: number;
  /** True where a quotation mark stands in a cell without quotes: by accident, or because the delimiter is wrong. */
  readonly stray: boolean;
  /** Offset of its first character, and its line from 1. */
  readonly start: number;
  readonly line: number;
  /** Line of the quote that is still open at the end of the text, if there is one. */
  readonly openQuoteLine: number | undefined;
}

/**
 * The records of a CSV text without their cells, blank lines left out. A quote opens a quoted cell at the beginning
 * of a cell only, as the parser sees it: the one in `5" pipe` is text.
 */
export function* scanRecords(text: string, delimiter: string): Generator<ScannedRecord> {
  let record = { delimiters: 0, stray: false, start: 0, line: 1 };
  let line = 1;
  for (let at = 0; at < text.length; ) {
    const quoted = match(QUOTED, text, at);
    if (quoted !== '' && !isClosed(quoted)) return yield { ...record, openQuoteLine: line };
    line += quoted === '' ? 0 : countLineEnds(quoted);
    const end = endOfCell(text, at + quoted.length, delimiter);
    if (holdsQuote(text, at + quoted.length, end)) record.stray = true;
    at = end;
    const lineEnd = match(LINE_END, text, at);
    if (lineEnd === '' && at < text.length) {
      record.delimiters += 1;
      at += 1;
      continue;
    }
    if (at > record.start) yield { ...record, openQuoteLine: undefined };
    at += lineEnd.length;
    line += 1;
    record = { delimiters: 0, stray: false, start: at, line };
  }
  if (record.start < text.length && text.endsWith(delimiter)) yield { ...record, openQuoteLine: undefined };
}

const QUOTED = /"[^"]*(?:""[^"]*)*"?/y;
const LINE_END = /\r\n|\n|\r/y;

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** Inner marks come in pairs, so an even number of them means that the outer ones are both there. */
function isClosed(quoted: string): boolean {
  return (quoted.match(/"/g)?.length ?? 0) % 2 === 0;
}

/** Where the next delimiter or line end stands, or the text ends. */
function endOfCell(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

function holdsQuote(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (text[at] === '"') return true;
  return false;
}

function countLineEnds(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
