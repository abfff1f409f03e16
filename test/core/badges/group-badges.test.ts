import { expect, test } from 'vitest';
import { groupBadges } from '../../../src/core/badges/group-badges.ts';
import { attendee, event } from '../assign/small-instances.ts';

const EVENT = {
  ...event({ 'work/1': 5 }),
  organisations: [{ name: 'North City', aliases: ['City of the North'], units: [] }],
};
const PEOPLE = [
  attendee({ id: 'a', name: 'Ann', organisation: 'Zoo', type: 'municipality', extra: { Hotel: 'Grand' } }),
  attendee({
    id: 'b',
    name: 'Bo',
    organisation: 'North City',
    type: 'entrepreneur',
    extra: { Hotel: 'grand' },
  }),
  attendee({ id: 'c', name: 'Cas', organisation: 'City of the North', type: '', extra: { Hotel: '' } }),
  attendee({ id: 'd', name: 'Dee', organisation: 'Zoo', type: 'entrepreneur', extra: { Hotel: 'Astor' } }),
  attendee({
    id: 'e',
    name: 'Eva',
    organisation: 'Alone AS',
    type: 'municipality',
    extra: { Hotel: 'Astor' },
  }),
];
const groups = (by: string, attendees = PEOPLE) =>
  groupBadges(attendees, { event: EVENT, everybody: PEOPLE, by, language: 'en' }).map((one) => [
    one.title,
    one.attendees.map(({ id }) => id).join(''),
  ]);

test.each([
  [
    'delegation',
    [
      ['North City', 'bc'],
      ['Zoo', 'ad'],
      ['', 'e'],
    ],
  ],
  [
    'organisation',
    [
      ['Alone AS', 'e'],
      ['North City', 'bc'],
      ['Zoo', 'ad'],
    ],
  ],
  [
    'type',
    [
      ['Entrepreneur', 'bd'],
      ['Municipality', 'ae'],
      ['', 'c'],
    ],
  ],
  [
    'hotel',
    [
      ['Astor', 'de'],
      ['Grand', 'ab'],
      ['', 'c'],
    ],
  ],
])('badges by %s; who belongs to none comes last', (by, expected) => {
  expect(groups(by)).toEqual(expected);
});

test('a selection falls into the delegations of everybody', () => {
  expect(groups('delegation', PEOPLE.slice(0, 2))).toEqual([
    ['North City', 'b'],
    ['Zoo', 'a'],
  ]);
});

test('another word is a problem that lists what there is', () => {
  expect(() => groups('name')).toThrow(
    expect.objectContaining({
      problems: [
        expect.objectContaining({
          code: 'SOS545',
          message: '--group-by does not know "name".',
          hint: 'It takes delegation, organisation, type, or a column of the registrations: Hotel.',
        }),
      ],
    }),
  );
});
