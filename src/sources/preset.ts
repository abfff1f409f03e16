import type { ColumnMapping } from '../model/event.ts';
import type { Problem } from '../model/problem.ts';
import type { Registration, RegistrationField, WishCell } from '../model/registration.ts';
import type { TableRow } from '../tabular/table.ts';
import { compactHeader } from './columns/normalise-header.ts';
import { openTable } from './open-table.ts';
import { findOptions, isTicked, readOptions } from './option-columns.ts';
import type { ColumnUse, RowReading, Source, SourceSettings, SourceTable } from './source.ts';

/** What is special about one system's export; everything else about it is an ordinary table. */
export interface Preset {
  readonly id: string;
  readonly title: string;
  /**
   * Headers that stand together in no other system's export; one list for each language or version of the system and
   * each choice of columns that it leaves to the organiser. Case, blanks and punctuation do not matter.
   */
  readonly marks: readonly (readonly string[])[];
  /**
   * What its own columns mean, by header: a field, `wish.N`, `wishes`, `extra`, or `skip` for what opens a ticket or
   * a wallet and nobody here needs. The organiser's word goes before it; columns that are not named are mapped like
   * those of any table, and halves of a name are extras beside a column of whole ones.
   */
  readonly columns: Readonly<Record<string, string>>;
  /** What stands between question and option where every option of a multiple choice is a column of Yes and No. */
  readonly options?: string;
  /**
   * What may stand between the options of a multiple choice in one cell. They are in the order of the form, not of the
   * person, so that themes among them are wished alike.
   */
  readonly choices?: readonly string[];
  /** The cell as a person sees it, where the export holds something else. */
  readonly visible?: (cell: string) => string;
  /** What is to be said of the whole table. */
  readonly warn?: (table: SourceTable, columns: readonly ColumnUse[]) => readonly Problem[];
  /** The word on one row that its columns alone do not give. */
  readonly adapt?: (row: PresetRow) => Adapted;
}

/** A row of the export as its adaptation sees it. */
export interface PresetRow {
  /** The cell below a header, without outer blanks; '' where there is no such column. */
  readonly cell: (header: string) => string;
  readonly registration: Registration;
  readonly row: TableRow;
  readonly table: SourceTable;
}

export interface Adapted {
  /** False: the row is nobody's. Its problems are said all the same. */
  readonly keep?: false;
  /** In place of what the columns gave. */
  readonly fields?: Readonly<Partial<Record<RegistrationField, string>>>;
  readonly problems?: readonly Problem[];
}

/** A source that reads an ordinary table with a few habits of its own. */
export function presetSource(preset: Preset): Source {
  const marks = preset.marks.map((headers) => headers.map(compactHeader));
  return {
    id: preset.id,
    title: preset.title,
    detect: ({ headers }) => {
      const seen = new Set(headers.map(compactHeader));
      const found = marks.findIndex((wanted) => wanted.every((one) => seen.has(one)));
      return found === -1 ? undefined : `columns ${preset.marks[found]?.join(', ')}`;
    },
    open: (table, settings) => openPreset(preset, table, settings),
  };
}

function openPreset(
  preset: Preset,
  table: SourceTable,
  settings: SourceSettings,
): ReturnType<Source['open']> {
  const { adapt = (): Adapted => ({}), visible, warn } = preset;
  const own = new Set(settings.columns.map((one) => compactHeader(one.header)));
  const options = preset.options === undefined ? [] : findOptions(table.headers, preset.options, settings);
  const usual = [
    ...usualColumns(preset, table),
    ...options.map(({ header }) => ({ header, field: 'extra' })),
  ].filter((one) => !own.has(compactHeader(one.header)));
  const opened = openTable(table, { ...settings, columns: [...settings.columns, ...usual] }, preset.id);
  const placeOf = placesOf(table.headers);
  const isChoice = ({ rank, text, column }: WishCell): boolean =>
    rank === 'list' &&
    !own.has(compactHeader(column)) &&
    (preset.choices ?? []).some((between) => isTicked(text.trim(), between, settings.isTheme));
  const wishesOf = ({ wishes }: Registration, { cells }: TableRow): WishCell[] => [
    ...wishes.map((wish) => (isChoice(wish) ? { ...wish, rank: 1 } : wish)),
    ...readOptions(cells, options),
  ];
  return {
    ...opened,
    problems: [...opened.problems, ...(warn?.(table, opened.columns) ?? [])],
    read: (raw) => {
      const row = visible === undefined ? raw : { ...raw, cells: raw.cells.map(visible) };
      const cell = (header: string): string => row.cells[placeOf(header)]?.trim() ?? '';
      return adaptRow(opened.read(row), (read) => {
        const registration = { ...read, wishes: wishesOf(read, row) };
        return { registration, ...adapt({ cell, registration, row, table }) };
      });
    },
  };
}

/** What the preset says of columns, where halves of a name count only if no column of this table holds the whole. */
function usualColumns(preset: Preset, { headers }: SourceTable): ColumnMapping[] {
  const here = new Set(headers.map(compactHeader));
  const usual = Object.entries(preset.columns).map(([header, field]) => ({ header, field }));
  const isWhole = usual.some((one) => one.field === 'name' && here.has(compactHeader(one.header)));
  return usual.map((one) =>
    isWhole && (one.field === 'givenName' || one.field === 'familyName') ? { ...one, field: 'extra' } : one,
  );
}

/** Where a column stands, by its header; -1 where there is none. Asked for every row, so that answers are kept. */
function placesOf(headers: readonly string[]): (header: string) => number {
  const places = new Map(headers.map((header, index) => [compactHeader(header), index]));
  const asked = new Map<string, number>();
  return (header) => {
    const known = asked.get(header);
    if (known !== undefined) return known;
    const place = places.get(compactHeader(header)) ?? -1;
    asked.set(header, place);
    return place;
  };
}

function adaptRow(
  reading: RowReading,
  adapt: (registration: Registration) => Adapted & { readonly registration: Registration },
): RowReading {
  const adapted = reading.registrations.map(adapt);
  return {
    ...reading,
    registrations: adapted
      .filter((one) => one.keep !== false)
      .map(({ registration, fields }) => ({
        ...registration,
        fields: { ...registration.fields, ...fields },
      })),
    problems: [...reading.problems, ...adapted.flatMap((one) => one.problems ?? [])],
  };
}
