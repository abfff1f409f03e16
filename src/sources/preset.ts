import type { Problem } from '../model/problem.ts';
import type { Registration, RegistrationField, WishCell } from '../model/registration.ts';
import type { TableRow } from '../tabular/table.ts';
import { compactHeader } from './columns/normalise-header.ts';
import { openTable } from './open-table.ts';
import { findOptions, readOptions } from './option-columns.ts';
import type { RowReading, Source, SourceSettings, SourceTable } from './source.ts';

/** What is special about one system's export; everything else about it is an ordinary table. */
export interface Preset {
  readonly id: string;
  readonly title: string;
  /**
   * Headers that stand in every export of the system and together in no other's; where the interface speaks several
   * languages, one list for each. Case, blanks and punctuation do not matter.
   */
  readonly marks: readonly (readonly string[])[];
  /**
   * What its own columns mean, by header: a field, `wish.N`, `wishes` or `extra`. The organiser's word goes before it;
   * columns that are not named here are mapped like those of any table.
   */
  readonly columns: Readonly<Record<string, string>>;
  /** What stands between question and option where every option of a multiple choice is a column of Yes and No. */
  readonly options?: string;
  /** The cell as a person sees it, where the export holds something else. */
  readonly visible?: (cell: string) => string;
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
  readonly settings: SourceSettings;
}

export interface Adapted {
  /** False: the row is nobody's. Its problems are said all the same. */
  readonly keep?: false;
  /** In place of what the columns gave. */
  readonly fields?: Readonly<Partial<Record<RegistrationField, string>>>;
  /** Beside the wishes that the columns gave. */
  readonly wishes?: readonly WishCell[];
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
  const own = new Set(settings.columns.map((one) => compactHeader(one.header)));
  const options = preset.options === undefined ? [] : findOptions(table.headers, preset.options, settings);
  const ticks = options.map(({ header }) => ({ header, field: 'extra' }));
  const usual = [...Object.entries(preset.columns).map(([header, field]) => ({ header, field })), ...ticks];
  const columns = [...settings.columns, ...usual.filter((one) => !own.has(compactHeader(one.header)))];
  const opened = openTable(table, { ...settings, columns }, preset.id);
  const { adapt = (): Adapted => ({}), visible } = preset;
  const places = new Map(table.headers.map((header, index) => [compactHeader(header), index]));
  const asked = new Map<string, number>();
  const placeOf = (header: string): number => {
    const known = asked.get(header);
    if (known !== undefined) return known;
    const place = places.get(compactHeader(header)) ?? -1;
    asked.set(header, place);
    return place;
  };
  return {
    ...opened,
    read: (raw) => {
      const row = visible === undefined ? raw : { ...raw, cells: raw.cells.map(visible) };
      const cell = (header: string): string => row.cells[placeOf(header)]?.trim() ?? '';
      return adaptRow(opened.read(row), (registration) => {
        const adapted = adapt({ cell, registration, row, table, settings });
        if (options.length === 0) return adapted;
        return { ...adapted, wishes: [...(adapted.wishes ?? []), ...readOptions(row.cells, options)] };
      });
    },
  };
}

function adaptRow(reading: RowReading, adapt: (registration: Registration) => Adapted): RowReading {
  const adapted = reading.registrations.map((registration) => ({ registration, ...adapt(registration) }));
  const kept = adapted.filter((one) => one.keep !== false);
  return {
    ...reading,
    registrations: kept.map(({ registration, fields = {}, wishes = [] }) => ({
      ...registration,
      fields: { ...registration.fields, ...fields },
      wishes: [...registration.wishes, ...wishes],
    })),
    problems: [...reading.problems, ...adapted.flatMap((one) => one.problems ?? [])],
  };
}
