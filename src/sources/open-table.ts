import { createHash } from 'node:crypto';
import { problem } from '../errors.ts';
import type { Problem } from '../model/problem.ts';
import {
  REGISTRATION_FIELDS,
  type Registration,
  type RegistrationCells,
  type RegistrationField,
  type RegistrationOrigin,
  type WishCell,
} from '../model/registration.ts';
import { unguard } from '../tabular/formula-guard.ts';
import type { TableRow } from '../tabular/table.ts';
import { areTurned, turnName } from './columns/family-first.ts';
import { findGrids } from './columns/find-grids.ts';
import { findUnclear, unclearProblems } from './columns/find-unclear.ts';
import { howToMap } from './columns/how-to-map.ts';
import { mapColumns, REASON_HEADER } from './columns/map-columns.ts';
import { compactHeader } from './columns/normalise-header.ts';
import { rankReader } from './read-ranks.ts';
import type { ColumnUse, OpenedSource, RowReading, SourceSettings, SourceTable } from './source.ts';

/**
 * Settles what the columns of a table with one person per row mean, and how its rows are read. `system` names the one
 * that the table comes from, where that is known: ids that a system gives stay comparable whatever is asked beside them.
 */
export function openTable(table: SourceTable, settings: SourceSettings, system?: string): OpenedSource {
  const grids = findGrids({ ...table, isTheme: settings.isTheme });
  const map = mapColumns(table, [...settings.columns, ...grids]);
  const { fields } = map;
  const unclear = findUnclear(table, map, settings);
  const problems = [...map.problems, ...unclearProblems(table.file, unclear), ...findTurned(table, fields)];
  const columns = table.headers.map(
    (header, index): ColumnUse => ({ header, field: fields[index] ?? 'extra' }),
  );
  const nameless = !fields.some((field) => NAMES.includes(field));
  if (nameless) {
    return { columns, unclear, problems: [noName(table, columns)], usable: false, read: () => NOBODY };
  }
  const origin: RegistrationOrigin = {
    file: table.file,
    shape: system ?? shapeOf(columns),
    columns: Object.fromEntries(
      columns.flatMap(({ header, field }) => {
        if (field === 'familyFirst') return [['name', header] as const];
        return isField(field) ? [[field, header] as const] : [];
      }),
    ),
  };
  const readCells = rowReader(columns, origin, settings.reserved);
  const isOurs = table.isGuarded === true || table.headers.includes(REASON_HEADER);
  const toRegistration = (row: TableRow): Registration =>
    readCells(isOurs ? { ...row, cells: row.cells.map(unguard) } : row);
  const readRanks = rankReader(columns);
  return {
    columns,
    unclear,
    problems,
    usable: true,
    read: (row) => readRanks(readRow(table.file, row, columns.length, toRegistration), row),
  };
}

const NAMES: readonly string[] = ['name', 'familyFirst', 'givenName', 'familyName'];
const NO_PROBLEMS: readonly Problem[] = [];
const NOBODY: RowReading = { registrations: [], problems: NO_PROBLEMS };

function readRow(
  file: string,
  row: TableRow,
  width: number,
  toRegistration: (row: TableRow) => Registration,
): RowReading {
  const { cells } = row;
  if (cells.length === width) return { registrations: [toRegistration(row)], problems: NO_PROBLEMS };
  if (cells.slice(width).some((cell) => cell.trim() !== '')) {
    return { registrations: [], problems: [tooManyCells(file, row, width)] };
  }
  if (cells.length < width && row.cut === true) {
    return { registrations: [], problems: [cutRow(file, row, width)] };
  }
  const problems = cells.length < width ? [tooFewCells(file, row, width)] : NO_PROBLEMS;
  return { registrations: [toRegistration(row)], problems };
}

/** By the headers that mean something: a question that is added to a form does not make it another form. */
function shapeOf(columns: readonly ColumnUse[]): string {
  const mapped = columns.filter((column) => column.field !== 'extra' && column.field !== 'skip');
  const names = mapped.map((column) => compactHeader(column.header)).sort();
  return `csv-${createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 10)}`;
}

function rowReader(
  columns: readonly ColumnUse[],
  origin: RegistrationOrigin,
  reserved: readonly string[],
): (row: TableRow) => Registration {
  const readFields = fieldReader(columns);
  const indexed = columns.map((column, index) => ({ ...column, index }));
  const wishColumns = indexed
    .filter((one) => one.field === 'wishes' || one.field.startsWith('wish.'))
    .map(({ header, index, field }) => ({
      index,
      rank: field === 'wishes' ? ('list' as const) : Number(field.slice(5)),
      header,
    }));
  const extraColumns = indexed
    .filter((one) => one.field === 'extra')
    .map(({ header, index }) => ({ index, header: extraHeader(header, reserved, columns) }));
  return ({ cells, line }) => {
    const wishes: WishCell[] = [];
    for (const { index, rank, header } of wishColumns) {
      const text = filled(cells[index]);
      if (text !== undefined) wishes.push({ rank, text, column: header });
    }
    const extra: [string, string][] = [];
    for (const { index, header } of extraColumns) {
      const text = filled(cells[index]);
      if (text !== undefined) extra.push([header, text]);
    }
    return { origin, line, fields: readFields(cells), wishes, extra: Object.fromEntries(extra) };
  };
}

/**
 * Every registration gets all fields in one order, filled or not: rows of one kind are read faster. Names that begin with
 * the family name are turned, because the header says so.
 */
function fieldReader(columns: readonly ColumnUse[]): (cells: readonly string[]) => RegistrationCells {
  const places = REGISTRATION_FIELDS.map((name) => columns.findIndex(({ field }) => field === name));
  const turned = columns.findIndex(({ field }) => field === 'familyFirst');
  return (cells) => {
    const fields: { -readonly [Field in RegistrationField]?: string | undefined } = {};
    for (let index = 0; index < places.length; index += 1) {
      fields[REGISTRATION_FIELDS[index] as RegistrationField] = filled(cells[places[index] as number]);
    }
    const turnedName = turned === -1 ? undefined : filled(cells[turned]);
    if (turnedName !== undefined) fields.name ??= turnName(turnedName);
    return fields;
  };
}

/** The cell as it stands, undefined where it is blank. */
function filled(cell: string | undefined): string | undefined {
  if (cell === undefined || cell === '') return undefined;
  const first = cell.charCodeAt(0);
  // Nearly every cell begins with a visible ASCII character.
  return (first > 0x20 && first < 0x7f) || cell.trim() !== '' ? cell : undefined;
}

function isField(field: string): field is RegistrationField {
  return REGISTRATION_FIELDS.some((one) => one === field);
}

function extraHeader(header: string, reserved: readonly string[], columns: readonly ColumnUse[]): string {
  let free = header;
  while (reserved.includes(free) || (free !== header && columns.some((one) => one.header === free))) {
    free = `${free} (source)`;
  }
  return free;
}

function noName({ file, headers }: SourceTable, columns: readonly ColumnUse[]): Problem {
  const likely = headers.find((header) => /na(v|m)n|name|deltak|person|who|hvem/i.test(header));
  const free = columns.find((one) => one.field === 'extra')?.header;
  const example = likely ?? free ?? headers[0] ?? '';
  const seen = headers.map((header) => `"${header}"`).join(', ');
  return problem('SOS204', `No column holds the names of the people. Columns seen: ${seen}.`, {
    location: { file, line: 1 },
    hint: `Say which one does (or givenName and familyName, where two do):\n${howToMap(example, 'name')}\nA file without a header row needs one.`,
  });
}

/** "Hansen, Kari" under a header that does not say so may be a name and a title, so it is left as it is. */
function findTurned({ file, headers, sample }: SourceTable, fields: readonly string[]): Problem[] {
  const column = fields.indexOf('name');
  if (column === -1 || !areTurned(sample, column)) return [];
  const header = headers[column] ?? '';
  const written = sample.map(({ cells }) => cells[column]?.trim() ?? '').find((cell) => cell !== '') ?? '';
  return [
    problem('SOS246', `Names with a comma stand as they were written: "${written}".`, {
      location: { file, line: 1, column: header },
      hint: `If the family name comes first, and badges should say "${turnName(written)}":\n${howToMap(header, 'familyFirst')}`,
    }),
  ];
}

function tooManyCells(file: string, row: TableRow, wanted: number): Problem {
  return problem('SOS206', `The row has ${row.cells.length} cells, but the header has ${wanted}.`, {
    location: { file, line: row.line },
    hint: 'A cell probably holds the delimiter without quotes around it. The row was not imported; mend it in the file.',
  });
}

function cutRow(file: string, row: TableRow, wanted: number): Problem {
  return problem('SOS206', `The file breaks off here: ${row.cells.length} of ${wanted} cells.`, {
    location: { file, line: row.line },
    hint: 'The file is probably not complete: download or export it again. This row was not imported.',
  });
}

function tooFewCells(file: string, row: TableRow, wanted: number): Problem {
  return problem(
    'SOS206',
    `The row has ${row.cells.length} of ${wanted} cells; the rest is taken as empty.`,
    {
      severity: 'warning',
      location: { file, line: row.line },
      hint: 'Check the person in data/attendees.csv.',
    },
  );
}
