import type { Attendee } from '../../model/attendee.ts';
import type { Rules, Session } from '../../model/event.ts';
import type { SolveAgain } from '../assign/assign.ts';
import type { Instance, ResolvedPin } from '../assign/instance.ts';
import { filterRules } from './rules.ts';

/** Gives the best plan of an instance; every claim about "what if" rests on one call of it. */
export type Solve = SolveAgain;

/** The same event with so many seats more (or fewer) in one session. */
export function withSeats(instance: Instance, session: string, more: number): Instance {
  const change = (one: Session): Session =>
    one.id === session ? { ...one, capacity: one.capacity + more } : one;
  return withSessions(instance, change);
}

/** The same event where no session has a minimum of people. */
export function withoutMinimums(instance: Instance): Instance {
  return withSessions(instance, (one) => ({ ...one, minimum: 0 }));
}

/** The same event where this attendee has to sit in this session; an exclusion from it is lifted. */
export function withPlace(instance: Instance, attendee: Attendee, session: Session): Instance {
  const pins = instance.pins.map((one) =>
    one.pin.kind === 'exclude' && one.attendee.id === attendee.id
      ? { ...one, sessions: one.sessions.filter((other) => other.id !== session.id) }
      : one,
  );
  const pin = { attendee: attendee.id, session: session.id, kind: 'pin', reason: '', line: 0 } as const;
  return { ...instance, pins: [...pins, { attendee, sessions: [session], pin }] };
}

/** The same event without any decision about single people; who is away or needs no stairs is none. */
export function withoutDecisions(instance: Instance): Instance {
  return withoutPins(instance, isDecision);
}

export function isDecision({ pin }: ResolvedPin): boolean {
  return pin.kind !== 'absent' && pin.kind !== 'step-free';
}

/** The same event without some of the organiser's pins and exclusions. */
export function withoutPins(instance: Instance, leftOut: (pin: ResolvedPin) => boolean): Instance {
  return { ...instance, pins: instance.pins.filter((one) => !leftOut(one)) };
}

/** The same event with other rules. */
export function withRules(instance: Instance, rules: Partial<Rules>): Instance {
  return {
    ...instance,
    event: { ...instance.event, rules: { ...instance.event.rules, ...rules } },
  };
}

/** The same event with those rules of the organiser only whose id is kept. */
export function keepRules(instance: Instance, kept: (id: string) => boolean): Instance {
  const { event } = instance;
  return { ...instance, event: { ...event, rules: filterRules(event.rules, kept) } };
}

/** Pins hold sessions too, and constraints compare sessions by identity. */
function withSessions(instance: Instance, change: (session: Session) => Session): Instance {
  const changed = new Map(instance.sessions.map((one) => [one.id, change(one)]));
  const of = (one: Session): Session => changed.get(one.id) ?? one;
  return {
    ...instance,
    event: { ...instance.event, sessions: instance.event.sessions.map(of) },
    sessions: instance.sessions.map(of),
    pins: instance.pins.map((one) => ({ ...one, sessions: one.sessions.map(of) })),
  };
}
