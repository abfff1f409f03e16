import type { ColumnMapping } from '../model/event.ts';
import type { Problem } from '../model/problem.ts';
import type { Registration } from '../model/registration.ts';
import type { TableRow } from '../tabular/table.ts';

/** The top of a table that somebody else's system wrote: enough to tell whose it is and what its columns mean. */
export interface SourceTable {
  /** The file as the organiser named it, for messages. */
  readonly file: string;
  /** Names that tell the columns apart, see `nameColumns`. */
  readonly headers: readonly string[];
  /** The first rows, fifty at most. */
  readonly sample: readonly TableRow[];
  /** Whether we wrote it, with a quote in front of what a spreadsheet would run as a formula. */
  readonly isGuarded?: boolean;
}

export interface SourceSettings {
  /** The organiser's word on columns: `--map` before `columns:` of sosent.yaml. */
  readonly columns: readonly ColumnMapping[];
  /** Headers that an extra column must not have, because the attendees' own columns have them. */
  readonly reserved: readonly string[];
  /** Whether a text names a theme of the event, in any language or spelling that it knows. */
  readonly isTheme: (text: string) => boolean;
}

/** What became of one column of a file. */
export interface ColumnUse {
  readonly header: string;
  /**
   * A field of the registration, `wish.N`, `wishes` (a ranked list), `rank` (of the theme in the header), `extra`, or
   * `skip` (not kept).
   */
  readonly field: string;
}

/** A column as an organiser recognises it: its header and what stands in it. */
export interface ColumnSample {
  readonly header: string;
  /** The different values among the first rows, without outer blanks and empty cells. */
  readonly cells: readonly string[];
}

/** A column of which a person should say what it means. */
export type UnclearColumn =
  /** Several columns look like `field`; the first is used, the others are kept as extras. */
  | { readonly kind: 'rivals'; readonly field: string; readonly columns: readonly ColumnSample[] }
  /** `themes`: the cells are wishes by their look, and kept as an extra. `guess`: taken for `field` on thin ground. */
  | { readonly kind: 'themes' | 'guess'; readonly field: string; readonly column: ColumnSample };

/** A table whose columns are settled; its rows are read one by one, so that a file of any length can be. */
export interface OpenedSource {
  readonly columns: readonly ColumnUse[];
  readonly unclear: readonly UnclearColumn[];
  readonly problems: readonly Problem[];
  /** False where the table as a whole cannot be used, for instance because nobody has a name. */
  readonly usable: boolean;
  readonly read: (row: TableRow) => RowReading;
}

/** What one row says: nobody, a person, or several. */
export interface RowReading {
  readonly registrations: readonly Registration[];
  readonly problems: readonly Problem[];
}

/** One system that registrations come from, with its own headers and habits. */
export interface Source {
  readonly id: string;
  /** As the summary names it. */
  readonly title: string;
  /** How the table shows that it is this system's, for the summary; undefined where it does not. */
  readonly detect: (table: SourceTable) => string | undefined;
  readonly open: (table: SourceTable, settings: SourceSettings) => OpenedSource;
}
