import { instantsOf } from '../../core/calendar/instants.ts';
import { organizerOf } from '../../core/calendar/organizer.ts';
import { type CalendarEntry, prepareCalendars } from '../../core/calendar/plan-calendar.ts';
import { slotsInOrder } from '../../core/order.ts';
import type { Session } from '../../model/event.ts';
import { renderProgramme } from '../calendar/render-calendar.ts';
import { type Export, type ExportData, sessionColumns, table, titleOf } from './export.ts';

/** What people read; instants and ids are for programs. */
const SHOWN = ['date', 'start', 'end', 'title', 'theme_title', 'room', 'language', 'cancelled'];

/** Every session, for a web page or for a calendar that everybody looks at. */
export const programme: Export = {
  name: 'programme',
  privacy: 'figures',
  about: 'every session with its time and room; no names',
  tables: [
    table({ name: '', about: 'one row per session', inDocuments: SHOWN }, listSessions, [
      ...sessionColumns<SessionRow>((row) => row.session),
      ['starts_at', 'beginning as an instant in UTC, ISO 8601', (row) => seconds(row.start)],
      ['ends_at', 'end as an instant in UTC', (row) => seconds(row.end)],
      ['theme_title', 'title of the theme', (row, data) => themeOf(data, row.session)],
      ['language', 'what is spoken there, where it matters', (row) => row.session.language],
      [
        'cancelled',
        'yes where the plan cancels it, because too few would come',
        (row) => row.cancelled,
        'yes-no',
      ],
    ]),
  ],
  calendars: {
    about: '`programme.ics`, every session that is held, for a web page or a shared calendar',
    files: (data) => {
      const entries = listEntries(data);
      if (entries.length === 0) return [];
      const title = titleOf(data, data.event.title);
      return [{ name: 'programme.ics', content: renderProgramme(title, entries, organizerOf(data.event)) }];
    },
  },
};

interface SessionRow {
  readonly session: Session;
  readonly start: Date;
  readonly end: Date;
  readonly cancelled: boolean;
}

function listSessions(data: ExportData): readonly SessionRow[] {
  const { event } = data;
  const cancelled = findCancelled(data);
  return slotsInOrder(event).flatMap((slot) => {
    const { start, end } = instantsOf(slot, event.timeZone);
    return event.sessions
      .filter((one) => one.timeSlot === slot.id)
      .map((session) => ({
        session,
        start,
        end,
        cancelled: cancelled.has(session.id),
      }));
  });
}

function listEntries(data: ExportData): readonly CalendarEntry[] {
  const { event, revision, language } = data;
  const planner = prepareCalendars(event, { organizer: organizerOf(event), method: 'PUBLISH', revision });
  return planner.programme(language, findCancelled(data));
}

function findCancelled({ summary }: ExportData): ReadonlySet<string> {
  return new Set(summary.sessions.filter((one) => one.cancelled).map((one) => one.session));
}

/** `2016-10-26T08:15:00Z`. */
function seconds(instant: Date): string {
  return instant.toISOString().replace('.000Z', 'Z');
}

function themeOf(data: ExportData, { theme }: Session): string {
  return titleOf(data, data.event.themes.find((one) => one.id === theme)?.title);
}
