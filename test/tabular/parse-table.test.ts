import { describe, expect, it } from 'vitest';
import { parseTable } from '../../src/tabular/parse-table.ts';

describe('parseTable', () => {
  it('reads what a spreadsheet has made of our file, and undoes formula guards', () => {
    const text = 'sep=;\r\nname;note\r\nKari;\'=1+1\r\n\r\nOla;"a;b"\r\n';
    expect(parseTable(text)).toEqual({
      headers: ['name', 'note'],
      rows: [
        { cells: ['Kari', '=1+1'], line: 3 },
        { cells: ['Ola', 'a;b'], line: 5 },
      ],
      openQuoteLine: undefined,
    });
  });

  it('keeps the empty cells of a table of one column', () => {
    expect(parseTable('name\nKari\n\nOla\n').rows).toEqual([
      { cells: ['Kari'], line: 2 },
      { cells: [''], line: 3 },
      { cells: ['Ola'], line: 4 },
    ]);
  });

  it('says where a quotation mark never closes', () => {
    expect(parseTable('a,b\n1,2\n3,"open\n5,6\n')).toEqual({
      headers: ['a', 'b'],
      rows: [{ cells: ['1', '2'], line: 2 }],
      openQuoteLine: 3,
    });
  });

  it('finds nothing in nothing', () => {
    expect(parseTable('')).toEqual({ headers: [], rows: [], openQuoteLine: undefined });
  });
});
