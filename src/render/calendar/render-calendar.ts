import type { CalendarEntry, CalendarMethod, CalendarPlan } from '../../core/calendar/plan-calendar.ts';
import type { Mailbox } from '../../core/mail/address.ts';
import { instantValue, mailtoValue, oneLine, quotedValue, renderLines, textValue } from './content-lines.ts';

/** One iCalendar object. As a part of a mail its type is `text/calendar; charset=utf-8; method=<method>`. */
export interface CalendarFile {
  /** Without a folder. */
  readonly name: string;
  /** Undefined where nobody is named as the organizer: RFC 5546 knows no method without one. */
  readonly method: CalendarMethod | undefined;
  readonly content: string;
}

/**
 * An attendee's calendar as files: what is shown stands in one; an invitation and a cancellation speak of one session
 * each (RFC 5546, 3.2.2 and 3.2.5), and programs take in only the first where there are more (docs/calendar.md). None
 * where there is nothing to tell.
 */
export function renderCalendar(plan: CalendarPlan): readonly CalendarFile[] {
  const { entries, cancellations, organizer, invited } = plan;
  const people = { organizer, invited };
  const one = (entry: CalendarEntry, name: string, method: CalendarMethod): CalendarFile =>
    renderFile(name, { method, people, entries: [entry] });
  const kept =
    plan.method === 'REQUEST'
      ? entries.map((entry, index) => one(entry, `session-${index + 1}.ics`, 'REQUEST'))
      : entries.length > 0
        ? [renderFile('sessions.ics', { method: 'PUBLISH', people, entries })]
        : [];
  const gone = cancellations.map((entry, index) => one(entry, `cancelled-${index + 1}.ics`, 'CANCEL'));
  return [...kept, ...gone];
}

/** The whole programme, for a web page or for a calendar that all look at. */
export function renderProgramme(
  title: string,
  entries: readonly CalendarEntry[],
  organizer: Mailbox | undefined,
): string {
  const people = { organizer, invited: undefined };
  return renderFile('', { method: 'PUBLISH', people, entries, title }).content;
}

interface People {
  readonly organizer: Mailbox | undefined;
  readonly invited: Mailbox | undefined;
}

interface Content {
  readonly method: CalendarMethod;
  readonly people: People;
  readonly entries: readonly CalendarEntry[];
  /** Of the calendar as a whole. */
  readonly title?: string;
}

function renderFile(name: string, { method, people, entries, title }: Content): CalendarFile {
  const told = people.organizer === undefined ? undefined : method;
  const content = renderLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//sosent//sosent//EN',
    'CALSCALE:GREGORIAN',
    ...(told === undefined ? [] : [`METHOD:${told}`]),
    ...(title === undefined ? [] : [`NAME:${lineValue(title)}`, `X-WR-CALNAME:${lineValue(title)}`]),
    ...entries.flatMap((entry) => eventLines(entry, method, people)),
    'END:VCALENDAR',
  ]);
  return { name, method: told, content };
}

function eventLines(entry: CalendarEntry, method: CalendarMethod, people: People): readonly string[] {
  const { organizer, invited } = people;
  return [
    'BEGIN:VEVENT',
    `UID:${textValue(entry.uid)}`,
    `DTSTAMP:${instantValue(entry.stamp)}`,
    `DTSTART:${instantValue(entry.start)}`,
    `DTEND:${instantValue(entry.end)}`,
    `SEQUENCE:${entry.sequence}`,
    `STATUS:${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY:${lineValue(entry.title)}`,
    ...(entry.location === '' ? [] : [`LOCATION:${lineValue(entry.location)}`]),
    ...(entry.description === '' ? [] : [`DESCRIPTION:${textValue(entry.description.trim())}`]),
    ...(organizer === undefined ? [] : [`ORGANIZER${named(organizer)}`]),
    // Nobody is asked to answer: sosent would not read it.
    ...(invited ? [`ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE${named(invited)}`] : []),
    'END:VEVENT',
  ];
}

function named({ name, address }: Mailbox): string {
  const shown = oneLine(name);
  return `${shown === '' ? '' : `;CN=${quotedValue(shown)}`}:${mailtoValue(address)}`;
}

function lineValue(text: string): string {
  return textValue(oneLine(text));
}
