import type { ChalkInstance } from 'chalk';
import { nameSession, nameSlot } from '../../core/assign/instance.ts';
import type { Plan, StageResult } from '../../core/assign/plan.ts';
import { groupBy } from '../../core/group-by.ts';
import { slotsInOrder } from '../../core/order.ts';
import type { SessionSummary, Summary } from '../../core/summary.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Event } from '../../model/event.ts';
import { inLanguage } from '../../model/text.ts';
import { fitText, meter } from './columns.ts';
import { safeText } from './safe-text.ts';
import { wrap } from './wrap.ts';

/** What the summary of an assignment is made from. */
export interface AssignmentReport {
  readonly event: Event;
  readonly attendees: readonly Attendee[];
  readonly plan: Plan;
  readonly summary: Summary;
  /** What became of the plan, as the last line says it. */
  readonly fate: string;
}

/** Rules and queues that are listed before the rest is counted. */
const MOST_RULES = 10;
const MOST_WAITING = 8;
const NARROWEST = 60;

/** A plan as an organiser reads it on a terminal: what it achieves, who waits, what had to be bent. */
export function renderAssignment(report: AssignmentReport, paint: ChalkInstance, width: number): string {
  const columns = Math.max(NARROWEST, Math.min(width, 100));
  return [
    headline(report, paint, columns),
    ...renderFill(report.event, report.summary, paint, columns),
    ...wishes(report, paint),
    ...bentRules(report, paint, columns),
    ...waitlist(report, paint, columns),
    '',
    ...footer(report, columns).map((line) => paint.dim(line)),
  ].join('\n');
}

function headline({ summary }: AssignmentReport, paint: ChalkInstance, width: number): string {
  const { registered, seatedInEverySlot, withoutSeat } = summary.attendees;
  if (withoutSeat === 0) {
    return paint.bold
      .green(registered === 1 ? '1 person has' : `All ${registered} people have`)
      .concat(paint.bold.green(' a seat in every time slot.'));
  }
  const missing = summary.timeSlots.reduce((sum, one) => sum + one.withoutSeat, 0);
  const text = `${seatedInEverySlot} of ${registered} people have a seat in every time slot; ${withoutSeat} wait for ${missing} ${missing === 1 ? 'seat' : 'seats'}.`;
  return wrap(text, width, '')
    .map((line) => paint.bold.yellow(line))
    .join('\n');
}

/** How full each session is, by time slot, as bars. */
export function renderFill(event: Event, summary: Summary, paint: ChalkInstance, width: number): string[] {
  const language = event.languages[0] ?? 'en';
  const titles = Math.min(34, width - 40);
  return slotsInOrder(event).flatMap((slot) => [
    '',
    paint.bold(`${nameSlot(event, slot)}  ${safeText(inLanguage(slot.title, language))}`.trimEnd()),
    ...summary.sessions
      .filter((one) => one.timeSlot === slot.id)
      .map((one) => {
        const session = event.sessions.find((each) => each.id === one.session);
        const title = fitText(safeText(inLanguage(session?.title ?? {}, language)), titles);
        const share = one.capacity === 0 ? 0 : one.seated / one.capacity;
        const numbers = `${String(one.seated).padStart(4)} of ${String(one.capacity).padEnd(4)}`;
        return `  ${title} ${paint.cyan(meter(share, 16))} ${numbers} ${remark(one, paint)}`.trimEnd();
      }),
  ]);
}

function remark(
  { seated, capacity, minimum, waiting, cancelled }: SessionSummary,
  paint: ChalkInstance,
): string {
  if (cancelled) return paint.yellow(`cancelled: below its minimum of ${minimum}`);
  if (waiting > 0) return paint.yellow(`${waiting} waiting`);
  if (seated < minimum) return paint.yellow(`minimum ${minimum}`);
  return seated >= capacity ? paint.dim('full') : '';
}

function wishes({ summary }: AssignmentReport, paint: ChalkInstance): string[] {
  const { ranks, unwished, indifferent, attendees } = summary;
  if (attendees.withWishes === 0) return ['', 'Nobody stated wishes; the draw alone decided.'];
  const without = attendees.registered - attendees.withWishes;
  return [
    '',
    paint.bold('Wishes'),
    ...ranks.map(({ rank, granted, wishedBy }) => {
      const share = wishedBy === 0 ? 0 : granted / wishedBy;
      const count = `${String(granted).padStart(4)} of ${String(wishedBy).padEnd(4)}`;
      const percent = `${Math.floor(share * 100)} %`.padStart(6);
      return `  ${ordinal(rank).padEnd(5)} ${paint.cyan(meter(share, 16))} ${count} who had one got it ${percent}`;
    }),
    ...(unwished === 0 ? [] : [`  ${seats(unwished)} in themes that were not on the attendee's list`]),
    ...(without === 0
      ? []
      : [`  ${without === 1 ? '1 person' : `${without} people`} stated no wishes (${seats(indifferent)})`]),
  ];
}

function bentRules({ summary }: AssignmentReport, paint: ChalkInstance, width: number): string[] {
  const { violations } = summary;
  if (violations.length === 0) return ['', paint.green('Every rule holds.')];
  const amount = violations.reduce((sum, one) => sum + one.amount, 0);
  const largest = [...violations].sort((a, b) => b.amount - a.amount).slice(0, MOST_RULES);
  const rest = violations.length - largest.length;
  return [
    '',
    paint.bold.yellow(`Rules bent in ${violations.length} places, by ${amount} people in all`),
    ...largest.flatMap((one) => wrap(`  by ${one.amount}: ${safeText(one.message)}`, width, '    ')),
    ...(rest === 0 ? [] : [`  ... and ${rest} more; --json lists every one.`]),
  ];
}

function waitlist(
  { event, attendees, summary }: AssignmentReport,
  paint: ChalkInstance,
  width: number,
): string[] {
  if (summary.waitlist.length === 0) return [];
  const names = new Map(attendees.map((one) => [one.id, one.name]));
  const queues = groupBy(summary.waitlist, (one) => JSON.stringify([one.timeSlot, one.session]));
  const language = event.languages[0] ?? 'en';
  return [
    '',
    paint.bold('Waitlist, first in the queue first'),
    ...[...queues.values()].flatMap((queue) => {
      const session = event.sessions.find((one) => one.id === queue[0]?.session);
      const slot = event.timeSlots.find((one) => one.id === queue[0]?.timeSlot);
      const place =
        session === undefined
          ? `no session to wait for at ${slot === undefined ? '' : nameSlot(event, slot)}`
          : nameSession({ event, language }, session);
      const first = queue.slice(0, MOST_WAITING).map((one) => names.get(one.attendee) ?? one.attendee);
      const rest = queue.length - first.length;
      const people = `${first.join(', ')}${rest === 0 ? '' : ` and ${rest} more`}`;
      return wrap(`  ${safeText(place)}: ${safeText(people)}`, width, '    ');
    }),
  ];
}

function footer({ plan, fate }: AssignmentReport, width: number): string[] {
  const open = plan.certificate.filter((one) => !one.proven);
  const proof =
    open.length === 0
      ? `Proven: no plan is better by the criterion "${plan.criterion}".`
      : `Not proven to be the best in: ${open.map(describeGap).join('; ')}.`;
  return [
    ...wrap(proof, width, ''),
    ...wrap(`Ties were drawn with the seed "${safeText(plan.seed)}".`, width, ''),
    ...wrap(fate, width, ''),
  ];
}

/** The sum of a draw is no number that says anything to a person. */
function describeGap({ stage, title, value, bound }: StageResult): string {
  return stage === 'lottery' ? title : `${title} (${value}, at best ${bound})`;
}

function ordinal(rank: number): string {
  const suffix = rank % 100 >= 11 && rank % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th');
  return `${rank}${suffix}`;
}

function seats(count: number): string {
  return count === 1 ? '1 seat' : `${count} seats`;
}
