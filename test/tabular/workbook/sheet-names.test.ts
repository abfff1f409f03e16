import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sheetNames } from '../../../src/tabular/workbook/sheet-names.ts';
import { HOSTILE } from '../../helpers/hostile-texts.ts';

test('sheets are called what a person calls them, as far as Excel lets them', () => {
  expect(
    sheetNames([
      '10.15 Barn og unge',
      'Q&A: what/now?',
      "'quoted'",
      '',
      'History',
      'Work and inclusion for everybody in town',
      'Work and inclusion for everybody in the country',
      'WORK AND INCLUSION FOR EVERYBODY',
    ]),
  ).toEqual([
    '10.15 Barn og unge',
    'Q&A- what-now-',
    'quoted',
    'Sheet',
    'History (2)',
    'Work and inclusion for everybod',
    'Work and inclusion for ever (2)',
    'WORK AND INCLUSION FOR EVER (3)',
  ]);
});

test('any names are names that Excel takes', () => {
  const title = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }), fc.string());
  fc.assert(
    fc.property(fc.array(title, { maxLength: 12 }), (titles) => {
      const names = sheetNames(titles);
      expect(names.filter((name) => !/^(?!')[^[\]:*?/\\\p{Cc}]{1,31}(?<!')$/u.test(name))).toEqual([]);
      expect(names.filter((name) => name.length > 31 || name.toLowerCase() === 'history')).toEqual([]);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length);
    }),
  );
});
