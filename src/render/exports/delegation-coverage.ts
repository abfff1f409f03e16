import { slotsInOrder } from '../../core/order.ts';
import type { DelegationReport } from '../../core/report-delegations.ts';
import type { Session } from '../../model/event.ts';
import type { Block, ListItem } from '../documents/document.ts';
import { packWords } from './delegation-words.ts';
import { type ExportData, titleOf } from './export.ts';
import { sessionTitle, slotText, whereAndWhen } from './session-texts.ts';

/** Themes against time slots in people of the delegation, and what follows: where nobody was, and where only one. */
export function coverageBlocks(data: ExportData, report: DelegationReport): readonly Block[] {
  const words = packWords(data.language);
  const sessions = report.themes.flatMap((one) => one.sessions);
  const gaps = sessions.filter((one) => one.people === 0).map((one) => itemOf(data, one.session, ''));
  const alone = sessions
    .filter((one) => one.people === 1)
    .map((one) => itemOf(data, one.session, namesIn(report, one.session).join(', ')));
  return [
    { kind: 'heading', level: 1, text: words.coverage },
    coverageTable(data, report),
    ...(gaps.length === 0
      ? [{ kind: 'text', tone: 'plain', text: words.everywhere } as const]
      : titledList(words.gaps, gaps)),
    ...(alone.length === 0 ? [] : titledList(words.alone, alone)),
  ];
}

/** Names of those of the delegation who sit in a session. */
export function namesIn({ members, seats }: DelegationReport, session: Session): readonly string[] {
  const ids = new Set(seats.filter((one) => one.session === session.id).map((one) => one.attendee));
  return members.filter((one) => ids.has(one.id)).map((one) => one.name);
}

function coverageTable(data: ExportData, { themes }: DelegationReport): Block {
  const slots = slotsInOrder(data.event);
  return {
    kind: 'table',
    rowHeight: 'normal',
    columns: [
      { title: packWords(data.language).item, align: 'left', share: 30 },
      ...slots.map((slot) => ({ title: slotText(data, slot), align: 'right' as const, share: 14 })),
      { title: packWords(data.language).total, align: 'right', share: 14 },
    ],
    rows: themes.map(({ theme, people, sessions }) => [
      titleOf(data, data.event.themes.find((one) => one.id === theme)?.title),
      ...slots.map((slot) => {
        const here = sessions.filter((one) => one.session.timeSlot === slot.id);
        return here.length === 0 ? '' : String(here.reduce((sum, one) => sum + one.people, 0));
      }),
      String(people),
    ]),
  };
}

function itemOf(data: ExportData, session: Session, note: string): ListItem {
  return { text: `${sessionTitle(data, session)}, ${whereAndWhen(data, session)}`, note };
}

function titledList(title: string, items: readonly ListItem[]): readonly Block[] {
  return [
    { kind: 'text', tone: 'plain', text: title },
    { kind: 'list', items },
  ];
}
