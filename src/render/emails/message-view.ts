import type { Place, SlotChange } from '../../core/assign/compare-plans.ts';
import type { LedDelegation, Recipient } from '../../core/mail/plan-mailing.ts';
import type { Event, TimeSlot } from '../../model/event.ts';
import type { Mailing } from '../../model/mailing.ts';
import { inLanguage, type Language } from '../../model/text.ts';
import { renderDate, renderTimes } from '../dates.ts';
import {
  type AttendeeView,
  type ProgrammeEntry,
  viewAttendee,
  viewProgramme,
} from '../views/attendee-view.ts';

/** What a mail template sees: the attendee's view, and what else their mail may speak of. docs/templates.md. */
export interface MessageView extends AttendeeView {
  readonly programme: readonly MessageEntry[];
  /** '' while the subject itself is rendered. */
  readonly subject: string;
  /** Number of time slots with a seat, with a place on a waitlist, with neither. */
  readonly seated: number;
  readonly waitlisted: number;
  readonly free: number;
  /** What is otherwise than in the published plan, in order of time. */
  readonly changes: readonly ChangeEntry[];
  /** Number of time slots in which they waited and now have a seat. */
  readonly promoted: number;
  /** The delegation that they lead; without members for everybody else. */
  readonly delegation: DelegationView;
  readonly organisation: OrganisationView;
  /** Names of the files that come with the message; none while these themselves are found. */
  readonly attachments: readonly string[];
  /** Whether their sessions come with the message for their calendar. */
  readonly calendar: boolean;
}

export interface MessageEntry extends ProgrammeEntry {
  /** In words, on the first entry of each day of an event of several days; '' elsewhere. */
  readonly day: string;
}

export interface ChangeEntry {
  readonly timeSlot: string;
  readonly start: string;
  readonly end: string;
  readonly times: string;
  /** In words. */
  readonly day: string;
  readonly before: PlaceView;
  readonly after: PlaceView;
}

export interface PlaceView {
  /** `gone` for a session that is not in the programme any more; titles are '' for this and for `free`. */
  readonly state: 'seated' | 'waitlisted' | 'free' | 'gone';
  readonly session: string;
  readonly room: string;
}

export interface DelegationView {
  readonly title: string;
  readonly size: number;
  /** Those who come, by name. */
  readonly members: readonly MemberView[];
}

export interface MemberView {
  readonly name: string;
  readonly code: string;
  readonly unit: string;
  readonly programme: readonly ProgrammeEntry[];
}

export interface OrganisationView {
  readonly title: string;
  /** Number of people who come from there. */
  readonly people: number;
  /** What they noted, each text once. */
  readonly needs: readonly string[];
  readonly solutions: readonly string[];
}

export function viewMessage(
  event: Event,
  mailing: Pick<Mailing, 'calendar'>,
  recipient: Recipient,
): MessageView {
  const { attendee, language, workplace } = recipient;
  const view = viewAttendee(event, attendee, recipient, language);
  const count = (state: ProgrammeEntry['state']): number =>
    view.programme.filter((one) => one.state === state).length;
  const changes = recipient.changes.map((one) => viewChange(event, one, view.language));
  return {
    ...view,
    attendee: { ...view.attendee, givenName: givenNameOf(attendee.name) },
    programme: withDays(event, view.programme, language),
    subject: '',
    seated: count('seated'),
    waitlisted: count('waitlisted'),
    free: count('free'),
    changes,
    promoted: changes.filter(({ before, after }) => before.state === 'waitlisted' && after.state === 'seated')
      .length,
    delegation: viewDelegation(event, recipient.delegation, view.language),
    organisation: {
      title: workplace.title,
      people: workplace.people.length,
      needs: workplace.needs,
      solutions: workplace.solutions,
    },
    attachments: [],
    calendar: mailing.calendar !== 'none' && count('seated') > 0,
  };
}

/** The first word of a name that is no title: what a letter begins with. */
function givenNameOf(name: string): string {
  const words = name.trim().split(/\s+/);
  return words.find((word) => !TITLES.test(word)) ?? words[0] ?? '';
}

const TITLES = /^(?:dr|prof|professor|mag|ing|dipl\.-ing|mr|mrs|ms|herr|fru)\.?$/i;

function withDays(event: Event, programme: readonly ProgrammeEntry[], language: Language): MessageEntry[] {
  const dates = new Map(event.timeSlots.map((slot) => [slot.id, slot.date]));
  const isLong = new Set(programme.map((one) => dates.get(one.timeSlot))).size > 1;
  let last: string | undefined;
  return programme.map((entry) => {
    const date = dates.get(entry.timeSlot);
    const day = isLong && date !== undefined && date !== last ? renderDate(date, language) : '';
    last = date;
    return { ...entry, day };
  });
}

/** A time slot that is not in the programme any more is told by its id. */
function viewChange(event: Event, change: SlotChange, language: Language): ChangeEntry {
  const slot = event.timeSlots.find((one) => one.id === change.timeSlot);
  return {
    timeSlot: change.timeSlot,
    ...timesOf(slot, change.timeSlot),
    day: slot === undefined ? '' : renderDate(slot.date, language),
    before: viewPlace(event, change.before, language),
    after: viewPlace(event, change.after, language),
  };
}

function timesOf(slot: TimeSlot | undefined, id: string): Pick<ChangeEntry, 'start' | 'end' | 'times'> {
  return slot === undefined
    ? { start: '', end: '', times: id }
    : { start: slot.start, end: slot.end, times: renderTimes(slot) };
}

function viewPlace(event: Event, place: Place | undefined, language: Language): PlaceView {
  if (place === undefined || place.session === '') return { state: 'free', session: '', room: '' };
  const session = event.sessions.find((one) => one.id === place.session);
  if (session === undefined) return { state: 'gone', session: '', room: '' };
  const room = event.rooms.find((one) => one.id === session.room);
  return {
    state: place.waits ? 'waitlisted' : 'seated',
    session: inLanguage(session.title, language),
    room: room === undefined ? '' : inLanguage(room.title, language),
  };
}

const NO_DELEGATION: DelegationView = { title: '', size: 0, members: [] };

function viewDelegation(
  event: Event,
  delegation: LedDelegation | undefined,
  language: Language,
): DelegationView {
  if (delegation === undefined) return NO_DELEGATION;
  return {
    title: inLanguage(delegation.title, language),
    size: delegation.members.length,
    members: delegation.members.map((member) => ({
      name: member.attendee.name,
      code: member.attendee.code,
      unit: member.attendee.unit,
      programme: viewProgramme(event, member, language),
    })),
  };
}
