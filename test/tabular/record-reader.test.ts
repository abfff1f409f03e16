import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RecordReader, recordReader } from '../../src/tabular/record-reader.ts';
import type { TableRow } from '../../src/tabular/table.ts';

/** Every record of a text that arrives in pieces of so many bytes. */
function readInPieces(text: string, delimiter: string, size: number): { rows: TableRow[] } & RecordReader {
  const bytes = Buffer.from(text);
  const reader = recordReader(delimiter);
  const rows: TableRow[] = [];
  for (let at = 0; at < bytes.length; at += size) rows.push(...reader.push(bytes.subarray(at, at + size)));
  return { ...reader, rows: [...rows, ...reader.end()] };
}

/** What csv-parse by itself makes of the text; undefined where a quote never closes. */
function oracle(text: string, delimiter: string): string[][] | undefined {
  try {
    const records: string[][] = parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
    });
    return records;
  } catch {
    return undefined;
  }
}

/** The line on which each record begins, told by the text between them. */
function linesOf(text: string, delimiter: string): number[] {
  const lines: number[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at += 1) {
    const isInPair = text[at - 1] === '\r' && text[at] === '\n';
    const isRecord = at === text.length || (/[\r\n]/.test(text[at - 1] ?? '') && !isInPair);
    if (!isRecord || oracle(text.slice(from, at), delimiter)?.length !== 1) continue;
    lines.push(text.slice(0, from).split(/\r\n|\n|\r/).length);
    from = at;
  }
  return lines;
}

const nasty = (delimiter: string) =>
  fc.string({ unit: fc.constantFrom('"', '"', delimiter, '\n', '\r', 'a', 'ø', ' '), maxLength: 40 });

describe('recordReader', () => {
  it.each([',', ';', '§'])(
    'cuts any text by "%s" as csv-parse does, wherever the pieces end',
    (delimiter) => {
      fc.assert(
        fc.property(nasty(delimiter), fc.integer({ min: 1, max: 45 }), (text, size) => {
          const expected = oracle(text, delimiter);
          const { rows, found } = readInPieces(text, delimiter, size);
          expect(found.openQuoteLine === undefined).toBe(expected !== undefined);
          // To csv-parse a blank line is one empty cell; here it is none, and `""` is one.
          const cells = rows.map((row) => (row.cells.length === 0 ? [''] : row.cells));
          if (expected !== undefined) expect(cells).toEqual(expected);
        }),
        { numRuns: 3000 },
      );
    },
  );

  it('knows the line of every record', () => {
    fc.assert(
      fc.property(nasty(','), fc.integer({ min: 1, max: 45 }), (text, size) => {
        fc.pre(oracle(text, ',') !== undefined);
        expect(readInPieces(text, ',', size).rows.map(({ line }) => line)).toEqual(linesOf(text, ','));
      }),
      { numRuns: 1500 },
    );
  });

  it('keeps the records before a quote that never closes, and names its line', () => {
    fc.assert(
      fc.property(nasty(','), fc.integer({ min: 1, max: 45 }), (text, size) => {
        fc.pre(oracle(text, ',') !== undefined && /^$|[\r\n]$/.test(text));
        const broken = readInPieces(`${text}b,"\nc,d\n`, ',', size);
        const line = text.split(/\r\n|\n|\r/).length;
        expect(broken.found.openQuoteLine).toBe(line);
        expect(broken.rows).toEqual(readInPieces(text, ',', size).rows);
      }),
      { numRuns: 500 },
    );
  });

  it('gives up on a cell of more than 4 MB, so that memory stays small', () => {
    const reader = recordReader(',');
    const rows = reader.push(Buffer.from('a,b\n1,"'));
    const filler = Buffer.from('x\n'.repeat(32 * 1024));
    for (let at = 0; at < 80; at += 1) rows.push(...reader.push(filler));
    rows.push(...reader.push(Buffer.from('"\n3,4\n')), ...reader.end());
    expect(rows).toEqual([{ cells: ['a', 'b'], line: 1 }]);
    expect(reader.found.openQuoteLine).toBe(2);
  });

  it('gives up on a line of more than 4 MB: it is no table', () => {
    const reader = recordReader(',');
    const rows = reader.push(Buffer.from('a,b\n'));
    for (let at = 0; at < 80; at += 1) rows.push(...reader.push(Buffer.from('{x},'.repeat(16 * 1024))));
    rows.push(...reader.end());
    expect(rows).toEqual([{ cells: ['a', 'b'], line: 1 }]);
    expect(reader.found).toMatchObject({ endlessLine: 2, openQuoteLine: undefined });
  });

  it('reads a cell of several pieces', () => {
    const long = 'x\n'.repeat(500_000);
    expect(readInPieces(`a,b\n1,"${long}"\n2,c\n`, ',', 65_536).rows).toEqual([
      { cells: ['a', 'b'], line: 1 },
      { cells: ['1', long], line: 2 },
      { cells: ['2', 'c'], line: 500_003 },
    ]);
  });

  it('marks a last record without a line end: it may have been cut off', () => {
    expect(readInPieces('a,b\n1', ',', 9).rows.at(-1)).toEqual({ cells: ['1'], line: 2, cut: true });
    expect(readInPieces('a,b\n1,"2"', ',', 9).rows.at(-1)).toEqual({ cells: ['1', '2'], line: 2, cut: true });
  });

  it('notes the lines of stray quotes, NUL bytes, lost characters and garbled letters', () => {
    const text = 'a,b\n5" pipe,x\n"y" z,\n"p\nq",K\0ri\nok,"say ""hi"""\nB\ufffd,\nBÃ¦,Ã…\nÃO,ok\n';
    for (const size of [1, 2, 3, 7, 100]) {
      const { rows, found } = readInPieces(text, ',', size);
      expect(found).toMatchObject({
        openQuoteLine: undefined,
        strayQuotes: { count: 2, first: [2, 3] },
        nuls: { count: 1, first: [5] },
        lost: { count: 1, first: [7] },
        garbled: { count: 1, first: [8] },
      });
      expect(rows.map(({ cells }) => cells)).toEqual([
        ['a', 'b'],
        ['5" pipe', 'x'],
        ['"y" z', ''],
        ['p\nq', 'Kri'],
        ['ok', 'say "hi"'],
        ['B\ufffd', ''],
        ['BÃ¦', 'Ã…'],
        ['ÃO', 'ok'],
      ]);
    }
  });
});
