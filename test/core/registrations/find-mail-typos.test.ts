import { expect, it } from 'vitest';
import { rowTaker } from '../../../src/core/registrations/take-rows.ts';
import { registration, testEvent } from './event.ts';

const likely = (emails: readonly string[]) => {
  const taker = rowTaker(testEvent());
  for (const [index, email] of emails.entries()) {
    taker.add(registration({ name: 'Kari', email }, { line: index + 2 }));
  }
  return taker.done().problems;
};

const many = Array.from({ length: 8 }, (_, index) => `p${index}@skolen.oslo.example`);

it.each([
  ['kari@gmial.com', 'kari@gmail.com'],
  ['kari@gmail.con', 'kari@gmail.com'],
  ['kari@gmail.no', 'kari@gmail.com'],
  ['kari@Hotmial.com', 'kari@hotmail.com'],
  ['kari@outlok.com', 'kari@outlook.com'],
  ['kari@firma.con', 'kari@firma.com'],
  ['kari@skulan.oslo.example', undefined],
  ['kari@skloen.oslo.example', 'kari@skolen.oslo.example'],
  ['kari@skolen.oslo', 'kari@skolen.oslo.example'],
  ['kari@gmail.com', undefined],
  ['kari@mail.com', undefined],
  ['kari@email.com', undefined],
  ['kari@gmail.firma.example', undefined],
  ['kari@hotmail.co.example', undefined],
  ['kari@asker.example', undefined],
])('%s among many of one domain: likely %s', (email, meant) => {
  const found = likely([...many, email]);
  expect(found).toEqual(
    meant === undefined
      ? []
      : [
          {
            code: 'SOS241',
            severity: 'hint',
            message: `Is "${email}" meant to be "${meant}"?`,
            hint: 'The address was kept as it is. If it is wrong, mend it in the source or in data/attendees.csv.',
            location: { file: 'csv-a.csv', line: 10, column: 'E-post' },
          },
        ],
  );
});

it('says nothing of two domains that are both in use, nor of two short ones', () => {
  const both = [...many, ...many.map((email) => email.replace('skolen', 'skoler'))];
  const short = Array.from({ length: 8 }, (_, index) => `p${index}@uib.example`);
  expect([likely(both), likely([...short, 'kari@uia.example'])]).toEqual([[], []]);
});
