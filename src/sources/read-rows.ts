import { problem } from '../errors.ts';
import type { Problem } from '../model/problem.ts';
import type { Registration } from '../model/registration.ts';
import type { Encoding } from '../tabular/decode.ts';
import { nameColumns } from '../tabular/name-columns.ts';
import type { Table, TableRow } from '../tabular/table.ts';
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

/** What a file turned out to be, and who is in it. */
export interface ReadRegistrations {
  readonly file: string;
  /** Title of the source that recognised it; '' where the file cannot be used. */
  readonly source: string;
  /** How it was recognised, in words; '' for a table of no known system. */
  readonly why: string;
  readonly encoding: Encoding | '';
  readonly delimiter: string;
  /** Name of the sheet, where the file is a workbook. */
  readonly sheet: string;
  /** Number of rows below the header. */
  readonly rows: number;
  readonly columns: readonly ColumnUse[];
  readonly unclear: readonly UnclearColumn[];
  /** Every column with what stands at its top, for questions about it. */
  readonly samples: readonly ColumnSample[];
  readonly registrations: readonly Registration[];
  /** Rows of the file as they stood, by their lines. */
  readonly rowsAt: (lines: ReadonlySet<number>) => readonly TableRow[];
  readonly problems: readonly Problem[];
  readonly usable: boolean;
}

/** The organiser's word on what the files are, in place of what they look like. */
export interface SourceChoice {
  readonly source?: Source | undefined;
  /** Name of the sheet of a workbook. */
  readonly sheet?: string | undefined;
}

/** A table of a file whose source is known and whose columns are settled. */
export interface OpenedTable extends OpenedSource {
  readonly samples: readonly ColumnSample[];
  readonly table: Table;
  readonly source: Source;
  readonly why: string;
}

const SAMPLE_ROWS = 50;

/** Finds the source of a table, by the organiser's choice or by its looks, and lets it settle the columns. */
export function openRows(
  file: string,
  table: Table,
  settings: SourceSettings,
  chosen: Source | undefined,
): OpenedTable {
  const headers = nameColumns(table.headers);
  const top: SourceTable = { file, headers, sample: table.rows.slice(0, SAMPLE_ROWS) };
  const { source, why } =
    chosen === undefined ? recogniseSource(top) : { source: chosen, why: 'you chose it with --source' };
  const samples = headers.map((_, column) => sampleOf(top, column));
  return { ...source.open(top, settings), samples, table, source, why };
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
  readonly encoding?: Encoding;
  readonly delimiter?: string;
  readonly sheet?: string;
  /** What was found before the rows were read. */
  readonly problems: readonly Problem[];
}

export function readRows(opened: OpenedTable, facts: FileFacts): ReadRegistrations {
  const { table, source, why, columns, unclear, samples, usable } = opened;
  const readings = usable ? table.rows.map(opened.read) : [];
  return {
    ...NOTHING,
    ...facts,
    source: source.title,
    why,
    rows: table.rows.length,
    columns,
    unclear,
    samples,
    rowsAt: (lines) => table.rows.filter((row) => lines.has(row.line)),
    registrations: readings.flatMap((one) => one.registrations),
    problems: [...facts.problems, ...opened.problems, ...readings.flatMap((one) => one.problems)],
    usable,
  };
}

const NOTHING = {
  source: '',
  why: '',
  encoding: '',
  delimiter: '',
  sheet: '',
  rows: 0,
  columns: [],
  unclear: [],
  samples: [],
  registrations: [],
  rowsAt: () => [],
  usable: false,
} as const;

/** A file that cannot be used; its problems say why. */
export function unusable(file: string, ...problems: Problem[]): ReadRegistrations {
  return { ...NOTHING, file, problems };
}

export function nobodyIn(file: string, headers: number): Problem {
  const what = headers === 0 ? `${file} is empty.` : `${file} holds a header row and nobody below it.`;
  return problem('SOS202', what, {
    location: { file },
    hint: 'Check that the export is finished and that it is the right file.',
  });
}
