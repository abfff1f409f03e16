import type { Attendee } from '../model/attendee.ts';
import type { Event, Session } from '../model/event.ts';
import type { Placement } from '../model/placement.ts';
import type { LocalText } from '../model/text.ts';
import { seatsOf } from './assign/instance.ts';
import { findDelegations } from './delegations.ts';
import { groupBy } from './group-by.ts';
import { slotsInOrder } from './order.ts';

/** What an organisation takes home: who it sent, what they heard of, and what it missed. */
export interface DelegationReport {
  readonly id: string;
  readonly title: LocalText;
  /** In the order given. */
  readonly members: readonly Attendee[];
  /** Distinct units that the members come from; people without a unit do not count. */
  readonly units: number;
  /** Every seat of the members, by time slot. */
  readonly seats: readonly Placement[];
  /** Members who sit in a theme of their first rank. */
  readonly firstWishes: number;
  /** One entry per theme of the event that has sessions, as sosent.yaml has them, also where nobody went. */
  readonly themes: readonly ThemeCoverage[];
}

export interface ThemeCoverage {
  readonly theme: string;
  /** Members who sit in at least one session of the theme. */
  readonly people: number;
  /** Every session of the theme in order of time, also where nobody of the delegation sits. */
  readonly sessions: readonly { readonly session: Session; readonly people: number }[];
}

/** One report per delegation that somebody belongs to, as `findDelegations` orders them. */
export function reportDelegations(
  event: Event,
  coming: readonly Attendee[],
  placements: readonly Placement[],
): readonly DelegationReport[] {
  const byId = new Map(coming.map((one) => [one.id, one]));
  const slots = slotsInOrder(event).map((one) => one.id);
  const seats = seatsOf(placements).toSorted((a, b) => slots.indexOf(a.timeSlot) - slots.indexOf(b.timeSlot));
  const delegations = findDelegations(event, coming);
  const delegationOf = new Map(
    delegations.flatMap(({ id, attendees }) => attendees.map((one) => [one, id] as const)),
  );
  const seatsByDelegation = groupBy(seats, (one) => delegationOf.get(one.attendee) ?? '');
  return delegations
    .filter((delegation) => delegation.attendees.length > 0)
    .map(({ id, title, attendees }) => {
      const own = seatsByDelegation.get(id) ?? [];
      const members = attendees.flatMap((attendee) => byId.get(attendee) ?? []);
      return {
        id,
        title,
        members,
        units: new Set(members.map((one) => one.unit).filter((unit) => unit !== '')).size,
        seats: own,
        firstWishes: distinct(own.filter((one) => one.rank === 1)),
        themes: coverThemes(event, slots, own),
      };
    });
}

function coverThemes(event: Event, slots: readonly string[], seats: readonly Placement[]): ThemeCoverage[] {
  const bySession = groupBy(seats, (one) => one.session);
  return event.themes.flatMap(({ id: theme }) => {
    const sessions = event.sessions
      .filter((one) => one.theme === theme)
      .sort((a, b) => slots.indexOf(a.timeSlot) - slots.indexOf(b.timeSlot));
    if (sessions.length === 0) return [];
    const inSession = (session: Session): readonly Placement[] => bySession.get(session.id) ?? [];
    return [
      {
        theme,
        people: distinct(sessions.flatMap(inSession)),
        sessions: sessions.map((session) => ({ session, people: distinct(inSession(session)) })),
      },
    ];
  });
}

function distinct(seats: readonly Placement[]): number {
  return new Set(seats.map((one) => one.attendee)).size;
}
