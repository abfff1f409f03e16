import { expect, it } from 'vitest';
import { phoneReader } from '../../../src/core/registrations/read-phone.ts';
import { rowTaker } from '../../../src/core/registrations/take-rows.ts';
import { registration, testEvent } from './event.ts';

const odd = (country: string, phones: readonly string[]) => {
  const taker = rowTaker({ ...testEvent(), country }, { phones: phoneReader(country) });
  for (const [index, phone] of phones.entries()) {
    taker.add(registration({ name: 'Kari', phone }, { line: index + 2 }));
  }
  return taker.done().problems;
};

it('names the one number that is none', () => {
  expect(odd('NO', ['912 00 001', '912 00 00', '', '+46 70 123 45 67'])).toEqual([
    {
      code: 'SOS243',
      severity: 'hint',
      message: '"912 00 00" is not one valid phone number in NO; it was kept as it is.',
      hint: 'A number of another country begins with + and its code.',
      location: { file: 'csv-a.csv', line: 3 },
    },
  ]);
});

it('puts many of one file into one hint', () => {
  expect(
    odd(
      'NO',
      Array.from({ length: 10 }, () => '000 00 001'),
    ),
  ).toEqual([
    {
      code: 'SOS243',
      severity: 'hint',
      message: '10 phone numbers are not valid in NO, such as "000 00 001"; they were kept as they are.',
      hint: 'Lines 2, 3, 4, 5, 6, 7, 8, 9 and 2 more. A number of another country begins with + and its code.',
      location: { file: 'csv-a.csv', line: 2 },
    },
  ]);
});

it('says nothing of local numbers where the event has no country', () => {
  expect(odd('', ['912 00 001', '1', '+47 912 00 00'])).toMatchObject([
    { message: '"+47 912 00 00" is not one valid phone number; it was kept as it is.' },
  ]);
});
