/** How much a problem matters: an `error` stops or spoils a result, a `warning` wants a look, a `hint` may be ignored. */
export type Severity = 'error' | 'warning' | 'hint';

/** Where a problem stands. Lines are counted from 1 as an editor or spreadsheet shows them. */
export interface Location {
  /** Path as the organiser would type it. */
  readonly file: string;
  readonly line?: number;
  /** The character in the line, from 1 (YAML), or the header of the column (CSV). */
  readonly column?: number | string;
}

/**
 * Any located finding about input, configuration or a result: the one shape in which sosent says that
 * something is wrong. `code` is permanent and listed in docs/errors.md; `message` says what happened, `hint`
 * what to do next.
 */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
  readonly location?: Location;
}

/** What a reader returns: the value as far as it could be read, and everything that was wrong on the way. */
export interface Read<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}
