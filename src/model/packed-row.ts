import { RECORD_FIELDS, type RecordField } from './registration.ts';

/** Unit separator: stands between packed cells, and in the cells of no form that anybody has seen. */
export const BETWEEN = '\u001f';

/** Bytes from `start` up to `end`. */
export interface ByteRange {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/**
 * A row as it is kept outside the heap, in UTF-8: the id of the source, its fingerprint, the fields of `RECORD_FIELDS`
 * in their order, then extras, each as the place of its header and its cell, with `BETWEEN` between any two. Whoever
 * only writes the row copies bytes, and needs no texts.
 */
export interface PackedRow extends ByteRange {
  /** What the line has besides, by `ATTENDEE_BESIDE` or `RECORD_BESIDE`. */
  readonly beside: readonly string[];
}

/** Beside an attendee's cells; language and status are for those whose own are not known. */
export const ATTENDEE_BESIDE = ['id', 'code', 'source', 'language', 'status'] as const;
/** Beside a record's cells, by the columns of data/registrations.csv. */
export const RECORD_BESIDE = ['attendee', 'shape', 'source'] as const;

/** The cells that all of this is packed into, and the first of the extras. */
export const SOURCE_ID_PLACE = 0;
export const FINGERPRINT_PLACE = 1;
const FIELDS_FROM = 2;
// Every field is there; Object.fromEntries forgets that.
export const FIELD_PLACES = Object.fromEntries(
  RECORD_FIELDS.map((field, index) => [field, FIELDS_FROM + index]),
) as Readonly<Record<RecordField, number>>;
export const EXTRAS_PLACE = FIELDS_FROM + RECORD_FIELDS.length;
