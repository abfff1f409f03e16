import { problem } from '../errors.ts';
import type { Problem } from '../model/problem.ts';
import type { Registration } from '../model/registration.ts';
import { nameColumns } from '../tabular/name-columns.ts';
import type { TableRow } from '../tabular/table.ts';
import { sampleOf } from './columns/sample-of.ts';
import { generic } from './generic.ts';
import { SOURCES } from './index.ts';
import type {
  ColumnSample,
  ColumnUse,
  OpenedSource,
  Source,
  SourceSettings,
  SourceTable,
  UnclearColumn,
} from './source.ts';

/** What a file turned out to be, before its rows are read. */
export interface OpenedFile {
  readonly file: string;
  /** Title of the source that recognised it; '' where the file cannot be used. */
  readonly source: string;
  /** How it was recognised, in words; '' for a table of no known system. */
  readonly why: string;
  readonly encoding: string;
  readonly delimiter: string;
  /** Of the bytes of the file, in hexadecimal digits. */
  readonly sha256: string;
  /** Name of the sheet, where the file is a workbook. */
  readonly sheet: string;
  readonly columns: readonly ColumnUse[];
  readonly unclear: readonly UnclearColumn[];
  /** Every column with what stands at its top, for questions about it. */
  readonly samples: readonly ColumnSample[];
  readonly usable: boolean;
  /** Hands over all registrations in their order, from the first one each time; they need not all be in memory. */
  readonly read: (take: (registration: Registration) => void) => Promise<ReadFile>;
}

/** A file whose rows were read. */
export interface ReadFile extends Omit<OpenedFile, 'read' | 'unclear' | 'samples'> {
  /** Number of rows below the header. */
  readonly rows: number;
  /** Rows of the file as they stood, by their lines. */
  readonly rowsAt: (lines: ReadonlySet<number>) => Promise<readonly TableRow[]>;
  readonly problems: readonly Problem[];
}

/** The organiser's word on what the files are, in place of what they look like. */
export interface SourceChoice {
  /** An encoding that iconv-lite knows. */
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly source?: Source | undefined;
  /** Name of the sheet of a workbook. */
  readonly sheet?: string | undefined;
}

/** A table of a file whose source is known and whose columns are settled. */
export interface OpenedTable extends OpenedSource {
  readonly samples: readonly ColumnSample[];
  readonly source: Source;
  readonly why: string;
}

/** Finds the source of a table, by the organiser's choice or by its looks, and lets it settle the columns. */
export function openRows(
  table: SourceTable,
  settings: SourceSettings,
  chosen: Source | undefined,
): OpenedTable {
  const top: SourceTable = { ...table, headers: nameColumns(table.headers) };
  const { source, why } =
    chosen === undefined ? recogniseSource(top) : { source: chosen, why: 'you chose it with --source' };
  const samples = top.headers.map((_, column) => sampleOf(top, column));
  return { ...source.open(top, settings), samples, source, why };
}

/** The first source that recognises the table; one that no system claims is a table like any other. */
function recogniseSource(table: SourceTable): { readonly source: Source; readonly why: string } {
  for (const source of SOURCES) {
    const why = source.detect(table);
    if (why !== undefined) return { source, why };
  }
  return { source: generic, why: '' };
}

/** What a file is beside its rows. */
interface FileFacts {
  readonly file: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
  readonly sha256: string;
}

/** Rows some at a time; each call begins anew. */
type Batches = () => AsyncIterable<readonly TableRow[]> | Iterable<readonly TableRow[]>;

/** A table as a file whose rows can be read; `before` tells, once they are, what was found before them. */
export function openFile(
  opened: OpenedTable,
  batches: Batches,
  facts: FileFacts,
  before: () => readonly Problem[],
): OpenedFile {
  const { source, why, columns, unclear, samples, usable } = opened;
  const common = { ...NOTHING, ...facts, source: source.title, why, columns, usable };
  return {
    ...common,
    unclear,
    samples,
    read: async (take) => {
      const { rows, problems } = await readRows(opened, batches, take);
      return {
        ...common,
        rows,
        rowsAt: (lines) => rowsAt(batches, lines),
        problems: [...before(), ...opened.problems, ...problems],
      };
    },
  };
}

async function readRows(
  opened: OpenedTable,
  batches: Batches,
  take: (registration: Registration) => void,
): Promise<Pick<ReadFile, 'rows' | 'problems'>> {
  const problems: Problem[] = [];
  let rows = 0;
  for await (const batch of batches()) {
    for (const row of batch) {
      if (isBlank(row)) continue;
      rows += 1;
      if (!opened.usable) continue;
      const reading = opened.read(row);
      for (const registration of reading.registrations) take(registration);
      for (const found of reading.problems) problems.push(found);
    }
  }
  return { rows, problems };
}

async function rowsAt(batches: Batches, lines: ReadonlySet<number>): Promise<readonly TableRow[]> {
  const found: TableRow[] = [];
  if (lines.size === 0) return found;
  for await (const batch of batches()) found.push(...batch.filter((row) => lines.has(row.line)));
  return found;
}

export function isBlank({ cells }: TableRow): boolean {
  return cells.every((cell) => cell.trim() === '');
}

const NOTHING = {
  source: '',
  why: '',
  encoding: '',
  delimiter: '',
  sheet: '',
  columns: [],
  usable: false,
} as const;

/** A file that cannot be used; its problems say why. */
export function unusable(
  { file, sha256 }: Pick<FileFacts, 'file' | 'sha256'>,
  ...problems: readonly Problem[]
): OpenedFile {
  const common = { ...NOTHING, file, sha256 };
  const read: ReadFile = { ...common, rows: 0, rowsAt: async () => [], problems };
  return { ...common, unclear: [], samples: [], read: async () => read };
}

export function nobodyIn(file: string, headers: number): Problem {
  const what = headers === 0 ? `${file} is empty.` : `${file} holds a header row and nobody below it.`;
  return problem('SOS202', what, {
    location: { file },
    hint: 'Check that the export is finished and that it is the right file.',
  });
}
