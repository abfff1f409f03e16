import { problem } from '../errors.ts';
import type { Problem } from '../model/problem.ts';
import type { Registration } from '../model/registration.ts';
import { decode, type Encoding } from '../tabular/decode.ts';
import { nameColumns } from '../tabular/name-columns.ts';
import { findOpenQuote, parseTable } from '../tabular/parse-table.ts';
import { recogniseFormat } from '../tabular/recognise-format.ts';
import { sampleOf } from './columns/sample-of.ts';
import { generic } from './generic.ts';
import { SOURCES } from './index.ts';
import type {
  ColumnSample,
  ColumnUse,
  Source,
  SourceSettings,
  SourceTable,
  UnclearColumn,
} from './source.ts';

/** A registration file as the organiser handed it over. */
export interface RegistrationFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What a file turned out to be, and who is in it. */
export interface ReadRegistrations {
  readonly file: string;
  /** Title of the source that recognised it; '' where the file cannot be used. */
  readonly source: string;
  /** How it was recognised, in words; '' for a table of no known system. */
  readonly why: string;
  readonly encoding: Encoding | '';
  readonly delimiter: string;
  /** Number of rows below the header. */
  readonly rows: number;
  readonly columns: readonly ColumnUse[];
  readonly unclear: readonly UnclearColumn[];
  /** Every column with what stands at its top, for questions about it. */
  readonly samples: readonly ColumnSample[];
  readonly registrations: readonly Registration[];
  readonly problems: readonly Problem[];
  readonly usable: boolean;
}

/**
 * Reads one registration file of whatever kind. Never throws for what stands in the file: a file that is no table,
 * is empty or has no names is not `usable`, and its problems say why.
 */
export function readRegistrations(input: RegistrationFile, settings: SourceSettings): ReadRegistrations {
  const { file, bytes } = input;
  const foreign = recogniseFormat(bytes);
  if (foreign !== undefined) return unusable(file, notATable(file, foreign.name, foreign.advice));
  const { text, encoding } = decode(bytes);
  if (text.includes('\0')) return unusable(file, notATable(file, 'a binary file', SAVE_AS_CSV));
  const open = findOpenQuote(text);
  const table =
    open === undefined
      ? parseTable(text, { ours: false })
      : parseTable(open.soundText, { ours: false, delimiter: open.delimiter });
  const problems: Problem[] = [];
  if (open !== undefined) problems.push(openQuote(file, open.line));
  if (table.rows.length === 0) {
    return open === undefined
      ? unusable(file, nobody(file, table.headers.length))
      : unusable(file, ...problems);
  }
  problems.push(...replacedCharacters(file, text));
  const headers = nameColumns(table.headers);
  const top: SourceTable = { file, headers, sample: table.rows.slice(0, SAMPLE_ROWS) };
  const { source, why } = recogniseSource(top);
  const opened = source.open(top, settings);
  const readings = opened.usable ? table.rows.map(opened.read) : [];
  return {
    file,
    source: source.title,
    why,
    encoding,
    delimiter: table.delimiter,
    rows: table.rows.length,
    columns: opened.columns,
    unclear: opened.unclear,
    samples: headers.map((_, column) => sampleOf(top, column)),
    registrations: readings.flatMap((one) => one.registrations),
    problems: [...problems, ...opened.problems, ...readings.flatMap((one) => one.problems)],
    usable: opened.usable,
  };
}

const SAMPLE_ROWS = 50;

/** The first source that recognises the table; one that no system claims is a table like any other. */
function recogniseSource(table: SourceTable): { readonly source: Source; readonly why: string } {
  for (const source of SOURCES) {
    const why = source.detect(table);
    if (why !== undefined) return { source, why };
  }
  return { source: generic, why: '' };
}

const SAVE_AS_CSV = 'Save the registrations as CSV UTF-8 and import that file.';

function unusable(file: string, ...problems: Problem[]): ReadRegistrations {
  return {
    file,
    source: '',
    why: '',
    encoding: '',
    delimiter: '',
    rows: 0,
    columns: [],
    unclear: [],
    samples: [],
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

function nobody(file: string, headers: number): Problem {
  const what = headers === 0 ? `${file} is empty.` : `${file} holds a header row and nobody below it.`;
  return problem('SOS202', what, {
    location: { file },
    hint: 'Check that the export is finished and that it is the right file.',
  });
}

function openQuote(file: string, line: number): Problem {
  return problem(
    'SOS205',
    'A quotation mark opens here and never closes. This row and all below it were left out.',
    {
      location: { file, line },
      hint: 'Delete the mark, or write its cell as "..." with inner marks doubled, and import again.',
    },
  );
}

/** U+FFFD stands where bytes could not be read as a character, here or in the program that wrote the file. */
function replacedCharacters(file: string, text: string): Problem[] {
  const lines = text
    .split(/\r\n|\n|\r/)
    .flatMap((line, index) => (line.includes('\ufffd') ? [index + 1] : []));
  const [first] = lines;
  if (first === undefined) return [];
  const where = lines.length === 1 ? 'On one line' : `On ${lines.length} lines`;
  return [
    problem('SOS219', `${where}, characters are lost and show as "\ufffd".`, {
      location: { file, line: first },
      hint: 'Export the file again as UTF-8, so that names are not imported with holes.',
    }),
  ];
}
