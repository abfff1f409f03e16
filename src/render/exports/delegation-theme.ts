import { groupBy } from '../../core/group-by.ts';
import type { DelegationReport, ThemeCoverage } from '../../core/report-delegations.ts';
import type { Session } from '../../model/event.ts';
import type { Block } from '../documents/document.ts';
import { packWords } from './delegation-words.ts';
import { type ExportData, titleOf } from './export.ts';
import { needsOf } from './need-rows.ts';
import { type Place, placesOf } from './places.ts';
import { timeOf, whereAndWhen } from './session-texts.ts';

/** More names than this are counted beside a solution; the table above has them all. */
const MOST_NAMES = 3;

/** One theme for the workshop: who can tell about it, room to write, what is offered in it and who met that. */
export function themeBlocks(
  data: ExportData,
  report: DelegationReport,
  { theme, people, sessions }: ThemeCoverage,
): readonly Block[] {
  const words = packWords(data.language);
  const own = new Set(report.members.map((one) => one.id));
  const visited = sessions.filter((one) => one.people > 0).map((one) => one.session.id);
  const places = placesOf(data).filter((one) => visited.includes(one.session.id));
  const tellers = places.flatMap((one) => one.seated.filter(({ attendee }) => own.has(attendee.id)));
  return [
    // A sheet for each group of the workshop.
    { kind: 'page-break' },
    {
      kind: 'heading',
      level: 1,
      text: titleOf(data, data.event.themes.find((one) => one.id === theme)?.title),
    },
    {
      kind: 'text',
      tone: 'lead',
      text: people === 0 ? words.nobodyHere : words.wereHere(people, visited.length),
    },
    ...tellersTable(data, tellers),
    // Before what is offered, which may be longer than the sheet: room to write does not stand alone on another one.
    { kind: 'lines', label: words.notes, count: 5 },
    ...offeredBlocks(data, theme, own),
  ];
}

/** Who of the delegation sat in which session of the theme. */
function tellersTable(data: ExportData, places: readonly Place[]): readonly Block[] {
  if (places.length === 0) return [];
  const words = packWords(data.language);
  const rows = [...groupBy(places, (one) => one.session)].map(([session, here]) => [
    whereAndWhen(data, session),
    here.map(({ attendee }) => attendee.name).join(', '),
  ]);
  return [
    {
      kind: 'table',
      rowHeight: 'normal',
      columns: [
        { title: words.where, align: 'left', share: 20 },
        { title: words.canTell, align: 'left', share: 70 },
      ],
      rows,
    },
  ];
}

/** Solutions of others who put the theme first, with who of the delegation sat with them: by organisation, unnamed. */
function offeredBlocks(data: ExportData, theme: string, own: ReadonlySet<string>): readonly Block[] {
  const words = packWords(data.language);
  const places = placesOf(data).filter((one) => one.session.theme === theme);
  // The room is said above, and here only where the time does not tell sessions apart.
  const isAlone = ({ timeSlot }: Session): boolean =>
    places.filter((one) => one.session.timeSlot === timeSlot).length === 1;
  const rooms = places.map(({ session, seated }) => ({
    when: isAlone(session) ? timeOf(data, session) : whereAndWhen(data, session),
    people: new Set(seated.map((one) => one.attendee.id)),
    own: seated.filter((one) => own.has(one.attendee.id)).map((one) => one.attendee.name),
  }));
  const rows = needsOf(data)
    .filter((one) => one.theme === theme && one.attendee.solutions.trim() !== '')
    .filter((one) => !own.has(one.attendee.id))
    .map(({ attendee }) => {
      const met = rooms
        .filter((one) => one.people.has(attendee.id) && one.own.length > 0)
        .map(
          (one) =>
            `${one.when}: ${one.own.length > MOST_NAMES ? words.ofYou(one.own.length) : one.own.join(', ')}`,
        );
      return [attendee.solutions.trim(), attendee.organisation.trim(), met.join('\n') || '–'];
    });
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: words.offered },
    { kind: 'text', tone: 'muted', text: words.offeredHow },
    {
      kind: 'table',
      rowHeight: 'normal',
      columns: [
        { title: words.solution, align: 'left', share: 54 },
        { title: words.from, align: 'left', share: 22 },
        { title: words.whoMet, align: 'left', share: 24 },
      ],
      rows,
    },
  ];
}
