import { nameOrder, slotsInOrder } from '../../core/order.ts';
import type { DietaryFigure } from '../../core/report/dietary-figures.ts';
import type { Place, PlacedPerson } from '../../core/report/places.ts';
import type { Placement } from '../../model/placement.ts';
import { dietText } from '../exports/diet-words.ts';
import { amountBar } from './bars.ts';
import { html, type Part } from './html.ts';
import { LIMITS } from './limits.ts';
import { NO_BREAK, type PageContext } from './page-context.ts';
import { marked, named, type Section, section } from './section.ts';
import { type ReportColumn, renderTable } from './table.ts';

/** Where everybody sits; left out where the list is too long for a page. */
export function renderPeople(page: PageContext, people: readonly PlacedPerson[]): Section {
  const { words, number, type, slot, session, title } = page;
  const rosters = '`sosent export rosters`';
  if (people.length > LIMITS.people) {
    const note = words.leftOut(number(people.length), number(LIMITS.people), rosters);
    return section('people', words.sections.people, html`<p class="note">${marked(note)}</p>`);
  }
  const order = nameOrder(page.language);
  const place = (at: Place | undefined): Part => {
    if (at === undefined || at === 'away') return html`<span class="soft">${words.away}</span>`;
    if (at === 'unseated') return html`<span class="flag">${words.unseated}</span>`;
    const name = title(session(at.session)?.title ?? {}) || at.session;
    return at.rank === 0 ? name : html`${name}${NO_BREAK}<small>${at.rank}</small>`;
  };
  const body = renderTable(page, {
    caption: words.sections.people.title,
    rows: people.toSorted((a, b) => order(a.attendee.name, b.attendee.name)),
    columns: [
      {
        head: words.columns.name,
        kind: 'text',
        cell: ({ attendee }) => named(attendee.name || attendee.id),
      },
      {
        head: words.columns.organisation,
        kind: 'text',
        cell: ({ attendee }) => named(attendee.organisation),
      },
      {
        head: words.columns.type,
        kind: 'text',
        cell: ({ attendee }) => (attendee.type === '' ? '' : type(attendee.type)),
      },
      ...slotsInOrder(page.event).map(
        ({ id }, index): ReportColumn<PlacedPerson> => ({
          head: slot(id),
          kind: 'text',
          cell: ({ places }) => place(places[index]),
        }),
      ),
    ],
  });
  return section('people', words.sections.people, body);
}

interface WaitingRow {
  readonly placement: Placement;
  readonly place: number;
}

/** Everybody who waits, in the order of the queues. */
export function renderWaitlist(
  page: PageContext,
  waiting: readonly Placement[],
  people: readonly PlacedPerson[],
): Section {
  const { words, number, slot, session, title } = page;
  const { columns } = words;
  const byId = new Map(people.map(({ attendee }) => [attendee.id, attendee]));
  const slots = slotsInOrder(page.event).map((one) => one.id);
  const last = new Map<string, number>();
  const rows = waiting.map((placement): WaitingRow => {
    const place = (last.get(`${placement.timeSlot} ${placement.session}`) ?? 0) + 1;
    last.set(`${placement.timeSlot} ${placement.session}`, place);
    return { placement, place };
  });
  const body =
    rows.length === 0
      ? html`<p>${words.noWaitlist}</p>`
      : renderTable(page, {
          caption: words.sections.waitlist.title,
          limit: { rows: LIMITS.waitlist, where: '`sosent export rosters`' },
          rows,
          columns: [
            {
              head: columns.name,
              kind: 'text',
              cell: ({ placement }) => named(byId.get(placement.attendee)?.name || placement.attendee),
            },
            {
              head: columns.organisation,
              kind: 'text',
              cell: ({ placement }) => named(byId.get(placement.attendee)?.organisation ?? ''),
            },
            {
              head: columns.time,
              kind: 'text',
              cell: ({ placement }) => slot(placement.timeSlot),
              sort: ({ placement }) => slots.indexOf(placement.timeSlot),
            },
            {
              head: columns.session,
              kind: 'text',
              cell: ({ placement }) => title(session(placement.session)?.title ?? {}) || placement.session,
            },
            {
              head: columns.place,
              kind: 'number',
              cell: ({ place }) => number(place),
              sort: ({ place }) => place,
            },
            {
              head: columns.wish,
              kind: 'number',
              cell: ({ placement }) => placement.rank || words.noRank,
              sort: ({ placement }) => placement.rank || 999,
            },
          ],
        });
  return section('waitlist', words.sections.waitlist, body);
}

export function renderDietary(
  page: PageContext,
  diets: readonly DietaryFigure[],
  about: { readonly title: string; readonly about: string },
): Section {
  const { words, number } = page;
  const most = diets[0]?.people ?? 0;
  const body =
    diets.length === 0
      ? html`<p>${words.noDiets}</p>`
      : renderTable(page, {
          caption: about.title,
          limit: { rows: LIMITS.diets, where: '`data/attendees.csv`' },
          rows: diets,
          columns: [
            {
              head: words.columns.diet,
              kind: 'text',
              cell: ({ diet }) => named(dietText(diet, page.language)),
            },
            {
              head: words.columns.people,
              kind: 'number',
              cell: ({ people }) => number(people),
              sort: ({ people }) => people,
            },
            { head: words.columns.chart, kind: 'chart', cell: ({ people }) => amountBar(people, most) },
          ],
        });
  return section('dietary', about, body);
}
