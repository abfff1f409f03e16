/** A table as it stood in a file: one header row and the rows below it, each as long as the header or not. */
export interface Table {
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly cells: readonly string[];
  /** First line of the row in the file, from 1, counting the lines inside quoted cells. */
  readonly line: number;
  /** True for the last row of a file that ends without a line end: it may have been cut off. */
  readonly cut?: boolean;
}
