import { type ProblemCode, problem } from '../errors.ts';
import type { Problem } from '../model/problem.ts';
import { readWorkbook, type Sheet, type WorkbookFault } from '../tabular/workbook/read-workbook.ts';
import {
  nobodyIn,
  type OpenedFile,
  type OpenedTable,
  openFile,
  openRows,
  type SourceChoice,
  unusable,
} from './read-rows.ts';
import type { SourceSettings } from './source.ts';

interface OpenedSheet extends OpenedTable {
  readonly table: Sheet;
}

const SAMPLE_ROWS = 50;

/**
 * Opens one sheet of an Excel workbook: the one that was chosen, else the first that has names. Hidden sheets are read
 * where they are chosen.
 */
export function openWorkbookFile(
  { file, sha256, bytes }: { readonly file: string; readonly sha256: string; readonly bytes: Uint8Array },
  settings: SourceSettings,
  choice: SourceChoice,
): OpenedFile {
  const facts = { file, sha256 };
  const sheets = readWorkbook(bytes);
  if (typeof sheets === 'string') return unusable(facts, unreadable(file, sheets));
  const named = sheets.filter(({ name, hidden }) =>
    choice.sheet === undefined ? !hidden : isNamed(name, choice.sheet),
  );
  if (named.length === 0 && choice.sheet !== undefined) {
    return unusable(facts, noSuchSheet(file, sheets, choice.sheet));
  }
  const filled = named.filter((sheet) => sheet.rows.length > 0);
  const opened = filled.map(
    (table): OpenedSheet => ({
      ...openRows(
        { file, headers: table.headers, sample: table.rows.slice(0, SAMPLE_ROWS) },
        settings,
        choice.source,
      ),
      table,
    }),
  );
  const best = opened.find((one) => one.usable) ?? opened[0];
  if (best === undefined) {
    return unusable(facts, nobodyIn(file, named.some(({ headers }) => headers.length > 0) ? 1 : 0));
  }
  const others = opened.filter((one) => one.usable && one !== best).map(({ table }) => table.name);
  return openFile(
    best,
    () => [best.table.rows],
    { ...facts, sheet: best.table.name },
    () => [...passedOverRows(file, best.table), ...passedOverSheets(file, best.table.name, others)],
  );
}

function isNamed(name: string, wanted: string): boolean {
  return name.trim().toLowerCase() === wanted.trim().toLowerCase();
}

const FAULTS: Readonly<Record<WorkbookFault, readonly [message: string, hint: string]>> = {
  damaged: [
    'The workbook is damaged or broken off.',
    'Download it again, or open it in Excel, save it, and import it again.',
  ],
  tooLarge: [
    'The workbook is far larger than a list of registrations.',
    'Save the sheet of registrations as CSV UTF-8 and import that file.',
  ],
};

function unreadable(file: string, fault: WorkbookFault): Problem {
  const [message, hint] = FAULTS[fault];
  return about('SOS226', file, message, hint);
}

function noSuchSheet(file: string, sheets: readonly Sheet[], wanted: string): Problem {
  return about(
    'SOS228',
    file,
    `The workbook has no sheet "${wanted}".`,
    `Its sheets: ${quoted(sheets.map(({ name }) => name))}.`,
  );
}

function passedOverRows(file: string, { title, headerLine }: Sheet): Problem[] {
  const [first] = title;
  if (first === undefined) return [];
  const message = `Row ${headerLine} is the header; what stands above it was left out: ${quoted(title.map(({ text }) => text))}.`;
  const hint = 'If one of these rows is the header, fill in its other cells, or delete the rows above it.';
  return [problem('SOS227', message, { location: { file, line: first.line }, hint })];
}

function passedOverSheets(file: string, read: string, others: readonly string[]): Problem[] {
  if (others.length === 0) return [];
  return [
    about(
      'SOS227',
      file,
      `The sheet "${read}" was read; there are names in ${quoted(others)} too.`,
      `To import it instead, add  --sheet ${JSON.stringify(others[0])}`,
    ),
  ];
}

function about(code: ProblemCode, file: string, message: string, hint: string): Problem {
  return problem(code, message, { location: { file }, hint });
}

function quoted(texts: readonly string[]): string {
  return texts.map((text) => `"${text}"`).join(', ');
}
