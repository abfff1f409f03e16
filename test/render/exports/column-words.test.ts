import { expect, test } from 'vitest';
import { cellWord, columnWord } from '../../../src/render/exports/column-words.ts';

test('headings and words of the program are said in the language of the reader', () => {
  expect([columnWord('change', 'nb'), cellWord('change', 'promoted', 'nb')]).toEqual([
    'Endring',
    'fra ventelisten',
  ]);
  expect([columnWord('change', 'en'), cellWord('change', 'promoted', 'en')]).toEqual([
    'Change',
    'off the waitlist',
  ]);
});

test('what attendees wrote stays as it is, whatever it looks like', () => {
  expect(cellWord('name', 'moved', 'nb')).toBe('moved');
  expect(cellWord('change', 'constructor', 'nb')).toBe('constructor');
  expect(columnWord('toString', 'nb')).toBe('toString');
});
