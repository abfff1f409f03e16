import fc from 'fast-check';
import readExcelFile from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readWorkbook } from '../../../src/tabular/workbook/read-workbook.ts';
import { makeWorkbook, makeZip, textRow } from '../../helpers/make-workbook.ts';

/** The cells below a header `A`, `B`, ... of a workbook with these rows of XML. */
const cellsOf = (data: string, more: object = {}) => {
  const sheets = readWorkbook(makeWorkbook({ sheets: { Sheet: textRow(1, 'A', 'B', 'C') + data }, ...more }));
  return typeof sheets === 'string' ? sheets : sheets[0]?.rows;
};
const column = (...cells: readonly string[]) =>
  cells
    .map((cell, index) => `<row r="${index + 2}">${cell.replace('<c', `<c r="A${index + 2}"`)}</row>`)
    .join('');
const textsOf = (data: string, more: object = {}) => {
  const rows = cellsOf(data, more);
  return typeof rows === 'string' ? rows : rows?.map(({ cells }) => cells[0]);
};

describe('readWorkbook', () => {
  it('gives every sheet as a table, with the row numbers of Excel', () => {
    const data =
      textRow(2, 'Name', 'Email') + textRow(4, 'Ada', 'ada@a.example') + textRow(9, '', 'bo@b.example');
    const sheets = { List: data, Blank: '', Notes: textRow(1, 'Hello') };
    expect(readWorkbook(makeWorkbook({ sheets, hidden: ['Notes'] }))).toEqual([
      {
        name: 'List',
        hidden: false,
        headers: ['Name', 'Email'],
        headerLine: 2,
        rows: [
          { cells: ['Ada', 'ada@a.example'], line: 4 },
          { cells: ['', 'bo@b.example'], line: 9 },
        ],
        title: [],
      },
      { name: 'Blank', hidden: false, headers: [], headerLine: 1, rows: [], title: [] },
      { name: 'Notes', hidden: true, headers: ['Hello'], headerLine: 1, rows: [], title: [] },
    ]);
  });

  it('takes rows with one filled cell above a wide header as a title', () => {
    const data = textRow(1, 'Participants 2026') + textRow(3, '', 'as of May') + textRow(5, 'A', 'B', 'C');
    expect(readWorkbook(makeWorkbook({ sheets: { S: data + textRow(6, '1', '', '3') } }))).toMatchObject([
      {
        headers: ['A', 'B', 'C'],
        headerLine: 5,
        rows: [{ cells: ['1', '', '3'], line: 6 }],
        title: [
          { line: 1, text: 'Participants 2026' },
          { line: 3, text: 'as of May' },
        ],
      },
    ]);
  });

  it('names a column without a header, as in a merged cell, like Excel, and leaves out blank columns', () => {
    const data = textRow(1, 'Name', '', 'Wishes') + textRow(2, 'Ada', '', 'Work', 'Food');
    expect(readWorkbook(makeWorkbook({ sheets: { S: data } }))).toMatchObject([
      { headers: ['Name', 'Wishes', 'Column D'], rows: [{ cells: ['Ada', 'Work', 'Food'] }] },
    ]);
  });

  it('gives dates and times as ISO text, by built-in formats and by those of the organiser', () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="[$-414]d/\\ mmmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="0.00&quot; days&quot;"/><numFmt numFmtId="166" formatCode="[Red]General"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="20"/></cellXfs>';
    const data = column(
      '<c s="1"><v>46170</v></c>',
      '<c s="2"><v>46170.79274305555</v></c>',
      '<c s="3"><v>46170</v></c>',
      '<c s="4"><v>1.5</v></c>',
      '<c s="5"><v>46170</v></c>',
      '<c s="6"><v>0.5625</v></c>',
      '<c s="1"><v>47912345678</v></c>',
      '<c s="1"><v>-3</v></c>',
      '<c t="d"><v>2026-05-28T19:01:33.000</v></c>',
      '<c t="d"><v>2026-05-28T00:00:00</v></c>',
    );
    expect(textsOf(data, { styles })).toEqual([
      '2026-05-28',
      '2026-05-28T19:01:33',
      '2026-05-28',
      '1.5',
      '46170',
      '13:30:00',
      '47912345678',
      '-3',
      '2026-05-28T19:01:33',
      '2026-05-28',
    ]);
    expect(textsOf(column('<c s="1"><v>44708</v></c>'), { styles, date1904: true })).toEqual(['2026-05-28']);
  });

  it('gives numbers with all their digits and no noise', () => {
    const numbers = [
      '4.7912345678E10',
      '4791234567',
      '12345678901234567890',
      '0.1',
      '0.30000000000000004',
      '2.5E-7',
      '1E21',
      '-7.0',
      '1.1000000000000001',
    ];
    expect(textsOf(column(...numbers.map((digits) => `<c><v>${digits}</v></c>`)))).toEqual([
      '47912345678',
      '4791234567',
      '12345678901234567890',
      '0.1',
      '0.3',
      '0.00000025',
      '1000000000000000000000',
      '-7',
      '1.1',
    ]);
  });

  it('gives texts of every kind, yes and no as words, and errors as blanks', () => {
    const sharedStrings =
      '<si><t>plain</t></si><si><r><t xml:space="preserve">Kari </t></r><r><rPr/><t>&amp; Ola</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si/>';
    const data = column(
      '<c t="s"><v>0</v></c>',
      '<c t="s"><v>1</v></c>',
      '<c t="s"><v>2</v></c>',
      '<c t="s"><v>3</v></c>',
      '<c t="str"><f>A1</f><v>a_x000D_\nb_x0000_ _x005F_x000D_ &#230;&#x1F600;</v></c>',
      '<c t="inlineStr"><is><t><![CDATA[<b> & c]]></t></is></c>',
      '<c t="b"><v>1</v></c>',
      '<c t="b"><v>0</v></c>',
      '<c t="e"><v>#N/A</v></c>',
      '<c t="str"><f>1</f></c>',
      '<c t="inlineStr"><is><t>end</t></is></c>',
    );
    expect(textsOf(data, { sharedStrings })).toEqual([
      'plain',
      'Kari & Ola',
      '東京',
      'a\r\nb _x000D_ æ😀',
      '<b> & c',
      'yes',
      'no',
      'end',
    ]);
  });

  it('reads XML with prefixes, apostrophes, and cells and rows without places', () => {
    const data =
      "<x:row><x:c t='inlineStr'><x:is><x:t>Ada</x:t></x:is></x:c><x:c><x:v>7</x:v></x:c></x:row><row r='5'><c r = 'B5'><v>8</v></c></row>";
    expect(cellsOf(data)).toEqual([
      { cells: ['Ada', '7', ''], line: 2 },
      { cells: ['', '8', ''], line: 5 },
    ]);
  });

  it('takes a forgotten cell at the far corner for what it is', () => {
    const sheets = readWorkbook(
      makeWorkbook({
        sheets: { S: `${textRow(1, 'A', 'B')}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>` },
      }),
    );
    expect(sheets).toMatchObject([
      { headers: ['A', 'B', 'Column XFD'], rows: [{ cells: ['', '', '1'], line: 1_048_576 }] },
    ]);
  });

  it.each([
    ['a row that no sheet has', '<row r="4000000000"><c r="A4000000000"><v>1</v></c></row>'],
    ['a column that no sheet has', '<row r="2"><c r="ZZZZZZ2"><v>1</v></c></row>'],
    ['a cell that never ends', '<row r="2"><c r="A2"><v>1</v></row>'],
    ['a row that never ends', '<row r="2"><c r="A2"><v>1</v></c>'],
    ['a place that is no number', '<row r="x"><c r="A2"><v>1</v></c></row>'],
  ])('refuses %s', (_case, data) => {
    expect(cellsOf(data)).toBe('damaged');
  });

  it('refuses what claims to be huge without unpacking it, and what is larger than it claims', () => {
    const parts = { 'xl/workbook.xml': `<workbook>${' '.repeat(100_000)}</workbook>` };
    expect(readWorkbook(makeZip(parts, 600_000_000))).toBe('tooLarge');
    expect(readWorkbook(makeZip(parts, 4))).toBe('damaged');
    expect(readWorkbook(makeZip({ 'readme.txt': 'hello' }))).toBe('damaged');
  });

  it('reads what write-excel-file writes, as read-excel-file does', async () => {
    const cell = fc.oneof(
      fc
        .string({ unit: 'grapheme', maxLength: 12 })
        .filter((text) => !/_x|\p{Cc}/u.test(text) && text.trim() !== '')
        // read-excel-file stumbles over the names of what every object inherits, such as `toString`.
        .filter((text) => !(text in {})),
      fc.integer(),
      fc
        .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
        // Excel has no number nearer to zero (its specifications: 2.2251e-308).
        .map((one) => (Math.abs(one) < 2.2251e-308 ? 0 : one))
        .filter((number) => number !== 0),
      fc.boolean(),
      fc.constant(null),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 6 }),
        async (rows) => {
          const data = [['a', 'b', 'c'], ...rows].map((cells) =>
            cells.map((value) => (value === null ? null : { value })),
          );
          const bytes = await writeExcelFile(data).toBuffer();
          const [other] = await readExcelFile(new Uint8Array(bytes).buffer, { trim: false });
          const texts = (other?.data ?? [])
            .map((cells) => cells.map(asText))
            .filter((cells) => cells.join('') !== '');
          const ours = readWorkbook(bytes);
          if (typeof ours === 'string') throw new Error(ours);
          expect([ours[0]?.headers, ...(ours[0]?.rows ?? []).map(({ cells }) => cells)]).toEqual(texts);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('never fails on a workbook that is cut or spoilt at any byte', () => {
    const bytes = makeWorkbook({
      sheets: { S: textRow(1, 'Name', 'Email') + textRow(2, 'Ada', 'a@a.example') },
    });
    for (let at = 0; at < bytes.length; at += 1) {
      expect(readWorkbook(bytes.subarray(0, at))).toBe('damaged');
      const spoilt = Buffer.from(bytes);
      spoilt[at] = (spoilt[at] ?? 0) ^ 0xff;
      expect(() => readWorkbook(spoilt)).not.toThrow();
    }
  });
});

/** A cell of the other reader as text in our way. */
function asText(value: unknown): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'number') return String(value);
  const short = Number(value.toPrecision(15));
  return String(short).includes('e') ? short.toFixed(20).replace(/\.?0+$/, '') : String(short);
}
