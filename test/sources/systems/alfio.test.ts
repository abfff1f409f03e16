import { expect, it } from 'vitest';
import { listed, nobodyIsNamed, peopleOf } from './expected.ts';
import { readFixture } from './read-fixture.ts';

const COLUMNS = {
  sourceId: 'ID',
  name: 'Full Name',
  email: 'E-Mail',
  language: 'Language',
  registeredAt: 'Confirmation',
  status: 'Status',
};
const CONFIRMED = '2024-05-03T10:22:33.500123+02:00[Europe/Oslo]';
const TICKET = {
  Category: 'Standard',
  Event: 'day',
  OriginalPrice: '100.00',
  PaidPrice: '80.00',
  Discount: '20.00',
  VAT: '0.00',
  Locked: 'false',
  'Country Code': 'NO',
};

it('reads tickets with the fields that the organiser added', async () => {
  const person = peopleOf('alfio.csv', 'alfio', { ...COLUMNS, organisation: 'company' });
  expect(await readFixture('alfio.csv')).toEqual({
    source: 'alf.io',
    why: 'columns Category, Status, ReservationID, E-Mail',
    registrations: [
      person(
        2,
        {
          sourceId: 'uuid-1',
          name: 'Kari Moe',
          email: 'kari@bydel.example.org',
          organisation: 'Bydel Nord',
          language: 'nb',
          registeredAt: CONFIRMED,
          status: 'Registered',
        },
        {
          extra: {
            ...TICKET,
            ReservationID: 'res-1',
            'First Name': 'Kari',
            'Last Name': 'Moe',
            'Billing Address': 'Pia Pay\nPay AS\nRing 2',
            'Payment ID': 'pi_1',
            'Payment Method': 'STRIPE',
          },
          wishes: listed('Themes', 'Work'),
        },
      ),
      // The billing address above her takes three lines.
      person(
        5,
        {
          sourceId: 'uuid-2',
          name: 'Liv Berg',
          email: 'liv@bydel.example.org',
          language: 'en',
          registeredAt: CONFIRMED,
          status: 'Registered',
        },
        { extra: { ...TICKET, ReservationID: 'res-1', 'First Name': 'Liv', 'Last Name': 'Berg' } },
      ),
    ],
    problems: [],
  });
});

it('reports a ticket that nobody is named on, but not where it is cancelled; unpaid ones count', async () => {
  const file = 'alfio-cancelled-or-without-a-name.csv';
  const person = peopleOf(file, 'alfio', COLUMNS);
  expect(await readFixture(file)).toEqual({
    source: 'alf.io',
    why: 'columns Category, Status, ReservationID, E-Mail',
    registrations: [
      person(
        3,
        {
          sourceId: 'uuid-2',
          name: 'Ola Dale',
          email: 'ola@firma.example.org',
          language: 'nb',
          registeredAt: CONFIRMED,
          status: 'Cancelled',
        },
        { extra: { ...TICKET, ReservationID: 'res-3', 'First Name': 'Ola', 'Last Name': 'Dale' } },
      ),
      person(
        5,
        {
          sourceId: 'uuid-4',
          name: 'Ida Lie',
          email: 'ida@verein.example.org',
          language: 'nb',
          registeredAt: CONFIRMED,
          status: 'Registered',
        },
        { extra: { ...TICKET, ReservationID: 'res-4', 'First Name': 'Ida', 'Last Name': 'Lie' } },
      ),
    ],
    problems: [nobodyIsNamed(file, 2, 'res-2')],
  });
});

it('puts a name together where the organiser exported its halves only', async () => {
  const file = 'alfio-without-whole-names.csv';
  const person = peopleOf(file, 'alfio', {
    givenName: 'First Name',
    familyName: 'Last Name',
    email: 'E-Mail',
  });
  expect(await readFixture(file)).toEqual({
    source: 'alf.io',
    why: 'columns Category, E-Mail, Locked',
    registrations: [
      person(
        2,
        { givenName: 'Kari', familyName: 'Moe', email: 'kari@bydel.example.org' },
        { extra: { Category: 'Standard', ReservationID: 'res-5', Locked: 'false' } },
      ),
    ],
    problems: [],
  });
});
