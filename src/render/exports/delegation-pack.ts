import type { DelegationReport } from '../../core/report-delegations.ts';
import type { Block } from '../documents/document.ts';
import { columnWord } from './column-words.ts';
import { coverageBlocks } from './delegation-coverage.ts';
import { metBlocks } from './delegation-met.ts';
import { broughtBlocks, ownSolutions } from './delegation-needs.ts';
import { reportsOf } from './delegation-reports.ts';
import { themeBlocks } from './delegation-theme.ts';
import { packWords } from './delegation-words.ts';
import { byName, type ExportData, type ExportDocument, titleOf } from './export.ts';
import { fileStems } from './file-name.ts';
import { programmeTable } from './programme-table.ts';
import { sessionTitle } from './session-texts.ts';
import { documentOf } from './table-document.ts';

/**
 * What each organisation takes home to a workshop of its own: a document for each delegation, about its own people. Of
 * others it says organisations and what they offer, and no names.
 */
export function delegationPacks(data: ExportData): readonly ExportDocument[] {
  const reports = reportsOf(data);
  const titles = reports.map((one) => titleOf(data, one.title));
  const stems = fileStems('delegation', titles);
  return reports.map((report, index) => ({
    privacy: 'names',
    document: documentOf({ name: 'delegations', privacy: 'names' }, data, packBlocks(data, report), {
      stem: stems[index] ?? '',
      title: titles[index] ?? '',
      subtitle: packWords(data.language).subtitle(titleOf(data, data.event.title)),
    }),
  }));
}

function packBlocks(data: ExportData, report: DelegationReport): readonly Block[] {
  const words = packWords(data.language);
  const { members, themes } = report;
  const sessions = themes.flatMap((one) => one.sessions);
  return [
    {
      kind: 'facts',
      facts: [
        { label: words.people, value: String(members.length) },
        { label: words.units, value: String(report.units) },
        {
          label: words.themes,
          value: words.of(themes.filter((one) => one.people > 0).length, themes.length),
        },
        {
          label: words.sessions,
          value: words.of(sessions.filter((one) => one.people > 0).length, sessions.length),
        },
      ],
    },
    ...agendaBlocks(data, report),
    ...coverageBlocks(data, report),
    ...metBlocks(data, report),
    ...broughtBlocks(data, report),
    ...themes.flatMap((one) => themeBlocks(data, report, one)),
    ...ownSolutions(data, report),
    { kind: 'heading', level: 1, text: words.whoWasWhere },
    programmeTable(data, members.toSorted(byName(data)), {
      columns: ['name', 'unit'].map((one) => columnWord(one, data.language)),
      cells: (one) => [one.name, one.unit],
      seat: ({ session }) => sessionTitle(data, session),
    }),
  ];
}

/** The workshop on one page: a row for each theme with somebody to lead it, and what comes of it. */
function agendaBlocks(data: ExportData, { themes }: DelegationReport): readonly Block[] {
  const words = packWords(data.language);
  const rows = themes.map(({ theme, people }, index) => {
    const title = titleOf(data, data.event.themes.find((one) => one.id === theme)?.title);
    return [String(index + 1), `${title}\n${words.heard(people)}`, '', '', ''];
  });
  const last = String(themes.length + 1);
  return [
    { kind: 'heading', level: 1, text: words.agenda },
    { kind: 'text', tone: 'plain', text: words.howTo },
    {
      kind: 'table',
      rowHeight: 'write',
      columns: [
        { title: columnWord('number', data.language), align: 'right', share: 0 },
        { title: words.item, align: 'left', share: 40 },
        { title: words.owner, align: 'left', share: 26 },
        { title: words.nextStep, align: 'left', share: 40 },
        { title: words.by, align: 'left', share: 14 },
      ],
      rows: [...rows, [last, words.together, '', '', '']],
    },
  ];
}
