import fc from 'fast-check';
import { expect, it } from 'vitest';
import { patternOf } from '../../../src/core/organisations/name-pattern.ts';

it.each([
  ['Bydel *', 'bydel SAGENE', true],
  ['Bydel *', 'Bydel', false],
  ['* barnehage', 'Solsikken barnehage', true],
  ['Barne- og ungdomsavd. (*)', 'Barne- og ungdomsavd. (nord)', true],
  ['NAV', 'NAV', true],
  ['NAV', 'NAV Bærum', false],
  ['*', 'alt', true],
])('"%s" and "%s": %s', (pattern, name, expected) => {
  expect(patternOf(pattern).test(name)).toBe(expected);
});

it('a name without a star means itself, whatever it holds', () => {
  const names = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((name) => !name.includes('*') && name === name.trim());
  fc.assert(
    fc.property(names, (name) => {
      expect(patternOf(name).test(name)).toBe(true);
      expect(patternOf(name).test(`${name}x`)).toBe(false);
    }),
  );
});
