import type { ColumnMapping } from '../model/event.ts';
import type { Problem } from '../model/problem.ts';
import type { Registration } from '../model/registration.ts';
import type { Table } from '../tabular/table.ts';

/** A table that somebody else's system wrote, with names that tell its columns apart. */
export interface SourceTable extends Table {
  /** The file as the organiser named it, for messages. */
  readonly file: string;
}

export interface SourceSettings {
  /** The organiser's word on columns, from sosent.yaml. */
  readonly columns: readonly ColumnMapping[];
  /** Headers that an extra column must not have, because the attendees' own columns have them. */
  readonly reserved: readonly string[];
}

/** What became of one column of a file. */
export interface ColumnUse {
  readonly header: string;
  /** A field of the registration, `wish.N`, `wishes` (a ranked list), or `extra`. */
  readonly field: string;
}

export interface SourceReading {
  readonly registrations: readonly Registration[];
  readonly columns: readonly ColumnUse[];
  readonly problems: readonly Problem[];
  /** False where the table as a whole cannot be used, for instance because nobody has a name. */
  readonly usable: boolean;
}

/** One system that registrations come from, with its own headers and habits. */
export interface Source {
  readonly id: string;
  /** As the summary names it. */
  readonly title: string;
  /** True where the headers are those of this system. */
  readonly detect: (headers: readonly string[]) => boolean;
  readonly read: (table: SourceTable, settings: SourceSettings) => SourceReading;
}
