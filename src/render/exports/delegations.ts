import { groupBy } from '../../core/group-by.ts';
import type { DelegationReport, ThemeCoverage } from '../../core/report-delegations.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Session } from '../../model/event.ts';
import type { Placement } from '../../model/placement.ts';
import { delegationPacks } from './delegation-pack.ts';
import { reportsOf } from './delegation-reports.ts';
import {
  byName,
  type ColumnOf,
  type Export,
  type ExportData,
  sessionColumns,
  table,
  titleOf,
} from './export.ts';

/** What each organisation takes home to its own workshop: its people, where they went, what it missed and asked for. */
export const delegations: Export = {
  name: 'delegations',
  privacy: 'names',
  documents: delegationPacks,
  about: 'for each delegation, who went where, which themes it covers, and the needs and solutions it brings',
  tables: [
    table({ name: '', about: 'one row per delegation' }, reportsOf, [
      ...delegationColumns<DelegationReport>((row) => row),
      ['people', 'people who are coming', (row) => row.members.length, 'number'],
      ['units', 'districts, agencies, departments they come from', (row) => row.units, 'number'],
      ['seats', 'seats in all time slots together', (row) => row.seats.length, 'number'],
      ['first_wishes', 'people who sit in a theme of their first rank', (row) => row.firstWishes, 'number'],
      [
        'themes_covered',
        'titles of the themes in which somebody sits, joined by `; `',
        (row, data) => titlesOf(data, row, (theme) => theme.people > 0),
      ],
      [
        'themes_missed',
        'titles of the themes in which nobody sits',
        (row, data) => titlesOf(data, row, (theme) => theme.people === 0),
      ],
    ]),
    table(
      { name: 'coverage', about: 'one row per delegation and session, also where nobody sits' },
      listCoverage,
      [
        ...delegationColumns<CoverageRow>((row) => row.report),
        ...sessionColumns<CoverageRow>((row) => row.session),
        ['people', 'of the delegation in this session', (row) => row.people, 'number'],
        ['people_in_theme', 'of the delegation in any session of this theme', (row) => row.inTheme, 'number'],
      ],
    ),
    table({ name: 'people', about: 'one row per person of a delegation and session' }, listSeats, [
      ...delegationColumns<SeatRow>((row) => row.report),
      ['name', 'as it was registered', (row) => row.attendee.name],
      ['unit', 'part of the organisation', (row) => row.attendee.unit],
      ['role', 'job title, or part in the event', (row) => row.attendee.role],
      ...sessionColumns<SeatRow>((row) => row.session),
      ['how', '`assigned` or `pinned`', (row) => row.seat.kind],
      [
        'rank',
        'rank of the wish it fulfils; empty where it was not wished for',
        (row) => row.seat.rank || null,
        'number',
      ],
    ]),
    table(
      { name: 'needs', about: 'one row per person of a delegation with a need or a solution' },
      listNeeds,
      [
        ...delegationColumns<NeedRow>((row) => row.report),
        ['unit', 'part of the organisation', (row) => row.attendee.unit],
        ['name', 'as it was registered', (row) => row.attendee.name],
        ['needs', 'what they look for, in their own words', (row) => row.attendee.needs],
        ['solutions', 'what they offer, in their own words', (row) => row.attendee.solutions],
      ],
    ),
  ],
};

interface CoverageRow {
  readonly report: DelegationReport;
  readonly session: Session;
  readonly people: number;
  readonly inTheme: number;
}

interface NeedRow {
  readonly report: DelegationReport;
  readonly attendee: Attendee;
}

interface SeatRow extends NeedRow {
  readonly session: Session;
  readonly seat: Placement;
}

function delegationColumns<Row>(reportOf: (row: Row) => DelegationReport): readonly ColumnOf<Row>[] {
  return [
    ['delegation', 'id of the delegation', (row) => reportOf(row).id],
    ['delegation_title', 'its title', (row, data) => titleOf(data, reportOf(row).title)],
  ];
}

function titlesOf(
  data: ExportData,
  { themes }: DelegationReport,
  wanted: (theme: ThemeCoverage) => boolean,
): string {
  const titles = themes
    .filter(wanted)
    .map(({ theme }) => titleOf(data, data.event.themes.find((one) => one.id === theme)?.title));
  return titles.join('; ');
}

function listCoverage(data: ExportData): readonly CoverageRow[] {
  return reportsOf(data).flatMap((report) =>
    report.themes.flatMap((theme) =>
      theme.sessions.map(({ session, people }) => ({ report, session, people, inTheme: theme.people })),
    ),
  );
}

/** By name within a delegation, then time. */
function listSeats(data: ExportData): readonly SeatRow[] {
  const sessions = new Map(data.event.sessions.map((one) => [one.id, one]));
  return reportsOf(data).flatMap((report) => {
    const seats = groupBy(report.seats, (one) => one.attendee);
    return report.members.toSorted(byName(data)).flatMap((attendee) =>
      (seats.get(attendee.id) ?? []).flatMap((seat) => {
        const session = sessions.get(seat.session);
        return session === undefined ? [] : [{ report, attendee, session, seat }];
      }),
    );
  });
}

function listNeeds(data: ExportData): readonly NeedRow[] {
  return reportsOf(data).flatMap((report) =>
    report.members
      .filter((one) => one.needs.trim() !== '' || one.solutions.trim() !== '')
      .sort(byName(data))
      .map((attendee) => ({ report, attendee })),
  );
}
