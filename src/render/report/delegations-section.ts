import type { DelegationReport } from '../../core/report-delegations.ts';
import { html } from './html.ts';
import { LIMITS } from './limits.ts';
import type { PageContext } from './page-context.ts';
import { named, type Section, section } from './section.ts';
import { type ReportColumn, renderTable } from './table.ts';

/** Shades of the heat map. */
export const HEAT_STEPS = 6;

/** A heat map: delegations by themes. */
export function renderDelegations(page: PageContext, delegations: readonly DelegationReport[]): Section {
  const { words, number, title, theme } = page;
  const [first] = delegations;
  const count = (head: string, of: (row: DelegationReport) => number): ReportColumn<DelegationReport> => ({
    head,
    kind: 'number',
    cell: (row) => number(of(row)),
    sort: of,
  });
  const peopleIn = (row: DelegationReport, index: number): number => row.themes[index]?.people ?? 0;
  const body =
    first === undefined
      ? html`<p>${words.noDelegations}</p>`
      : renderTable(page, {
          caption: words.sections.delegations.title,
          limit: { rows: LIMITS.delegations, where: '`sosent export delegations`' },
          rows: bySize(delegations),
          columns: [
            { head: words.columns.delegation, kind: 'text', cell: (row) => named(title(row.title)) },
            count(words.columns.people, (row) => row.members.length),
            ...first.themes.map(
              (one, index): ReportColumn<DelegationReport> => ({
                ...count(theme(one.theme), (row) => peopleIn(row, index)),
                look: (row) => `heat h${heat(peopleIn(row, index), row.members.length)}`,
              }),
            ),
            count(words.columns.firstWishes, (row) => row.firstWishes),
            count(words.columns.missed, (row) => row.themes.filter((one) => one.people === 0).length),
          ],
        });
  return section('delegations', words.sections.delegations, body);
}

/** The largest first; of equal ones in the order given. */
function bySize(delegations: readonly DelegationReport[]): readonly DelegationReport[] {
  return delegations.toSorted((a, b) => b.members.length - a.members.length);
}

/** 0 where nobody is, `HEAT_STEPS` where all are. */
function heat(people: number, of: number): number {
  return Math.ceil((people / Math.max(1, of)) * HEAT_STEPS);
}
