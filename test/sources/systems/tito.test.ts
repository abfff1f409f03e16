import { expect, it } from 'vitest';
import { nobodyIsNamed, peopleOf } from './expected.ts';
import { readFixture } from './read-fixture.ts';

const COLUMNS = {
  sourceId: 'Ticket Reference',
  name: 'Ticket Full Name',
  email: 'Ticket Email',
  phone: 'Ticket Phone Number',
  organisation: 'Ticket Company Name',
  registeredAt: 'Ticket Created Date',
  status: 'Void Status',
  dietary: 'Dietary requirements',
};
const WHY = 'columns Ticket Email, Void Status';
const BUYER = {
  Ticket: 'Early',
  Event: 'Day',
  Price: '0.00',
  'Order Name': 'Pia Pay',
  'Order Email': 'buyer@pay.example.org',
  'Order Company Name': 'Pay AS',
  'Order Phone Number': '+4733000000',
  'Order Created Date': '2024-05-01 08:00:00',
  'Order Completed Date': '2024-05-01 08:05:00',
};
const CREATED = '2024-05-03 10:22:33';

it('takes the person of the ticket, not the buyer; links to tickets and addresses of computers are left out', async () => {
  const person = peopleOf('tito.csv', 'tito', COLUMNS);
  expect(await readFixture('tito.csv')).toEqual({
    source: 'Ti.to',
    why: WHY,
    registrations: [
      person(
        2,
        {
          sourceId: 'TI1-1',
          name: 'Kari Moe',
          email: 'kari@bydel.example.org',
          phone: '+4722000000',
          organisation: 'Bydel Nord',
          registeredAt: CREATED,
          dietary: 'Vegan\nand no nuts',
        },
        {
          extra: {
            ...BUYER,
            Number: '1',
            'Ticket First Name': 'Kari',
            'Ticket Last Name': 'Moe',
            Tags: 'vip',
            'Order Reference': 'TI1',
            'T-shirt size': 'M',
          },
        },
      ),
      // What she did not fill in is not filled up from the buyer. The answer above her takes two lines.
      person(
        4,
        { sourceId: 'TI1-2', name: 'Liv Berg', email: 'liv@bydel.example.org', registeredAt: CREATED },
        {
          extra: {
            ...BUYER,
            Number: '2',
            'Ticket First Name': 'Liv',
            'Ticket Last Name': 'Berg',
            'Order Reference': 'TI1',
          },
        },
      ),
    ],
    problems: [],
  });
});

it('reports tickets that are not assigned, also where a dash stands for what is blank', async () => {
  const file = 'tito-without-a-name.csv';
  const person = peopleOf(file, 'tito', COLUMNS);
  expect(await readFixture(file)).toEqual({
    source: 'Ti.to',
    why: WHY,
    registrations: [
      person(
        4,
        { sourceId: 'TI2-3', name: 'Ola Dale', email: 'ola@firma.example.org', registeredAt: CREATED },
        {
          extra: {
            ...BUYER,
            Number: '5',
            'Ticket First Name': 'Ola',
            'Ticket Last Name': 'Dale',
            'Order Reference': 'TI2',
          },
        },
      ),
    ],
    problems: [nobodyIsNamed(file, 2, 'TI2'), nobodyIsNamed(file, 3, 'TI2')],
  });
});

it('cancels void tickets; one without a reference goes by its number', async () => {
  const file = 'tito-void.csv';
  const person = peopleOf(file, 'tito', COLUMNS);
  expect(await readFixture(file)).toEqual({
    source: 'Ti.to',
    why: WHY,
    registrations: [
      person(
        2,
        {
          sourceId: 'TI3-1',
          name: 'Ola Dale',
          email: 'ola@firma.example.org',
          registeredAt: CREATED,
          status: 'Cancelled',
        },
        {
          extra: {
            ...BUYER,
            Number: '6',
            'Ticket First Name': 'Ola',
            'Ticket Last Name': 'Dale',
            'Order Reference': 'TI3',
          },
        },
      ),
      person(
        3,
        {
          sourceId: '7',
          name: 'Ida Lie',
          email: 'ida@verein.example.org',
          registeredAt: CREATED,
          status: 'Cancelled',
        },
        {
          extra: {
            ...BUYER,
            Number: '7',
            'Ticket First Name': 'Ida',
            'Ticket Last Name': 'Lie',
            'Order Reference': 'TI3',
          },
        },
      ),
    ],
    problems: [],
  });
});
