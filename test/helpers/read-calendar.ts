import ICAL from 'ical.js';

/** What another program makes of an entry of a calendar; instants in ISO 8601. */
export interface ReadEntry {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly stamp: string;
  readonly start: string;
  readonly end: string;
  readonly title: string;
  readonly location: string;
  readonly description: string;
  /** `Name <mailto:address>`, or ''. */
  readonly organizer: string;
  readonly attendee: string;
}

export interface ReadCalendar {
  readonly method: string;
  readonly name: string;
  readonly entries: readonly ReadEntry[];
}

/** Reads a calendar with ical.js, the oracle of ours. */
export function readCalendar(text: string): ReadCalendar {
  const root = new ICAL.Component(ICAL.parse(text));
  const first = (name: string): string => String(root.getFirstPropertyValue(name) ?? '');
  return {
    method: first('method'),
    // ical.js does not know that it is a text like others.
    name: first('x-wr-calname').replace(/\\([\\;,])/g, '$1'),
    entries: root.getAllSubcomponents('vevent').map(readEntry),
  };
}

/** The instant of a time as ical.js reads it with the rules of a zone. */
export function instantWithRules(zone: string, local: string): string {
  const tzid = /TZID:(.*)/.exec(zone)?.[1]?.trim() ?? '';
  const lines = ['BEGIN:VCALENDAR', zone.trim(), 'END:VCALENDAR'].join('\n').replaceAll(/\n */g, '\r\n');
  const component = new ICAL.Component(ICAL.parse(lines)).getFirstSubcomponent('vtimezone');
  if (component === null) throw new Error('these rules are of no zone');
  const time = ICAL.Time.fromDateTimeString(local);
  time.zone = new ICAL.Timezone({ component, tzid });
  return isoOf(time);
}

function readEntry(component: ICAL.Component): ReadEntry {
  const text = (name: string): string => String(component.getFirstPropertyValue(name) ?? '');
  const time = (name: string): string => {
    const value = component.getFirstPropertyValue(name);
    if (!(value instanceof ICAL.Time)) throw new Error(`no ${name}`);
    return isoOf(value);
  };
  const person = (name: string): string => {
    const property = component.getFirstProperty(name);
    return property === null ? '' : `${property.getParameter('cn') ?? ''} <${property.getFirstValue()}>`;
  };
  return {
    uid: text('uid'),
    sequence: Number(component.getFirstPropertyValue('sequence')),
    status: text('status'),
    stamp: time('dtstamp'),
    start: time('dtstart'),
    end: time('dtend'),
    title: text('summary'),
    location: text('location'),
    description: text('description'),
    organizer: person('organizer'),
    attendee: person('attendee'),
  };
}

function isoOf(time: ICAL.Time): string {
  return new Date(time.toUnixTime() * 1000).toISOString();
}
