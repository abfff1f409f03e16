import type { SharedFigures, SharedSeats, SharedWishes, Told } from '../../core/report/shared-figures.ts';
import { amountBar, stackedBar, withheldBar } from './bars.ts';
import { type LegendEntry, legendHead, renderLegend } from './legend.ts';
import type { PageContext } from './page-context.ts';
import { type Section, section } from './section.ts';
import { legendOf, toldColumn, withheldMark } from './shared-sections.ts';
import { renderTable } from './table.ts';
import { RANKS_SHOWN } from './wishes-section.ts';

/** Wishes per type where everybody has a seat, else in per cent of all. */
export function renderSharedWishes(page: PageContext, figures: SharedFigures): Section {
  const { wishes } = figures;
  return wishes.kind === 'seats' ? seatsPerType(page, figures, wishes) : percents(page, wishes.ranks);
}

interface Row extends SharedSeats {
  readonly title: string;
  readonly people: number;
}

function seatsPerType(
  page: PageContext,
  { types, people, slots }: SharedFigures,
  { all, byType }: Extract<SharedWishes, { readonly kind: 'seats' }>,
): Section {
  const { words, number } = page;
  const { title } = words.sections.wishes;
  const ranks = rankLegend(page, all.ranks.length);
  const rest: LegendEntry = { look: 'other', sign: '·', title: words.columns.rest };
  const parts = [
    ...ranks.map((one, rank) => ({ ...one, of: (row: SharedSeats) => row.ranks[rank] })),
    { ...rest, of: (row: SharedSeats) => row.rest },
  ].filter((part) => part.of(all) !== undefined);
  const rows = types.map((type, index): Row => {
    const seats = byType[index] ?? { ranks: [], rest: undefined };
    return { ...seats, title: legendOf(page, type).title, people: type.people };
  });
  return section('wishes', { title, about: words.sharedSections.wishes }, [
    renderLegend(parts),
    renderTable(page, {
      caption: title,
      rows,
      total: { ...all, title: words.everybody, people },
      columns: [
        { head: words.columns.type, kind: 'text', cell: (row) => row.title },
        {
          head: words.columns.wishes,
          kind: 'chart',
          cell: (row) =>
            stackedBar(
              parts.flatMap(({ look, sign, of }) => {
                const count = of(row);
                return count === undefined
                  ? []
                  : [{ look, amount: count, label: `${sign} ${number(count)}` }];
              }),
              row.people * slots.length,
            ),
        },
        {
          head: words.columns.people,
          kind: 'number',
          cell: (row) => number(row.people),
          sort: (row) => row.people,
        },
        ...parts.map((part) => toldColumn<Row>(page, legendHead(part), part.of)),
      ],
    }),
  ]);
}

function percents(page: PageContext, ranks: readonly Told[]): Section {
  const { words, percent } = page;
  const { title } = words.sections.wishes;
  return section(
    'wishes',
    { title, about: words.sharedSections.wishesPercent },
    renderTable(page, {
      caption: title,
      rows: ranks.map((share, index) => ({ rank: index + 1, share })),
      columns: [
        {
          head: words.columns.wish,
          kind: 'text',
          cell: ({ rank }) => words.columns.rank(rank),
          sort: ({ rank }) => rank,
        },
        {
          head: words.columns.percent,
          kind: 'number',
          cell: ({ share }) => (share === undefined ? withheldMark(page) : percent(share, 100)),
          sort: ({ share }) => share ?? 0,
        },
        {
          head: words.columns.chart,
          kind: 'chart',
          cell: ({ share }) => (share === undefined ? withheldBar() : amountBar(share, 100)),
        },
      ],
    }),
  );
}

/** Ranks beyond those with a colour of their own are painted alike; their signs tell them apart. */
function rankLegend({ words }: PageContext, count: number): readonly LegendEntry[] {
  return Array.from({ length: count }, (_, rank) => ({
    look: rank < RANKS_SHOWN ? `r${rank}` : 'late',
    sign: `${rank + 1}.`,
    title: words.columns.rank(rank + 1),
  }));
}
