import { problem } from '../errors.ts';
import type { Problem } from '../model/problem.ts';
import { decode } from '../tabular/decode.ts';
import { findOpenQuote, parseTable } from '../tabular/parse-table.ts';
import { isWorkbook, recogniseFormat } from '../tabular/recognise-format.ts';
import {
  nobodyIn,
  openRows,
  type ReadRegistrations,
  readRows,
  type SourceChoice,
  unusable,
} from './read-rows.ts';
import type { SourceSettings } from './source.ts';

/** A registration file as the organiser handed it over. */
export interface RegistrationFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads one registration file of whatever kind. Never throws for what stands in the file: a file that is no table,
 * is empty or has no names is not `usable`, and its problems say why.
 */
export async function readRegistrations(
  input: RegistrationFile,
  settings: SourceSettings,
  choice: SourceChoice = {},
): Promise<ReadRegistrations> {
  const { file, bytes } = input;
  const foreign = recogniseFormat(bytes);
  if (foreign !== undefined) return unusable(file, notATable(file, foreign.name, foreign.advice));
  if (isWorkbook(bytes)) {
    // Most imports are CSV only.
    const { readWorkbookFile } = await import('./read-workbook-file.ts');
    return readWorkbookFile(input, settings, choice);
  }
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
      ? unusable(file, nobodyIn(file, table.headers.length))
      : unusable(file, ...problems);
  }
  problems.push(...replacedCharacters(file, text));
  const opened = openRows(file, table, settings, choice.source);
  return readRows(opened, { file, encoding, delimiter: table.delimiter, problems });
}

const SAVE_AS_CSV = 'Save the registrations as CSV UTF-8 and import that file.';

function notATable(file: string, what: string, advice: string): Problem {
  return problem('SOS201', `${file} is neither CSV nor an Excel workbook (.xlsx): it looks like ${what}.`, {
    location: { file },
    hint: advice,
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
