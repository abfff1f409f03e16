import { RECORD_FIELDS, type RecordField } from './registration.ts';

/** Unit separator: stands between packed cells, and in the cells of no form that anybody has seen. */
export const BETWEEN = '\u001f';

/**
 * A row as it is kept outside the heap, in UTF-8: the id of the source, the fields of `RECORD_FIELDS` in their order,
 * then extras, each as the place of its header and its cell, with `BETWEEN` between any two. Whoever only writes the
 * row copies bytes, and needs no texts.
 */
export interface PackedRow {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** What the line has besides, by `ATTENDEE_BESIDE` or `RECORD_BESIDE`. */
  readonly beside: readonly string[];
}

/** Beside an attendee's cells; language and status are for those whose own are not known. */
export const ATTENDEE_BESIDE = ['id', 'code', 'source', 'language', 'status'] as const;
/** Beside a record's cells, by the columns of data/registrations.csv. */
export const RECORD_BESIDE = ['attendee', 'shape', 'source', 'rows'] as const;

/** The cell that the id of the source and each field are packed into, and the first of the extras. */
export const SOURCE_ID_PLACE = 0;
const FIELDS_FROM = 1;
// Every field is there; Object.fromEntries forgets that.
export const FIELD_PLACES = Object.fromEntries(
  RECORD_FIELDS.map((field, index) => [field, FIELDS_FROM + index]),
) as Readonly<Record<RecordField, number>>;
export const EXTRAS_PLACE = FIELDS_FROM + RECORD_FIELDS.length;
