import type { ColumnMapping } from '../../model/event.ts';
import type { TableRow } from '../../tabular/table.ts';
import { findCellRank } from './find-wish-rank.ts';
import { countSpeakers, findAskedFields, findKnownFields } from './header-index.ts';

interface GridTop {
  readonly headers: readonly string[];
  readonly sample: readonly TableRow[];
  /** Whether a text names a theme of the event. */
  readonly isTheme: (text: string) => boolean;
}

interface GridColumn {
  readonly column: number;
  readonly header: string;
  readonly question: string;
  readonly row: string;
}

/**
 * The columns of grid questions about wishes. A form writes one column for each row of a grid, `Question [Row]`. Where
 * the rows are ranks (`Wishes [First choice]`), the cell is the theme: `wish.1`. Where they are themes (`Wishes
 * [Refugees]`), the cell is the rank: `rank`. Any other grid is none of ours.
 */
export function findGrids(top: GridTop): ColumnMapping[] {
  const grids = new Map<string, GridColumn[]>();
  for (const [column, header] of top.headers.entries()) {
    const parts = splitHeader(header);
    if (parts === undefined) continue;
    const grid = grids.get(parts.question) ?? [];
    grids.set(parts.question, [...grid, { column, header, ...parts }]);
  }
  return [...grids.values()].flatMap((grid) => ranksDown(grid, top) ?? themesDown(grid, top) ?? []);
}

/** What a column header says of its theme: the row of the grid, or all of it where there is none. */
export function themeOfHeader(header: string): string {
  return splitHeader(header)?.row ?? header;
}

/** `Which [of these]? [Work]` is row `Work`: the last brackets are the form's, those before are the question's. */
function splitHeader(header: string): { readonly question: string; readonly row: string } | undefined {
  const open = header.lastIndexOf('[');
  const close = header.lastIndexOf(']');
  // What may stand behind is the number that tells repeated headers apart.
  if (open < 1 || close < open || !/^\s*(\(\d+\))?$/.test(header.slice(close + 1))) return undefined;
  const row = header.slice(open + 1, close).trim();
  const question = header.slice(0, open).trim();
  return row === '' || question === '' ? undefined : { question, row };
}

/** Rows that are ranks, each once, in a question about wishes or above cells that are mostly themes. */
function ranksDown(grid: readonly GridColumn[], { sample, isTheme }: GridTop): ColumnMapping[] | undefined {
  const ranks = grid.map(({ row }) => findCellRank(row));
  if (new Set(ranks).size !== grid.length || ranks.includes(undefined)) return undefined;
  const wishful = isAboutWishes(grid[0]?.question ?? '') || most(cellsOf(grid, sample), isTheme);
  return wishful ? grid.map(({ header }, index) => ({ header, field: `wish.${ranks[index]}` })) : undefined;
}

/** Two rows at least are themes, and most cells are ranks: `Very interested` would be an opinion, not a wish. */
function themesDown(grid: readonly GridColumn[], { sample, isTheme }: GridTop): ColumnMapping[] | undefined {
  const themes = grid.filter(({ row }) => isTheme(row));
  if (themes.length < 2) return undefined;
  const ranked = most(cellsOf(themes, sample), (cell) => findCellRank(cell) !== undefined);
  return ranked ? themes.map(({ header }) => ({ header, field: 'rank' })) : undefined;
}

/** The cells below the columns of a grid that are filled in. */
function cellsOf(grid: readonly GridColumn[], sample: readonly TableRow[]): string[] {
  return sample.flatMap(({ cells }) => grid.flatMap(({ column }) => cells[column]?.trim() || []));
}

function most(cells: readonly string[], test: (cell: string) => boolean): boolean {
  return cells.filter(test).length * 2 > cells.length;
}

function isAboutWishes(question: string): boolean {
  const known = findKnownFields(question, countSpeakers([question])) ?? findAskedFields(question);
  return known.some((one) => one.field === 'wishes');
}
