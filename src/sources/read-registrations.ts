import { problem } from '../errors.ts';
import type { Problem } from '../model/problem.ts';
import type { Registration } from '../model/registration.ts';
import type { ByteSource } from '../tabular/byte-source.ts';
import { inspectBytes } from '../tabular/inspect-bytes.ts';
import { nameColumns } from '../tabular/name-columns.ts';
import { readTable } from '../tabular/read-table.ts';
import { looksBinary, recogniseFormat } from '../tabular/recognise-format.ts';
import { suspectEncoding } from '../tabular/suspect-encoding.ts';
import type { TableReading, TableRow } from '../tabular/table.ts';
import { generic } from './generic.ts';
import { SOURCES } from './index.ts';
import type { ColumnUse, OpenedSource, Source, SourceSettings, SourceTable } from './source.ts';

/** A registration file as the organiser handed it over. */
export interface RegistrationFile {
  readonly file: string;
  readonly source: ByteSource;
}

/** The organiser's word on how the files are written, in place of what they look like. */
export interface DialectChoice {
  /** An encoding that iconv-lite knows. */
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
}

/** What a file turned out to be, and who is in it. */
export interface ReadRegistrations {
  readonly file: string;
  /** Title of the source that recognised it; '' where the file cannot be used. */
  readonly source: string;
  /** How it was recognised, in words; '' for a table of no known system. */
  readonly why: string;
  readonly encoding: string;
  readonly delimiter: string;
  /** Of the bytes of the file, in hexadecimal digits. */
  readonly sha256: string;
  /** Number of rows below the header that are not blank. */
  readonly rows: number;
  readonly columns: readonly ColumnUse[];
  readonly registrations: readonly Registration[];
  readonly problems: readonly Problem[];
  readonly usable: boolean;
}

/**
 * Reads one registration file of whatever kind. Never throws for what stands in the file: a file that is no table,
 * is empty or has no names is not `usable`, and its problems say why.
 */
export async function readRegistrations(
  { file, source }: RegistrationFile,
  settings: SourceSettings,
  choice: DialectChoice = {},
): Promise<ReadRegistrations> {
  const { head, encoding: seen, sha256 } = await inspectBytes(source);
  const foreign = recogniseFormat(head);
  if (foreign !== undefined) return unusable(file, sha256, notATable(file, foreign.name, foreign.advice));
  const encoding = choice.encoding ?? seen;
  if (!/^(utf|ucs)-?(16|32|2)/i.test(encoding) && looksBinary(head)) {
    return unusable(file, sha256, notATable(file, 'a binary file', SAVE_AS_CSV));
  }
  const table = await readTable({ file, source, encoding, delimiter: choice.delimiter });
  const headers = nameColumns(table.headers);
  const top: SourceTable = { file, headers, sample: table.sample };
  const recognised = recogniseSource(top);
  const opened = recognised.source.open(top, settings);
  const { rows, registrations, problems } = await readRows(table, opened);
  if (rows === 0) {
    const found = table.problems();
    const isBroken = found.some((one) => one.severity === 'error');
    return unusable(file, sha256, ...found, ...(isBroken ? [] : [nobody(file, table.headers)]));
  }
  return {
    file,
    source: recognised.source.title,
    why: recognised.why,
    encoding,
    delimiter: table.delimiter,
    sha256,
    rows,
    columns: opened.columns,
    registrations,
    problems: [
      ...(choice.encoding === undefined && encoding === 'windows-1252' ? wrongEncoding(file, head) : []),
      ...table.problems(),
      ...(recognised.source === generic ? nameless(file, table) : []),
      ...opened.problems,
      ...problems,
    ],
    usable: opened.usable,
  };
}

interface RowsReading {
  readonly rows: number;
  readonly registrations: readonly Registration[];
  readonly problems: readonly Problem[];
}

async function readRows(table: TableReading, opened: OpenedSource): Promise<RowsReading> {
  let rows = 0;
  const registrations: Registration[] = [];
  const problems: Problem[] = [];
  for await (const batch of table.batches()) {
    for (const row of batch) {
      if (isBlank(row)) continue;
      rows += 1;
      const reading = opened.usable ? opened.read(row) : undefined;
      if (reading === undefined) continue;
      registrations.push(...reading.registrations);
      problems.push(...reading.problems);
    }
  }
  return { rows, registrations, problems };
}

function isBlank({ cells }: TableRow): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** The first source that recognises the table; one that no system claims is a table like any other. */
function recogniseSource(table: SourceTable): { readonly source: Source; readonly why: string } {
  for (const source of SOURCES) {
    const why = source.detect(table);
    if (why !== undefined) return { source, why };
  }
  return { source: generic, why: '' };
}

const SAVE_AS_CSV = 'Save the registrations as CSV UTF-8 and import that file.';

function unusable(file: string, sha256: string, ...problems: Problem[]): ReadRegistrations {
  return {
    file,
    source: '',
    why: '',
    encoding: '',
    delimiter: '',
    sha256,
    rows: 0,
    columns: [],
    registrations: [],
    problems,
    usable: false,
  };
}

function notATable(file: string, what: string, advice: string): Problem {
  return problem('SOS201', `${file} is not a CSV file: it looks like ${what}.`, {
    location: { file },
    hint: advice,
  });
}

function nobody(file: string, headers: readonly string[]): Problem {
  const isEmpty = headers.every((header) => header.trim() === '');
  const what = isEmpty ? `${file} is empty.` : `${file} holds a header row and nobody below it.`;
  return problem('SOS202', what, {
    location: { file },
    hint: 'Check that the export is finished and that it is the right file.',
  });
}

function wrongEncoding(file: string, head: Buffer): Problem[] {
  const better = suspectEncoding(head);
  if (better === undefined) return [];
  return [
    problem('SOS236', `Letters look garbled, as "${better.seen}" in place of "${better.meant}".`, {
      location: { file },
      hint: `The file was read as Windows-1252. Import it again with  --encoding ${better.encoding}`,
    }),
  ];
}

/** Columns whose names are ours: the header is blank above cells that are not, or stands twice. */
function nameless(file: string, { headers, sample }: TableReading): Problem[] {
  const names = nameColumns(headers);
  const renamed = headers.flatMap((header, index) => {
    const wanted = header.trim().normalize('NFC');
    const name = names[index] ?? '';
    if (name === wanted) return [];
    if (wanted !== '') return [`"${name}" (one more "${wanted}")`];
    return sample.some(({ cells }) => (cells[index] ?? '').trim() !== '') ? [`"${name}" (no header)`] : [];
  });
  if (renamed.length === 0) return [];
  return [
    problem('SOS232', `Columns without a name of their own are called ${renamed.join(', ')}.`, {
      location: { file, line: 1 },
      hint: 'Give each column a header of its own, in the file or where it is exported.',
    }),
  ];
}
