import { detectDelimiter } from './detect-delimiter.ts';

/** How a table is written, and where it begins. */
export interface Dialect {
  readonly delimiter: string;
  /** Bytes of UTF-8 before the table, and the number of its first line. */
  readonly skip: number;
  readonly firstLine: number;
}

/**
 * The dialect of a table by its beginning: a first line such as `sep=;`, which Excel writes and obeys, decides; else
 * what cuts the records most alike. `chosen` goes before both.
 */
export function dialectOf(start: string, chosen?: string): Dialect {
  const announced = /^(?:sep=(.)|"sep=(.)")(?:\r\n|\n|\r|$)/u.exec(start);
  if (announced === null) return { delimiter: chosen ?? detectDelimiter(start), skip: 0, firstLine: 1 };
  const delimiter = chosen ?? announced[1] ?? announced[2] ?? ',';
  return { delimiter, skip: Buffer.byteLength(announced[0]), firstLine: 2 };
}
