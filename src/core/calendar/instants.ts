/**
 * The instant at which clocks of a time zone show `time` (HH:MM) on `day` (yyyy-mm-dd), as RFC 5545 (3.3.5) reads a
 * local time: a time that clocks show twice is the first of the two; a time that they skip is counted from before
 * they were changed, so that 02:30 in the lost hour is 03:30.
 */
export function instantOf(day: string, time: string, timeZone: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const before = wall - offsetAt(wall - DAY, timeZone);
  const after = wall - offsetAt(wall + DAY, timeZone);
  const fitting = [before, after].filter((one) => one + offsetAt(one, timeZone) === wall);
  return new Date(fitting.length === 0 ? before : Math.min(...fitting));
}

/** Beginning and end of a time slot. One that changed clocks would turn round lasts as long as is written. */
export function instantsOf(
  { date, start, end }: { readonly date: string; readonly start: string; readonly end: string },
  timeZone: string,
): { readonly start: Date; readonly end: Date } {
  const from = instantOf(date, start, timeZone);
  const to = instantOf(date, end, timeZone);
  const written = Date.parse(`${date}T${end}:00Z`) - Date.parse(`${date}T${start}:00Z`);
  return { start: from, end: to > from ? to : new Date(from.getTime() + written) };
}

const DAY = 86_400_000;

/** By how many milliseconds clocks of the zone are ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const parts: Record<string, string> = {};
  for (const { type, value } of clockOf(timeZone).formatToParts(instant)) parts[type] = value;
  const { year, month, day, hour, minute, second } = parts;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - instant;
}

/** Kept, because making one takes far longer than asking it. */
const CLOCKS = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const kept = CLOCKS.get(timeZone);
  if (kept !== undefined) return kept;
  const two = '2-digit' as const;
  const made = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: two,
    day: two,
    hour: two,
    minute: two,
    second: two,
  });
  CLOCKS.set(timeZone, made);
  return made;
}
