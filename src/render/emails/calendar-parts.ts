import type { CalendarPlan } from '../../core/calendar/plan-calendar.ts';
import { type CalendarFile, newestOf, renderCalendar } from '../calendar/render-calendar.ts';
import type { AttachmentContent } from './compose-message.ts';

/**
 * The calendar as files of a mail. Of invitations and cancellations, the newest also stands beside text and HTML,
 * where Outlook and Gmail look for the one that they take in by themselves (docs/calendar.md).
 */
export function calendarParts(plan: CalendarPlan): readonly AttachmentContent[] {
  const files = renderCalendar(plan);
  const newest = plan.invited === undefined ? undefined : newestOf(plan, files);
  return files.map((file) => {
    const { name } = file;
    const content = Buffer.from(file.content);
    if (file !== newest) return { name, content, contentType: typeOf(file) };
    return { name, content, contentType: 'application/ics', alternative: typeOf(file) };
  });
}

function typeOf({ method }: CalendarFile): string {
  return ['text/calendar', 'charset=utf-8', ...(method === undefined ? [] : [`method=${method}`])].join('; ');
}
