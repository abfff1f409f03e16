import { problem } from '../../errors.ts';
import type { Problem } from '../../model/problem.ts';
import type { SourceSettings, SourceTable, UnclearColumn } from '../source.ts';
import { howToMap } from './how-to-map.ts';
import { type ColumnMap, SURE } from './map-columns.ts';
import { readThemeColumns } from './read-theme-columns.ts';
import { LIST_SIGNS, sampleOf } from './sample-of.ts';

/**
 * The columns of which a person should say what they mean: two for one field, themes under a header that says nothing
 * of wishes, and guesses that the cells do not bear out.
 */
export function findUnclear(
  table: SourceTable,
  map: ColumnMap,
  settings: SourceSettings,
): readonly UnclearColumn[] {
  return [
    ...findRivals(table, map),
    ...readThemeColumns(table, map, settings.isTheme),
    ...map.fields.flatMap((field, column): UnclearColumn[] => {
      const sure = map.sure[column] ?? SURE.none;
      if (sure !== SURE.near && sure !== SURE.asked) return [];
      const sample = sampleOf(table, column);
      return bearsOut(field, sample.cells, sure, settings) ? [] : [{ kind: 'guess', field, column: sample }];
    }),
  ];
}

/** All columns of one field together, the one that is used before the others. */
function findRivals(table: SourceTable, { rivals }: ColumnMap): UnclearColumn[] {
  return [...new Set(rivals.map((one) => one.field))].map((field) => {
    const own = rivals.filter((one) => one.field === field);
    const columns = new Set([...own.map((one) => one.taken), ...own.map((one) => one.left)]);
    return { kind: 'rivals', field, columns: [...columns].map((column) => sampleOf(table, column)) };
  });
}

/** What is unclear and was not asked about: how to settle it. Two columns for one field are reported by `mapColumns`. */
export function unclearProblems(file: string, unclear: readonly UnclearColumn[]): Problem[] {
  return unclear.flatMap((one): Problem[] => {
    if (one.kind === 'rivals') return [];
    const { header } = one.column;
    const location = { file, line: 1, column: header };
    if (one.kind === 'themes') {
      const message = `The cells of "${header}" are themes, but nothing in the header says that they are wishes.`;
      const hint = `They are kept as an extra column. To have them as wishes:\n${howToMap(header, one.field)}`;
      return [problem('SOS238', message, { location, hint })];
    }
    const hint = `If it is something else:\n${howToMap(header, 'extra')}`;
    return [problem('SOS239', `"${header}" was taken for ${one.field}.`, { location, hint })];
  });
}

/** Whether the cells are what the field should hold; of free text nothing can be told but that it is more than yes or no. */
function bearsOut(
  field: string,
  cells: readonly string[],
  sure: number,
  { isTheme }: SourceSettings,
): boolean {
  if (cells.length === 0) return true;
  const share = (test: (cell: string) => boolean): number => cells.filter(test).length / cells.length;
  if (field === 'email') return share((cell) => /\S@\S/.test(cell)) > 0.5;
  if (field === 'phone') return share((cell) => /^[+(]?\d[\d\s().-]{4,}$/.test(cell)) > 0.5;
  if (field === 'registeredAt') return share((cell) => /\d[.:/-]\d/.test(cell)) > 0.5;
  if (field === 'wishes') return share((cell) => cell.split(LIST_SIGNS).some((part) => isTheme(part))) > 0.5;
  return sure === SURE.asked && share((cell) => YES_OR_NO.test(cell)) < 1;
}

const YES_OR_NO = /^(x|y|n|yes|no|true|false|0|1|ja|jo|j|nei|nej|nein|sann|usann)$/i;
