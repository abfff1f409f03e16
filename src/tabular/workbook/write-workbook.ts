import { guard } from '../formula-guard.ts';
import { sheetNames } from './sheet-names.ts';
import { writeZip, type ZipPart } from './write-zip.ts';
import { escapeXml } from './xml.ts';

/** What a column of a sheet holds. A date is `yyyy-mm-dd`, a time `HH:MM`. */
export type SheetKind = 'text' | 'number' | 'date' | 'time' | 'yes-no' | 'any';

export interface SheetColumn {
  readonly name: string;
  readonly kind: SheetKind;
}

export type SheetCell = string | number | boolean | null;

export interface SheetTable {
  /** As a person would call it; shortened to what Excel takes. */
  readonly title: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/**
 * An Excel workbook with a sheet for each table: the header stays in view and has filters, columns are as wide as what is
 * in them, and a printed sheet repeats the header. A text is a text: no formula, and a phone number keeps its zeros. The
 * same tables give the same bytes.
 */
export function writeWorkbook(tables: readonly SheetTable[]): Uint8Array {
  const names = sheetNames(tables.map((one) => one.title));
  const part = (path: string, xml: string): ZipPart => ({ path, pieces: [`${HEAD}${xml}`] });
  return writeZip([
    part('[Content_Types].xml', contentTypes(tables.length)),
    part('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])),
    part('xl/workbook.xml', workbook(names, tables)),
    part(
      'xl/_rels/workbook.xml.rels',
      relations([
        ...tables.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
        ['styles', 'styles.xml'],
      ]),
    ),
    part('xl/styles.xml', STYLES),
    ...tables.map((one, index) => ({
      path: `xl/worksheets/sheet${index + 1}.xml`,
      pieces: sheetPieces(one, index === 0),
    })),
  ]);
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEETS = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Rows are put together up to so many letters before they are packed. */
const PIECE = 1 << 20;
/** What Excel takes in a cell; it refuses a file with more. */
const LONGEST_TEXT = 32_767;
const [NARROWEST, WIDEST] = [6, 60];
/** So many rows tell how wide a column is. */
const MEASURED_ROWS = 2000;

/** Places in `cellXfs` of STYLES. */
const STYLE = { text: 1, number: 0, date: 2, time: 3, 'yes-no': 0, any: 0, header: 4, guarded: 5 } as const;
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8ECF1"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">${[
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/>',
].join(
  '',
)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function contentTypes(sheets: number): string {
  const parts = Array.from({ length: sheets }, (_, index) => [
    `worksheets/sheet${index + 1}.xml`,
    'worksheet',
  ]);
  const overrides = [['workbook.xml', 'sheet.main'], ...parts, ['styles.xml', 'styles']].map(
    ([path, type]) => `<Override PartName="/xl/${path}" ContentType="${SHEETS}.${type}+xml"/>`,
  );
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

function workbook(names: readonly string[], tables: readonly SheetTable[]): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  // Excel and LibreOffice keep the range of a filter, and the rows to print again, as names of the workbook.
  const defined = names.flatMap((name, index) => {
    const sheet = `'${escapeXml(name).replaceAll("'", "''")}'`;
    const last = columnName((tables[index]?.columns.length ?? 1) - 1);
    const rows = (tables[index]?.rows.length ?? 0) + 1;
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${sheet}!$A$1:$${last}$${rows}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sheet}!$1:$1</definedName>`,
    ];
  });
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets><definedNames>${defined.join('')}</definedNames></workbook>`;
}

/** One sheet in pieces; the order of its elements is that of the standard (ECMA-376 part 1, 18.3.1.99). */
function* sheetPieces({ columns, rows }: SheetTable, isFirst: boolean): Generator<string> {
  const letters = columns.map((_, index) => columnName(index));
  const selected = isFirst ? ' tabSelected="1"' : '';
  const widths = columns.map(
    (one, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${widthOf(one, index, rows)}" customWidth="1"/>`,
  );
  const header = columns.map(
    ({ name }, index) => `<c r="${letters[index]}1" s="${STYLE.header}" t="inlineStr">${textBody(name)}</c>`,
  );
  let piece = `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"${selected}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row r="1">${header.join('')}</row>`;
  for (const [index, row] of rows.entries()) {
    const line = index + 2;
    piece += `<row r="${line}">`;
    for (let at = 0; at < letters.length; at += 1) {
      piece += cellXml(row[at] ?? null, columns[at]?.kind ?? 'text', `${letters[at]}${line}`);
    }
    piece += '</row>';
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  const range = `A1:${letters.at(-1) ?? 'A'}${rows.length + 1}`;
  yield `${piece}</sheetData><autoFilter ref="${range}"/><pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
}

function cellXml(cell: SheetCell, kind: SheetKind, at: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  const number = kind === 'date' ? dayNumber(cell) : kind === 'time' ? partOfDay(cell) : undefined;
  if (number !== undefined) return `<c r="${at}" s="${STYLE[kind]}"><v>${number}</v></c>`;
  const style = guard(cell) === cell ? STYLE.text : STYLE.guarded;
  return `<c r="${at}" s="${style}" t="inlineStr">${textBody(cell)}</c>`;
}

function textBody(text: string): string {
  const short = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
  return `<is><t${/^\s|\s$|\n/.test(short) ? ' xml:space="preserve"' : ''}>${escapeXml(short)}</t></is>`;
}

/** Days since 30 December 1899, which Excel calls 0 (right from March 1900 on). */
function dayNumber(date: string): number | undefined {
  const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  const days = time / 86_400_000 + 25_569;
  return days >= 61 ? days : undefined;
}

function partOfDay(time: string): number | undefined {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(time) ?? [];
  return hours === undefined ? undefined : (Number(hours) * 60 + Number(minutes)) / 1440;
}

/** In characters of the usual font; the longest line of a text counts, and the arrow of the filter. */
function widthOf({ name }: SheetColumn, index: number, rows: SheetTable['rows']): number {
  let longest = name.length + 3;
  for (const row of rows.slice(0, MEASURED_ROWS)) {
    const cell = row[index];
    if (typeof cell !== 'string' || cell.length <= longest) continue;
    for (const line of cell.split('\n')) longest = Math.max(longest, line.length + 1);
  }
  return Math.min(Math.max(longest, NARROWEST), WIDEST);
}

/** A, B, ... Z, AA: the column from 0. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`;
}
