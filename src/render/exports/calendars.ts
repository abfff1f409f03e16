import { organizerOf } from '../../core/calendar/organizer.ts';
import { prepareCalendars } from '../../core/calendar/plan-calendar.ts';
import { nameFiles } from '../../core/file-names.ts';
import { groupBy } from '../../core/group-by.ts';
import { renderCalendar } from '../calendar/render-calendar.ts';
import type { Export, ExportData, RenderedFile } from './export.ts';

/** Folder of the files, in that of the exports. */
export const CALENDARS_FOLDER = 'calendars';

/** Everybody's own sessions, one file per person. */
export const calendars: Export = {
  name: 'calendars',
  privacy: 'names',
  about: "each person's own sessions, for the calendar in their pocket",
  tables: [],
  calendars: {
    about: '`calendars/<code>.ics`, one for each person with a seat, in their language',
    files: listFiles,
  },
};

function listFiles({
  event,
  attendees,
  placements,
  revision,
  toldCalendars,
}: ExportData): readonly RenderedFile[] {
  const planner = prepareCalendars(event, { organizer: organizerOf(event), method: 'PUBLISH', revision });
  const seats = groupBy(placements, (one) => one.attendee);
  const names = nameFiles(attendees);
  return attendees.flatMap((attendee) =>
    renderCalendar(planner.picture(attendee, seats.get(attendee.id) ?? [], toldCalendars?.(attendee.id))).map(
      ({ content }) => ({
        name: `${CALENDARS_FOLDER}/${names.get(attendee.id)}.ics`,
        content,
      }),
    ),
  );
}
