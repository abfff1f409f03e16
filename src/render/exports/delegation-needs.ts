import { nameOrder } from '../../core/order.ts';
import type { DelegationReport } from '../../core/report-delegations.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Block } from '../documents/document.ts';
import { columnWord } from './column-words.ts';
import { packWords } from './delegation-words.ts';
import { byName, type ExportData } from './export.ts';
import { whoSays } from './needs-document.ts';

/** The needs of a delegation by unit, each with room for who follows up. */
export function broughtBlocks(data: ExportData, report: DelegationReport): readonly Block[] {
  const words = packWords(data.language);
  const people = byUnit(data, report).filter((one) => one.needs.trim() !== '');
  const heading: Block = { kind: 'heading', level: 1, text: words.brought };
  if (people.length === 0) return [heading, { kind: 'text', tone: 'muted', text: words.nothingBrought }];
  return [
    heading,
    { kind: 'text', tone: 'muted', text: words.broughtHow },
    {
      kind: 'table',
      rowHeight: 'normal',
      columns: [
        { title: columnWord('needs', data.language), align: 'left', share: 46 },
        { title: columnWord('name', data.language), align: 'left', share: 28 },
        { title: words.owner, align: 'left', share: 26 },
      ],
      rows: people.map((one) => [one.needs.trim(), saidBy(one), '']),
    },
  ];
}

/** What a delegation offers, where it does: it may be a business or a network. */
export function ownSolutions(data: ExportData, report: DelegationReport): readonly Block[] {
  const people = byUnit(data, report).filter((one) => one.solutions.trim() !== '');
  if (people.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: packWords(data.language).ownSolutions },
    { kind: 'list', items: people.map((one) => ({ text: one.solutions.trim(), note: saidBy(one) })) },
  ];
}

function byUnit(data: ExportData, { members }: DelegationReport): readonly Attendee[] {
  const order = nameOrder(data.language);
  const names = byName(data);
  return members.toSorted((a, b) => order(a.unit, b.unit) || names(a, b));
}

function saidBy(one: Attendee): string {
  return whoSays({ ...one, organisation: '' });
}
