import { EXIT, hasErrors } from '../errors.ts';
import { readAttendees } from '../folder/attendees.ts';
import { openEvent } from '../folder/event-folder.ts';
import { readPins } from '../folder/pins.ts';
import { readPlacements } from '../folder/placements.ts';
import type { CommandContext, Outcome } from './command.ts';

/** `sosent check`: everything that is wrong with the event folder, in one pass; exit 1 where there are errors. */
export async function runCheck(context: CommandContext): Promise<Outcome> {
  const folder = await openEvent(context);
  const reads = await Promise.all([readAttendees(folder), readPins(folder), readPlacements(folder)]);
  const problems = [...folder.problems, ...reads.flatMap((read) => read.problems)];
  const errors = problems.filter((one) => one.severity === 'error').length;
  return {
    result: { errors, warnings: problems.length - errors },
    text: problems.length === 0 ? context.paint.green('No problems found.') : '',
    problems,
    exit: hasErrors(problems) ? EXIT.findings : EXIT.done,
  };
}
