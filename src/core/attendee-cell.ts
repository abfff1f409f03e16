import type { Attendee } from '../model/attendee.ts';

/** Fields of an attendee that rules may name like a column. */
const FIELDS = ['organisation', 'unit', 'type', 'role', 'delegation', 'accessibility', 'dietary'] as const;

/**
 * What stands in a column for an attendee, without outer blanks; '' where nothing does. An extra column by its header,
 * else a field by its name; capital letters of the name do not matter.
 */
export function cellOf(attendee: Attendee, column: string): string {
  const header = headerOf(attendee, column);
  if (header !== undefined) return (attendee.extra[header] ?? '').trim();
  const field = fieldOf(column);
  return field === undefined ? '' : attendee[field].trim();
}

/** Whether an attendee has such a column, be it blank. */
export function hasColumn(attendee: Attendee, column: string): boolean {
  return headerOf(attendee, column) !== undefined || fieldOf(column) !== undefined;
}

function headerOf({ extra }: Attendee, column: string): string | undefined {
  const wanted = column.trim().toLowerCase();
  return Object.keys(extra).find((one) => one.trim().toLowerCase() === wanted);
}

function fieldOf(column: string): (typeof FIELDS)[number] | undefined {
  const wanted = column.trim().toLowerCase();
  return FIELDS.find((one) => one === wanted);
}
