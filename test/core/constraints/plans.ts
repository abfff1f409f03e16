import { assign } from '../../../src/core/assign/assign.ts';
import { buildInstance, type Instance } from '../../../src/core/assign/instance.ts';
import { resolvePins } from '../../../src/core/assign/resolve-pins.ts';
import { checkPlan } from '../../../src/core/constraints/check-plan.ts';
import type { Attendee } from '../../../src/model/attendee.ts';
import type { Criterion, Event } from '../../../src/model/event.ts';
import type { Pin, Placement } from '../../../src/model/placement.ts';

/** A row of data/pins.csv. */
export type Row = readonly [kind: Pin['kind'], attendee: string, session: string];

/** Somebody in a session such as `work-1`. */
export function seat(who: string, session: string): Placement {
  return { attendee: who, timeSlot: session.split('-')[1] ?? '', session, kind: 'assigned', rank: 0 };
}

/** What the checker says about seats. */
export function said(of: Instance, ...seats: readonly Placement[]): string[] {
  return checkPlan(of, seats).map((one) => `${one.hard ? 'hard' : 'bent'} ${one.amount}: ${one.message}`);
}

export function resolve(of: Event, people: readonly Attendee[], rows: readonly Row[]) {
  const pins = rows.map(([kind, attendee, session], index) => ({
    kind,
    attendee,
    session,
    reason: '',
    line: index + 2,
  }));
  return resolvePins(of, people, pins, 'data/pins.csv');
}

/** An instance with pins, which have to be sound. */
export function pinned(of: Event, people: readonly Attendee[], ...rows: readonly Row[]): Instance {
  const { value, problems } = resolve(of, people, rows);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return buildInstance(of, people, value);
}

export function plan(of: Instance, criterion: Criterion = 'fair') {
  return assign(of, { criterion, seed: 'seed' }, async () => undefined);
}
