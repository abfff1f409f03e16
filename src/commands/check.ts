import { findKnownAbsences } from '../core/assign/known-absences.ts';
import { findAwayAllDay } from '../core/assign/presence.ts';
import { findFindings } from '../core/check/find-findings.ts';
import { EXIT, hasErrors } from '../errors.ts';
import { readAttendees } from '../folder/attendees.ts';
import { openEvent } from '../folder/event-folder.ts';
import { readPins } from '../folder/pins.ts';
import { readPlacements } from '../folder/placements.ts';
import type { CommandContext, Outcome } from './command.ts';

/** `sosent check`: everything that is wrong with the event folder, in one pass; exit 1 where there are errors. */
export async function runCheck(context: CommandContext): Promise<Outcome> {
  const folder = await openEvent(context);
  const [attendees, pins, placements] = await Promise.all([
    readAttendees(folder),
    readPins(folder),
    readPlacements(folder),
  ]);
  const { event } = folder;
  const isAbsent = findKnownAbsences(event, attendees.value, pins.value);
  const problems = [
    ...folder.problems,
    ...attendees.problems,
    ...pins.problems,
    ...placements.problems,
    ...findFindings({
      event,
      attendees: attendees.value,
      placements: placements.value,
      isAway: findAwayAllDay(event, isAbsent),
    }),
  ];
  const count = (severity: string): number => problems.filter((one) => one.severity === severity).length;
  const counts = { errors: count('error'), warnings: count('warning'), hints: count('hint') };
  return {
    result: { attendees: attendees.value.length, ...counts },
    text:
      problems.length === 0
        ? context.paint.green('No problems found.')
        : `Errors: ${counts.errors}, warnings: ${counts.warnings}, hints: ${counts.hints}.`,
    problems,
    exit: hasErrors(problems) ? EXIT.findings : EXIT.done,
  };
}
