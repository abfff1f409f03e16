import { expect, it } from 'vitest';
import { listed, nobodyIsNamed, peopleOf, ticked } from './expected.ts';
import { readFixture } from './read-fixture.ts';

const COLUMNS = {
  sourceId: 'Position ID',
  name: 'Attendee name',
  email: 'Attendee email',
  organisation: 'Company',
  registeredAt: 'Order date',
  status: 'Status',
};
const WHY = 'columns Order code, Position ID, Attendee name';
const BUYER = {
  'Event slug': 'day',
  Email: 'buyer@pay.example.org',
  'Phone number': '+4733000000',
  'Order time': '10:22:33',
  Product: 'Regular',
  Price: '0.00',
  'Tax rate': '0.00',
  'Tax value': '0.00',
  'Company (2)': 'Pay AS',
  'Invoice address name': 'Pia Pay',
  'Invoice address name: Given name': 'Pia',
  'Invoice address name: Family name': 'Pay',
  'Invoice address street': 'Ring 2',
  'Invoice address country': 'NO',
  'Sales channel': 'web',
  'Order locale': 'en',
  'E-mail address verified': 'Yes',
};
const ORDERED = '2024-05-03 10:22:33';

/** What the export says of one ticket beside the person; the secret of the ticket is left out. */
function ofTicket(order: string, position: number, given: string, family: string) {
  return {
    ...BUYER,
    'Order code': order,
    'Pseudonymization ID': `P${order}${position}`,
    'Attendee name: Given name': given,
    'Attendee name: Family name': family,
  };
}

it('takes the attendee, not the buyer; columns of Yes and No are wishes where the option is a theme', async () => {
  const person = peopleOf('pretix.csv', 'pretix', { ...COLUMNS, dietary: 'Dietary requirements' });
  const noLunch = { 'Lunch – Vegan': 'No', 'Lunch – Halal': 'No' };
  expect(await readFixture('pretix.csv')).toEqual({
    source: 'pretix',
    why: WHY,
    registrations: [
      person(
        2,
        {
          sourceId: 'A1B2C-1',
          name: 'Kari Moe',
          email: 'kari@bydel.example.org',
          organisation: 'Bydel Nord',
          registeredAt: ORDERED,
          status: 'Registered',
          dietary: 'No nuts',
        },
        {
          extra: {
            ...ofTicket('A1B2C', 1, 'Kari', 'Moe'),
            Country: 'NO',
            State: 'Viken',
            'Themes – Work': 'Yes',
            'Themes – Refugees': 'Yes',
            ...noLunch,
            'Lunch – Vegan': 'Yes',
          },
          wishes: ticked('Themes', 'Work; Refugees'),
        },
      ),
      // She has no company, and the one on the invoice is not hers.
      person(
        3,
        {
          sourceId: 'A1B2C-2',
          name: 'Liv Berg',
          email: 'liv@bydel.example.org',
          registeredAt: ORDERED,
          status: 'Registered',
        },
        {
          extra: {
            ...ofTicket('A1B2C', 2, 'Liv', 'Berg'),
            'Themes – Work': 'No',
            'Themes – Refugees': 'No',
            ...noLunch,
          },
        },
      ),
    ],
    problems: [],
  });
});

it('reports a ticket that nobody is named on, but not where it is cancelled; orders expire', async () => {
  const file = 'pretix-cancelled-or-without-a-name.csv';
  const person = peopleOf(file, 'pretix', COLUMNS);
  expect(await readFixture(file)).toEqual({
    source: 'pretix',
    why: WHY,
    registrations: [
      person(
        3,
        {
          sourceId: 'D3E4F-2',
          name: 'Ola Dale',
          email: 'ola@firma.example.org',
          registeredAt: ORDERED,
          status: 'Cancelled',
        },
        { extra: ofTicket('D3E4F', 2, 'Ola', 'Dale') },
      ),
      person(
        5,
        {
          sourceId: 'H5J6K-1',
          name: 'Ida Lie',
          email: 'ida@verein.example.org',
          registeredAt: ORDERED,
          status: 'Cancelled',
        },
        { extra: ofTicket('H5J6K', 1, 'Ida', 'Lie') },
      ),
    ],
    problems: [nobodyIsNamed(file, 2, 'D3E4F')],
  });
});

const GROUPED = 'pretix-grouped-answers.csv';

it('answers grouped in one cell are wished alike, as in columns of their own; other text is a list', async () => {
  const person = peopleOf(GROUPED, 'pretix', COLUMNS);
  const paid = { registeredAt: ORDERED, status: 'Registered' };
  expect(await readFixture(GROUPED)).toEqual({
    source: 'pretix',
    why: WHY,
    registrations: [
      person(
        2,
        { ...paid, sourceId: 'A1B2C-1', name: 'Kari Moe', email: 'kari@bydel.example.org' },
        {
          extra: { ...ofTicket('A1B2C', 1, 'Kari', 'Moe'), Lunch: 'Vegan, Halal' },
          wishes: ticked('Themes', 'Work, Refugees'),
        },
      ),
      // A comma within the title of a theme does not divide it.
      person(
        3,
        { ...paid, sourceId: 'A1B2C-2', name: 'Liv Berg', email: 'liv@bydel.example.org' },
        {
          extra: ofTicket('A1B2C', 2, 'Liv', 'Berg'),
          wishes: ticked('Themes', 'Health, work and life, Refugees'),
        },
      ),
      person(
        4,
        { ...paid, sourceId: 'A1B2C-3', name: 'Ola Dale', email: 'ola@firma.example.org' },
        {
          extra: ofTicket('A1B2C', 3, 'Ola', 'Dale'),
          wishes: listed('Themes', 'Refugees, the rest is all the same'),
        },
      ),
    ],
    problems: [],
  });
});

it('an organiser who maps the column as wishes has them in the order of the cell', async () => {
  const { registrations } = await readFixture(GROUPED, [{ header: 'Themes', field: 'wishes' }]);
  expect(registrations[0]?.wishes).toEqual(listed('Themes', 'Work, Refugees'));
});

it("in a check-in list the address is the attendee's, the phone the buyer's, and nothing numbers the tickets", async () => {
  const file = 'pretix-check-in-list.csv';
  const { name, organisation, registeredAt } = COLUMNS;
  const person = peopleOf(file, 'pretix', { name, organisation, registeredAt, email: 'E-mail' });
  const order = {
    'Order code': 'A1B2C',
    'Order time': '10:22:33',
    'Phone number': '+4733000000',
    Product: 'Regular',
    Price: '0.00',
    'Automatically checked in': 'No',
    'Requires special attention': 'No',
  };
  expect(await readFixture(file)).toEqual({
    source: 'pretix',
    why: 'columns Attendee name, Automatically checked in',
    registrations: [
      person(
        2,
        {
          name: 'Kari Moe',
          email: 'kari@bydel.example.org',
          organisation: 'Bydel Nord',
          registeredAt: ORDERED,
        },
        {
          extra: {
            ...order,
            'Attendee name: Given name': 'Kari',
            'Attendee name: Family name': 'Moe',
            Paid: 'Yes',
          },
          wishes: ticked('Themes', 'Work, Refugees'),
        },
      ),
      person(
        3,
        { name: 'Liv Berg', email: 'liv@bydel.example.org', registeredAt: ORDERED },
        {
          extra: {
            ...order,
            'Attendee name: Given name': 'Liv',
            'Attendee name: Family name': 'Berg',
            Paid: 'No',
          },
        },
      ),
    ],
    problems: [],
  });
});
