import { expect, it } from 'vitest';
import { peopleOf } from './expected.ts';
import { readFixture } from './read-fixture.ts';

const COLUMNS = {
  sourceId: 'api_id',
  name: 'name',
  email: 'email',
  phone: 'phone_number',
  registeredAt: 'created_at',
  status: 'approval_status',
};
const TICKET = { amount: '0', ticket_type_id: 'ttype-1', ticket_name: 'Standard' };

it('reads guests and their answers; check-in links and wallets are left out', async () => {
  const person = peopleOf('luma.csv', 'luma', COLUMNS);
  expect(await readFixture('luma.csv')).toEqual({
    source: 'Luma',
    why: 'columns api_id, email, approval_status',
    registrations: [
      person(
        2,
        {
          sourceId: 'gst-1',
          name: 'Kari von der Moe',
          email: 'kari@bydel.example.org',
          phone: '+4722000000',
          registeredAt: '2024-05-03T10:22:33.123Z',
          status: 'Registered',
        },
        {
          extra: {
            ...TICKET,
            first_name: 'Kari',
            last_name: 'von der Moe',
            custom_source: 'newsletter',
            currency: 'NOK',
            "What's your company?": 'Bydel Nord',
            'What do you offer?': 'Coffee, and a room',
          },
        },
      ),
      // Her whole name is blank; its halves are not.
      person(
        3,
        {
          sourceId: 'gst-2',
          name: 'Liv Berg',
          email: 'liv@bydel.example.org',
          registeredAt: '2024-05-04T08:00:00.000Z',
          status: 'Registered',
        },
        { extra: { ...TICKET, first_name: 'Liv', last_name: 'Berg' } },
      ),
    ],
    problems: [],
  });
});

it('cancels who was declined or waits in line, registers who waits for approval, leaves out who was only invited', async () => {
  const file = 'luma-who-does-not-come.csv';
  const person = peopleOf(file, 'luma', COLUMNS);
  expect(await readFixture(file)).toEqual({
    source: 'Luma',
    why: 'columns api_id, email, approval_status',
    registrations: [
      person(
        2,
        {
          sourceId: 'gst-1',
          name: 'Ola Dale',
          email: 'ola@firma.example.org',
          registeredAt: '2024-05-03T10:00:00.000Z',
          status: 'Cancelled',
        },
        { extra: { ...TICKET, first_name: 'Ola', last_name: 'Dale' } },
      ),
      person(
        3,
        {
          sourceId: 'gst-2',
          name: 'Ida Lie',
          email: 'ida@verein.example.org',
          registeredAt: '2024-05-03T11:00:00.000Z',
          status: 'Cancelled',
        },
        { extra: { ...TICKET, first_name: 'Ida', last_name: 'Lie' } },
      ),
      person(
        5,
        {
          sourceId: 'gst-4',
          name: 'Jun Vik',
          email: 'jun@bydel.example.org',
          registeredAt: '2024-05-03T13:00:00.000Z',
          status: 'Registered',
        },
        { extra: { ...TICKET, first_name: 'Jun', last_name: 'Vik' } },
      ),
    ],
    problems: [],
  });
});

it('knows the columns that Luma writes since it calls guests guest_id', async () => {
  const person = peopleOf('luma-2026.csv', 'luma', { ...COLUMNS, sourceId: 'guest_id' });
  expect(await readFixture('luma-2026.csv')).toEqual({
    source: 'Luma',
    why: 'columns guest_id, email, approval_status',
    registrations: [
      person(
        2,
        {
          sourceId: 'gst-9',
          name: 'Kari Moe',
          email: 'kari@bydel.example.org',
          registeredAt: '2026-05-03T10:22:33.123Z',
          status: 'Registered',
        },
        {
          extra: {
            ...TICKET,
            first_name: 'Kari',
            last_name: 'Moe',
            utm_source: 'direct',
            referrer: 'Search',
          },
        },
      ),
    ],
    problems: [],
  });
});
