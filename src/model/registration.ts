/** What a registration may say about a person, beside ranked wishes and the columns only the organiser understands. */
export const REGISTRATION_FIELDS = [
  'name',
  'givenName',
  'familyName',
  'email',
  'phone',
  'organisation',
  'unit',
  'type',
  'role',
  'language',
  'dietary',
  'accessibility',
  'needs',
  'solutions',
  'status',
  'registeredAt',
  'sourceId',
] as const;

export type RegistrationField = (typeof REGISTRATION_FIELDS)[number];

/** One cell about wishes: the theme of one rank, from 1, or a whole list in ranked order. */
export interface WishCell {
  readonly rank: number | 'list';
  readonly text: string;
  readonly column: string;
}

/** Cells that are not blank, by field. */
export type RegistrationCells = { readonly [Field in RegistrationField]?: string | undefined };

/** The record an attendee arrives with: every cell as it stood in the file, not yet judged. */
export interface Registration {
  readonly origin: RegistrationOrigin;
  /** Line in the file, from 1. */
  readonly line: number;
  readonly fields: RegistrationCells;
  readonly wishes: readonly WishCell[];
  /** Every other column, by its own header. */
  readonly extra: Readonly<Record<string, string>>;
}

/** What the registrations of one file have in common. */
export interface RegistrationOrigin {
  /** The file as the organiser named it. */
  readonly file: string;
  /**
   * Tells which system and form the file came from by the columns it has, whatever the file is called: ids that a
   * source gives are comparable within one shape only.
   */
  readonly shape: string;
  /** Header of the column that each field was read from. */
  readonly columns: Readonly<Partial<Record<RegistrationField, string>>>;
}

/** The fields of an attendee that registrations decide, each as one cell: wishes as ids, type and language as ids. */
export const RECORD_FIELDS = [
  'name',
  'email',
  'phone',
  'organisation',
  'unit',
  'type',
  'role',
  'language',
  'wishes',
  'dietary',
  'accessibility',
  'needs',
  'solutions',
  'status',
  'registeredAt',
] as const;

export type RecordField = (typeof RECORD_FIELDS)[number];
export type RecordFields = Readonly<Record<RecordField, string>>;

/** One cell for each field. Written out, because objects that grow key by key cost a large import half its time. */
export function recordFields(cellOf: (field: RecordField) => string): RecordFields {
  return {
    name: cellOf('name'),
    email: cellOf('email'),
    phone: cellOf('phone'),
    organisation: cellOf('organisation'),
    unit: cellOf('unit'),
    type: cellOf('type'),
    role: cellOf('role'),
    language: cellOf('language'),
    wishes: cellOf('wishes'),
    dietary: cellOf('dietary'),
    accessibility: cellOf('accessibility'),
    needs: cellOf('needs'),
    solutions: cellOf('solutions'),
    status: cellOf('status'),
    registeredAt: cellOf('registeredAt'),
  };
}

/**
 * What one source last said about one attendee. Kept beside the attendee, it tells the next import what the source
 * has changed since, and so what is the organiser's own edit.
 */
export interface SourceRecord {
  /** Id of the attendee. */
  readonly attendee: string;
  readonly shape: string;
  /** Name of the file that it last came in. */
  readonly source: string;
  /** The id that the source gave, or ''. */
  readonly sourceId: string;
  /** Fingerprints of the rows that this is made of: met again, they are this attendee without any weighing. */
  readonly rows: readonly string[];
  readonly fields: RecordFields;
  readonly extra: Readonly<Record<string, string>>;
}
