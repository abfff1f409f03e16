import {
  BETWEEN,
  type ByteRange,
  EXTRAS_PLACE,
  FIELD_PLACES,
  type PackedRow,
  SOURCE_ID_PLACE,
} from '../../model/packed-row.ts';
import { RECORD_FIELDS, type RegistrationOrigin, recordFields } from '../../model/registration.ts';
import { enlarged } from '../enlarge.ts';
import type { CleanRegistration } from './clean-registration.ts';
import { fileName } from './records.ts';
import { createTextStore } from './text-store.ts';

/** Before a row whose cells hold the separator all the same. */
const ESCAPED = '\u001e';
const ESCAPED_CODE = ESCAPED.charCodeAt(0);

/** What tells the person of a row apart from others. */
export interface RowIdentity {
  readonly shape: string;
  readonly sourceId: string;
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
}

/**
 * The understood rows of an import, by their place from 0. Each is packed into UTF-8 outside the heap: a million of
 * them take little more than their file, and cost the garbage collector nothing.
 */
export interface RowStore {
  readonly length: number;
  /** The fingerprint tells whether a row was met before, see `fingerprint`. */
  readonly add: (row: CleanRegistration, fingerprint: string) => number;
  readonly get: (index: number) => CleanRegistration;
  readonly identity: (index: number) => RowIdentity;
  readonly field: (index: number, field: 'name' | 'email' | 'organisation') => string;
  /** The same in UTF-8, without a text being made. */
  readonly fieldBytes: (index: number, field: 'name') => ByteRange;
  /** The row as it is packed, with this beside it; undefined for one whose cells hold the separator. */
  readonly packed: (index: number, beside: readonly string[]) => PackedRow | undefined;
  /** Headers of extra columns by the places that packed rows name them by. */
  readonly headers: readonly string[];
  readonly origin: (index: number) => RegistrationOrigin;
  /** Name of the file that the row stood in. */
  readonly source: (index: number) => string;
  readonly line: (index: number) => number;
  /** Headers of extra columns that any row has. */
  readonly extras: ReadonlySet<string>;
}

export function createRowStore(): RowStore {
  const texts = createTextStore();
  let count = 0;
  let lines = new Uint32Array(1024);
  const origins: RegistrationOrigin[] = [];
  const sources: string[] = [];
  /** The first row of each: the rows of a file come one after the other. */
  const firsts: number[] = [];
  const headers: string[] = [];
  const placeOfHeader = new Map<string, string>();
  const extras = new Set<string>();
  const nameHeader = (header: string): string => {
    const known = placeOfHeader.get(header);
    if (known !== undefined) return known;
    const place = String(headers.push(header) - 1);
    placeOfHeader.set(header, place);
    extras.add(header);
    return place;
  };
  const fileOf = (index: number): number => {
    let [low, high] = [0, firsts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((firsts[middle] as number) > index) high = middle - 1;
      else low = middle;
    }
    return low;
  };
  const origin = (index: number): RegistrationOrigin => {
    const found = index < count ? origins[fileOf(index)] : undefined;
    if (found === undefined) throw new RangeError(`there is no row ${index}`);
    return found;
  };
  const firstCells = (index: number, count: number): readonly string[] =>
    texts.startsWith(index, ESCAPED)
      ? cellsOf(texts.get(index))
      : texts.until(index, BETWEEN, count).split(BETWEEN);
  return {
    extras,
    headers,
    origin,
    source: (index) => sources[fileOf(index)] ?? '',
    packed(index, beside) {
      const { bytes, start, end } = texts.bytes(index);
      return bytes[start] === ESCAPED_CODE ? undefined : { bytes, start, end, beside };
    },
    line: (index) => lines[index] ?? 0,
    get length() {
      return count;
    },
    add(row, fingerprint) {
      const { registration } = row;
      // The rows of a file share the value.
      if (registration.origin !== origins.at(-1)) {
        origins.push(registration.origin);
        firsts.push(count);
        sources.push(fileName(registration.origin.file));
      }
      texts.add(pack(row, fingerprint, nameHeader));
      if (count === lines.length) lines = enlarged(lines);
      lines[count] = registration.line;
      count += 1;
      return count - 1;
    },
    get: (index) =>
      unpack(cellsOf(texts.get(index)), headers, { origin: origin(index), line: lines[index] ?? 0 }),
    identity(index) {
      const [sourceId = '', , name = '', email = '', , organisation = ''] = firstCells(
        index,
        FIELD_PLACES.organisation + 1,
      );
      return { shape: origin(index).shape, sourceId, name, email, organisation };
    },
    fieldBytes(index, field) {
      if (!texts.startsWith(index, ESCAPED)) return texts.between(index, BETWEEN, FIELD_PLACES[field]);
      const bytes = Buffer.from(cellsOf(texts.get(index))[FIELD_PLACES[field]] ?? '');
      return { bytes, start: 0, end: bytes.length };
    },
    field(index, field) {
      const place = FIELD_PLACES[field];
      return firstCells(index, place + 1)[place] ?? '';
    },
  };
}

/** The cells of a `PackedRow`; as JSON where one of them holds the separator. */
function pack(
  { sourceId, fields, extra }: CleanRegistration,
  fingerprint: string,
  nameHeader: (header: string) => string,
): string {
  const cells = [sourceId, fingerprint];
  for (const field of RECORD_FIELDS) cells.push(fields[field]);
  for (const [header, cell] of Object.entries(extra)) cells.push(nameHeader(header), cell);
  const text = cells.join(BETWEEN);
  return text.startsWith(ESCAPED) || countSeparators(text) !== cells.length - 1
    ? ESCAPED + JSON.stringify(cells)
    : text;
}

function countSeparators(text: string): number {
  let count = 0;
  for (let at = text.indexOf(BETWEEN); at !== -1; at = text.indexOf(BETWEEN, at + 1)) count += 1;
  return count;
}

function cellsOf(packed: string): readonly string[] {
  return packed.startsWith(ESCAPED) ? JSON.parse(packed.slice(ESCAPED.length)) : packed.split(BETWEEN);
}

function unpack(
  cells: readonly string[],
  headers: readonly string[],
  registration: CleanRegistration['registration'],
): CleanRegistration {
  const extra: [string, string][] = [];
  for (let at = EXTRAS_PLACE; at < cells.length; at += 2) {
    extra.push([headers[Number(cells[at])] ?? '', cells[at + 1] ?? '']);
  }
  return {
    registration,
    sourceId: cells[SOURCE_ID_PLACE] ?? '',
    fields: recordFields((field) => cells[FIELD_PLACES[field]] ?? ''),
    extra: Object.fromEntries(extra),
  };
}
