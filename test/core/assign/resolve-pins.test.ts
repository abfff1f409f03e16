import { expect, test } from 'vitest';
import { resolvePins } from '../../../src/core/assign/resolve-pins.ts';
import type { Pin } from '../../../src/model/placement.ts';
import { attendee, event } from './small-instances.ts';

const EVENT = event({ 'work/1': 1, 'elderly/1': 3, 'work/2': 3 });
const PEOPLE = [
  attendee({ id: 'a1', name: 'Kari', code: 'K7Q2', email: 'Kari@example.org' }),
  attendee({ id: 'a2', name: 'Ola', email: 'shared@example.org' }),
  attendee({ id: 'a3', name: 'Per', email: 'shared@example.org' }),
  attendee({ id: 'a4', name: 'Liv', status: 'cancelled' }),
];

/** One row per pin, `!` for an exclusion; the first stands in line 2. */
function resolve(...rows: readonly (readonly [attendee: string, session: string])[]) {
  const pins = rows.map(
    ([who, where], index): Pin => ({
      attendee: who,
      session: where.replace('!', ''),
      kind: where.startsWith('!') ? 'exclude' : 'pin',
      reason: '',
      line: index + 2,
    }),
  );
  const { value, problems } = resolvePins(EVENT, PEOPLE, pins, 'data/pins.csv');
  return {
    found: value.map((one) => [one.attendee.id, ...one.sessions.map((session) => session.id)]),
    problems: problems.map((one) => `${one.code} :${one.location?.line} ${one.message} ${one.hint}`),
  };
}

test('attendees are found by id, code or address in any case; an exclusion may name a theme', () => {
  expect(resolve(['A2', 'elderly-1'], ['kari@EXAMPLE.org', 'elderly-1'], ['k7q2', '!work'])).toEqual({
    found: [
      ['a2', 'elderly-1'],
      ['a1', 'elderly-1'],
      ['a1', 'work-1', 'work-2'],
    ],
    problems: [],
  });
});

test('what is not found is said with its line and a suggestion, all at once', () => {
  expect(
    resolve(
      ['kari@exmaple.org', 'work-1'],
      ['', 'work-1'],
      ['shared@example.org', 'work-1'],
      ['a1', 'wrok-1'],
      ['a1', 'work'],
      ['a4', 'work-2'],
    ),
  ).toEqual({
    found: [],
    problems: [
      'SOS402 :2 Nobody has the id, code or e-mail address "kari@exmaple.org". Did you mean "Kari@example.org"?',
      'SOS402 :3 Nobody has the id, code or e-mail address "". The ids and codes stand in data/attendees.csv.',
      'SOS402 :4 "shared@example.org" is the address of 2 people: Ola, Per. Write the code: A2 or A3.',
      'SOS403 :5 There is no session "wrok-1". Did you mean "work-1"?',
      'SOS403 :6 There is no session "work". "work" is a theme; a pin names one session: work-1, work-2.',
      'SOS405 :7 Liv has cancelled; the pin is left out. Delete the row, so that the next reader is not misled.',
    ],
  });
});

test('pins that contradict each other are named in pairs', () => {
  expect(
    resolve(
      ['a1', 'work-1'],
      ['a1', 'elderly-1'],
      ['a1', 'work-2'],
      ['a2', 'work-1'],
      ['a3', '!elderly'],
      ['a3', 'elderly-1'],
    ).problems,
  ).toEqual([
    'SOS404 :3 Kari is pinned to work 09:00 and to elderly 09:00, at the same time (lines 2 and 3). Delete or change line 2 or line 3.',
    'SOS404 :4 Kari is pinned to one theme twice: work 09:00 and work 10:00 (lines 2 and 4). Delete or change line 2 or line 4.',
    'SOS404 :7 Per is pinned to elderly 09:00 and excluded from it (lines 6 and 7). Delete or change line 6 or line 7.',
    'SOS404 :5 2 people are pinned to work 09:00, which holds 1. Take out 1 of the pins in lines 2, 5, or give the session a larger room.',
  ]);
});

test('the same pin twice is no contradiction', () => {
  expect(resolve(['a1', 'work-1'], ['k7q2', 'work-1']).problems).toEqual([]);
});
