import { LineCounter, type LineTally } from './line-tally.ts';
import { countLineEnds } from './quoted-record.ts';

/** What the reader met on the way. */
export interface RecordFindings {
  /** Line of a quotation mark that never closes: its record and all below it are left out. */
  readonly openQuoteLine: number | undefined;
  /** Line of a record that is too long to be one: it and all below it are left out. */
  readonly endlessLine: number | undefined;
  /** Quotation marks in the middle of cells, taken as text. */
  readonly strayQuotes: LineTally;
  /** NUL bytes, left out. */
  readonly nuls: LineTally;
  /** U+FFFD, which stands for characters that are lost. */
  readonly lost: LineTally;
  /** UTF-8 that was read as Windows-1252 and written as UTF-8 again, as in "BÃ¦rum". */
  readonly garbled: LineTally;
  /** True where nothing more can be read. */
  readonly isBroken: boolean;
}

/** The same while the reader is at work. */
export class Findings implements RecordFindings {
  openQuoteLine: number | undefined = undefined;
  endlessLine: number | undefined = undefined;
  readonly strayQuotes = new LineCounter();
  readonly nuls = new LineCounter();
  readonly lost = new LineCounter();
  readonly garbled = new LineCounter();

  get isBroken(): boolean {
    return this.openQuoteLine !== undefined || this.endlessLine !== undefined;
  }
}

const LOST = Buffer.from('\ufffd');
/** "Ã" and what stands for the second byte of æ, ø, å, ä, ö and their capitals. */
const GARBLED = Buffer.from('Ã');

/** Notes what is suspicious in the bytes from an offset on, and gives them back without NUL bytes. */
export function inspectText(bytes: Buffer, from: number, line: number, found: Findings): Buffer {
  noteLines(bytes, LOST, Math.max(0, from - 2), line, found.lost);
  noteLines(bytes, GARBLED, Math.max(0, from - 2), line, found.garbled, isGarbled);
  if (!bytes.includes(0, from)) return bytes;
  noteLines(bytes, Buffer.of(0), from, line, found.nuls);
  return bytes.filter((byte) => byte !== 0) as Buffer;
}

function noteLines(
  bytes: Buffer,
  wanted: Buffer,
  from: number,
  firstLine: number,
  tally: LineCounter,
  counts: (bytes: Buffer, at: number) => boolean = () => true,
): void {
  let counted = 0;
  let line = firstLine;
  for (let at = bytes.indexOf(wanted, from); at !== -1; at = bytes.indexOf(wanted, at + 1)) {
    if (!counts(bytes, at)) continue;
    line += countLineEnds(bytes, counted, at);
    counted = at;
    tally.add(line);
  }
}

/** U+0080-U+00BF, or one of the signs that Windows-1252 has at 0x80-0x9F. */
function isGarbled(bytes: Buffer, at: number): boolean {
  const next = bytes[at + 2];
  return next === 0xc2 || next === 0xe2 || (next === 0xcb && bytes[at + 3] === 0x9c);
}
