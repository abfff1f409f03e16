import { slotsInOrder } from '../../core/order.ts';
import type { SessionSummary, Summary } from '../../core/summary.ts';
import { fillBar, stackedBar } from './bars.ts';
import { html, type Markup } from './html.ts';
import { legendHead, renderLegend, typesShown } from './legend.ts';
import { LIMITS } from './limits.ts';
import type { PageContext } from './page-context.ts';
import { type Section, section } from './section.ts';
import { type ReportColumn, renderTable } from './table.ts';

/** Fill of every session. */
export function renderFill(page: PageContext, { sessions }: Summary): Section {
  const { words, number, percent } = page;
  const { columns } = words;
  const { session, time, room } = sessionColumns<SessionSummary>(page, (row) => flagOf(page, row));
  const { title, about } = words.sections.sessions;
  const hasMinimum = sessions.some((one) => one.minimum > 0);
  return section(
    'sessions',
    { title, about: hasMinimum ? `${about} ${words.minimumMark}` : about },
    renderTable(page, {
      caption: words.sections.sessions.title,
      limit: { rows: LIMITS.sessions, where: '`sosent export summary`' },
      rows: sessions,
      columns: [
        session,
        time,
        {
          head: columns.fill,
          kind: 'chart',
          cell: (row) => fillBar(row.seated, row.capacity, row.minimum),
          sort: (row) => row.seated / Math.max(1, row.capacity),
        },
        { head: columns.percent, kind: 'number', cell: (row) => percent(row.seated, row.capacity) },
        {
          head: columns.seated,
          kind: 'number',
          cell: (row) => number(row.seated),
          sort: (row) => row.seated,
        },
        {
          head: columns.seats,
          kind: 'number',
          cell: (row) => number(row.capacity),
          sort: (row) => row.capacity,
        },
        {
          head: columns.waiting,
          kind: 'number',
          cell: (row) => number(row.waiting),
          sort: (row) => row.waiting,
        },
        room,
      ],
    }),
  );
}

/** Who sits together in every session, by attendee type. */
export function renderMix(page: PageContext, { sessions }: Summary): Section {
  const { words, number } = page;
  const { session, time } = sessionColumns<SessionSummary>(page, (row) => flagOf(page, row));
  const types = typesShown(page, new Set(sessions.flatMap((one) => Object.keys(one.byType))));
  const ofType = (row: SessionSummary, ids: readonly string[]): number =>
    ids.reduce((sum, id) => sum + (row.byType[id] ?? 0), 0);
  return section('mix', words.sections.mix, [
    renderLegend(types),
    renderTable(page, {
      caption: words.sections.mix.title,
      limit: { rows: LIMITS.sessions, where: '`sosent export summary`' },
      rows: sessions,
      columns: [
        session,
        time,
        {
          head: words.columns.mix,
          kind: 'chart',
          cell: (row) =>
            stackedBar(
              types.map(({ look, sign, ids }) => ({
                look,
                amount: ofType(row, ids),
                label: `${sign} ${number(ofType(row, ids))}`,
              })),
              row.seated,
            ),
          sort: (row) => row.seated,
        },
        ...types.map(
          (type): ReportColumn<SessionSummary> => ({
            head: legendHead(type),
            kind: 'number',
            cell: (row) => number(ofType(row, type.ids)),
            sort: (row) => ofType(row, type.ids),
          }),
        ),
      ],
    }),
  ]);
}

/** What is odd about a session, in a word. */
function flagOf({ words, number }: PageContext, row: SessionSummary): Markup | undefined {
  const text = row.cancelled
    ? words.cancelled
    : row.seated > row.capacity
      ? words.overfull
      : row.seated < row.minimum
        ? words.belowMinimum(number(row.minimum))
        : undefined;
  return text === undefined ? undefined : html` <span class="flag">${text}</span>`;
}

/** What a session is: its title, perhaps with a flag, when, and where. */
export function sessionColumns<Row extends { readonly session: string }>(
  { event, words: { columns }, title, session, room, slot }: PageContext,
  flag: (row: Row) => Markup | undefined = () => undefined,
): Readonly<Record<'session' | 'time' | 'room', ReportColumn<Row>>> {
  const order = new Map(slotsInOrder(event).map((one, index) => [one.id, index]));
  const slotOf = (id: string): string => session(id)?.timeSlot ?? '';
  return {
    session: {
      head: columns.session,
      kind: 'text',
      cell: (row) => html`${title(session(row.session)?.title ?? {}) || row.session}${flag(row)}`,
    },
    time: {
      head: columns.time,
      kind: 'text',
      cell: (row) => slot(slotOf(row.session)),
      sort: (row) => order.get(slotOf(row.session)) ?? 0,
    },
    room: { head: columns.room, kind: 'text', cell: (row) => room(session(row.session)?.room ?? '') },
  };
}
