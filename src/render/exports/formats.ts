import { type CsvDialect, writeTable } from '../../tabular/write-table.ts';
import type { Export, ExportData, RenderedFile, Table } from './export.ts';

/** Version of the shape of exported JSON; grows when a field changes its meaning or goes. */
const JSON_FORMAT = 1;

export interface FormatSettings {
  readonly csv: CsvDialect;
}

type Format = (one: Export, data: ExportData, settings: FormatSettings) => readonly RenderedFile[];

/** ADD A FORMAT: one line here, and in `formatsOf` what an export needs to be had in it. */
export const FORMATS = {
  /** One file per table: `delegations.csv`, `delegations-people.csv`. */
  csv: (one, data, { csv }) =>
    one.tables.map((each) => ({
      name: `${fileStem(one, each)}.csv`,
      content: writeTable(
        each.columns.map((column) => column.name),
        each.rows(data).map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
        csv,
      ),
    })),
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
            one.tables.map((each) => [each.name || one.name, toObjects(each, data)]),
          ),
        },
        null,
        2,
      )}\n`,
    },
  ],
  /** Calendars as RFC 5545 has them. */
  ics: (one, data) => one.calendars?.files(data) ?? [],
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;

export function isFormat(name: string): name is FormatName {
  return Object.hasOwn(FORMATS, name);
}

/** The formats that an export can be had in; the first is the usual one. */
export function formatsOf({ tables, calendars }: Export): readonly FormatName[] {
  return [
    ...(tables.length === 0 ? [] : (['csv', 'json'] as const)),
    ...(calendars === undefined ? [] : (['ics'] as const)),
  ];
}

export function fileStem(one: Export, { name }: Table): string {
  return name === '' ? one.name : `${one.name}-${name}`;
}

function toObjects({ columns, rows }: Table, data: ExportData): object[] {
  return rows(data).map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, row[index]])));
}
