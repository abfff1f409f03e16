import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/tabular/decode.ts';
import { guard } from '../../src/tabular/formula-guard.ts';
import { parseTable } from '../../src/tabular/parse-table.ts';
import { writeLine, writeTable } from '../../src/tabular/write-table.ts';
import { HAS_SHARED_DATA, readShared } from '../helpers/shared-data.ts';

/** Written, put on the disk as UTF-8, and read again. */
function roundTrip(headers: readonly string[], rows: readonly (readonly string[])[]): readonly string[][] {
  const table = parseTable(decode(Buffer.from(writeTable(headers, rows))).text);
  return [table.headers, ...table.rows.map((row) => row.cells)].map((cells) => [...cells]);
}

describe('writeTable', () => {
  it('guards formulas, quotes outer blanks and ends lines with a line feed', () => {
    expect(
      writeTable(
        ['name', 'note'],
        [
          [' Kari', '=1+1'],
          ['Ola', '+47 912 00 001'],
        ],
      ),
    ).toBe(`name,note\n" Kari",'=1+1\nOla,+47 912 00 001\n`);
  });

  it('keeps an empty cell that is alone in its row', () => {
    expect(roundTrip(['only'], [['a'], [''], ['b']])).toEqual([['only'], ['a'], [''], ['b']]);
  });

  it('writes any table so that parseTable gives it back', () => {
    const cell = fc.string({
      unit: fc.oneof(
        fc.constantFrom('"', ',', ';', '|', '\t', '\n', '\r', "'", '=', '+', '-', '@', '\ufeff', ' '),
        fc
          .string({ unit: 'binary', minLength: 1, maxLength: 1 })
          .filter((one) => !/[\0\ud800-\udfff]/.test(one)),
      ),
      maxLength: 6,
    });
    const tables = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(tables, ([headers = [], ...rows]) => {
        expect(roundTrip(headers, rows)).toEqual([headers, ...rows]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([',', ';'] as const)('quotes as csv-stringify does: %s', (delimiter) => {
    const cell = fc.string({
      unit: fc.constantFrom(...'",;|\t\n\r\u2028\'=+-@\ufeff 1a\u00a0å'),
      maxLength: 5,
    });
    const quoted_match = /^\s|\s$|[\n\r\u2028\u2029;|\t]|^\ufeff/;
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 4 }), (row) => {
        const wanted = stringify([row.map(guard)], { delimiter, quoted_match, record_delimiter: 'unix' });
        expect(writeLine(row, delimiter)).toBe(wanted);
      }),
      { numRuns: 1000 },
    );
  });

  it.skipIf(!HAS_SHARED_DATA)('keeps the strings that break programs', () => {
    const naughty: string[] = JSON.parse(Buffer.from(readShared('naughty-strings.json')).toString('utf8'));
    const rows = naughty.map((text, index) => [`a-${index}`, text]);
    expect(roundTrip(['id', 'name'], rows)).toEqual([['id', 'name'], ...rows]);
  });
});
