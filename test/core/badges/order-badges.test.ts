import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BADGE_ORDERS, orderBadges } from '../../../src/core/badges/order-badges.ts';
import { attendee, event } from '../assign/small-instances.ts';

const EVENT = {
  ...event({ 'work/1': 5 }),
  organisations: [{ name: 'North City', aliases: ['City of the North'], units: ['Harbour'] }],
};
const PEOPLE = [
  attendee({ id: 'a', name: 'Cas', organisation: 'Zoo', type: 'entrepreneur', extra: { Table: '10' } }),
  attendee({ id: 'b', name: 'Ann', organisation: '', type: '', extra: { Table: '' } }),
  attendee({
    id: 'c',
    name: 'Bo',
    organisation: 'City of the North',
    type: 'municipality',
    extra: { Table: '9' },
  }),
  attendee({
    id: 'd',
    name: 'Dee',
    organisation: 'North City, Harbour',
    type: 'entrepreneur',
    extra: { Table: '9' },
  }),
  attendee({
    id: 'e',
    name: 'Ann',
    organisation: 'north  city',
    type: 'municipality',
    extra: { Table: '1 b' },
  }),
];
const ids = (order: string) =>
  orderBadges(PEOPLE, EVENT, order)
    .map((one) => one.id)
    .join('');

test.each([
  ['name', 'becad'],
  ['organisation', 'ecdab'],
  ['type', 'adecb'],
  ['table', 'ecdab'],
  [' TABLE ', 'ecdab'],
])('badges by %s', (order, expected) => {
  expect(ids(order)).toBe(expected);
});

test('another word is a problem that lists what there is', () => {
  expect(() => ids('shoe size')).toThrow(
    expect.objectContaining({
      problems: [
        expect.objectContaining({
          code: 'SOS545',
          message: '--sort does not know "shoe size".',
          hint: 'It takes name, organisation, type, or a column of the registrations: Table.',
        }),
      ],
    }),
  );
});

test('the order of the rows never shows', () => {
  const cell = fc.constantFrom('', '1', '9', '10', '010', 'b', 'B 2', '\u{1f600}');
  const person = fc.record({
    name: cell,
    organisation: cell,
    type: fc.constantFrom('', 'municipality'),
    table: cell,
  });
  fc.assert(
    fc.property(
      fc.array(person),
      fc.constantFrom(...BADGE_ORDERS, 'table'),
      fc.infiniteStream(fc.nat()),
      (rows, order, keys) => {
        const people = rows.map(({ table, ...one }, index) =>
          attendee({ ...one, id: `p${index}`, extra: { table } }),
        );
        if (people.length === 0) return;
        const shuffled = people
          .map((one) => ({ one, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(orderBadges(shuffled, EVENT, order)).toEqual(orderBadges(people, EVENT, order));
      },
    ),
  );
});
