/**
 * What somebody's calendar was told, by the uid of the entry: a small JSON value that the journal of mails keeps and
 * gives back to `planCalendar`, so that a change can be told as a change.
 */
export type CalendarState = Readonly<Record<string, KeptEntry>>;

export interface KeptEntry {
  readonly sequence: number;
  /** Of what makes an entry another one: session, time, title, place. */
  readonly digest: string;
  /** The instant of the revision, ISO 8601. */
  readonly stamp: string;
  /** Enough to cancel it when nothing else is known any more. */
  readonly start: string;
  readonly end: string;
  readonly title: string;
  /** Whether the entry was cancelled. It is kept, because its sequence goes on when the seat comes back. */
  readonly cancelled?: true;
}

/** A state as it was kept; undefined where the value is none. */
export function parseCalendarState(value: unknown): CalendarState | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value).flatMap(([uid, one]) => (isKept(one) ? [[uid, one] as const] : []));
  return entries.length === Object.keys(value).length ? Object.fromEntries(entries) : undefined;
}

function isKept(value: unknown): value is KeptEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { sequence, digest, stamp, start, end, title, cancelled } = value as Record<string, unknown>;
  return (
    Number.isSafeInteger(sequence) &&
    Number(sequence) >= 0 &&
    [stamp, start, end].every((one) => typeof one === 'string' && !Number.isNaN(Date.parse(one))) &&
    [digest, title].every((one) => typeof one === 'string') &&
    (cancelled === undefined || cancelled === true)
  );
}
