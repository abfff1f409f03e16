import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SosentError } from '../../../src/errors.ts';
import { COLUMN_FIELDS } from '../../../src/sources/columns/map-columns.ts';
import { parseMapOption, requireHeaders } from '../../../src/sources/columns/parse-map-option.ts';

const problemsOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof SosentError) return error.problems;
    throw error;
  }
  return [];
};

describe('parseMapOption', () => {
  it('splits at the last =, whatever the header holds', () => {
    const header = fc.string().filter((text) => text.trim() !== '');
    const field = fc.constantFrom(...COLUMN_FIELDS, 'wish.1', 'wish.20');
    fc.assert(
      fc.property(header, field, (text, to) => {
        expect(parseMapOption(`${text}=${to}`)).toEqual({ header: text.trim(), field: to });
      }),
    );
  });

  it.each([
    ['Tema', 'SOS101', '--map "Tema" does not say "header=field".', 'For instance:'],
    ['=name', 'SOS101', '--map "=name" does not say "header=field".', 'For instance:'],
    ['a=nam', 'SOS216', '--map: "a" is mapped to "nam", which does not exist.', 'Did you mean "name"?'],
    [
      'a=wish.0',
      'SOS216',
      '--map: "a" is mapped to "wish.0", which does not exist.',
      'Did you mean "wish.1"?',
    ],
    ['a=b=zzz', 'SOS216', '--map: "a=b" is mapped to "zzz", which does not exist.', 'Fields: name, '],
  ])('refuses %s', (option, code, message, hint) => {
    expect(problemsOf(() => parseMapOption(option))).toMatchObject([
      { code, message, hint: expect.stringContaining(hint) },
    ]);
  });
});

describe('requireHeaders', () => {
  const headers = ['Navn', 'Tema 1. valg'];

  it('takes headers however they are written', () => {
    requireHeaders([{ header: 'tema 1 VALG', field: 'wish.1' }], headers);
  });

  it('names every header that no file has, and the one that was meant', () => {
    const mapped = [
      { header: 'Tema 1. val', field: 'wish.1' },
      { header: 'Shoe size', field: 'extra' },
    ];
    expect(problemsOf(() => requireHeaders(mapped, headers))).toEqual([
      {
        code: 'SOS237',
        severity: 'error',
        message: '--map: there is no column "Tema 1. val" to be wish.1.',
        hint: 'Did you mean "Tema 1. valg"? Columns seen: "Navn", "Tema 1. valg".',
      },
      {
        code: 'SOS237',
        severity: 'error',
        message: '--map: there is no column "Shoe size" to be extra.',
        hint: 'Columns seen: "Navn", "Tema 1. valg".',
      },
    ]);
  });
});
