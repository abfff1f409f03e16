import { buildInstance, type Instance } from '../../../src/core/assign/instance.ts';
import { resolvePins } from '../../../src/core/assign/resolve-pins.ts';
import { toBadges } from '../../../src/folder/config/to-badges.ts';
import type { Attendee } from '../../../src/model/attendee.ts';
import type { Event, Rules, Session } from '../../../src/model/event.ts';
import type { Pin } from '../../../src/model/placement.ts';

/** An attendee of whom only what matters is said. */
export function attendee(about: Partial<Attendee> & { readonly id: string }): Attendee {
  return {
    code: about.id.toUpperCase(),
    name: `Person ${about.id}`,
    email: `${about.id}@example.org`,
    phone: '',
    organisation: '',
    unit: '',
    type: '',
    role: '',
    language: 'en',
    delegation: '',
    wishes: [],
    dietary: '',
    accessibility: '',
    needs: '',
    solutions: '',
    status: 'registered',
    registeredAt: '',
    source: '',
    sourceId: '',
    extra: {},
    ...about,
  };
}

/** What the rules of an event are where sosent.yaml has none. */
export const NO_RULES: Omit<Rules, 'criterion' | 'seed'> = {
  spread: [],
  mix: [],
  eligibility: [],
  together: [],
  apart: [],
  notAlone: [],
  topWishes: [],
  priority: [],
  fairOverSlots: false,
  stages: [],
};

const HOURS = ['09:00', '10:00', '11:00'];

/** An event with the sessions `theme/slot`, for instance `work/1`, each with so many seats. */
export function event(
  seats: Readonly<Record<string, number | (Pick<Session, 'capacity' | 'minimum'> & Partial<Session>)>>,
  rules: Partial<Rules> = {},
): Event {
  const sessions = Object.entries(seats).map(([key, size]): Session => {
    const [theme = '', timeSlot = ''] = key.split('/');
    const about = typeof size === 'number' ? { capacity: size, minimum: 0 } : size;
    return {
      id: `${theme}-${timeSlot}`,
      theme,
      timeSlot,
      room: 'hall',
      title: { en: theme },
      mayCancel: false,
      language: '',
      ...about,
    };
  });
  const themes = [...new Set(sessions.map((one) => one.theme))];
  const slots = [...new Set(sessions.map((one) => one.timeSlot))].sort();
  return {
    id: 'small',
    title: { en: 'Small' },
    date: '2026-03-12',
    timeZone: 'Europe/Oslo',
    country: 'NO',
    languages: ['en'],
    venue: {},
    address: '',
    url: '',
    contact: { name: '', email: '', phone: '' },
    hosts: [],
    colours: { primary: '#000000', accent: '#000000' },
    themes: themes.map((id) => ({ id, title: { en: id }, aliases: [], description: {} })),
    rooms: [
      { id: 'hall', title: { en: 'Hall' }, capacity: 99, accessible: true },
      { id: 'attic', title: { en: 'Attic' }, capacity: 99, accessible: false },
    ],
    timeSlots: slots.map((id, index) => ({
      id,
      title: { en: `Round ${id}` },
      date: '2026-03-12',
      start: HOURS[index] ?? '12:00',
      end: '12:30',
    })),
    sessions,
    attendeeTypes: [
      { id: 'entrepreneur', title: { en: 'Entrepreneur' }, aliases: [], colour: '#000000' },
      { id: 'municipality', title: { en: 'Municipality' }, aliases: [], colour: '#000000' },
    ],
    organisations: [],
    delegations: { named: [], minimumSize: 2 },
    rules: {
      ...NO_RULES,
      criterion: 'fair',
      seed: 'seed',
      ...rules,
    },
    columns: [],
    sources: { priority: [], fields: {} },
    badges: toBadges(undefined),
    emails: { from: '', replyTo: '', unsubscribe: '', mailings: [] },
  };
}

/** An instance with pins as `[attendee, session]`, exclusions as `[attendee, '!session']`. */
export function instance(
  of: Event,
  attendees: readonly Attendee[],
  pins: readonly (readonly [attendee: string, session: string])[] = [],
): Instance {
  const rows = pins.map(
    ([who, where], index): Pin => ({
      attendee: who,
      session: where.replace(/^!/, ''),
      kind: where.startsWith('!') ? 'exclude' : 'pin',
      reason: '',
      line: index + 2,
    }),
  );
  const { value, problems } = resolvePins(of, attendees, rows, 'data/pins.csv');
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return buildInstance(of, attendees, value);
}
