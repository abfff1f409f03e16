import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nearTexts, oneSlipApart } from '../../src/core/near-texts.ts';

it.each([
  ['gmail.com', 'gmial.com', true],
  ['gmail.com', 'gmail.con', true],
  ['gmail.com', 'gmal.com', true],
  ['gmail.com', 'ggmail.com', true],
  ['gmail.com', 'gmail.com', false],
  ['gmail.com', 'hotmail.com', false],
  ['ab', 'cd', false],
  ['', 'a', true],
])('%s and %s are one slip apart: %s', (a, b, expected) => {
  expect([oneSlipApart(a, b), oneSlipApart(b, a)]).toEqual([expected, expected]);
});

it('takes a large family of texts for what it is', () => {
  const family = Array.from('abcdefghijklmnopqrst', (letter) => `Avdeling ${letter}`);
  expect(nearTexts(family)('Avdeling z')).toEqual([]);
});

it('the index finds exactly what comparing with each would find', () => {
  const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 }));
  fc.assert(
    fc.property(texts, fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 }), (list, text) => {
      const expected = new Set(list.filter((one) => oneSlipApart(text, one)));
      expect(new Set(nearTexts(list)(text))).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});
