import {
  BETWEEN,
  EXTRAS_PLACE,
  FIELD_PLACES,
  type PackedRow,
  SOURCE_ID_PLACE,
} from '../../model/packed-row.ts';
import { RECORD_FIELDS, type RegistrationOrigin, recordFields } from '../../model/registration.ts';
import type { CleanRegistration } from './clean-registration.ts';
import { createTextStore } from './text-store.ts';

/** Before a row whose cells hold the separator all the same. */
const ESCAPED = '\u001e';

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
  readonly add: (row: CleanRegistration) => number;
  readonly get: (index: number) => CleanRegistration;
  readonly identity: (index: number) => RowIdentity;
  readonly field: (index: number, field: 'name' | 'email' | 'organisation') => string;
  /** The row as it is packed, with this beside it; undefined for one whose cells hold the separator. */
  readonly packed: (index: number, beside: readonly string[]) => PackedRow | undefined;
  /** Headers of extra columns by the places that packed rows name them by. */
  readonly headers: readonly string[];
  readonly origin: (index: number) => RegistrationOrigin;
  readonly line: (index: number) => number;
  /** Headers of extra columns that any row has. */
  readonly extras: ReadonlySet<string>;
}

export function createRowStore(): RowStore {
  const texts = createTextStore();
  const lines: number[] = [];
  const origins: RegistrationOrigin[] = [];
  const originOf: number[] = [];
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
  const origin = (index: number): RegistrationOrigin => {
    const found = origins[originOf[index] ?? -1];
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
    packed: (index, beside) => (texts.startsWith(index, ESCAPED) ? undefined : texts.packed(index, beside)),
    line: (index) => lines[index] ?? 0,
    get length() {
      return lines.length;
    },
    add(row) {
      const { registration } = row;
      // The rows of a file come one after the other and share the value.
      if (registration.origin !== origins.at(-1)) origins.push(registration.origin);
      originOf.push(origins.length - 1);
      texts.add(pack(row, nameHeader));
      return lines.push(registration.line) - 1;
    },
    get: (index) =>
      unpack(cellsOf(texts.get(index)), headers, { origin: origin(index), line: lines[index] ?? 0 }),
    identity(index) {
      const [sourceId = '', name = '', email = '', , organisation = ''] = firstCells(
        index,
        FIELD_PLACES.organisation + 1,
      );
      return { shape: origin(index).shape, sourceId, name, email, organisation };
    },
    field(index, field) {
      const place = FIELD_PLACES[field];
      return firstCells(index, place + 1)[place] ?? '';
    },
  };
}

/** The id of the source, the fields in their order, then extras, each as the place of its header and its cell. */
function pack(
  { sourceId, fields, extra }: CleanRegistration,
  nameHeader: (header: string) => string,
): string {
  const cells = [sourceId];
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
