import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf, instantsOf } from '../../../src/core/calendar/instants.ts';
import { instantWithRules } from '../../helpers/read-calendar.ts';

const OSLO = `BEGIN:VTIMEZONE
  TZID:Europe/Oslo
  BEGIN:DAYLIGHT
  TZOFFSETFROM:+0100
  TZOFFSETTO:+0200
  DTSTART:19960331T020000
  RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
  END:DAYLIGHT
  BEGIN:STANDARD
  TZOFFSETFROM:+0200
  TZOFFSETTO:+0100
  DTSTART:19961027T030000
  RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
  END:STANDARD
  END:VTIMEZONE`;

/** Half an hour of daylight saving. */
const LORD_HOWE = `BEGIN:VTIMEZONE
  TZID:Australia/Lord_Howe
  BEGIN:DAYLIGHT
  TZOFFSETFROM:+1030
  TZOFFSETTO:+1100
  DTSTART:20081005T020000
  RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU
  END:DAYLIGHT
  BEGIN:STANDARD
  TZOFFSETFROM:+1100
  TZOFFSETTO:+1030
  DTSTART:20080406T020000
  RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU
  END:STANDARD
  END:VTIMEZONE`;

const KATHMANDU = `BEGIN:VTIMEZONE
  TZID:Asia/Kathmandu
  BEGIN:STANDARD
  TZOFFSETFROM:+0530
  TZOFFSETTO:+0545
  DTSTART:19860101T000000
  END:STANDARD
  END:VTIMEZONE`;

const pad = (number: number): string => String(number).padStart(2, '0');
const time = fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${pad(hour)}:${pad(minute)}`);
const day = fc
  .integer({ min: Date.UTC(2012, 0, 1) / 86_400_000, max: Date.UTC(2036, 11, 31) / 86_400_000 })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));
const changes = fc.constantFrom('2026-03-29', '2026-10-25', '2026-04-05', '2026-10-04');

describe('instants', () => {
  test.each([
    ['a summer day', '2026-06-01', '10:15', 'Europe/Oslo', '2026-06-01T08:15:00.000Z'],
    ['a winter day', '2026-12-01', '10:15', 'Europe/Oslo', '2026-12-01T09:15:00.000Z'],
    ['the last minute of winter', '2026-03-29', '01:59', 'Europe/Oslo', '2026-03-29T00:59:00.000Z'],
    ['the lost hour: as clocks before it', '2026-03-29', '02:30', 'Europe/Oslo', '2026-03-29T01:30:00.000Z'],
    ['the first minute of summer', '2026-03-29', '03:00', 'Europe/Oslo', '2026-03-29T01:00:00.000Z'],
    [
      'the hour that comes twice: its first',
      '2026-10-25',
      '02:30',
      'Europe/Oslo',
      '2026-10-25T00:30:00.000Z',
    ],
    ['after that hour', '2026-10-25', '03:00', 'Europe/Oslo', '2026-10-25T02:00:00.000Z'],
    ['a quarter of an hour off', '2026-06-01', '00:00', 'Asia/Kathmandu', '2026-05-31T18:15:00.000Z'],
    ['half an hour twice', '2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
    ['half an hour lost', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
    ['west of Greenwich', '2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
  ])('%s: %s %s in %s', (_what, date, clock, zone, instant) => {
    expect(instantOf(date, clock, zone).toISOString()).toBe(instant);
  });

  test.each([
    ['Europe/Oslo', OSLO],
    ['Australia/Lord_Howe', LORD_HOWE],
    ['Asia/Kathmandu', KATHMANDU],
  ])('in %s are those that another program finds by the rules of the zone', (zone, rules) => {
    fc.assert(
      fc.property(fc.oneof(day, changes), time, (date, clock) => {
        const ours = instantOf(date, clock, zone).toISOString();
        // What a clock shows twice, or never, is settled by the table above: ical.js takes the other one.
        fc.pre(instantsThatShow(date, clock, zone) === 1);
        expect(ours).toBe(instantWithRules(rules, `${date}T${clock}:00`));
      }),
    );
  });

  test('an event over the change of clocks is as long as it is', () => {
    const spring = instantsOf({ date: '2026-03-29', start: '01:00', end: '04:00' }, 'Europe/Oslo');
    const autumn = instantsOf({ date: '2026-10-25', start: '01:00', end: '04:00' }, 'Europe/Oslo');
    const hours = ({ start, end }: typeof spring): number => (end.getTime() - start.getTime()) / 3_600_000;

    expect([hours(spring), hours(autumn)]).toEqual([2, 4]);
  });

  test('never end before they begin', () => {
    fc.assert(
      fc.property(
        changes,
        time,
        time,
        fc.constantFrom('Europe/Oslo', 'Australia/Lord_Howe'),
        (date, a, b, zone) => {
          fc.pre(a !== b);
          const { start, end } = instantsOf({ date, start: a < b ? a : b, end: a < b ? b : a }, zone);
          expect(end.getTime()).toBeGreaterThan(start.getTime());
        },
      ),
    );
  });
});

/** At how many instants, minute by minute, clocks of the zone show that time. */
function instantsThatShow(date: string, clock: string, zone: string): number {
  const shown = new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const wall = Date.parse(`${date}T${clock}:00Z`);
  const offsets = Array.from({ length: 26 * 4 + 1 }, (_, index) => (index - 48) * 15 * 60_000);
  return offsets.filter((offset) => shown.format(wall - offset) === `${date} ${clock}`).length;
}
