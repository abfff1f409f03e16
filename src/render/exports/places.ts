import { groupBy } from '../../core/group-by.ts';
import { slotsInOrder } from '../../core/order.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Session } from '../../model/event.ts';
import type { Placement } from '../../model/placement.ts';
import { byName, type ExportData, remember } from './export.ts';

/** Somebody in a session, or in its queue. */
export interface Place {
  readonly session: Session;
  readonly attendee: Attendee;
  readonly placement: Placement;
  /** From 1: among those with a seat by name, in the queue by its order. */
  readonly number: number;
}

export interface SessionPlaces {
  readonly session: Session;
  readonly seated: readonly Place[];
  readonly waiting: readonly Place[];
}

/** Workbooks have a sheet for each session. */
export const BY_SESSION = { by: 'session', title: ['start', 'title'] } as const;

/** Every session in order of time; in each, those with a seat by name, then the waitlist in its order. */
export const placesOf = remember((data): readonly SessionPlaces[] => {
  const { event, placements } = data;
  const people = new Map(data.attendees.map((one) => [one.id, one]));
  const bySession = groupBy(placements, (one) => one.session);
  const order = byName(data);
  const numbered = (places: readonly Omit<Place, 'number'>[]): readonly Place[] =>
    places.map((one, index) => ({ ...one, number: index + 1 }));
  return slotsInOrder(event)
    .flatMap((slot) => event.sessions.filter((one) => one.timeSlot === slot.id))
    .map((session) => {
      const here = (bySession.get(session.id) ?? []).flatMap((placement) => {
        const attendee = people.get(placement.attendee);
        return attendee === undefined ? [] : [{ session, attendee, placement }];
      });
      const seated = here.filter((one) => one.placement.kind !== 'waitlisted');
      return {
        session,
        seated: numbered(seated.sort((a, b) => order(a.attendee, b.attendee))),
        waiting: numbered(here.filter((one) => one.placement.kind === 'waitlisted')),
      };
    });
});

/** Everybody who is coming, by name. */
export const peopleByName = remember((data: ExportData): readonly Attendee[] =>
  data.attendees.toSorted(byName(data)),
);

/** The seats of one person in order of time; a session may be missed, and then has no entry. */
export const seatsByPerson = remember((data): ReadonlyMap<string, readonly Place[]> => {
  return groupBy(
    placesOf(data).flatMap((one) => one.seated),
    (one) => one.attendee.id,
  );
});
