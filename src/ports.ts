/** The few places where sosent touches the world; tests replace them. */

export interface Clock {
  now(): Date;
}

/** Asks the person at the terminal. Exists only where stdin and stderr are a terminal and `--json` is off. */
export interface Prompt {
  confirm(question: string, initial: boolean): Promise<boolean>;
  input(question: string, initial: string): Promise<string>;
}

export interface Terminal {
  /** Columns to fill; 80 where the output is no terminal. */
  readonly width: number;
  /** A line of progress on stderr; replaced by the next one on a terminal, dropped in scripts. */
  progress(line: string): void;
}

/** Turns Typst source into pages. Images are passed by name and are available to the source under that path. */
export interface PdfPrinter {
  pdf(job: PrintJob): Uint8Array;
  svg(job: PrintJob): string;
}

export interface PrintJob {
  /** Typst source of the whole document. */
  readonly source: string;
  /** Files the source reads, by absolute virtual path such as `/logo.svg`. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** Creation time that goes into the PDF, so that the same input gives the same bytes. */
  readonly createdAt: Date;
}
