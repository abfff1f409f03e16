import type { Revision } from '../core/calendar/plan-calendar.ts';
import type { EventFolder } from '../folder/event-folder.ts';
import { readEntries } from '../folder/history.ts';

/**
 * How often the plan was made, and when last, as the history tells: what calendars call a revision. Where it does not
 * tell, the day of the event stands for the instant, so that the same folder gives the same bytes.
 */
export async function readRevision(folder: EventFolder): Promise<Revision> {
  const plans = await readEntries(folder, 'assign');
  const at = new Date(String(plans.at(-1)?.['at']));
  return {
    number: Math.max(0, plans.length - 1),
    at: Number.isNaN(at.getTime()) ? new Date(`${folder.event.date}T00:00:00Z`) : at,
  };
}
