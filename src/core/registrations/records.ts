import type { SourceRecord } from '../../model/registration.ts';
import { groupBy } from '../group-by.ts';
import type { CleanRegistration } from './clean-registration.ts';
import { fingerprint } from './same-person.ts';

/** What the rows of one person say per source, oldest first: within a source, a later cell that is not empty wins. */
export function recordRows(attendee: string, rows: readonly CleanRegistration[]): readonly SourceRecord[] {
  return joinRecords(
    inOrderOfTime(rows).map((row) => ({
      attendee,
      shape: row.registration.origin.shape,
      source: fileName(row.registration.origin.file),
      sourceId: row.sourceId,
      rows: [fingerprint(row)],
      fields: row.fields,
      extra: row.extra,
    })),
  );
}

/** One record per source, where the newest of its own stands; a later cell that is not empty wins. */
export function joinRecords(records: readonly SourceRecord[]): readonly SourceRecord[] {
  if (records.length < 2) return records;
  const joined = [...groupBy(records, (record) => record.shape).values()].map((theirs) =>
    theirs.reduce((before, latest) => updateRecord(before, latest)),
  );
  const place = new Map(records.map((record, index) => [record.shape, index]));
  return joined.sort((a, b) => (place.get(a.shape) ?? 0) - (place.get(b.shape) ?? 0));
}

/** What a source has said by now: its latest words, and its earlier ones where it says nothing any more. */
export function updateRecord(before: SourceRecord, latest: SourceRecord): SourceRecord {
  const filled = ([, cell]: [string, string]): boolean => cell !== '';
  return {
    ...latest,
    sourceId: latest.sourceId || before.sourceId,
    rows: [...new Set([...before.rows, ...latest.rows])].sort(),
    fields: { ...before.fields, ...Object.fromEntries(Object.entries(latest.fields).filter(filled)) },
    extra: { ...before.extra, ...Object.fromEntries(Object.entries(latest.extra).filter(filled)) },
  };
}

/** By the time of registration where it could be read, else by place in the files; rows without a time come first. */
export function inOrderOfTime(rows: readonly CleanRegistration[]): readonly CleanRegistration[] {
  if (rows.length < 2) return rows;
  const time = (row: CleanRegistration): string =>
    /^\d{4}-\d\d-\d\d/.test(row.fields.registeredAt) ? row.fields.registeredAt : '';
  return [...rows].sort((a, b) => (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : 0));
}

/** A file by its name alone: where it lay says nothing about the person. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
