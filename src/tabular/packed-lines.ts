import { EXTRAS_PLACE, type PackedRow } from '../model/packed-row.ts';
import { cutPackedRow, KIND, KINDS, packedCells, SEPARATOR } from './cut-packed-row.ts';
import { type PackedColumn, type Step, toSteps } from './packed-columns.ts';
import { STORE, writeCell } from './write-table.ts';

/** Lines of our own dialect, as bytes. */
export interface PackedLines {
  /** Adds the line of a packed row: bytes are copied, and only a cell that wants quotes or a guard becomes a text. */
  readonly add: (row: PackedRow) => void;
  /** Adds a text as it stands. */
  readonly addText: (text: string) => void;
  /** Number of bytes so far. */
  readonly length: () => number;
  /** All bytes so far, which are then forgotten here. */
  readonly take: () => Uint8Array;
}

const COMMA = STORE.delimiter.charCodeAt(0);
const LINE_FEED = 0x0a;
/** UTF-8 has at most three bytes for each UTF-16 code unit. */
const MOST_BYTES_PER_UNIT = 3;

/** `room`: so many bytes are expected before they are taken. The hot loops of writing, which mutate. */
export function packedLines(columns: readonly PackedColumn[], room: number): PackedLines {
  const steps = toSteps(columns);
  const cells = packedCells();
  /** Per extra the cell that holds it; 0 where there is none. */
  const extras = new Uint32Array(countExtras(steps));
  const shared = new Map<string, Uint8Array>();
  let lines = Buffer.allocUnsafeSlow(room);
  let used = 0;

  const makeRoom = (more: number): void => {
    if (lines.length - used >= more) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(2 * lines.length, used + more));
    lines.copy(larger, 0, 0, used);
    lines = larger;
  };
  const findExtras = (bytes: Uint8Array): void => {
    extras.fill(0);
    for (let cell = EXTRAS_PLACE; cell < cells.count; cell += 2) {
      const place = numberIn(bytes, cells.starts[cell] as number);
      if (place < extras.length) extras[place] = cell + 1;
    }
  };
  /** Plain cells that follow each other, from the first to the last of these. */
  const copyPlain = (bytes: Uint8Array, first: number, last: number): void => {
    const end = (cells.starts[last + 1] as number) - 1;
    let to = used;
    for (let at = cells.starts[first] as number; at < end; at += 1) {
      const byte = bytes[at] as number;
      lines[to] = byte === SEPARATOR ? COMMA : byte;
      to += 1;
    }
    used = to;
  };
  const copyCell = (bytes: Uint8Array, cell: number): void => {
    if (cells.special[cell] === 0) copyPlain(bytes, cell, cell);
    else {
      const [start, next] = [cells.starts[cell] as number, cells.starts[cell + 1] as number];
      addText(writeCell(asText(bytes, start, next - 1)));
    }
  };
  const copyCells = (bytes: Uint8Array, first: number, last: number): void => {
    if (cells.isPlain) {
      copyPlain(bytes, first, last);
      return;
    }
    for (let cell = first; cell <= last; cell += 1) {
      if (cell > first) {
        lines[used] = COMMA;
        used += 1;
      }
      copyCell(bytes, cell);
    }
  };
  const addText = (text: string): void => {
    used += lines.write(text, used);
  };
  /** Ids differ from line to line and are copied sign by sign; names of files are the same ones again and again. */
  const addBeside = (text: string): void => {
    if (copyAscii(text, lines, used)) used += text.length;
    else addShared(text);
  };
  const addShared = (text: string): void => {
    const bytes = shared.get(text) ?? Buffer.from(writeCell(text));
    shared.set(text, bytes);
    lines.set(bytes, used);
    used += bytes.length;
  };
  const write = ({ kind, place, other }: Step, { bytes, beside }: PackedRow): void => {
    if (kind === 'cells') copyCells(bytes, place, other);
    else if (kind === 'beside') addBeside(beside[place] ?? '');
    else if (kind === 'extra') {
      const cell = extras[place] as number;
      if (cell !== 0) copyCell(bytes, cell);
    } else if (kind === 'either') {
      const isEmpty = (cells.starts[place + 1] as number) - 1 === cells.starts[place];
      if (isEmpty) addBeside(beside[other] ?? '');
      else copyCell(bytes, place);
    }
  };
  return {
    length: () => used,
    add(row) {
      makeRoom(mostBytes(row, columns.length));
      cutPackedRow(row, cells);
      if (extras.length > 0) findExtras(row.bytes);
      for (let index = 0; index < steps.length; index += 1) {
        write(steps[index] as Step, row);
        lines[used] = COMMA;
        used += 1;
      }
      lines[used - 1] = LINE_FEED;
    },
    addText(text) {
      makeRoom(text.length * MOST_BYTES_PER_UNIT);
      addText(text);
    },
    take() {
      const taken = lines.subarray(0, used);
      lines = Buffer.allocUnsafeSlow(room);
      used = 0;
      return taken;
    },
  };
}

/** One more than the last place of an extra that is written. */
function countExtras(steps: readonly Step[]): number {
  return steps.reduce((most, { kind, place }) => (kind === 'extra' ? Math.max(most, place + 1) : most), 0);
}

/** Every sign twice and in quotes, with a guard and the delimiter. */
function mostBytes({ start, end, beside }: PackedRow, columns: number): number {
  let most = 2 * (end - start) + 4 * columns;
  for (const text of beside) most += 2 * MOST_BYTES_PER_UNIT * text.length;
  return most;
}

/** The figures that stand here. */
function numberIn(bytes: Uint8Array, from: number): number {
  let number = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const digit = (bytes[at] as number) - 0x30;
    if (digit < 0 || digit > 9) break;
    number = number * 10 + digit;
  }
  return number;
}

function asText(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8', start, end);
}

/** False where the text is not all plain. */
function copyAscii(text: string, lines: Uint8Array, from: number): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const kind = code < 0x80 ? KINDS[code] : KIND.special;
    if (kind !== KIND.plain && (kind !== KIND.first || at === 0)) return false;
    lines[from + at] = code;
  }
  return true;
}
