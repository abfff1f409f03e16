import { expect, test } from 'vitest';
import { readBlanks } from '../../../src/core/badges/read-blanks.ts';
import { event } from '../assign/small-instances.ts';

const EVENT = event({ 'work/1': 5 });

test('a number, or an attendee type by id or title and a number', () => {
  expect(readBlanks(['20', ' municipality=5', 'ENTREPRENEUR=1'], EVENT)).toEqual([
    { type: '', count: 20 },
    { type: 'municipality', count: 5 },
    { type: 'entrepreneur', count: 1 },
  ]);
});

test.each([
  ['many', '--blank "many" is no number from 1 to 10000.'],
  ['0', '--blank "0" is no number from 1 to 10000.'],
  ['-3', '--blank "-3" is no number from 1 to 10000.'],
  ['1e9', '--blank "1e9" is no number from 1 to 10000.'],
  ['99999999999999999999', '--blank "99999999999999999999" is no number from 1 to 10000.'],
  ['=5', '--blank "=5" is no number from 1 to 10000.'],
  ['king=5', '--blank "king=...": there is no such attendee type.'],
])('%s is a problem', (text, message) => {
  expect(() => readBlanks([text], EVENT)).toThrow(
    expect.objectContaining({ problems: [expect.objectContaining({ code: 'SOS547', message })] }),
  );
});
