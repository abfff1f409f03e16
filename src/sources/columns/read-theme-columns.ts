import type { SourceSettings, SourceTable, UnclearColumn } from '../source.ts';
import { type ColumnMap, SURE } from './map-columns.ts';
import { LIST_SIGNS, sampleOf } from './sample-of.ts';

/** So many of the cells must be themes; the rest may be misspelt, or `none`. */
const MOSTLY = 0.6;

/**
 * Columns that nothing is known of but that their cells are themes, each with what it could be: a list of wishes, or
 * the wish of the next rank that is free.
 */
export function readThemeColumns(
  table: SourceTable,
  { fields, sure }: ColumnMap,
  isTheme: SourceSettings['isTheme'],
): readonly UnclearColumn[] {
  const taken = new Set(fields);
  return fields.flatMap((field, column): UnclearColumn[] => {
    if (field !== 'extra' || sure[column] !== SURE.none) return [];
    const cells = table.sample.map((row) => row.cells[column]?.trim() ?? '').filter((cell) => cell !== '');
    const kinds = cells.map((cell) => kindOf(cell, isTheme));
    const themes = kinds.filter((kind) => kind !== 'other').length;
    if (themes === 0 || themes < cells.length * MOSTLY) return [];
    const free = kinds.includes('list') ? 'wishes' : nextRank(taken);
    if (taken.has(free)) return [];
    taken.add(free);
    return [{ kind: 'themes', field: free, column: sampleOf(table, column) }];
  });
}

function kindOf(cell: string, isTheme: (text: string) => boolean): 'theme' | 'list' | 'other' {
  if (isTheme(cell)) return 'theme';
  const parts = cell.split(LIST_SIGNS).filter((part) => part.trim() !== '');
  return parts.length > 1 && parts.every(isTheme) ? 'list' : 'other';
}

function nextRank(taken: ReadonlySet<string>): string {
  let rank = 1;
  while (taken.has(`wish.${rank}`)) rank += 1;
  return `wish.${rank}`;
}
