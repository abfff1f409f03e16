import type { Attendee } from '../../model/attendee.ts';
import type { Event, Session } from '../../model/event.ts';
import type { Placement } from '../../model/placement.ts';
import { inLanguage, type Language } from '../../model/text.ts';
import { renderDate, renderTimes } from '../dates.ts';

/** What a badge or mail template sees of one attendee, everything in the attendee's language. docs/templates.md. */
export interface AttendeeView {
  readonly language: Language;
  readonly event: EventView;
  readonly attendee: {
    readonly code: string;
    readonly name: string;
    readonly givenName: string;
    readonly email: string;
    readonly phone: string;
    readonly organisation: string;
    readonly unit: string;
    readonly role: string;
    readonly dietary: string;
    readonly accessibility: string;
    readonly needs: string;
    readonly solutions: string;
    /** Title and colour of the attendee type; both '' where the type is unknown. */
    readonly type: string;
    readonly typeId: string;
    readonly colour: string;
    /** ISO 8601, or ''. */
    readonly registeredAt: string;
    readonly extra: Readonly<Record<string, string>>;
  };
  /** One entry per time slot in which there are sessions and the attendee is there, in order of time. */
  readonly programme: readonly ProgrammeEntry[];
}

export interface EventView {
  readonly id: string;
  readonly title: string;
  /** `yyyy-mm-dd`, and in words. */
  readonly date: string;
  readonly dateInWords: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly venue: string;
  readonly address: string;
  readonly url: string;
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string };
  readonly hosts: readonly string[];
  readonly colours: { readonly primary: string; readonly accent: string };
}

export interface ProgrammeEntry {
  readonly timeSlot: string;
  readonly start: string;
  readonly end: string;
  readonly times: string;
  /** `seated`, `waitlisted` (`session` is then the one waited for), or `free` where no place was asked or found. */
  readonly state: 'seated' | 'waitlisted' | 'free';
  /** Titles, '' where `free`. */
  readonly session: string;
  readonly theme: string;
  readonly themeId: string;
  readonly room: string;
  readonly rank: number;
}

/** What a plan has for one attendee, and the ids of the time slots in which they are not there. */
export interface OwnPlan {
  readonly placements: readonly Placement[];
  readonly absences: readonly string[];
}

/**
 * The view of one attendee. In the attendee's language where the event speaks
 * it, else in the event's first.
 */
export function viewAttendee(
  event: Event,
  attendee: Attendee,
  own: OwnPlan,
  wanted: Language = attendee.language,
): AttendeeView {
  const language = event.languages.includes(wanted) ? wanted : (event.languages[0] ?? 'en');
  const type = event.attendeeTypes.find((one) => one.id === attendee.type);
  return {
    language,
    event: viewEvent(event, language),
    attendee: {
      code: attendee.code,
      name: attendee.name,
      givenName: attendee.name.trim().split(/\s+/)[0] ?? attendee.name,
      email: attendee.email,
      phone: attendee.phone,
      organisation: attendee.organisation,
      unit: attendee.unit,
      role: attendee.role,
      dietary: attendee.dietary,
      accessibility: attendee.accessibility,
      needs: attendee.needs,
      solutions: attendee.solutions,
      type: type === undefined ? '' : inLanguage(type.title, language),
      typeId: type?.id ?? '',
      colour: type?.colour ?? '',
      registeredAt: attendee.registeredAt,
      extra: attendee.extra,
    },
    programme: viewProgramme(event, own, language),
  };
}

export function viewEvent(event: Event, language: Language): EventView {
  return {
    id: event.id,
    title: inLanguage(event.title, language),
    date: event.date,
    dateInWords: renderDate(event.date, language),
    timeZone: event.timeZone,
    venue: inLanguage(event.venue, language),
    address: event.address,
    url: event.url,
    contact: event.contact,
    hosts: event.hosts,
    colours: event.colours,
  };
}

/** One entry per time slot in which there are sessions and the attendee is there, in order of time. */
export function viewProgramme(
  event: Event,
  { placements, absences }: OwnPlan,
  language: Language,
): ProgrammeEntry[] {
  const used = new Set(event.sessions.map((session) => session.timeSlot));
  return event.timeSlots
    .filter((slot) => used.has(slot.id))
    .filter(({ id }) => !absences.includes(id) || placements.some((one) => one.timeSlot === id))
    .sort((a, b) => (`${a.date}${a.start}` < `${b.date}${b.start}` ? -1 : 1))
    .map((slot) => {
      const placement = placements.find((one) => one.timeSlot === slot.id);
      const session = event.sessions.find((one) => one.id === placement?.session);
      const times = { timeSlot: slot.id, start: slot.start, end: slot.end, times: renderTimes(slot) };
      if (placement === undefined || session === undefined) return { ...times, ...FREE };
      const state = placement.kind === 'waitlisted' ? ('waitlisted' as const) : ('seated' as const);
      return { ...times, state, ...viewSession(event, session, language), rank: placement.rank };
    });
}

const FREE = { state: 'free', session: '', theme: '', themeId: '', room: '', rank: 0 } as const;

function viewSession(
  event: Event,
  session: Session,
  language: Language,
): Pick<ProgrammeEntry, 'session' | 'theme' | 'themeId' | 'room'> {
  const theme = event.themes.find((one) => one.id === session.theme);
  const room = event.rooms.find((one) => one.id === session.room);
  return {
    session: inLanguage(session.title, language),
    theme: theme === undefined ? '' : inLanguage(theme.title, language),
    themeId: session.theme,
    room: room === undefined ? '' : inLanguage(room.title, language),
  };
}
