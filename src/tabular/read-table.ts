import type { ByteSource } from './byte-source.ts';
import { toUtf8 } from './decode.ts';
import { type Dialect, dialectOf } from './dialect.ts';
import { type FoundHeader, findHeader } from './find-header.ts';
import { LineCounter } from './line-tally.ts';
import { withoutBlankLines } from './parse-table.ts';
import { headerProblems, rowProblems } from './reading-problems.ts';
import type { RecordFindings } from './record-findings.ts';
import { recordReader } from './record-reader.ts';
import type { TableReading, TableRow } from './table.ts';
import { unwrapRow, wrappedWidth } from './unwrap-row.ts';

/** A text file that holds a table, and how it is written. */
export interface TableFile {
  /** The file as the organiser named it, for messages. */
  readonly file: string;
  readonly source: ByteSource;
  /** What `inspectBytes` found, or the organiser's word. */
  readonly encoding: string;
  /** The organiser's word on what divides the cells; else it is detected. */
  readonly delimiter?: string | undefined;
}

/**
 * Reads the top of somebody else's table: dialect, header and first rows; the rest comes in batches. Takes any line
 * end, stray quotes, title lines, two header rows and rows that are wrapped whole in quotes, and says so. Never throws
 * for what stands in the file.
 */
export async function readTable(table: TableFile): Promise<TableReading> {
  const top = await readTop(table);
  const { dialect, header } = top;
  let found = top.found;
  let wrapped = top.wrapped;
  return {
    headers: header.headers,
    sample: top.rows.slice(0, SAMPLE_ROWS),
    delimiter: dialect.delimiter,
    batches: () => {
      const run = startRun(dialect, top.width);
      found = run.found;
      wrapped = run.wrapped;
      return readBatches(table, dialect, run, header);
    },
    problems: () => [...headerProblems(table.file, header), ...rowProblems(table.file, found, wrapped)],
  };
}

const SAMPLE_ROWS = 50;
/** The header and the sample, with room for title lines and blank ones. */
const TOP_RECORDS = 80;
/** What the dialect is told by. */
const TOP_BYTES = 256 * 1024;

interface Top {
  readonly dialect: Dialect;
  readonly header: FoundHeader;
  readonly rows: readonly TableRow[];
  readonly width: number | undefined;
  readonly found: RecordFindings;
  readonly wrapped: LineCounter;
}

async function readTop(table: TableFile): Promise<Top> {
  const pieces = toUtf8(table.source(), table.encoding);
  let start: Buffer = Buffer.alloc(0);
  let isWhole = true;
  for await (const piece of pieces) {
    start = Buffer.concat([start, piece]);
    isWhole = false;
    if (start.length >= TOP_BYTES && hasRecords(start, table.delimiter)) break;
    isWhole = true;
  }
  const dialect = dialectOf(start.toString('utf8', 0, TOP_BYTES), table.delimiter);
  const reader = recordReader(dialect.delimiter, dialect.firstLine);
  const records = reader.push(start.subarray(dialect.skip));
  if (isWhole) records.push(...reader.end());
  const written = records.slice(0, TOP_RECORDS);
  const width = wrappedWidth(written, dialect.delimiter);
  const run = { ...startRun(dialect, width), found: reader.found };
  const first = written.map((row) => unwrapped(row, run));
  const header = findHeader(first);
  const rows = belowHeader(first.slice(header.rows), header, run);
  return { dialect, header, rows, width, found: run.found, wrapped: run.wrapped };
}

/** False where the bytes do not hold a header and the rows that tell about it: a cell may be of any length. */
function hasRecords(start: Buffer, delimiter: string | undefined): boolean {
  const dialect = dialectOf(start.toString('utf8', 0, TOP_BYTES), delimiter);
  const reader = recordReader(dialect.delimiter);
  const records = reader.push(start.subarray(dialect.skip));
  return records.length >= TOP_RECORDS || reader.found.isBroken;
}

/** One reading of the file from its beginning, and what it has met. */
interface Run {
  readonly push: (bytes: Buffer) => TableRow[];
  readonly end: () => TableRow[];
  readonly found: RecordFindings;
  readonly wrapped: LineCounter;
  readonly delimiter: string;
  readonly width: number | undefined;
}

function startRun({ delimiter, firstLine }: Dialect, width: number | undefined): Run {
  return { ...recordReader(delimiter, firstLine), wrapped: new LineCounter(), delimiter, width };
}

async function* readBatches(
  table: TableFile,
  dialect: Dialect,
  run: Run,
  header: FoundHeader,
): AsyncGenerator<readonly TableRow[]> {
  let skip = dialect.skip;
  let above = header.rows;
  const below = (records: TableRow[]): readonly TableRow[] => {
    const rows = above === 0 ? records : records.slice(above);
    above = Math.max(0, above - records.length);
    return belowHeader(rows, header, run);
  };
  for await (const piece of toUtf8(table.source(), table.encoding)) {
    const bytes = piece.subarray(skip);
    skip -= piece.length - bytes.length;
    const rows = below(run.push(bytes));
    if (rows.length > 0) yield rows;
    if (run.found.isBroken) return;
  }
  const rows = below(run.end());
  if (rows.length > 0) yield rows;
}

function belowHeader(rows: readonly TableRow[], { headers }: FoundHeader, run: Run): readonly TableRow[] {
  const filled = withoutBlankLines(rows, headers.length);
  return filled.some(({ cells }) => cells.length === 1) ? filled.map((row) => unwrapped(row, run)) : filled;
}

function unwrapped(row: TableRow, { width, delimiter, wrapped }: Run): TableRow {
  if (width === undefined || row.cells.length !== 1) return row;
  const inner = unwrapRow(row, delimiter, width);
  if (inner === undefined) return row;
  wrapped.add(row.line);
  return inner;
}
