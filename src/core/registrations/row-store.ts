import {
  RECORD_FIELDS,
  type RecordField,
  type RecordFields,
  type RegistrationOrigin,
} from '../../model/registration.ts';
import type { CleanRegistration } from './clean-registration.ts';

/** Unit separator: stands between cells, and in the cells of no form that anybody has seen. */
const BETWEEN = '\u001f';
/** Before a row that holds it all the same. */
const ESCAPED = '\u001e';
const FIELDS_FROM = 1;
const EXTRAS_FROM = FIELDS_FROM + RECORD_FIELDS.length;

/**
 * The understood rows of an import, by their place from 0. Each is packed into one text: a million of them take a
 * quarter of the memory that as many objects would.
 */
export interface RowStore {
  readonly length: number;
  readonly add: (row: CleanRegistration) => number;
  readonly get: (index: number) => CleanRegistration;
  readonly field: (index: number, field: RecordField) => string;
  /** Headers of extra columns that any row has. */
  readonly extras: ReadonlySet<string>;
}

export function createRowStore(): RowStore {
  const packed: string[] = [];
  const lines: number[] = [];
  const origins: RegistrationOrigin[] = [];
  const originOf: number[] = [];
  const extras = new Set<string>();
  let latest: RegistrationOrigin | undefined;
  return {
    extras,
    get length() {
      return packed.length;
    },
    add(row) {
      const { origin, line } = row.registration;
      // The rows of a file come one after the other and share the value.
      if (origin !== latest) origins.push(origin);
      latest = origin;
      for (const header in row.extra) extras.add(header);
      packed.push(pack(row));
      lines.push(line);
      originOf.push(origins.length - 1);
      return packed.length - 1;
    },
    get(index) {
      const origin = origins[originOf[index] ?? -1];
      if (origin === undefined) throw new RangeError(`there is no row ${index}`);
      return unpack(cellsOf(packed[index] ?? ''), { origin, line: lines[index] ?? 0 });
    },
    field: (index, field) => cellsOf(packed[index] ?? '')[FIELDS_FROM + RECORD_FIELDS.indexOf(field)] ?? '',
  };
}

/** The id of the source, the fields in their order, then extras as header and cell in turn. */
function pack({ sourceId, fields, extra }: CleanRegistration): string {
  const cells = [sourceId];
  for (const field of RECORD_FIELDS) cells.push(fields[field]);
  for (const header in extra) if (Object.hasOwn(extra, header)) cells.push(header, extra[header] ?? '');
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
  registration: CleanRegistration['registration'],
): CleanRegistration {
  const fields: Partial<Record<RecordField, string>> = {};
  for (const [index, field] of RECORD_FIELDS.entries()) fields[field] = cells[FIELDS_FROM + index] ?? '';
  const extra: [string, string][] = [];
  for (let at = EXTRAS_FROM; at < cells.length; at += 2) extra.push([cells[at] ?? '', cells[at + 1] ?? '']);
  return {
    registration,
    sourceId: cells[0] ?? '',
    // Every field of the list is there now.
    fields: fields as RecordFields,
    extra: Object.fromEntries(extra),
  };
}
