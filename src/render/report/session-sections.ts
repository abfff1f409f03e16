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
  const { session, time, room } = sessionColumns<SessionSummary>(page);
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
  const { session, time } = sessionColumns<SessionSummary>(page);
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

/** What a session is: its title with what is odd about it, when, and where. */
export function sessionColumns<Row extends { readonly session: string }>({
  event,
  words: { columns, ...words },
  title,
  session,
  room,
  slot,
  number,
}: PageContext): Readonly<Record<'session' | 'time' | 'room', ReportColumn<Row & Partial<SessionSummary>>>> {
  const order = new Map(
    [...event.timeSlots]
      .sort((a, b) => (`${a.date} ${a.start}` < `${b.date} ${b.start}` ? -1 : 1))
      .map((one, index) => [one.id, index]),
  );
  const slotOf = (id: string): string => session(id)?.timeSlot ?? '';
  const flag = (row: Partial<SessionSummary>): Markup | undefined => {
    const text =
      row.cancelled === true
        ? words.cancelled
        : (row.seated ?? 0) > (row.capacity ?? 0)
          ? words.overfull
          : (row.seated ?? 0) < (row.minimum ?? 0)
            ? words.belowMinimum(number(row.minimum ?? 0))
            : undefined;
    return text === undefined ? undefined : html` <span class="flag">${text}</span>`;
  };
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
