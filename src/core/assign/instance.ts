import type { Attendee } from '../../model/attendee.ts';
import type { Event, Session, TimeSlot } from '../../model/event.ts';
import type { Pin, Placement } from '../../model/placement.ts';
import { inLanguage, type Language } from '../../model/text.ts';
import { rankOf } from '../../model/wishes.ts';
import { type DelegationGroup, findDelegations } from '../delegations.ts';
import { compareText, slotsInOrder } from '../order.ts';

/** Everything an engine and the checker need to know, in an order that does not depend on the order of rows. */
export interface Instance {
  readonly event: Event;
  /** Everybody who is coming, by id. */
  readonly attendees: readonly Attendee[];
  /** Time slots that have sessions, in order of time. */
  readonly slots: readonly TimeSlot[];
  readonly sessions: readonly Session[];
  /** Members are ids of people who are coming. */
  readonly delegations: readonly DelegationGroup[];
  readonly pins: readonly ResolvedPin[];
  /** Language of titles in messages to the organiser. */
  readonly language: Language;
}

/** A pin whose attendee and sessions were found. */
export interface ResolvedPin {
  readonly attendee: Attendee;
  /** The one session of a pin; every session that an exclusion keeps the attendee out of; none for other kinds. */
  readonly sessions: readonly Session[];
  readonly pin: Pin;
}

/** The instance of an event; `pins` come from `resolvePins`. */
export function buildInstance(
  event: Event,
  attendees: readonly Attendee[],
  pins: readonly ResolvedPin[],
): Instance {
  const coming = attendees
    .filter((one) => one.status === 'registered')
    .sort((a, b) => compareText(a.id, b.id));
  return {
    event,
    attendees: coming,
    slots: slotsInOrder(event),
    sessions: event.sessions,
    delegations: findDelegations(event, coming),
    pins,
    language: event.languages[0] ?? 'en',
  };
}

/**
 * What a seat in a theme costs an attendee, as a rank from 1. A theme that is not on the list costs one more than
 * the last rank on it, so that a short list is no way to be spared bad ranks; 0 for somebody who stated no wishes
 * and so does not mind.
 */
export function costRank(attendee: Attendee, theme: string): number {
  if (attendee.wishes.length === 0) return 0;
  return rankOf(attendee.wishes, theme) || attendee.wishes.length + 1;
}

/** What it costs an attendee to have no seat in a time slot, as a rank: one more than a theme that is not listed. */
export function unseatedRank({ wishes }: Attendee): number {
  return wishes.length + 2;
}

/** Whether the organiser pinned an attendee to a session. */
export function pinnedSeats({ pins }: Instance): (attendee: string, session: string) => boolean {
  const key = (attendee: string, session: string): string => JSON.stringify([attendee, session]);
  const pinned = new Set(
    pins
      .filter((one) => one.pin.kind === 'pin')
      .map((one) => key(one.attendee.id, one.sessions[0]?.id ?? '')),
  );
  return (attendee, session) => pinned.has(key(attendee, session));
}

/** Seats of a plan, without the waitlist. */
export function seatsOf(placements: readonly Placement[]): readonly Placement[] {
  return placements.filter((one) => one.kind !== 'waitlisted' && one.session !== '');
}

/** A session as an organiser tells it from its twins: title and beginning, with the day where there are several. */
export function nameSession(
  { event, language }: Pick<Instance, 'event' | 'language'>,
  session: Session,
): string {
  const slot = event.timeSlots.find((one) => one.id === session.timeSlot);
  return `${inLanguage(session.title, language)} ${slot === undefined ? '' : nameSlot(event, slot)}`.trim();
}

/** The beginning of a time slot, with its day where the event has several. */
export function nameSlot(event: Event, slot: TimeSlot): string {
  const severalDays = event.timeSlots.some((one) => one.date !== slot.date);
  return severalDays ? `${slot.date} ${slot.start}` : slot.start;
}
