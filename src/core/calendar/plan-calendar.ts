import type { Attendee } from '../../model/attendee.ts';
import type { Event } from '../../model/event.ts';
import type { Placement } from '../../model/placement.ts';
import type { Language } from '../../model/text.ts';
import { isAddress, type Mailbox } from '../mail/address.ts';
import { compareText } from '../order.ts';
import type { CalendarState, KeptEntry } from './calendar-state.ts';
import { enterSessions, type SessionEntry, uidOf } from './session-entries.ts';

/**
 * What a calendar is asked to do (RFC 5546, 3.2): PUBLISH shows sessions, which people add themselves. REQUEST
 * invites: programs enter, move and remove the sessions by themselves. CANCEL takes out what is gone.
 */
export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL';

export interface CalendarEntry extends Omit<SessionEntry, 'digest'> {
  readonly uid: string;
  /** Grows with each change that people have to know of. */
  readonly sequence: number;
  /** The instant of that change, ISO 8601. */
  readonly stamp: string;
}

/** What one attendee's calendar is told. */
export interface CalendarPlan {
  /** CANCEL where no seat is left and there was one. */
  readonly method: CalendarMethod;
  readonly organizer: Mailbox | undefined;
  /** Who is invited; undefined where nobody is. */
  readonly invited: Mailbox | undefined;
  /** The attendee's sessions in order of time. */
  readonly entries: readonly CalendarEntry[];
  /** Everything they were told once and that holds no more. */
  readonly cancellations: readonly CalendarEntry[];
  /** To be kept once this was told, and given back the next time. */
  readonly state: CalendarState;
}

/** How often the plan was made, from 0, and when last. Both go into entries that are new or have changed. */
export interface Revision {
  readonly number: number;
  readonly at: Date;
}

export interface CalendarSettings {
  /** Whose calendar it is in the eyes of mail programs: the sender of the mails. */
  readonly organizer: Mailbox | undefined;
  /** Without an organizer, or an address of the attendee, there is no invitation but what anybody can be shown. */
  readonly method: 'PUBLISH' | 'REQUEST';
  readonly revision: Revision;
}

export interface CalendarPlanner {
  /** `placements` are the attendee's own. */
  readonly plan: (
    attendee: Attendee,
    placements: readonly Placement[],
    earlier?: CalendarState,
  ) => CalendarPlan;
  /** Every session of the event but `cancelled` ones (ids), in order of time, then as sosent.yaml has them. */
  readonly programme: (language: Language, cancelled: ReadonlySet<string>) => readonly CalendarEntry[];
}

/**
 * Prepares the sessions once for as many attendees as there are. An attendee has one entry per time slot: its uid
 * stays when the session, its time, room or title changes, and its sequence grows. Places on a waitlist are in no
 * calendar. Planning again from the state of a plan gives that plan, so that a message stays the same until there
 * is something to tell.
 */
export function prepareCalendars(event: Event, settings: CalendarSettings): CalendarPlanner {
  const byLanguage = new Map<Language, ReadonlyMap<string, SessionEntry>>();
  const sessionsIn = (wanted: Language): ReadonlyMap<string, SessionEntry> => {
    const language = event.languages.includes(wanted) ? wanted : (event.languages[0] ?? wanted);
    const made = byLanguage.get(language) ?? enterSessions(event, language);
    byLanguage.set(language, made);
    return made;
  };
  const stamp = settings.revision.at.toISOString();
  return {
    plan: (attendee, placements, earlier = {}) => {
      const sessions = sessionsIn(attendee.language);
      const seats = placements.flatMap(({ kind, session, timeSlot }) => {
        const entry = kind === 'waitlisted' ? undefined : sessions.get(session);
        return entry === undefined ? [] : [{ uid: uidOf([event.id, 'seat', attendee.id, timeSlot]), entry }];
      });
      return planEntries(attendee, seats, earlier, settings);
    },
    programme: (language, cancelled) =>
      [...sessionsIn(language)]
        .filter(([id]) => !cancelled.has(id))
        .map(([id, { digest: _, ...entry }]) => ({
          ...entry,
          uid: uidOf([event.id, 'session', id]),
          sequence: settings.revision.number,
          stamp,
        }))
        .sort((a, b) => compareText(a.start, b.start)),
  };
}

interface Seat {
  readonly uid: string;
  readonly entry: SessionEntry;
}

function planEntries(
  attendee: Attendee,
  seats: readonly Seat[],
  earlier: CalendarState,
  { organizer, method, revision }: CalendarSettings,
): CalendarPlan {
  const state: Record<string, KeptEntry> = {};
  const entries: CalendarEntry[] = [];
  for (const { uid, entry } of seats) {
    if (state[uid] !== undefined) continue; // a plan edited by hand may seat somebody twice in a time slot
    const { digest, ...shown } = entry;
    const before = earlier[uid];
    const isSame = before !== undefined && before.digest === digest && before.cancelled === undefined;
    const kept = isSame ? before : { ...next(before, revision), ...timesOf(shown), digest };
    state[uid] = kept;
    entries.push({ ...shown, uid, sequence: kept.sequence, stamp: kept.stamp });
  }
  const cancellations: CalendarEntry[] = [];
  for (const [uid, before] of Object.entries(earlier)) {
    if (state[uid] !== undefined) continue;
    const gone: KeptEntry = before.cancelled
      ? before
      : { ...before, ...next(before, revision), cancelled: true };
    state[uid] = gone;
    const { sequence, stamp } = gone;
    cancellations.push({ uid, sequence, stamp, ...timesOf(gone), location: '', description: '' });
  }
  const address = attendee.email.trim();
  const isInvited = method === 'REQUEST' && organizer !== undefined && isAddress(address);
  const isOver = entries.length === 0 && cancellations.length > 0;
  return {
    method: isOver ? 'CANCEL' : isInvited ? 'REQUEST' : 'PUBLISH',
    organizer,
    invited: isInvited ? { name: attendee.name, address } : undefined,
    entries: entries.sort(byTime),
    cancellations: cancellations.sort(byTime),
    state,
  };
}

/** Never below the number of the plan, so that a file that was exported in between is older than what follows it. */
function next(
  before: KeptEntry | undefined,
  { number, at }: Revision,
): Pick<KeptEntry, 'sequence' | 'stamp'> {
  const sequence = before === undefined ? number : Math.max(before.sequence + 1, number);
  return { sequence, stamp: at.toISOString() };
}

function timesOf({ start, end, title }: Omit<KeptEntry, 'digest' | 'sequence' | 'stamp'>): {
  readonly start: string;
  readonly end: string;
  readonly title: string;
} {
  return { start, end, title };
}

function byTime(a: CalendarEntry, b: CalendarEntry): number {
  return compareText(a.start, b.start) || compareText(a.uid, b.uid);
}
