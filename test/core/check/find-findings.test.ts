import { expect, test } from 'vitest';
import { findFindings } from '../../../src/core/check/find-findings.ts';
import { toBadges } from '../../../src/folder/config/to-badges.ts';
import type { Attendee } from '../../../src/model/attendee.ts';
import type { Event } from '../../../src/model/event.ts';
import { NO_RULES } from '../assign/small-instances.ts';

const ONE_ROOM_FOR_TWO: Event = {
  id: 'small',
  title: { und: 'Small day' },
  date: '2026-11-24',
  timeZone: 'Europe/Oslo',
  country: 'NO',
  languages: ['en'],
  venue: {},
  address: '',
  url: '',
  contact: { name: '', email: '', phone: '' },
  hosts: [],
  colours: { primary: '#000000', accent: '#ffffff' },
  themes: [{ id: 'work', title: { und: 'Work' }, aliases: [], description: {} }],
  rooms: [{ id: 'hall', title: { und: 'Hall' }, capacity: 2, accessible: true }],
  timeSlots: [{ id: '1', title: { und: 'Round 1' }, date: '2026-11-24', start: '10:00', end: '11:00' }],
  sessions: [
    {
      id: 'work-1',
      theme: 'work',
      timeSlot: '1',
      room: 'hall',
      title: { und: 'Work' },
      capacity: 2,
      minimum: 0,
      mayCancel: false,
      language: '',
    },
  ],
  attendeeTypes: [{ id: 'guest', title: { und: 'Guest' }, aliases: [], colour: '#0072b2' }],
  organisations: [],
  delegations: {
    named: [{ id: 'town', title: { und: 'Town' }, organisations: ['Town Hall'], units: [], domains: [] }],
    minimumSize: 0,
  },
  rules: {
    criterion: 'fair',
    seed: 's',
    ...NO_RULES,
  },
  columns: [],
  sources: { priority: [], fields: {} },
  badges: toBadges(undefined),
  emails: { from: '', replyTo: '', unsubscribe: '', mailings: [] },
};

function attendee(id: string, details: Partial<Attendee> = {}): Attendee {
  return {
    id,
    code: `C${id}`,
    name: `Person ${id}`,
    email: `${id}@example.org`,
    phone: '',
    organisation: 'Town Hall',
    unit: '',
    type: 'guest',
    role: '',
    language: 'en',
    delegation: '',
    wishes: [['work']],
    dietary: '',
    accessibility: '',
    needs: '',
    solutions: '',
    status: 'registered',
    registeredAt: '',
    source: '',
    sourceId: '',
    extra: {},
    ...details,
  };
}

const findingsOf = (attendees: readonly Attendee[]): readonly string[] =>
  findFindings({ event: ONE_ROOM_FOR_TWO, attendees, placements: undefined }).map(
    (one) => `${one.code} ${one.message}`,
  );

test('an event with room for all and complete registrations has no findings', () => {
  expect(findingsOf([attendee('a'), attendee('b')])).toEqual([]);
});

test('a time slot with fewer seats than people is found; cancelled people need no seat', () => {
  const three = [attendee('a'), attendee('b'), attendee('c')];
  expect(findingsOf(three)).toEqual(['SOS350 Round 1 (10:00) has 2 seats for 3 people.']);
  expect(findingsOf([attendee('a'), attendee('b'), attendee('c', { status: 'cancelled' })])).toEqual([]);
});

test('what is missing is one finding per kind, with names', () => {
  const two = [
    attendee('a', { wishes: [], email: '' }),
    attendee('b', { type: '', organisation: 'Elsewhere' }),
  ];
  expect(findingsOf(two)).toEqual([
    'SOS351 1 attendee has no wishes: Person a.',
    'SOS352 1 attendee has no attendee type: Person b.',
    'SOS353 1 attendee has no e-mail address: Person a.',
  ]);
});

test('two people with one code are an error', () => {
  expect(findingsOf([attendee('a', { code: 'K7' }), attendee('b', { code: 'K7' })])).toEqual([
    'SOS354 The code K7 belongs to 2 attendees: Person a, Person b.',
  ]);
});

test('a delegation whose organisation nobody has is found', () => {
  expect(findingsOf([attendee('a', { organisation: 'Townhall' })])).toEqual([
    'SOS355 Nobody belongs to the delegation Town.',
  ]);
});

test('a plan from before a registration and a cancellation is out of date', () => {
  const placed = (id: string) => ({
    attendee: id,
    timeSlot: '1',
    session: 'work-1',
    kind: 'assigned' as const,
    rank: 1,
  });
  const findings = findFindings({
    event: ONE_ROOM_FOR_TWO,
    attendees: [attendee('a'), attendee('b', { status: 'cancelled' })],
    placements: [placed('b')],
  });
  expect(findings.map((one) => one.message)).toEqual([
    'The plan is older than the registrations: not in it yet: 1; in it but not coming: 1.',
  ]);
});

test('cells that a rule does not speak of are named, so that nothing is guessed', () => {
  const rules = {
    ...ONE_ROOM_FOR_TWO.rules,
    availability: { column: 'When', present: [{ value: 'Morning', timeSlots: ['1'] }] },
    accessibility: { column: 'accessibility', needs: ['Wheelchair'], ignore: ['Hearing loop'] },
  };
  const attendees = [
    attendee('a1', { extra: { When: 'morning' }, accessibility: 'wheelchair' }),
    attendee('a2', { extra: { When: 'Perhaps' }, accessibility: 'HEARING LOOP' }),
    attendee('a3', { accessibility: 'A bad knee' }),
  ];
  const found = findFindings({ event: { ...ONE_ROOM_FOR_TWO, rules }, attendees, placements: undefined });
  expect(found.filter((one) => one.code === 'SOS357').map((one) => one.message)).toEqual([
    '1 attendee wrote into "When" what rules.availability does not speak of: Person a2.',
    '1 attendee wrote into "accessibility" what rules.accessibility does not speak of: Person a3.',
  ]);
});

test('a column that nobody has is named, with those that there are', () => {
  const rules = {
    ...ONE_ROOM_FOR_TWO.rules,
    together: [{ id: 'company', column: 'Comse with' }],
    apart: [
      { id: 'firms', column: 'ORGANISATION', weight: 1 },
      { id: 'teams', column: 'team', weight: 1 },
    ],
  };
  const attendees = [attendee('a1', { extra: { Team: '', 'Comes with': 'a2' } })];
  const found = findFindings({ event: { ...ONE_ROOM_FOR_TWO, rules }, attendees, placements: undefined });
  expect(found.filter((one) => one.code === 'SOS358').map((one) => `${one.message} ${one.hint}`)).toEqual([
    'rules.together (company) reads the column "Comse with", which nobody has. The columns of the registrations are Team, Comes with.',
  ]);
});
