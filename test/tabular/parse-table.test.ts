import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/tabular/decode.ts';
import { findOpenQuote, parseTable } from '../../src/tabular/parse-table.ts';
import { scanRecords } from '../../src/tabular/scan-records.ts';
import { HAS_SHARED_DATA, listShared, readShared } from '../helpers/shared-data.ts';

const foreign = (text: string): ReturnType<typeof parseTable> => parseTable(text, { ours: false });

describe('parseTable', () => {
  it('tells where each row begins, also after cells of several lines', () => {
    const { headers, rows } = foreign('name,note\r\nKari,"one\r\ntwo"\r\n\r\nOla,\r\n');
    expect(headers).toEqual(['name', 'note']);
    expect(rows).toEqual([
      { cells: ['Kari', 'one\r\ntwo'], line: 2 },
      { cells: ['Ola', ''], line: 5 },
    ]);
  });

  it('obeys and skips the line that Excel writes for itself', () => {
    expect(foreign('sep=;\na,b;c\n1,5;2\n')).toEqual({
      headers: ['a,b', 'c'],
      rows: [{ cells: ['1,5', '2'], line: 3 }],
      delimiter: ';',
    });
  });

  it('takes any line end, also mixed', () => {
    expect(foreign('a,b\r1,2\n3,4\r\n5,6\n').rows.map((row) => row.cells)).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
  });

  it('takes a quotation mark inside a cell as text', () => {
    expect(foreign('part,size\npipe,5" wide\nrod,7"\n').rows.map((row) => row.cells)).toEqual([
      ['pipe', '5" wide'],
      ['rod', '7"'],
    ]);
  });

  it('undoes formula guards in our own files only', () => {
    const text = "name,note\nKari,'=1+1\n";
    expect(parseTable(text).rows[0]?.cells).toEqual(['Kari', '=1+1']);
    expect(foreign(text).rows[0]?.cells).toEqual(['Kari', "'=1+1"]);
  });

  it('marks a last row that may have been cut off', () => {
    expect(foreign('a,b\n1,2\n3').rows).toEqual([
      { cells: ['1', '2'], line: 2 },
      { cells: ['3'], line: 3, cut: true },
    ]);
  });

  it('gives back any table, written in any dialect and encoding that can hold it', () => {
    fc.assert(
      fc.property(
        tables,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom('utf8', 'utf8-bom', 'utf16le-bom', 'windows-1252'),
        (rows, delimiter, lineEnd, encoding) => {
          const bytes = encode(write(rows, delimiter, lineEnd), encoding);
          fc.pre(bytes !== undefined);
          const { headers, rows: body } = foreign(decode(bytes ?? Buffer.of()).text);
          expect([headers, ...body.map((row) => row.cells)]).toEqual(rows);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('findOpenQuote', () => {
  it('names the line of a quote that never closes, and the sound text before its row', () => {
    expect(findOpenQuote('a,b\n1,2\n3,"open\n5,6\n')).toEqual({
      line: 3,
      soundText: 'a,b\n1,2\n',
      delimiter: ',',
    });
  });

  it('finds nothing where quotes close, are doubled, or stand inside a cell', () => {
    expect(findOpenQuote('a,b\n"say ""hi""",5" wide\n"",""\n')).toBeUndefined();
  });

  it('sees the records that the parser sees, and lets it read every text that it calls sound', () => {
    const nasty = fc.string({ unit: fc.constantFrom('"', '"', ',', '\n', '\r', 'a', ';'), maxLength: 30 });
    fc.assert(
      fc.property(nasty, (text) => {
        const open = findOpenQuote(text);
        const sound = open?.soundText ?? text;
        const { rows, delimiter } = parseTable(
          sound,
          open === undefined ? {} : { delimiter: open.delimiter },
        );
        const scanned = [...scanRecords(sound, delimiter)].length;
        expect(rows.length).toBe(Math.max(0, scanned - 1));
      }),
      { numRuns: 2000 },
    );
  });
});

describe.skipIf(!HAS_SHARED_DATA)("other people's collections of CSV files", () => {
  const text = (path: string): string => decode(readShared(path)).text;
  const json = (path: string): unknown => JSON.parse(Buffer.from(readShared(path)).toString('utf8'));

  it.each(listShared('csv-spectrum/csvs'))('csv-spectrum: %s', (name) => {
    const { headers, rows } = foreign(text(`csv-spectrum/csvs/${name}.csv`));
    const objects = rows.map(({ cells }) =>
      Object.fromEntries(headers.map((header, index) => [header, cells[index] ?? ''])),
    );
    const twin = json(`csv-spectrum/json/${name}.json`);
    // The one twin that is no list has another telephone number than its file.
    const expected = Array.isArray(twin) ? twin : [{ ...Object(twin), 'Contact Phone Number': '2095257564' }];
    expect(objects).toEqual(expected);
  });

  // A blank line is a row to that collection and nothing to an organiser.
  const blankLines = ['all-empty', 'empty-one-column'];
  const valid = listShared('csv-test-data/json').filter((name) => !blankLines.includes(name));
  it.each(valid)('csv-test-data: %s', (name) => {
    const { headers, rows } = foreign(text(`csv-test-data/csv/${name}.csv`));
    const records = name.startsWith('header-')
      ? rows.map(({ cells }) => Object.fromEntries(headers.map((header, index) => [header, cells[index]])))
      : [headers, ...rows.map(({ cells }) => cells)];
    expect(records).toEqual(json(`csv-test-data/json/${name}.json`));
  });
});

/** Rectangles of cells whose first row and first column are never empty, as a header and a name never are. */
const cell = fc.string({
  unit: fc.oneof(
    fc.constantFrom('"', ',', ';', '\t', '|', '\n', '\r', "'", '=', ' ', 'å', '\u20ac', '漢'),
    fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 8,
});
const filled = cell.map((text) => `x${text}`);
const tables = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.tuple(
      fc.array(filled, { minLength: width, maxLength: width }),
      fc.array(
        fc
          .tuple(filled, fc.array(cell, { minLength: width - 1, maxLength: width - 1 }))
          .map(([first, rest]) => [first, ...rest]),
        { maxLength: 6 },
      ),
    ),
  )
  .map(([header, body]) => [header, ...body]);

function write(rows: readonly (readonly string[])[], delimiter: string, lineEnd: string): string {
  const quoted = (text: string): string =>
    /["\n\r,;\t|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((cells) => cells.map(quoted).join(delimiter) + lineEnd).join('');
}

/** Undefined where the encoding cannot hold the text, or the text passes for another encoding. */
function encode(text: string, encoding: string): Buffer | undefined {
  if (encoding === 'utf8') return Buffer.from(text);
  if (encoding === 'utf8-bom') return Buffer.from(`\ufeff${text}`);
  if (encoding === 'utf16le-bom') return Buffer.from(`\ufeff${text}`, 'utf16le');
  const bytes = iconv.encode(text, 'windows-1252');
  return iconv.decode(bytes, 'windows-1252') === text && decode(bytes).encoding === 'windows-1252'
    ? bytes
    : undefined;
}
