import type { LazyList } from '../model/lazy-list.ts';
import { FIELD_PLACES, FINGERPRINT_PLACE, RECORD_BESIDE, SOURCE_ID_PLACE } from '../model/packed-row.ts';
import type { Read } from '../model/problem.ts';
import { RECORD_FIELDS, recordFields, type SourceRecord } from '../model/registration.ts';
import type { PackedColumn } from '../tabular/packed-columns.ts';
import { writeList } from '../tabular/write-list.ts';
import { extraCells } from './attendees.ts';
import type { FileChange } from './commit-files.ts';
import { type DataRow, readDataFile } from './data-file.ts';
import type { EventFolder } from './event-folder.ts';

export const RECORDS_FILE = 'data/registrations.csv';
/** The columns before the fields, and where packed rows have them. */
const KEYS: readonly (readonly [header: string, packed: PackedColumn])[] = [
  ...RECORD_BESIDE.map((header, index) => [header, { beside: index }] as const),
  ['source_id', { cell: SOURCE_ID_PLACE }],
  ['rows', { cell: FINGERPRINT_PLACE }],
];
/** Before the header of an extra column, so that it is never taken for one of ours. */
const EXTRA = 'extra.';

/**
 * What each source last said about each attendee, in data/registrations.csv: what an import compares with. Nothing
 * where there is no such file yet; without it, an import cannot tell the organiser's edits from old values.
 */
export async function readSourceRecords(folder: EventFolder): Promise<Read<readonly SourceRecord[]>> {
  const file = await readDataFile(folder, RECORDS_FILE, ['attendee', 'shape']);
  if (file === undefined) return { value: [], problems: [] };
  const extras = file.headers.filter((header) => header.startsWith(EXTRA));
  return { value: Array.from(file.rows, (row) => toRecord(row, extras)), problems: file.problems };
}

function toRecord({ cell }: DataRow, extras: readonly string[]): SourceRecord {
  return {
    attendee: cell('attendee'),
    shape: cell('shape'),
    source: cell('source'),
    sourceId: cell('source_id'),
    rows: cell('rows').split(' ').filter(Boolean),
    fields: recordFields(cell),
    extra: Object.fromEntries(
      extras.flatMap((header) => (cell(header) ? [[header.slice(EXTRA.length), cell(header)]] : [])),
    ),
  };
}

/**
 * data/registrations.csv with these records, in the order given and made one by one; `extras` are the headers that any
 * of them has.
 */
export function recordsInPieces(
  records: LazyList<SourceRecord>,
  extras: ReadonlySet<string>,
): FileChange<Iterable<Uint8Array>> {
  const headers = [...extras].sort();
  const pieces = writeList(records, {
    headers: [
      ...KEYS.map(([header]) => header),
      ...RECORD_FIELDS,
      ...headers.map((header) => EXTRA + header),
    ],
    cells: ({ attendee, shape, source, sourceId, rows, fields, extra }) => [
      ...[attendee, shape, source, sourceId, rows.join(' ')],
      ...RECORD_FIELDS.map((field) => fields[field]),
      ...extraCells(extra, headers),
    ],
    packed: (places) => [
      ...KEYS.map(([, packed]) => packed),
      ...RECORD_FIELDS.map((field) => ({ cell: FIELD_PLACES[field] })),
      ...headers.map((header) => ({ extra: places.indexOf(header) })),
    ],
  });
  return { path: RECORDS_FILE, content: pieces };
}
