import type { ChalkInstance } from 'chalk';
import type { EventStatus, NextStep, PlanInput } from '../../core/status/event-status.ts';
import type { Event } from '../../model/event.ts';
import { inLanguage } from '../../model/text.ts';
import { renderDate } from '../dates.ts';
import { renderFill } from './assignment.ts';
import { safeText } from './safe-text.ts';
import { wrap } from './wrap.ts';

const NARROWEST = 60;
const WIDEST = 100;

/** How something is: done, wants a look, or not begun. */
type Mark = 'done' | 'look' | 'open';

interface Line {
  readonly mark: Mark;
  readonly label: string;
  readonly text: string;
}

/** Where the event stands on a terminal: a line per part of the work, how full each session is, what comes next. */
export function renderStatus(
  {
    event,
    status,
    next,
  }: { readonly event: Event; readonly status: EventStatus; readonly next: NextStep | undefined },
  paint: ChalkInstance,
  width: number,
): string {
  const columns = Math.max(NARROWEST, Math.min(width, WIDEST));
  const language = event.languages[0] ?? 'en';
  const lines = [registrations(status), plan(status), published(status), badges(status), mails(status)];
  return [
    paint.bold(safeText(inLanguage(event.title, language))),
    `${renderDate(event.date, 'en')}, ${daysInWords(status)}`,
    '',
    ...lines.flatMap((line) => renderLine(line, paint, columns)),
    ...(status.plan === undefined ? [] : renderFill(event, status.plan.summary, paint, columns)),
    '',
    ...(next === undefined
      ? [paint.green(status.isOver ? 'The event is over.' : 'Nothing is left to be done here.')]
      : [`${paint.bold('Next:')} ${paint.cyan(next.command)}`, ...wrap(`  ${next.why}`, columns, '  ')]),
  ].join('\n');
}

function renderLine({ mark, label, text }: Line, paint: ChalkInstance, width: number): readonly string[] {
  const signs = { done: paint.green('✓'), look: paint.yellow('!'), open: paint.dim('·') };
  const [first = '', ...more] = wrap(text, width - INDENT.length, '');
  return [`${signs[mark]} ${label.padEnd(INDENT.length - 2)}${first}`, ...more.map((one) => INDENT + one)];
}

const INDENT = ' '.repeat(17);

function registrations({ registrations: { coming, cancelled } }: EventStatus): Line {
  const text = `${people(coming)} coming${cancelled === 0 ? '' : `, ${cancelled} cancelled`}`;
  return { mark: coming > 0 ? 'done' : 'open', label: 'Registrations', text };
}

function plan(status: EventStatus): Line {
  const label = 'Plan';
  if (status.plan === undefined) return { mark: 'open', label, text: 'not made yet' };
  const { outdatedBy, withoutSeat, rulesBentBy, summary } = status.plan;
  const parts = [
    ...(outdatedBy.length === 0 ? [] : [`changed since it was made: ${inWords(outdatedBy)}`]),
    withoutSeat === 0
      ? 'everybody has a seat in every time slot'
      : `${withoutSeat} of ${summary.attendees.registered} people wait for a seat`,
    ...(rulesBentBy === 0 ? [] : [`rules bent by ${people(rulesBentBy)}`]),
  ];
  const isFine = outdatedBy.length === 0 && withoutSeat === 0;
  return { mark: isFine ? 'done' : 'look', label, text: parts.join('; ') };
}

const INPUTS: Readonly<Record<PlanInput, string>> = {
  event: 'sosent.yaml',
  attendees: 'registrations',
  pins: 'pins',
  placements: 'the plan by hand',
};

function inWords(inputs: readonly PlanInput[]): string {
  return inputs.map((one) => INPUTS[one]).join(', ');
}

function published({ published: told }: EventStatus): Line {
  const label = 'Published';
  if (told === undefined) return { mark: 'open', label, text: 'not yet' };
  if (told.changedFor === 0) return { mark: 'done', label, text: 'the plan of today' };
  return { mark: 'look', label, text: `another plan than that of today for ${people(told.changedFor)}` };
}

function badges({ badges: { printed, toPrint, withdrawn }, registrations: { coming } }: EventStatus): Line {
  const label = 'Badges';
  if (printed === 0 && withdrawn === 0) return { mark: 'open', label, text: 'none printed yet' };
  const parts = [
    toPrint === 0 ? `all ${coming} printed and current` : `${toPrint} to print, new or altered`,
    ...(withdrawn === 0 ? [] : [`${withdrawn} of people who come no longer`]),
  ];
  return { mark: toPrint === 0 ? 'done' : 'look', label, text: parts.join('; ') };
}

function mails({ mails: { mailings, reachable }, registrations: { coming } }: EventStatus): Line {
  const label = 'Mails';
  if (mailings.length === 0) return { mark: 'open', label, text: 'sosent.yaml names no mailing' };
  const lacking = coming - reachable;
  const reach = `${people(reachable)} can be reached${lacking === 0 ? '' : `, ${lacking} without a usable address`}`;
  return { mark: lacking === 0 ? 'open' : 'look', label, text: `${mailings.join(', ')}: ${reach}` };
}

function people(number: number): string {
  return number === 1 ? '1 person' : `${number} people`;
}

function daysInWords({ daysLeft, isOver }: EventStatus): string {
  if (daysLeft === 0) return 'today';
  if (daysLeft === 1) return 'tomorrow';
  if (daysLeft > 0) return `in ${daysLeft} days`;
  if (!isOver) return 'under way';
  return daysLeft === -1 ? 'yesterday' : `${-daysLeft} days ago`;
}
