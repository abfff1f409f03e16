/** Bytes that mean something in a table. */
export const BYTE = { lineFeed: 10, carriageReturn: 13, quote: 34 } as const;

/** Where a record with quotation marks ends, and what stands in it. */
export interface QuotedRecord {
  /** Offset behind its line end; undefined where the bytes end first. */
  readonly end: number | undefined;
  /** Offset of the quote that is open where the bytes end. */
  readonly openQuote: number | undefined;
  /** Line ends inside its cells. */
  readonly innerLines: number;
  /** True where a mark stands in the middle of a cell, or behind the one that closes it. */
  readonly stray: boolean;
}

/**
 * Follows the quotation marks of one record as csv-parse does with `relax_quotes`: a mark opens a cell only at its
 * beginning, doubled marks are text, and one that is not followed by a delimiter or line end makes the rest text.
 * `isLast` tells that no bytes follow, so that what stands at the end is complete.
 */
export function followQuotes(bytes: Buffer, start: number, delimiter: Buffer, isLast: boolean): QuotedRecord {
  let at = start;
  let innerLines = 0;
  let stray = false;
  for (;;) {
    const cell = followCell(bytes, at, delimiter, isLast);
    innerLines += cell.innerLines;
    stray ||= cell.stray;
    const { end } = cell;
    if (end === undefined) return { end, openQuote: cell.openQuote, innerLines, stray };
    if (end === bytes.length)
      return { end: isLast ? end : undefined, openQuote: undefined, innerLines, stray };
    if (isLineEnd(bytes[end])) {
      const length = lineEndLength(bytes, end, isLast);
      return { end: length === 0 ? undefined : end + length, openQuote: undefined, innerLines, stray };
    }
    at = end + delimiter.length;
  }
}

/** The same of one cell: it ends where its delimiter, its line end or the end of the bytes stands. */
function followCell(bytes: Buffer, start: number, delimiter: Buffer, isLast: boolean): QuotedRecord {
  if (bytes[start] !== BYTE.quote) {
    const end = endOfText(bytes, start, delimiter);
    return {
      end,
      openQuote: undefined,
      innerLines: 0,
      stray: bytes.subarray(start, end).includes(BYTE.quote),
    };
  }
  const close = closingQuote(bytes, start + 1);
  if (close === -1) return { end: undefined, openQuote: start, innerLines: 0, stray: false };
  const innerLines = countLineEnds(bytes, start, close);
  // What follows the last mark decides what it means.
  if (close === bytes.length - 1 && !isLast)
    return { end: undefined, openQuote: undefined, innerLines, stray: false };
  const end = endOfText(bytes, close + 1, delimiter);
  return { end, openQuote: undefined, innerLines, stray: end > close + 1 };
}

/** Length of the line end at an offset; 0 for a carriage return that may be followed by a line feed not yet there. */
export function lineEndLength(bytes: Buffer, at: number, isLast: boolean): number {
  if (bytes[at] !== BYTE.carriageReturn) return 1;
  if (bytes[at + 1] === BYTE.lineFeed) return 2;
  return at + 1 < bytes.length || isLast ? 1 : 0;
}

export function countLineEnds(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at];
    const isPair = byte === BYTE.lineFeed && at > from && bytes[at - 1] === BYTE.carriageReturn;
    if (isLineEnd(byte) && !isPair) count += 1;
  }
  return count;
}

function closingQuote(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(BYTE.quote, from);
  while (at !== -1 && bytes[at + 1] === BYTE.quote) at = bytes.indexOf(BYTE.quote, at + 2);
  return at;
}

function endOfText(bytes: Buffer, from: number, delimiter: Buffer): number {
  for (let at = from; at < bytes.length; at += 1) {
    if (isLineEnd(bytes[at]) || startsWith(bytes, at, delimiter)) return at;
  }
  return bytes.length;
}

export function startsWith(bytes: Buffer, at: number, wanted: Buffer): boolean {
  for (let index = 0; index < wanted.length; index += 1) {
    if (bytes[at + index] !== wanted[index]) return false;
  }
  return true;
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === BYTE.lineFeed || byte === BYTE.carriageReturn;
}
