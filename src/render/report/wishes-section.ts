import type { WishFigures } from '../../core/report/wish-figures.ts';
import { stackedBar } from './bars.ts';
import { type LegendEntry, legendHead, renderLegend } from './legend.ts';
import type { PageContext } from './page-context.ts';
import { type Section, section } from './section.ts';
import { type ReportColumn, renderTable } from './table.ts';

/** Ranks that have a colour of their own; later ones stand together. */
export const RANKS_SHOWN = 5;

interface Part extends LegendEntry {
  readonly of: (row: WishFigures) => number;
}

/** What became of everybody's wishes, in all and by attendee type. */
export function renderWishes(page: PageContext, wishes: readonly WishFigures[]): Section {
  const { words, number, type } = page;
  const total = addUp(wishes);
  const parts = partsOf(page, total);
  const titleOf = (row: WishFigures): string => (row === total ? words.everybody : type(row.type));
  return section('wishes', words.sections.wishes, [
    renderLegend(parts),
    renderTable(page, {
      caption: words.sections.wishes.title,
      rows: wishes,
      total,
      columns: [
        { head: words.columns.type, kind: 'text', cell: titleOf },
        {
          head: words.columns.wishes,
          kind: 'chart',
          cell: (row) =>
            stackedBar(
              parts.map(({ look, sign, of }) => ({
                look,
                amount: of(row),
                label: `${sign} ${number(of(row))}`,
              })),
              placesOf(row),
            ),
          sort: (row) => (row.ranks[0] ?? 0) / Math.max(1, placesOf(row)),
        },
        {
          head: words.columns.people,
          kind: 'number',
          cell: (row) => number(row.people),
          sort: (row) => row.people,
        },
        ...parts.map(
          (part): ReportColumn<WishFigures> => ({
            head: legendHead(part),
            kind: 'number',
            cell: (row) => number(part.of(row)),
            sort: part.of,
          }),
        ),
      ],
    }),
  ]);
}

/** Only those that somebody has. */
function partsOf(page: PageContext, total: WishFigures): readonly Part[] {
  const { columns } = page.words;
  const from = RANKS_SHOWN;
  const ranks = total.ranks.slice(0, from).map(
    (_, index): Part => ({
      look: `r${index}`,
      sign: `${index + 1}.`,
      title: columns.rank(index + 1),
      of: (row) => row.ranks[index] ?? 0,
    }),
  );
  const later: Part = {
    look: 'late',
    sign: `${from + 1}.+`,
    title: columns.rankFrom(from + 1),
    of: (row) => row.ranks.slice(from).reduce((sum, one) => sum + one, 0),
  };
  const others = [
    { look: 'unwished', sign: '–', title: columns.unwished, of: (row: WishFigures) => row.unwished },
    { look: 'other', sign: '·', title: columns.indifferent, of: (row: WishFigures) => row.indifferent },
    { look: 'none', sign: '×', title: columns.unseated, of: (row: WishFigures) => row.unseated },
    { look: 'away', sign: '○', title: columns.away, of: (row: WishFigures) => row.away },
  ];
  return [...ranks, later, ...others].filter(({ of }) => of(total) > 0);
}

export function placesOf(row: WishFigures): number {
  return row.ranks.reduce((sum, one) => sum + one, row.unwished + row.indifferent + row.unseated + row.away);
}

function addUp(rows: readonly WishFigures[]): WishFigures {
  const sum = (of: (row: WishFigures) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return {
    type: '',
    people: sum((row) => row.people),
    ranks: (rows[0]?.ranks ?? []).map((_, index) => sum((row) => row.ranks[index] ?? 0)),
    unwished: sum((row) => row.unwished),
    indifferent: sum((row) => row.indifferent),
    unseated: sum((row) => row.unseated),
    away: sum((row) => row.away),
  };
}
