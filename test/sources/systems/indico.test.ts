import { expect, it } from 'vitest';
import { peopleOf, ticked } from './expected.ts';
import { readFixture } from './read-fixture.ts';

const COLUMNS = {
  sourceId: 'ID',
  name: 'Name',
  email: 'Email Address',
  registeredAt: 'Registration date',
  status: 'Registration state',
};
const WHY = 'columns ID, Name, Registration state';
const PAID = { Price: '0 NOK', 'Checked in': 'No' };
const SUBMITTED = '2024-05-03 08:22:33.123456+00:00';

it('reads registrations; themes ticked together are wished alike', async () => {
  const person = peopleOf('indico.csv', 'indico', {
    ...COLUMNS,
    organisation: 'Affiliation',
    role: 'Position',
    phone: 'Phone',
  });
  expect(await readFixture('indico.csv')).toEqual({
    source: 'Indico',
    why: WHY,
    registrations: [
      person(
        2,
        {
          sourceId: '1',
          name: 'Kari von der Moe',
          email: 'kari@bydel.example.org',
          phone: '22000000',
          organisation: 'Bydel Nord',
          role: 'Adviser',
          registeredAt: SUBMITTED,
          status: 'Registered',
        },
        {
          extra: {
            ...PAID,
            'First Name': 'Kari',
            'Last Name': 'von der Moe',
            Country: 'Norway',
            Tags: 'speaker; vip',
            'Modification date': '2024-05-04 08:00:00.000001+00:00',
          },
          wishes: ticked('Themes', 'Refugees; Work'),
        },
      ),
      person(
        3,
        {
          sourceId: '2',
          name: 'Liv Berg',
          email: 'liv@bydel.example.org',
          registeredAt: SUBMITTED,
          status: 'Registered',
        },
        { extra: { ...PAID, 'First Name': 'Liv', 'Last Name': 'Berg', Price: '100 NOK' } },
      ),
    ],
    problems: [],
  });
});

it('cancels who withdrew or was rejected, registers who waits for approval', async () => {
  const file = 'indico-who-does-not-come.csv';
  const person = peopleOf(file, 'indico', COLUMNS);
  const one = (line: number, sourceId: string, name: string, email: string, status: string) =>
    person(line, { sourceId, name, email, registeredAt: SUBMITTED, status }, { extra: PAID });
  expect(await readFixture(file)).toEqual({
    source: 'Indico',
    why: WHY,
    registrations: [
      one(2, '3', 'Ola Dale', 'ola@firma.example.org', 'Cancelled'),
      one(3, '4', 'Ida Lie', 'ida@verein.example.org', 'Cancelled'),
      one(4, '5', 'Jun Vik', 'jun@bydel.example.org', 'Registered'),
    ],
    problems: [],
  });
});

it('keeps every column of a repeated title, and says which of two phones is used', async () => {
  const file = 'indico-repeated-titles.csv';
  const person = peopleOf(file, 'indico', { ...COLUMNS, phone: 'Phone' });
  expect(await readFixture(file)).toEqual({
    source: 'Indico',
    why: WHY,
    registrations: [
      person(
        2,
        {
          sourceId: '6',
          name: 'Kari Moe',
          email: 'kari@bydel.example.org',
          phone: '22000000',
          registeredAt: SUBMITTED,
          status: 'Registered',
        },
        {
          extra: {
            ...PAID,
            Comments: 'No stairs',
            'Comments (2)': 'Late on Friday',
            'Phone (2)': '33000000',
          },
        },
      ),
    ],
    problems: [
      {
        code: 'SOS212',
        severity: 'warning',
        message: 'Two columns look like phone: "Phone" is used, "Phone (2)" is kept as an extra.',
        hint: 'To decide otherwise:\n  --map "Phone (2)=phone"\n  or in sosent.yaml under columns:  "Phone (2)": phone',
        location: { file, line: 1, column: 'Phone (2)' },
      },
    ],
  });
});

it('says once that phone numbers have lost their plus', async () => {
  const file = 'indico-phones-without-plus.csv';
  const person = peopleOf(file, 'indico', {
    sourceId: 'ID',
    name: 'Name',
    email: 'Email Address',
    phone: 'Phone',
    status: 'Registration state',
  });
  const one = (line: number, sourceId: string, name: string, email: string, phone: string) =>
    person(line, { sourceId, name, email, phone, status: 'Registered' });
  expect(await readFixture(file)).toEqual({
    source: 'Indico',
    why: WHY,
    registrations: [
      one(2, '7', 'Kari Moe', 'kari@bydel.example.org', '22 00 00 00'),
      one(3, '8', 'Åsa Ek', 'asa@bolag.example.org', '46 70-123 45 67'),
      one(4, '9', 'Ola Dale', 'ola@firma.example.org', '4722000000'),
    ],
    problems: [
      {
        code: 'SOS243',
        severity: 'hint',
        message: '"46 70-123 45 67" has no + in front: Indico takes it off phone numbers, Excel zeros.',
        hint: 'A number of the country of the event is understood all the same. Put the + before those of others, in the file or in data/attendees.csv.',
        location: { file, line: 3, column: 'Phone' },
      },
    ],
  });
});
