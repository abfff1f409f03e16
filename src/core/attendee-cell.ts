import type { Attendee } from '../model/attendee.ts';

/** Fields of an attendee that rules may name like a column. */
const FIELDS = ['organisation', 'unit', 'type', 'role', 'delegation', 'accessibility', 'dietary'] as const;

/**
 * What stands in a column for an attendee, without outer blanks; '' where nothing does. An extra column by its header,
 * else a field by its name; capital letters of the name do not matter.
 */
export function cellOf(attendee: Attendee, column: string): string {
  const wanted = column.trim().toLowerCase();
  const header = Object.keys(attendee.extra).find((one) => one.trim().toLowerCase() === wanted);
  if (header !== undefined) return (attendee.extra[header] ?? '').trim();
  const field = FIELDS.find((one) => one === wanted);
  return field === undefined ? '' : attendee[field].trim();
}
