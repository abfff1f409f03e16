import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { suspectEncoding } from '../../src/tabular/suspect-encoding.ts';

describe('suspectEncoding', () => {
  const text = 'Navn;Sted\nBjørn Åsnes;Bærum\nKåre;Tromsø\n';

  it.each([
    ['cp850', 'Bj›rn'],
    ['macintosh', 'Bj¿rn'],
  ])('recognises %s in what was taken for Windows-1252', (encoding, seen) => {
    expect(suspectEncoding(iconv.encode(text, encoding))).toEqual({ encoding, seen, meant: 'Bjørn' });
  });

  it.each([text, 'Name;Price\nAda;€ 5 – “ok”\n', 'Name\nAda\n', ''])(
    'leaves Windows-1252 alone: %j',
    (one) => {
      expect(suspectEncoding(iconv.encode(one, 'windows-1252'))).toBeUndefined();
    },
  );
});
