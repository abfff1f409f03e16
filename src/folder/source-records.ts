import type { Read } from '../model/problem.ts';
import { RECORD_FIELDS, type RecordFields, type SourceRecord } from '../model/registration.ts';
import { writeTable } from '../tabular/write-table.ts';
import type { FileChange } from './commit-files.ts';
import { type DataRow, readDataFile } from './data-file.ts';
import type { EventFolder } from './event-folder.ts';

const RECORDS_FILE = 'data/registrations.csv';
const KEYS = ['attendee', 'shape', 'source', 'source_id', 'rows'] as const;
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
  return { value: file.rows.map((row) => toRecord(row, extras)), problems: file.problems };
}

function toRecord({ cell }: DataRow, extras: readonly string[]): SourceRecord {
  return {
    attendee: cell('attendee'),
    shape: cell('shape'),
    source: cell('source'),
    sourceId: cell('source_id'),
    rows: cell('rows').split(' ').filter(Boolean),
    // Every field of the list is there; Object.fromEntries forgets that.
    fields: Object.fromEntries(RECORD_FIELDS.map((field) => [field, cell(field)])) as RecordFields,
    extra: Object.fromEntries(
      extras.flatMap((header) => (cell(header) ? [[header.slice(EXTRA.length), cell(header)]] : [])),
    ),
  };
}

/** data/registrations.csv with these records, in the order given. */
export function sourceRecordsFile(records: readonly SourceRecord[]): FileChange {
  const extras = [...new Set(records.flatMap((record) => Object.keys(record.extra)))].sort();
  const rows = records.map((record) => [
    record.attendee,
    record.shape,
    record.source,
    record.sourceId,
    record.rows.join(' '),
    ...RECORD_FIELDS.map((field) => record.fields[field]),
    ...extras.map((header) => (Object.hasOwn(record.extra, header) ? (record.extra[header] ?? '') : '')),
  ]);
  const headers = [...KEYS, ...RECORD_FIELDS, ...extras.map((header) => EXTRA + header)];
  return { path: RECORDS_FILE, content: writeTable(headers, rows) };
}
