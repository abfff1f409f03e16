import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assign } from '../../../src/core/assign/assign.ts';
import { summarise } from '../../../src/core/summary.ts';
import type { Attendee } from '../../../src/model/attendee.ts';
import type { Event } from '../../../src/model/event.ts';
import type { Placement } from '../../../src/model/placement.ts';
import type { Export, ExportData } from '../../../src/render/exports/export.ts';
import { FORMATS } from '../../../src/render/exports/formats.ts';
import { EXPORTS } from '../../../src/render/exports/index.ts';
import { STORE } from '../../../src/tabular/write-table.ts';
import { arbitraryInstance } from '../../core/assign/arbitrary-instance.ts';
import { attendee, event } from '../../core/assign/small-instances.ts';
import { markdownOf } from '../../helpers/export-data.ts';
import { readCalendar } from '../../helpers/read-calendar.ts';

type Row = Readonly<Record<string, string | number | null>>;

function exportNamed(name: string): Export {
  const found = EXPORTS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no export ${name}`);
  return found;
}

/** The tables of an export as its JSON has them. */
function tablesOf(name: string, data: ExportData): Readonly<Record<string, readonly Row[]>> {
  const [file] = FORMATS.json(exportNamed(name), data);
  return JSON.parse(file?.content ?? '').tables;
}

function dataOf(
  of: Event,
  attendees: readonly Attendee[],
  placements: readonly Placement[],
  violations: ExportData['summary']['violations'] = [],
): ExportData {
  const summary = summarise(of, attendees, placements, violations);
  const revision = { number: 2, at: new Date('2026-03-01T12:00:00Z') };
  return {
    event: of,
    attendees,
    placements,
    summary,
    revision,

    language: of.languages[0] ?? 'en',
  };
}

const SMALL = event({ 'work/1': 2, 'elderly/1': 1 });
const PEOPLE = [
  attendee({ id: 'a', name: 'Åse Zahl', organisation: 'NGO', accessibility: 'wheelchair', needs: 'A hall' }),
  attendee({ id: 'b', name: 'Zoé Berg', organisation: 'NGO', type: 'entrepreneur', language: 'nb' }),
  attendee({ id: 'c', name: 'Ægir Dahl' }),
  attendee({ id: 'd', name: 'Adam Aas', wishes: [['elderly']] }),
];
const PLACEMENTS: readonly Placement[] = [
  { attendee: 'a', timeSlot: '1', session: 'work-1', kind: 'pinned', rank: 0 },
  { attendee: 'b', timeSlot: '1', session: 'work-1', kind: 'assigned', rank: 0 },
  { attendee: 'd', timeSlot: '1', session: 'elderly-1', kind: 'assigned', rank: 1 },
  { attendee: 'c', timeSlot: '1', session: 'work-1', kind: 'waitlisted', rank: 0 },
];

describe('rosters', () => {
  const names = (language: string): unknown =>
    tablesOf('rosters', { ...dataOf(SMALL, PEOPLE, PLACEMENTS), language })['rosters']?.map(
      (row) => `${row['session']} ${row['state']} ${row['number']} ${row['name']}`,
    );

  test('list who sits in each session by the alphabet of the language, then who waits', () => {
    expect(names('nb')).toEqual([
      'work-1 seated 1 Zoé Berg',
      'work-1 seated 2 Åse Zahl',
      'work-1 waiting 1 Ægir Dahl',
      'elderly-1 seated 1 Adam Aas',
    ]);
    expect(names('en')).toEqual([
      'work-1 seated 1 Åse Zahl',
      'work-1 seated 2 Zoé Berg',
      'work-1 waiting 1 Ægir Dahl',
      'elderly-1 seated 1 Adam Aas',
    ]);
  });

  test('hold what a host at the door needs, and no address', () => {
    expect(tablesOf('rosters', dataOf(SMALL, PEOPLE, PLACEMENTS))['rosters']?.[0]).toEqual({
      time_slot: '1',
      date: '2026-03-12',
      start: '09:00',
      end: '12:30',
      session: 'work-1',
      title: 'work',
      theme: 'work',
      room: 'Hall',
      number: 1,
      state: 'seated',
      name: 'Åse Zahl',
      organisation: 'NGO',
      unit: '',
      type: '',
      role: '',
      language: 'en',
      accessibility: 'wheelchair',
      how: 'pinned',
      rank: null,
      code: 'A',
    });
  });
});

test('the waitlist names those too whom no full session would take, and the day where there are several', () => {
  const days = SMALL.timeSlots.flatMap((one) => [one, { ...one, id: '2', date: '2026-03-13' }]);
  const two: Event = { ...SMALL, languages: ['nb'], timeSlots: days };
  const lost: Placement = { attendee: 'd', timeSlot: '1', session: '', kind: 'waitlisted', rank: 0 };
  const data = dataOf(two, PEOPLE, [...PLACEMENTS.filter((one) => one.attendee !== 'd'), lost]);

  expect(
    tablesOf('waitlist', data)['waitlist']?.map((row) => `${row['start']} ${row['session']} ${row['name']}`),
  ).toEqual(['09:00 work-1 Ægir Dahl', '09:00  Adam Aas']);
  expect(markdownOf('waitlist', data)['waitlist.md']).toContain(
    '| torsdag 12. mars 2026 | 09:00 | work | 1 | Ægir Dahl |',
  );
});

test('delegations hold what an organisation takes home', () => {
  expect(tablesOf('delegations', dataOf(SMALL, PEOPLE, PLACEMENTS))).toEqual({
    delegations: [
      {
        delegation: 'ngo',
        delegation_title: 'NGO',
        people: 2,
        units: 0,
        seats: 2,
        first_wishes: 0,
        themes_covered: 'work',
        themes_missed: 'elderly',
      },
    ],
    coverage: [
      expect.objectContaining({ session: 'work-1', people: 2, people_in_theme: 2 }),
      expect.objectContaining({ session: 'elderly-1', people: 0, people_in_theme: 0 }),
    ],
    people: [
      expect.objectContaining({ name: 'Åse Zahl', session: 'work-1', how: 'pinned', rank: null }),
      expect.objectContaining({ name: 'Zoé Berg', session: 'work-1', how: 'assigned', rank: null }),
    ],
    needs: [
      {
        delegation: 'ngo',
        delegation_title: 'NGO',
        unit: '',
        name: 'Åse Zahl',
        needs: 'A hall',
        solutions: '',
      },
    ],
  });
});

describe('programme', () => {
  const cancelling = event({ 'work/1': 2, 'elderly/1': { capacity: 1, minimum: 1, mayCancel: true } });
  const data = dataOf(cancelling, PEOPLE, PLACEMENTS.slice(0, 2));

  test('has every session with its instants, and says which is cancelled', () => {
    const [work, elderly] = tablesOf('programme', data)['programme'] ?? [];

    expect(work).toEqual({
      time_slot: '1',
      date: '2026-03-12',
      start: '09:00',
      end: '12:30',
      session: 'work-1',
      title: 'work',
      theme: 'work',
      room: 'Hall',
      starts_at: '2026-03-12T08:00:00Z',
      ends_at: '2026-03-12T11:30:00Z',
      theme_title: 'work',
      language: '',
      cancelled: false,
    });
    expect(elderly).toMatchObject({ session: 'elderly-1', cancelled: true });
  });

  test('is a calendar of those that are held', () => {
    const [file] = FORMATS.ics(exportNamed('programme'), data);

    expect(file?.name).toBe('programme.ics');
    expect(readCalendar(String(file?.content)).entries).toMatchObject([
      { title: 'work', start: '2026-03-12T08:00:00.000Z', sequence: 2, stamp: '2026-03-01T12:00:00.000Z' },
    ]);
  });
});

test('calendars are those of people with a seat, named by their codes where these can be names', () => {
  const people = PEOPLE.map((one) => (one.id === 'b' ? { ...one, code: '../B' } : one));
  const files = FORMATS.ics(exportNamed('calendars'), dataOf(SMALL, people, PLACEMENTS));

  expect(
    files.map(({ name, content }) => [name, readCalendar(String(content)).entries.map((one) => one.title)]),
  ).toEqual([
    ['calendars/A.ics', ['work']],
    ['calendars/id-3e23e8160039594a.ics', ['work']],
    ['calendars/D.ics', ['elderly']],
  ]);
});

test('the summary names nobody', () => {
  const files = FORMATS.json(exportNamed('summary'), dataOf(SMALL, PEOPLE, PLACEMENTS));
  const text = files.map((one) => one.content).join();
  expect(PEOPLE.filter((one) => text.includes(one.name) || text.includes(one.email))).toEqual([]);
});

test('totals agree: rosters, delegations and summary count the same seats of any plan', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryInstance({ people: 12, themes: 3, slots: 3 }), async (instance) => {
      const plan = await assign(instance, { criterion: 'fair', seed: 's' }, async () => undefined);
      const data = dataOf(instance.event, instance.attendees, plan.placements, plan.violations);
      const { summary, sessions, wishes, mix } = tablesOf('summary', data);
      const figures = new Map(summary?.map((row) => [row['figure'], row['value']]));
      const rosters = tablesOf('rosters', data)['rosters'] ?? [];
      const seated = rosters.filter((row) => row['state'] === 'seated');
      const { coverage, people, delegations } = tablesOf('delegations', data);
      const sum = (rows: readonly Row[] | undefined, column: string): number =>
        (rows ?? []).reduce((total, row) => total + Number(row[column]), 0);

      expect(figures.get('seats_taken')).toBe(seated.length);
      expect(sum(sessions, 'seated')).toBe(seated.length);
      expect(sum(mix, 'seated')).toBe(seated.length);
      expect(
        sum(wishes, 'seats') +
          Number(figures.get('seats_not_wished_for')) +
          Number(figures.get('seats_of_people_without_wishes')),
      ).toBe(seated.length);
      expect(sum(sessions, 'waiting')).toBe(rosters.length - seated.length);
      expect(sum(coverage, 'people')).toBe(people?.length);
      expect(sum(delegations, 'seats')).toBe(people?.length);
    }),
    { numRuns: 60 },
  );
});

describe('formats', () => {
  test('CSV makes one file per table, JSON one document', () => {
    const data = dataOf(SMALL, PEOPLE, PLACEMENTS);
    const names = (format: keyof typeof FORMATS): string[] =>
      FORMATS[format](exportNamed('delegations'), data, { csv: STORE }).map((one) => one.name);

    expect(names('csv')).toEqual([
      'delegations.csv',
      'delegations-coverage.csv',
      'delegations-people.csv',
      'delegations-needs.csv',
    ]);
    expect(names('json')).toEqual(['delegations.json']);
    expect(names('ics')).toEqual([]);
  });

  test('CSV guards formulas, and has an empty cell where there is no number', () => {
    const people = [attendee({ id: 'a', name: '=1+1', organisation: '@home' })];
    const placements = PLACEMENTS.slice(0, 1);
    const [file] = FORMATS.csv(exportNamed('rosters'), dataOf(SMALL, people, placements), { csv: STORE });

    expect(file?.content.split('\n')[1]).toBe(
      "1,2026-03-12,09:00,12:30,work-1,work,work,Hall,1,seated,'=1+1,'@home,,,,en,,pinned,,A",
    );
  });
});
