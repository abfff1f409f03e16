import { failure } from '../../errors.ts';
import type { PrintedBadge } from '../../model/printed-badge.ts';

/** What a badge is at this moment, to be compared with what was printed. */
export type BadgeDigest = Omit<PrintedBadge, 'printed'>;

/** How the badges of now differ from those printed before. Ids of attendees, in the order given. */
export interface PrintChanges {
  /** Never printed. */
  readonly added: readonly string[];
  /** Says something else. */
  readonly altered: readonly string[];
  /** Says the same, and looks different: the design, an image or the size changed. */
  readonly restyled: readonly string[];
  readonly same: readonly string[];
  /** Printed, and not among the badges of now. */
  readonly withdrawn: readonly string[];
}

/** Compares the badges of now with the lines of data/printed-badges.csv, the last of each attendee. */
export function comparePrints(lines: readonly PrintedBadge[], now: readonly BadgeDigest[]): PrintChanges {
  const last = new Map(lines.map((one) => [one.attendee, one]));
  const changes = { added: [], altered: [], restyled: [], same: [] } as Record<
    'added' | 'altered' | 'restyled' | 'same',
    string[]
  >;
  for (const one of now) changes[changeOf(one, last.get(one.attendee))].push(one.attendee);
  const present = new Set(now.map((one) => one.attendee));
  const withdrawn = [...last.values()].filter((one) => one.badge !== '' && !present.has(one.attendee));
  return { ...changes, withdrawn: withdrawn.map((one) => one.attendee) };
}

function changeOf(
  now: BadgeDigest,
  before: PrintedBadge | undefined,
): 'added' | 'altered' | 'restyled' | 'same' {
  if (before === undefined || before.badge === '') return 'added';
  if (before.badge !== now.badge) return 'altered';
  return before.look === now.look ? 'same' : 'restyled';
}

/**
 * The lines to add after a print run: what was printed and is not what the last line of its attendee says, and that
 * those whose badges were printed come no longer. Nothing where the run printed what had been printed already.
 */
export function linesOfRun(
  lines: readonly PrintedBadge[],
  run: {
    /** ISO 8601 instant. */
    readonly at: string;
    readonly printed: readonly BadgeDigest[];
    /** Ids. */
    readonly withdrawn: readonly string[];
  },
): readonly PrintedBadge[] {
  const last = new Map(lines.map((one) => [one.attendee, one]));
  const gone = run.withdrawn.map((attendee) => ({ attendee, badge: '', look: '' }));
  return [...run.printed, ...gone]
    .filter((one) => {
      const before = last.get(one.attendee);
      return before?.badge !== one.badge || before.look !== one.look;
    })
    .map((one) => ({ printed: run.at, ...one }));
}

/**
 * The lines up to a day (`2026-03-10`) or a minute (`2026-03-10 14:30`) of the event's own time, that day or minute
 * among them: what had been printed then. Throws SOS546 for anything else.
 */
export function linesUntil(
  lines: readonly PrintedBadge[],
  until: string,
  timeZone: string,
): readonly PrintedBadge[] {
  const moment = until.trim().replace('T', ' ');
  const isMoment = /^\d{4}-\d\d-\d\d( \d\d:\d\d)?$/.test(moment);
  if (!isMoment || Number.isNaN(Date.parse(`${moment.replace(' ', 'T')}Z`))) {
    throw failure('SOS546', `"${until}" is no day and no time.`, {
      hint: 'Write --changed 2026-03-10, or --changed "2026-03-10 14:30"; without either the last print run counts.',
    });
  }
  // Swedish writes dates and times as ISO 8601 does.
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return lines.filter(({ printed }) => local.format(new Date(printed)).slice(0, moment.length) <= moment);
}
