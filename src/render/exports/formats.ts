import { groupBy } from '../../core/group-by.ts';
import { type SheetTable, writeWorkbook } from '../../tabular/workbook/write-workbook.ts';
import { type CsvDialect, writeTable } from '../../tabular/write-table.ts';
import { renderHtml } from '../documents/render-html.ts';
import { renderMarkdown } from '../documents/render-markdown.ts';
import { renderPdf } from '../documents/render-pdf.ts';
import { documentsOf, tablesOf } from './contents.ts';
import type { DocumentSettings } from './document-settings.ts';
import type { Cell, Export, ExportData, RenderedFile, Table, UnprintedFile } from './export.ts';

/** Version of the shape of exported JSON; grows when a field changes its meaning or goes. */
export const JSON_FORMAT = 1;

export interface FormatSettings {
  readonly csv: CsvDialect;
  /** For formats that are read; there wherever one is asked for. */
  readonly documents?: DocumentSettings;
}

type Format = (
  one: Export,
  data: ExportData,
  settings: FormatSettings,
) => readonly (RenderedFile | UnprintedFile)[];

/** ADD A FORMAT: one line here, and in `formatsOf` what an export needs to be had in it. */
export const FORMATS = {
  /** One file per table: `delegations.csv`, `delegations-people.csv`. */
  csv: (one, data, { csv }) =>
    tablesOf(one, data).map((each) => ({
      name: `${fileStem(one, each)}.csv`,
      content: writeTable(
        each.columns.map((column) => column.name),
        each.rows(data).map((row) => row.map(cellText)),
        csv,
      ),
    })),
  /** One workbook with a sheet per table; rosters have one per session besides. */
  xlsx: (one, data) => [
    {
      name: `${one.name}.xlsx`,
      content: writeWorkbook(tablesOf(one, data).flatMap((each) => sheetsOf(one, each, data))),
    },
  ],
  /** One document, each table an array of objects; the main table stands under the export's own name. */
  json: (one, data) => [
    {
      name: `${one.name}.json`,
      content: `${JSON.stringify(
        {
          format: JSON_FORMAT,
          export: one.name,
          event: data.event.id,
          language: data.language,
          tables: Object.fromEntries(
            tablesOf(one, data).map((each) => [each.name || one.name, toObjects(each, data)]),
          ),
        },
        null,
        2,
      )}\n`,
    },
  ],
  md: (one, data) =>
    documentsOf(one, data).map((each) => ({ ...fileOf(each, 'md'), content: renderMarkdown(each.document) })),
  html: (one, data, settings) => {
    const { look, html } = requireDocuments(settings);
    return documentsOf(one, data).map((each) => ({
      ...fileOf(each, 'html'),
      content: renderHtml(each.document, look, html()),
    }));
  },
  /** What is printed, by Typst as badges are: the sources of it. */
  pdf: (one, data, settings) => {
    const { look, pdf } = requireDocuments(settings);
    return documentsOf(one, data).map((each) => ({
      ...fileOf(each, 'pdf'),
      job: renderPdf(each.document, look, pdf()),
    }));
  },
  /** Calendars as RFC 5545 has them. */
  ics: (one, data) => one.calendars?.files(data) ?? [],
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;

export function isFormat(name: string): name is FormatName {
  return Object.hasOwn(FORMATS, name);
}

const OF_TABLES = ['csv', 'xlsx', 'json', 'md', 'html', 'pdf'] as const;

/** The formats that an export can be had in; the first is the usual one. */
export function formatsOf({ tables, calendars }: Export): readonly FormatName[] {
  return [...(tables.length === 0 ? [] : OF_TABLES), ...(calendars === undefined ? [] : (['ics'] as const))];
}

export function fileStem(one: Export, { name }: Table): string {
  return name === '' ? one.name : `${one.name}-${name}`;
}

function fileOf(
  { document, privacy }: ReturnType<typeof documentsOf>[number],
  ending: string,
): Omit<RenderedFile, 'content'> {
  return { name: `${document.stem}.${ending}`, title: document.title, privacy };
}

function requireDocuments({ documents }: FormatSettings): DocumentSettings {
  if (documents === undefined) throw new Error('a format of documents was given no templates');
  return documents;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : String(cell);
}

function toObjects({ columns, rows }: Table, data: ExportData): object[] {
  return rows(data).map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, row[index]])));
}

/** The table, and where it says so, one sheet more for each group of its rows. */
function sheetsOf(one: Export, each: Table, data: ExportData): readonly SheetTable[] {
  const { columns, sheets } = each;
  const rows = each.rows(data);
  const whole = { title: each.name || one.name, columns, rows };
  if (sheets === undefined) return [whole];
  const place = (name: string): number => columns.findIndex((column) => column.name === name);
  const by = place(sheets.by);
  const groups = groupBy(rows, (row) => cellText(row[by] ?? null));
  return [
    whole,
    ...[...groups.values()].map((some) => ({
      title: sheets.title.map((name) => cellText(some[0]?.[place(name)] ?? null).replace(':', '.')).join(' '),
      columns,
      rows: some,
    })),
  ];
}
