import { expect, it } from 'vitest';
import { listed, nobodyIsNamed, othersAreUnnamed, peopleOf } from './expected.ts';
import { readFixture } from './read-fixture.ts';

const COLUMNS = {
  sourceId: 'Attendee #',
  givenName: 'First Name',
  familyName: 'Last Name',
  email: 'Email',
  organisation: 'Company',
  role: 'Job Title',
  registeredAt: 'Order Date',
  status: 'Attendee Status',
};
const TICKET = {
  Quantity: '1',
  'Ticket Type': 'General',
  'Order Type': 'Free Order',
  Currency: 'NOK',
  'Total Paid': '0',
  'Fees Paid': '0',
  'Eventbrite Fees': '0',
  'Eventbrite Payment Processing': '0',
};
const WHY = 'columns Order #, Attendee #';

it('reads attendees and their answers; the month comes first in dates', async () => {
  const person = peopleOf('eventbrite.csv', 'eventbrite', COLUMNS);
  expect(await readFixture('eventbrite.csv')).toEqual({
    source: 'Eventbrite',
    why: WHY,
    registrations: [
      person(
        2,
        {
          sourceId: '7001',
          givenName: 'Kari',
          familyName: 'von der Moe',
          email: 'kari@bydel.example.org',
          organisation: 'Bydel Nord',
          role: 'Adviser',
          registeredAt: '2024-11-29 22:28',
          status: 'Registered',
        },
        {
          extra: {
            ...TICKET,
            'Order #': '9001',
            'How did you hear about this event?': 'A friend, at work',
          },
          wishes: listed('Which theme interests you?', 'Work'),
        },
      ),
      person(
        3,
        {
          sourceId: '7002',
          givenName: 'Liv',
          familyName: 'Berg',
          email: 'liv@bydel.example.org',
          organisation: 'Bydel Nord',
          registeredAt: '2024-11-29 22:28',
          status: 'Registered',
        },
        { extra: { ...TICKET, 'Order #': '9001' } },
      ),
    ],
    problems: [],
  });
});

it('reports the people of a row who are not named, unless their tickets were refunded', async () => {
  const file = 'eventbrite-several-on-one-name.csv';
  const person = peopleOf(file, 'eventbrite', COLUMNS);
  expect(await readFixture(file)).toEqual({
    source: 'Eventbrite',
    why: WHY,
    registrations: [
      person(
        2,
        {
          sourceId: '7003',
          givenName: 'Kari',
          familyName: 'Moe',
          email: 'kari@bydel.example.org',
          registeredAt: '2025-01-02 07:05',
          status: 'Registered',
        },
        { extra: { ...TICKET, 'Order #': '9002', Quantity: '3' } },
      ),
      person(
        3,
        {
          sourceId: '7004',
          givenName: 'Ola',
          familyName: 'Dale',
          email: 'ola@firma.example.org',
          registeredAt: '2025-01-02 07:06',
          status: 'Registered',
        },
        { extra: { ...TICKET, 'Order #': '9003', Quantity: '2' } },
      ),
      person(
        4,
        {
          sourceId: '7005',
          givenName: 'Ida',
          familyName: 'Lie',
          email: 'ida@verein.example.org',
          registeredAt: '2025-01-02 07:07',
          status: 'Cancelled',
        },
        { extra: { ...TICKET, 'Order #': '9004', Quantity: '4' } },
      ),
    ],
    problems: [
      othersAreUnnamed(file, 2, '2 people of this row are unnamed: order 9002 is for 3.'),
      othersAreUnnamed(file, 3, '1 person of this row is unnamed: order 9003 is for 2.'),
      nobodyIsNamed(file, 5, '9005'),
    ],
  });
});

it('cancels whoever does not come; an unknown status stands as it is, to be reported later', async () => {
  const file = 'eventbrite-who-does-not-come.csv';
  const person = peopleOf(file, 'eventbrite', COLUMNS);
  const one = (
    line: number,
    order: string,
    sourceId: string,
    name: string,
    email: string,
    status: string,
  ) => {
    const [givenName = '', familyName = ''] = name.split(' ');
    const registeredAt = '2024-12-31 23:59';
    const fields = { sourceId, givenName, familyName, email, registeredAt, status };
    return person(line, fields, { extra: { ...TICKET, 'Order #': order } });
  };
  expect(await readFixture(file)).toEqual({
    source: 'Eventbrite',
    why: WHY,
    registrations: [
      one(2, '9006', '7007', 'Ola Dale', 'ola@firma.example.org', 'Cancelled'),
      one(3, '9007', '7008', 'Ida Lie', 'ida@verein.example.org', 'Cancelled'),
      one(4, '9008', '7009', 'Per Ås', 'per@gjest.example.org', 'Cancelled'),
      one(5, '9009', '7010', 'Jun Vik', 'jun@bydel.example.org', 'Registered'),
      one(6, '9010', '7011', 'Liv Berg', 'liv@bydel.example.org', 'On the moon'),
    ],
    problems: [],
  });
});

it('reads an older export with surnames and no number of the attendee', async () => {
  const file = 'eventbrite-surname-and-no-attendee-number.csv';
  const person = peopleOf(file, 'eventbrite', {
    givenName: 'First Name',
    familyName: 'Surname',
    email: 'Email',
    registeredAt: 'Order Date',
    status: 'Attendee Status',
  });
  expect(await readFixture(file)).toEqual({
    source: 'Eventbrite',
    why: 'columns Order #, Order Date, Attendee Status',
    registrations: [
      person(
        2,
        {
          givenName: 'Anna',
          familyName: 'Ås',
          email: 'anna@bydel.example.org',
          registeredAt: '2026-05-01',
          status: 'Registered',
        },
        { extra: { 'Order #': '9011', 'Event Name': 'Day', 'Ticket Type': 'General' } },
      ),
    ],
    problems: [],
  });
});
