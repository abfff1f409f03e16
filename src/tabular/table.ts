import type { Problem } from '../model/problem.ts';

/** A table as it stood in a file: one header row and the rows below it, each as long as the header or not. */
export interface Table {
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
}

/** A table that is read as it is needed, so that one of any length can be. */
export interface TableReading {
  readonly headers: readonly string[];
  /** The first rows below the header, fifty at most. */
  readonly sample: readonly TableRow[];
  readonly delimiter: string;
  /** All rows below the header, in order, some at a time. Each call reads the file anew. */
  readonly batches: () => AsyncIterable<readonly TableRow[]>;
  /** What had to be guessed, replaced or left out, with the rows; complete when the batches have been read. */
  readonly problems: () => readonly Problem[];
}

export interface TableRow {
  readonly cells: readonly string[];
  /** First line of the row in the file, from 1, counting the lines inside quoted cells. */
  readonly line: number;
  /** True for the last row of a file that ends without a line end: it may have been cut off. */
  readonly cut?: boolean;
}
