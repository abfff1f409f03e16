import { describe, expect, it } from 'vitest';
import { detectDelimiter } from '../../src/tabular/detect-delimiter.ts';

describe('detectDelimiter', () => {
  it.each([
    ['commas', 'a,b,c\n1,2,3\n', ','],
    ['semicolons with decimal commas', 'navn;pris;antall\nKari;1,5;2\nOla;2,5;3\n', ';'],
    ['tabs with commas in texts', 'name\tnote\nKari\tone, two, three\n', '\t'],
    ['quoted cells full of the other one', 'a,b\n"1;2;3;4","5;6"\n"1;2;3;4","5;6"\n', ','],
    ['a stray quotation mark', 'del;mål\nrør;5" bredt\nstang;7, lang\n', ';'],
    ['one column', 'name\nKari\nOla\n', ','],
    ['nothing', '', ','],
  ])('%s', (_case, text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter);
  });
});
