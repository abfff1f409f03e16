import type {
  SharedDelegation,
  SharedFigures,
  SharedRule,
  SharedSession,
  SharedSlot,
  Told,
} from '../../core/report/shared-figures.ts';
import type { TypeGroup } from '../../core/report/type-groups.ts';
import type { FindingCode } from '../../model/finding.ts';
import { findingTitle } from '../findings/finding-words.ts';
import { fillBar, stackedBar, withheldBar } from './bars.ts';
import { html, type Markup, type Part } from './html.ts';
import { type LegendEntry, legendHead, renderLegend } from './legend.ts';
import { LIMITS } from './limits.ts';
import type { PageContext } from './page-context.ts';
import { ruleOf } from './quality-sections.ts';
import { named, type Section, section } from './section.ts';
import { sessionColumns } from './session-sections.ts';
import { type ReportColumn, renderTable } from './table.ts';

export function renderSharedFill(page: PageContext, { slots }: SharedFigures): Section {
  const { words, number, percent } = page;
  const capacityOf = (row: SharedSession): number => page.session(row.session)?.capacity ?? 0;
  const { session, time, room } = sessionColumns<SharedSession>(page, (row) =>
    (row.seated ?? 0) > capacityOf(row) ? html` <span class="flag">${words.overfull}</span>` : undefined,
  );
  return section(
    'sessions',
    { title: words.sections.sessions.title, about: words.sharedSections.sessions },
    renderTable(page, {
      caption: words.sections.sessions.title,
      limit: { rows: LIMITS.sessions, where: '`sosent export summary`' },
      rows: slots.flatMap((one) => one.sessions),
      columns: [
        session,
        time,
        {
          head: words.columns.fill,
          kind: 'chart',
          cell: (row) => (row.seated === undefined ? withheldBar() : fillBar(row.seated, capacityOf(row), 0)),
          sort: (row) => (row.seated ?? 0) / Math.max(1, capacityOf(row)),
        },
        {
          head: words.columns.percent,
          kind: 'number',
          cell: (row) => (row.seated === undefined ? undefined : percent(row.seated, capacityOf(row))),
        },
        toldColumn<SharedSession>(page, words.columns.seated, (row) => row.seated),
        {
          head: words.columns.seats,
          kind: 'number',
          cell: (row) => number(capacityOf(row)),
          sort: capacityOf,
        },
        room,
      ],
    }),
  );
}

export function renderSharedMix(page: PageContext, { slots, types }: SharedFigures): Section {
  const { words, number } = page;
  const { session, time } = sessionColumns<SharedSession>(page);
  const shown = types.map((one) => legendOf(page, one));
  const segments = (row: SharedSession): Part =>
    row.seated === undefined || row.mix.every((one) => one === undefined)
      ? withheldBar()
      : stackedBar(
          shown.flatMap(({ look, sign }, index) => {
            const count = row.mix[index];
            return count === undefined ? [] : [{ look, amount: count, label: `${sign} ${number(count)}` }];
          }),
          row.seated,
        );
  return section('mix', words.sections.mix, [
    renderLegend(shown),
    renderTable(page, {
      caption: words.sections.mix.title,
      limit: { rows: LIMITS.sessions, where: '`sosent export summary`' },
      rows: slots.flatMap((one) => one.sessions),
      columns: [
        session,
        time,
        { head: words.columns.mix, kind: 'chart', cell: segments, sort: (row) => row.seated ?? 0 },
        ...shown.map((one, index) =>
          toldColumn(page, legendHead(one), (row: SharedSession) => row.mix[index]),
        ),
      ],
    }),
    html`<p class="note">${words.sharedSections.flow}</p>`,
  ]);
}

/** One type as it is painted everywhere; several together, and the unknown, without a colour of their own. */
export function legendOf(page: PageContext, { ids }: TypeGroup): LegendEntry {
  const [id = '', ...more] = ids;
  const index = page.event.attendeeTypes.findIndex((one) => one.id === id);
  if (more.length === 0 && index >= 0)
    return { look: `t${index}`, sign: page.sign(id), title: page.type(id) };
  const title = more.length === 0 ? page.words.unknownType : page.words.otherTypes;
  return { look: 'other', sign: more.length === 0 ? '?' : '…', title };
}

/** A number, or that it is withheld. */
export function toldColumn<Row>(page: PageContext, head: Part, of: (row: Row) => Told): ReportColumn<Row> {
  return {
    head,
    kind: 'number',
    cell: (row) => {
      const count = of(row);
      return count === undefined ? withheldMark(page) : page.number(count);
    },
    sort: (row) => of(row) ?? 0,
  };
}

export function withheldMark({ words }: PageContext): Markup {
  return html`<span class="withheld-mark"><span aria-hidden="true">–</span><span class="unseen">${words.withheld}</span></span>`;
}

export function renderSharedDelegations(
  page: PageContext,
  delegations: readonly SharedDelegation[],
): Section {
  const { words, title, theme } = page;
  const [first] = delegations;
  const about = { title: words.sections.delegations.title, about: words.sharedSections.delegations };
  if (first === undefined)
    return section('delegations', about, html`<p>${words.sharedSections.noDelegations}</p>`);
  const body = renderTable(page, {
    caption: about.title,
    limit: { rows: LIMITS.delegations, where: '`sosent export delegations`' },
    rows: delegations,
    columns: [
      { head: words.columns.delegation, kind: 'text', cell: (row) => named(title(row.title)) },
      ...first.themes.map(
        (one, index): ReportColumn<SharedDelegation> => ({
          head: theme(one.theme),
          kind: 'number',
          cell: (row) =>
            row.themes[index]?.isReached === true ? words.sharedSections.everywhere : withheldMark(page),
          look: (row) => (row.themes[index]?.isReached === true ? 'heat h6' : 'heat'),
          sort: (row) => Number(row.themes[index]?.isReached ?? false),
        }),
      ),
    ],
  });
  return section('delegations', about, body);
}

export function renderSharedUnseated(page: PageContext, slots: readonly SharedSlot[]): Section {
  const { words } = page;
  const { title, about } = words.sharedSections.withoutSeat;
  return section(
    'waitlist',
    { title, about },
    renderTable(page, {
      caption: title,
      rows: slots,
      columns: [
        { head: words.columns.time, kind: 'text', cell: (row) => page.slot(row.timeSlot) },
        toldColumn<SharedSlot>(page, words.columns.unseated, (row) => row.unseated),
        toldColumn<SharedSlot>(page, words.columns.away, (row) => row.away),
      ],
    }),
  );
}

export function renderSharedRules(page: PageContext, rules: readonly SharedRule[]): Section {
  const { words } = page;
  return section(
    'rules',
    { title: words.sections.rules.title, about: words.sharedSections.rules },
    rules.length === 0
      ? html`<p>${words.noRules}</p>`
      : html`<ul>${rules.map(
          (one) => html`<li>${ruleOf(page, one)}</li>
`,
        )}</ul>`,
  );
}

/** Titles only: what was found names people, and how often is a number of people. */
export function renderSharedFindings(
  { words, language }: PageContext,
  codes: readonly FindingCode[],
): Section {
  return section(
    'findings',
    { title: words.sections.findings.title, about: words.sharedSections.findings },
    codes.length === 0
      ? html`<p>${words.noFindings}</p>`
      : html`<ul>${codes.map(
          (code) => html`<li>${findingTitle(code, language)} <code>${code}</code></li>
`,
        )}</ul>`,
  );
}
