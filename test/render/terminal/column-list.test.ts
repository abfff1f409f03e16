import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderColumns } from '../../../src/render/terminal/column-list.ts';

const columns = (...pairs: string[]) =>
  pairs.map((pair) => {
    const [header = '', field = ''] = pair.split('=');
    return { header, field };
  });

describe('renderColumns', () => {
  test('names a few columns in one line', () => {
    expect(renderColumns(columns('Navn=name', 'T-shirt=extra', 'E-post=email', 'Kode=skip'))).toEqual([
      '  Navn -> name, E-post -> email',
      '  kept as extra columns: T-shirt',
      '  left out: Kode',
    ]);
  });

  test('sets many in two columns, in the order of the file', () => {
    const many = ['Fornavn=givenName', 'Etternavn=familyName', 'E-post=email', 'Notat=extra'];
    const wishes = ['Tema 1. valg=wish.1', 'Behov for tilrettelegging=accessibility'];
    expect(renderColumns(columns(...many, ...wishes))).toEqual([
      '  Fornavn   -> givenName     Tema 1. valg          -> wish.1',
      '  Etternavn -> familyName    Behov for tilrette... -> accessibility',
      '  E-post    -> email',
      '  kept as extra columns: Notat',
    ]);
  });

  test('has nothing to say of no columns', () => {
    expect(renderColumns([])).toEqual([]);
  });

  test('fits 80 columns and holds no control character, whatever the headers are', () => {
    const field = fc.constantFrom('accessibility', 'registeredAt', 'wish.12', 'extra', 'skip');
    const column = fc.record({ header: fc.string({ unit: 'binary', maxLength: 60 }), field });
    fc.assert(
      fc.property(fc.array(column, { maxLength: 20 }), (many) => {
        for (const line of renderColumns(many)) {
          expect([...line].length).toBeLessThanOrEqual(80);
          expect(line).not.toMatch(/\p{Cc}/u);
        }
      }),
    );
  });
});
