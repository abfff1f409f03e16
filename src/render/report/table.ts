import { html, type Markup, type Part } from './html.ts';
import type { PageContext } from './page-context.ts';
import { marked } from './section.ts';

/** One column: what stands in a cell, and what it is sorted by where that is something else. */
export interface ReportColumn<Row> {
  readonly head: Part;
  /** `chart` cells are as wide as there is room; their numbers stand in other columns. */
  readonly kind: 'text' | 'number' | 'chart';
  readonly cell: (row: Row) => Part;
  readonly sort?: (row: Row) => number | string;
  /** Class of the cell, for instance of its shade. */
  readonly look?: (row: Row) => string;
}

export interface ReportTable<Row> {
  readonly caption: string;
  readonly columns: readonly ReportColumn<Row>[];
  readonly rows: readonly Row[];
  /** So many rows are shown; where there are more, a line says where all of them are. */
  readonly limit?: { readonly rows: number; readonly where: string };
  /** Always at the end, as the row of totals is. */
  readonly total?: Row;
}

/** Rows from which a table has a field to filter it by. */
const FILTER_FROM = 8;

/** A table that can be read as it is, and that the script of the page makes sortable and filterable. */
export function renderTable<Row>(page: PageContext, table: ReportTable<Row>): Markup {
  const { columns, rows, limit, caption, total } = table;
  const shown = limit === undefined ? rows : rows.slice(0, limit.rows);
  const filter = shown.length >= FILTER_FROM ? html` data-filter` : undefined;
  return html`<div class="scroll" role="group" aria-label="${caption}" tabindex="0"><table data-sort${filter}>
<caption>${caption}</caption>
<thead><tr>${columns.map((one) => html`<th scope="col" class="${one.kind}">${one.head}</th>`)}</tr></thead>
<tbody>${shown.map(
    (row) => html`<tr>${cellsOf(columns, row)}</tr>
`,
  )}</tbody>${total === undefined ? undefined : html`<tfoot><tr>${cellsOf(columns, total)}</tr></tfoot>`}
</table></div>
${noteLimit(page, rows.length, limit)}`;
}

export function noteLimit(
  { words, number }: PageContext,
  all: number,
  limit: ReportTable<unknown>['limit'],
): Markup | undefined {
  if (limit === undefined || all <= limit.rows) return undefined;
  return html`<p class="note">${marked(words.limited(number(limit.rows), number(all), limit.where))}</p>`;
}

/** The first cell names the row. */
function cellsOf<Row>(columns: readonly ReportColumn<Row>[], row: Row): readonly Markup[] {
  return columns.map(({ kind, cell, sort, look }, index) => {
    const content = cell(row);
    const classes = [kind === 'text' ? '' : kind, look?.(row) ?? ''].filter((one) => one !== '').join(' ');
    const shape = classes === '' ? undefined : html` class="${classes}"`;
    const value = sort?.(row);
    const key = value === undefined ? undefined : html` data-v="${value}"`;
    return index === 0
      ? html`<th scope="row"${shape}${key}>${content}</th>`
      : html`<td${shape}${key}>${content}</td>`;
  });
}
