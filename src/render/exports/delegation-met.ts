import { groupMet } from '../../core/met-in-sessions.ts';
import type { DelegationReport } from '../../core/report-delegations.ts';
import type { Block } from '../documents/document.ts';
import { columnWord } from './column-words.ts';
import { packWords } from './delegation-words.ts';
import { type ExportData, titleOf } from './export.ts';
import { peopleByName, placesOf } from './places.ts';
import { shareOf } from './table-document.ts';

/** Who else sat in the sessions of a delegation: types and organisations, no names. */
export function metBlocks(data: ExportData, { members, seats }: DelegationReport): readonly Block[] {
  const words = packWords(data.language);
  const own = new Set(members.map((one) => one.id));
  const sessions = new Set(seats.map((one) => one.session));
  const met = new Set(
    placesOf(data)
      .filter((one) => sessions.has(one.session.id))
      .flatMap((one) => one.seated.map(({ attendee }) => attendee.id)),
  );
  const others = peopleByName(data).filter((one) => met.has(one.id) && !own.has(one.id));
  const types = data.event.attendeeTypes;
  const rows = groupMet(
    others,
    types.map((one) => one.id),
  ).map(({ type, people, organisations }) => [
    titleOf(data, types.find((one) => one.id === type)?.title) || words.unknownType,
    String(people),
    organisations.join(', '),
  ]);
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: words.met },
    { kind: 'text', tone: 'muted', text: words.metHow },
    {
      kind: 'table',
      rowHeight: 'normal',
      columns: [
        { title: words.type, align: 'left', share: shareOf(rows.map((row) => row[0] ?? '')) },
        { title: columnWord('people', data.language), align: 'right', share: 0 },
        { title: words.from, align: 'left', share: 60 },
      ],
      rows,
    },
  ];
}
