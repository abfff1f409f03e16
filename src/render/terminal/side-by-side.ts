import type { ChalkInstance } from 'chalk';
import type { Attendee } from '../../model/attendee.ts';
import { fitText } from './columns.ts';
import { safeText } from './safe-text.ts';

/** What tells two people apart, in the order in which one looks. */
const FACTS: readonly (readonly [label: string, fact: (attendee: Attendee) => string])[] = [
  ['code', (one) => one.code],
  ['name', (one) => one.name],
  ['e-mail', (one) => one.email],
  ['phone', (one) => one.phone],
  ['organisation', (one) => one.organisation],
  ['unit', (one) => one.unit],
  ['role', (one) => one.role],
  ['registered', (one) => one.registeredAt],
  ['from', (one) => one.source],
];
const LABEL = 14;

/** Two people in two columns, a mark between what differs; facts that nobody gave are left out. */
export function renderSideBySide(
  left: Attendee,
  right: Attendee,
  paint: ChalkInstance,
  width: number,
): string {
  const column = Math.max(16, Math.floor((Math.min(width, 100) - LABEL - 5) / 2));
  const lines = FACTS.flatMap(([label, fact]) => {
    const [mine, theirs] = [fact(left), fact(right)];
    if (mine === '' && theirs === '') return [];
    const between = mine === theirs ? '  ' : paint.yellow('≠ ');
    const cells = [mine, theirs].map((text) => fitText(safeText(text), column));
    return [`  ${paint.dim(label.padEnd(LABEL))}${cells.join(between)}`.trimEnd()];
  });
  return lines.join('\n');
}
