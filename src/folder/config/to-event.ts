import type { AttendeeType, Delegation, Event, Session, TimeSlot } from '../../model/event.ts';
import type { LocalText } from '../../model/text.ts';

import type { EventFile } from './schema.ts';
import { toBadges } from './to-badges.ts';
import { toEmails } from './to-emails.ts';
import { toRules } from './to-rules.ts';

/** Colours for attendee types that were given none; told apart also by people with colour-blindness (Okabe & Ito). */
const PALETTE = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#7a5195', '#5c5c5c'];
const NO_TEXT: LocalText = {};
/** The country that a time zone lies in; a zone of several countries, or one not listed, says nothing. */
const COUNTRIES: Readonly<Record<string, string>> = {
  'Europe/Oslo': 'NO',
  'Europe/Stockholm': 'SE',
  'Europe/Copenhagen': 'DK',
  'Europe/Berlin': 'DE',
  'Europe/Helsinki': 'FI',
  'Atlantic/Reykjavik': 'IS',
};

/** Fills in everything the organiser left out. */
export function toEvent(file: EventFile): Event {
  const { event } = file;
  const timeSlots = file.timeSlots.map((slot, index) => toTimeSlot(slot, index, event.date));
  return {
    id: event.id,
    title: event.title,
    date: event.date,
    timeZone: event.timeZone,
    country: countryOf(event),
    languages: event.languages,
    venue: event.venue ?? NO_TEXT,
    address: event.address,
    url: event.url ?? '',
    contact: {
      name: event.contact?.name ?? '',
      email: event.contact?.email ?? '',
      phone: event.contact?.phone ?? '',
    },
    hosts: event.hosts,
    colours: {
      primary: event.colours?.primary ?? '#1f3a5f',
      accent: event.colours?.accent ?? '#e4572e',
    },
    themes: file.themes.map((theme) => ({ ...theme, description: theme.description ?? NO_TEXT })),
    rooms: file.rooms,
    timeSlots,
    sessions: file.sessions.flatMap((session) => toSessions(session, file, timeSlots)),
    attendeeTypes: file.attendeeTypes.map(toAttendeeType),
    organisations: file.organisations,
    delegations: toDelegations(file.delegations),
    rules: toRules(file),
    columns: Object.entries(file.columns).map(([header, field]) => ({ header, field })),
    sources: file.sources,
    badges: toBadges(file.badges),
    ...(file.exports?.speakers !== undefined && { exports: { speakers: file.exports.speakers } }),
    emails: toEmails(file.emails),
  };
}

function countryOf({ country, timeZone }: EventFile['event']): string {
  return country ?? COUNTRIES[timeZone] ?? '';
}

function toTimeSlot(slot: EventFile['timeSlots'][number], index: number, date: string): TimeSlot {
  return {
    id: slot.id,
    title: slot.title ?? { nb: `Bolk ${index + 1}`, en: `Round ${index + 1}` },
    date: slot.date ?? date,
    start: slot.start,
    end: slot.end,
  };
}

/** One line of the file may stand for the same session in several time slots. */
function toSessions(
  session: EventFile['sessions'][number],
  file: EventFile,
  timeSlots: readonly TimeSlot[],
): Session[] {
  const room = file.rooms.find((one) => one.id === session.room);
  const theme = file.themes.find((one) => one.id === session.theme);
  const single = session.timeSlot === undefined ? undefined : [session.timeSlot];
  const listed = session.timeSlots === 'all' ? undefined : session.timeSlots;
  const slots = single ?? listed ?? timeSlots.map((slot) => slot.id);
  return slots.map((timeSlot) => ({
    id: sessionId(session, timeSlot, slots.length),
    theme: session.theme,
    timeSlot,
    room: session.room,
    title: session.title ?? theme?.title ?? NO_TEXT,
    capacity: Math.min(session.capacity ?? Number.POSITIVE_INFINITY, room?.capacity ?? 0),
    minimum: session.minimum,
    mayCancel: session.mayCancel,
    language: session.language ?? '',
  }));
}

function sessionId(session: EventFile['sessions'][number], timeSlot: string, slots: number): string {
  if (session.id === undefined) return `${session.theme}-${timeSlot}`;
  return slots === 1 ? session.id : `${session.id}-${timeSlot}`;
}

function toAttendeeType(type: EventFile['attendeeTypes'][number], index: number): AttendeeType {
  return { ...type, colour: type.colour ?? PALETTE[index % PALETTE.length] ?? '#5c5c5c' };
}

function toDelegations(settings: EventFile['delegations']): Event['delegations'] {
  if (settings === 'off') return { named: [], minimumSize: 0 };
  const named = settings.named.map(
    (one): Delegation => ({
      id: one.id,
      title: one.title ?? { und: one.organisations[0] ?? one.units[0] ?? one.domains[0] ?? one.id },
      organisations: one.organisations,
      units: one.units,
      domains: one.domains.map((domain) => domain.toLowerCase()),
    }),
  );
  const { minimumSize = 0, leads } = settings;
  return { named, minimumSize, ...(leads === undefined ? {} : { leads }) };
}
