import type { CalendarState } from '../../core/calendar/calendar-state.ts';
import { organizerOf } from '../../core/calendar/organizer.ts';
import { type CalendarPlan, prepareCalendars } from '../../core/calendar/plan-calendar.ts';
import type { MailingPlan, Recipient } from '../../core/mail/plan-mailing.ts';
import type { EventFolder } from '../../folder/event-folder.ts';
import { readRevision } from '../read-revision.ts';
import { readToldCalendars } from '../read-told-calendars.ts';

export type CalendarMaker = (recipient: Pick<Recipient, 'attendee' | 'placements'>) => CalendarPlan;

/** Plans the calendars that come with a mailing; undefined where it brings none. Throws SOS108, SOS641. */
export async function openCalendarMaker(
  folder: EventFolder,
  { mailing, from }: MailingPlan,
): Promise<CalendarMaker | undefined> {
  if (mailing.calendar === 'none') return undefined;
  const { plan } = prepareCalendars(folder.event, {
    organizer: organizerOf(folder.event) ?? from,
    method: mailing.calendar === 'invite' ? 'REQUEST' : 'PUBLISH',
    revision: await readRevision(folder),
  });
  const told = await readToldCalendars(folder);
  return ({ attendee, placements }) => {
    // Whoever comes no longer may still stand in a plan that was not made anew.
    const seats = attendee.status === 'registered' ? placements : [];
    return plan(attendee, seats, told(attendee.id));
  };
}

/** What is to be kept once it was told; undefined where nothing was. */
export function stateToKeep({ state }: CalendarPlan): CalendarState | undefined {
  return Object.keys(state).length === 0 ? undefined : state;
}
