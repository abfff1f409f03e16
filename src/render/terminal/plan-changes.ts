import type { ChalkInstance } from 'chalk';
import type { ChangeKind, PersonChange, Place, PlanChanges } from '../../core/assign/compare-plans.ts';
import { nameSession, nameSlot } from '../../core/assign/instance.ts';
import type { Event } from '../../model/event.ts';
import { inLanguage } from '../../model/text.ts';
import { safeText } from './safe-text.ts';
import { wrap } from './wrap.ts';

const LABELS: Readonly<Record<ChangeKind, string>> = {
  moved: 'moved',
  changed: 'changed',
  promoted: 'promoted',
  new: 'new',
  cancelled: 'cancelled',
};
const LABEL = 11;

/** What changes from the published plan, one paragraph per person; every line within `width` columns. */
export function renderChanges(
  event: Event,
  { moves, people }: PlanChanges,
  paint: ChalkInstance,
  width: number,
): string[] {
  if (people.length === 0) return [paint.bold('Nothing changes for anybody who knows the published plan.')];
  const columns = Math.max(60, Math.min(width, 100));
  const head = `Against the published plan: ${counted(moves, people)}.`;
  return [
    ...wrap(head, columns, '  ').map((line) => paint.bold(line)),
    ...people.flatMap((one) => {
      const [first = '', ...rest] = wrap(
        `  ${LABELS[one.kind].padEnd(LABEL)}${describe(event, one)}`,
        columns,
        ' '.repeat(LABEL + 4),
      );
      const label = first.slice(0, LABEL + 2);
      return [`${colour(paint, one.kind)(label)}${first.slice(LABEL + 2)}`, ...rest];
    }),
  ];
}

function counted(moves: number, people: readonly PersonChange[]): string {
  const count = (kind: ChangeKind): number => people.filter((one) => one.kind === kind).length;
  const parts = [
    moves === 1 ? '1 seat moves' : `${moves} seats move`,
    ...(count('promoted') > 0 ? [`${count('promoted')} off the waitlist`] : []),
    ...(count('new') > 0 ? [`${count('new')} new`] : []),
    ...(count('cancelled') > 0 ? [`${count('cancelled')} cancelled`] : []),
    ...(count('changed') > 0 ? [`${count('changed')} otherwise changed`] : []),
  ];
  return parts.join(', ');
}

function colour(paint: ChalkInstance, kind: ChangeKind): ChalkInstance {
  if (kind === 'moved' || kind === 'changed') return paint.yellow;
  return kind === 'cancelled' ? paint.dim : paint.green;
}

function describe(event: Event, { name, code, kind, slots }: PersonChange): string {
  const who = safeText(code === '' ? name : `${name} (${code})`);
  const places = slots.map(({ timeSlot, before, after }) => {
    const slot = event.timeSlots.find((one) => one.id === timeSlot);
    const at = slot === undefined ? timeSlot : nameSlot(event, slot);
    const [old, now] = [before, after].map((place) => place && nameOf(event, place));
    const freed = kind === 'cancelled' ? (old ?? '') : `frees ${old ?? ''}`;
    const what = now === undefined ? freed : old === undefined ? now : `${old} -> ${now}`;
    return safeText(`${at} ${what}`);
  });
  return `${who}: ${kind === 'cancelled' ? 'frees ' : ''}${places.join('; ')}`;
}

function nameOf(event: Event, { session: id, waits }: Place): string {
  const session = event.sessions.find((one) => one.id === id);
  const language = event.languages[0] ?? 'en';
  const title =
    session === undefined
      ? id
      : inLanguage(session.title, language) || nameSession({ event, language }, session);
  if (!waits) return title;
  return id === '' ? 'no seat' : `waiting for ${title}`;
}
