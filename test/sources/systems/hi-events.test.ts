import { expect, it } from 'vitest';
import { listed, nobodyIsNamed, peopleOf } from './expected.ts';
import { readFixture } from './read-fixture.ts';

const COLUMNS = {
  sourceId: 'Public ID',
  givenName: 'First Name',
  familyName: 'Last Name',
  email: 'Email',
  registeredAt: 'Created Date',
  status: 'Status',
};
const WHY = 'columns Event ID, Public ID, Short ID';
const PRODUCT = {
  'Product ID': '5',
  'Product Name': 'Day',
  'Event ID': '3',
  'Last Updated Date': '2024-05-04 11:00:00',
};
const KARI = { givenName: 'Kari', familyName: 'Moe', email: 'kari@bydel.example.org' };
const OLA = { givenName: 'Ola', familyName: 'Dale', email: 'ola@firma.example.org' };
/** Written without its zone in the file, and meant in UTC. */
const CREATED = '2024-05-03 10:22:33Z';

it('reads attendees and their answers; the id that opens the ticket is left out', async () => {
  const person = peopleOf('hi-events.csv', 'hi-events', { ...COLUMNS, organisation: 'Organisation' });
  expect(await readFixture('hi-events.csv')).toEqual({
    source: 'Hi.Events',
    why: WHY,
    registrations: [
      person(
        2,
        {
          ...KARI,
          sourceId: 'A-PUB11',
          organisation: 'Bydel Nord',
          registeredAt: CREATED,
          status: 'Registered',
        },
        {
          extra: { ...PRODUCT, ID: '11', 'Check Ins': 'Door (2024-06-01 08:00:00)', Notes: 'By train' },
          wishes: listed('Themes', 'Work, Refugees'),
        },
      ),
      person(
        3,
        {
          givenName: 'Liv',
          familyName: 'Berg',
          email: 'liv@bydel.example.org',
          sourceId: 'A-PUB12',
          registeredAt: CREATED,
          status: 'Registered',
        },
        { extra: { ...PRODUCT, ID: '12' } },
      ),
    ],
    problems: [],
  });
});

it('cancels who is cancelled, and reports a ticket without a name', async () => {
  const file = 'hi-events-cancelled-or-without-a-name.csv';
  const person = peopleOf(file, 'hi-events', COLUMNS);
  expect(await readFixture(file)).toEqual({
    source: 'Hi.Events',
    why: WHY,
    registrations: [
      person(
        2,
        { ...OLA, sourceId: 'A-PUB13', registeredAt: CREATED, status: 'Cancelled' },
        { extra: { ...PRODUCT, ID: '13' } },
      ),
    ],
    problems: [nobodyIsNamed(file, 3, 'A-PUB14')],
  });
});

it('shows the text of a live link, not the formula; a formula that is no link stays', async () => {
  const file = 'hi-events-live-links.csv';
  const person = peopleOf(file, 'hi-events', COLUMNS);
  expect(await readFixture(file)).toEqual({
    source: 'Hi.Events',
    why: WHY,
    registrations: [
      person(
        2,
        { ...KARI, sourceId: 'A-PUB15', registeredAt: CREATED, status: 'Registered' },
        { extra: { ...PRODUCT, ID: '15', 'Your slides': 'See "this"' } },
      ),
      // Without a public id, the other one identifies him.
      person(
        3,
        { ...OLA, sourceId: '16', registeredAt: CREATED, status: 'Registered' },
        { extra: { ...PRODUCT, ID: '16', 'Your slides': '=HYPERLINK(A1)' } },
      ),
    ],
    problems: [],
  });
});

it('knows the columns that Hi.Events wrote before it had check-in lists', async () => {
  const person = peopleOf('hi-events-2024.csv', 'hi-events', COLUMNS);
  expect(await readFixture('hi-events-2024.csv')).toEqual({
    source: 'Hi.Events',
    why: WHY,
    registrations: [
      person(
        2,
        { ...KARI, sourceId: 'A-PUB17', registeredAt: CREATED, status: 'Registered' },
        { extra: { ...PRODUCT, ID: '17', 'Is Checked In': 'No' } },
      ),
    ],
    problems: [],
  });
});
