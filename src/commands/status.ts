import { join } from 'node:path';
import { comparePlans } from '../core/assign/compare-plans.ts';
import { buildInstance, type Instance } from '../core/assign/instance.ts';
import { findAbsences, findAwayAllDay } from '../core/assign/presence.ts';
import { hashInputs, hashPlacements } from '../core/assign/record-plan.ts';
import { resolvePins } from '../core/assign/resolve-pins.ts';
import { findStalePlan } from '../core/check/find-findings.ts';
import { checkPlan } from '../core/constraints/check-plan.ts';
import { withEveryExtra } from '../core/every-extra.ts';
import { isAddress } from '../core/mail/address.ts';
import { type EventStatus, findNextStep, type PlanInput } from '../core/status/event-status.ts';
import { summarise } from '../core/summary.ts';
import { EXIT } from '../errors.ts';
import { readAttendees } from '../folder/attendees.ts';
import { requireSound } from '../folder/data-file.ts';
import { type EventFolder, openEvent } from '../folder/event-folder.ts';
import { PINS_FILE, readPins } from '../folder/pins.ts';
import { readPlacements, readPublished } from '../folder/placements.ts';
import { readPlanRecord } from '../folder/plan-record.ts';
import type { Attendee } from '../model/attendee.ts';
import type { Event } from '../model/event.ts';
import type { Placement } from '../model/placement.ts';
import { renderStatus } from '../render/terminal/status.ts';
import type { CommandContext, Outcome } from './command.ts';
import { readBadgesStatus } from './status/badges.ts';

/** `sosent status`: where the event stands, and what comes next. Writes nothing. */
export async function runStatus(context: CommandContext): Promise<Outcome> {
  const folder = await openEvent(context);
  const { event } = folder;
  const people = requireSound(await readAttendees(folder));
  const registered = people.filter((one) => one.status === 'registered');
  const pins = resolvePins(
    event,
    people,
    requireSound(await readPins(folder)),
    join(folder.shownRoot, PINS_FILE),
  );
  const instance = buildInstance(event, registered, pins.value);
  const placements = requireSound(await readPlacements(folder));
  const status: EventStatus = {
    daysLeft: daysUntil(event.date, context.clock.now(), event.timeZone),
    isOver: daysUntil(lastDay(event), context.clock.now(), event.timeZone) < 0,
    registrations: { coming: registered.length, cancelled: people.length - registered.length },
    plan: placements && (await readPlan(folder, instance, placements)),
    published: placements && (await readPublication(folder, instance, { people, placements })),
    badges: await readBadgesStatus(folder, withEveryExtra(people)),
    mails: {
      mailings: event.emails.mailings.map((one) => one.id),
      reachable: registered.filter((one) => isAddress(one.email.trim())).length,
    },
  };
  const next = findNextStep(status);
  return {
    result: { ...describe(status), next: next ?? null },
    text: renderStatus({ event, status, next }, context.paint, context.terminal.width),
    problems: [...folder.problems, ...pins.problems],
    exit: EXIT.done,
  };
}

async function readPlan(
  folder: EventFolder,
  instance: Instance,
  written: readonly Placement[],
): Promise<EventStatus['plan']> {
  const { event, attendees } = instance;
  const ids = new Set(attendees.map((one) => one.id));
  const placements = written.filter((one) => ids.has(one.attendee));
  const isAbsent = findAbsences(instance);
  const violations = checkPlan(instance, placements);
  const summary = summarise(event, attendees, placements, violations, isAbsent);
  return {
    outdatedBy: await findOutdated(folder, instance, written),
    withoutSeat: summary.attendees.withoutSeat,
    rulesBentBy: violations.reduce((sum, one) => sum + one.amount, 0),
    summary,
  };
}

/** By the record of the plan; where there is none, only who is missing in it, or has left, can be told. */
async function findOutdated(
  folder: EventFolder,
  instance: Instance,
  written: readonly Placement[],
): Promise<readonly PlanInput[]> {
  const record = await readPlanRecord(folder);
  if (record === undefined) {
    const isAway = findAwayAllDay(instance.event, findAbsences(instance));
    return findStalePlan(instance.attendees, written, isAway).length > 0 ? ['attendees'] : [];
  }
  const inputs = hashInputs(instance);
  const changed = (['event', 'attendees', 'pins'] as const).filter(
    (one) => inputs[one] !== record.inputs[one],
  );
  return hashPlacements(written) === record.placements ? changed : [...changed, 'placements'];
}

async function readPublication(
  folder: EventFolder,
  instance: Instance,
  { people, placements }: { readonly people: readonly Attendee[]; readonly placements: readonly Placement[] },
): Promise<EventStatus['published']> {
  const before = requireSound(await readPublished(folder));
  return (
    before && { changedFor: comparePlans(instance, people, { before, after: placements }).people.length }
  );
}

function lastDay({ date, timeSlots }: Event): string {
  return timeSlots.map((one) => one.date).reduce((last, one) => (one > last ? one : last), date);
}

/** Whole days of the calendar, as they are counted where the event is. */
function daysUntil(day: string, now: Date, timeZone: string): number {
  // Swedish writes dates as ISO 8601 does.
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);
  return Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
}

function describe({ plan, published, ...status }: EventStatus): object {
  return {
    ...status,
    plan: plan === undefined ? null : { ...plan, summary: undefined, sessions: plan.summary.sessions },
    published: published ?? null,
  };
}
