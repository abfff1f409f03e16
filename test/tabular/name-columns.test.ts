import { expect, it } from 'vitest';
import { nameColumns } from '../../src/tabular/name-columns.ts';

it('names blank columns by their place and repeated ones by their number', () => {
  expect(nameColumns(['Tema', ' Tema ', '', 'Tema (2)', 'Company', ''])).toEqual([
    'Tema',
    'Tema (3)',
    'Column 3',
    'Tema (2)',
    'Company',
    'Column 6',
  ]);
});
