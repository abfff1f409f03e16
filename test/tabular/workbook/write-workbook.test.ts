import fc from 'fast-check';
import readExcelFile from 'read-excel-file/universal';
import { describe, expect, it, test } from 'vitest';
import { readWorkbook } from '../../../src/tabular/workbook/read-workbook.ts';
import { type SheetTable, writeWorkbook } from '../../../src/tabular/workbook/write-workbook.ts';
import { listZip, unpack } from '../../../src/tabular/workbook/zip.ts';
import { HOSTILE } from '../../helpers/hostile-texts.ts';
import { HAS_LIBREOFFICE, openInLibreOffice } from '../../helpers/office-tools.ts';

const TABLE: SheetTable = {
  title: 'Rosters',
  columns: [
    { name: 'name', kind: 'text' },
    { name: 'date', kind: 'date' },
    { name: 'start', kind: 'time' },
    { name: 'number', kind: 'number' },
    { name: 'cancelled', kind: 'yes-no' },
    { name: 'value', kind: 'any' },
  ],
  rows: [
    ['Åse Lie', '2016-10-26', '10:15', 7, true, 12],
    ['=1+1', '1999-12-31', '00:00', -1.5, false, 'twelve'],
    ['+47 912 34 567', null, null, null, null, ''],
    ['00047', '2016-02-29', '23:59', 0, true, 0],
  ],
};

/** One part of a workbook as text. */
function partOf(workbook: Uint8Array, path: string): string {
  const entry = listZip(workbook)?.find((one) => one.name === path);
  return (entry && unpack(workbook, entry)?.toString('utf8')) ?? '';
}

async function readBack(workbook: Uint8Array): Promise<readonly { sheet: string; data: unknown[][] }[]> {
  return (await readExcelFile(new Blob([Buffer.from(workbook)]))) as never;
}

describe('writeWorkbook', () => {
  it('has real days, times, numbers and truths, and texts that are texts, as read-excel-file reads them', async () => {
    const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
    const [sheet] = await readBack(writeWorkbook([TABLE]));

    expect(sheet?.sheet).toBe('Rosters');
    expect(sheet?.data).toEqual([
      ['name', 'date', 'start', 'number', 'cancelled', 'value'],
      ['Åse Lie', day('2016-10-26'), new Date('1899-12-30T10:15:00Z'), 7, true, 12],
      ['=1+1', day('1999-12-31'), new Date('1899-12-30T00:00:00Z'), -1.5, false, 'twelve'],
      ['+47 912 34 567', null, null, null, null, null],
      ['00047', day('2016-02-29'), new Date('1899-12-30T23:59:00Z'), 0, true, 0],
    ]);
  });

  it('is read by our own reader', () => {
    expect(readWorkbook(writeWorkbook([TABLE, { ...TABLE, title: 'Empty', rows: [] }]))).toMatchObject([
      {
        name: 'Rosters',
        headers: ['name', 'date', 'start', 'number', 'cancelled', 'value'],
        rows: [
          { cells: ['Åse Lie', '2016-10-26', '10:15:00', '7', 'yes', '12'] },
          { cells: ['=1+1', '1999-12-31', expect.any(String), '-1.5', 'no', 'twelve'] },
          { cells: ['+47 912 34 567', '', '', '', '', ''] },
          { cells: ['00047', '2016-02-29', '23:59:00', '0', 'yes', '0'] },
        ],
      },
      { name: 'Empty', rows: [] },
    ]);
  });

  it('keeps the header in view, filters by it, prints it on every page, and is as wide as its texts', () => {
    const workbook = writeWorkbook([TABLE]);
    const sheet = partOf(workbook, 'xl/worksheets/sheet1.xml');

    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain('</sheetData><autoFilter ref="A1:F5"/>');
    expect(sheet).toContain('<cols><col min="1" max="1" width="15" customWidth="1"/>');
    expect(partOf(workbook, 'xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'Rosters'!$1:$1</definedName>`,
    );
  });

  it('marks what looks like a formula as text, so that editing it does not make it one', () => {
    const sheet = partOf(writeWorkbook([TABLE]), 'xl/worksheets/sheet1.xml');
    const styles = partOf(writeWorkbook([TABLE]), 'xl/styles.xml');

    expect(sheet).toContain('<c r="A3" s="5" t="inlineStr"><is><t>=1+1</t></is></c>');
    expect(sheet).toContain('<c r="A4" s="1" t="inlineStr"><is><t>+47 912 34 567</t></is></c>');
    expect(sheet).not.toContain('<f>');
    expect([...styles.matchAll(/<xf [^>]*xfId[^>]*>/g)][5]?.[0]).toContain('quotePrefix="1"');
  });

  it('gives the same bytes for the same tables', () => {
    expect(Buffer.compare(writeWorkbook([TABLE]), writeWorkbook([structuredClone(TABLE)]))).toBe(0);
  });

  it('cuts a text that is longer than Excel takes, and says so by its end', () => {
    const rows = [['x'.repeat(40_000)]];
    const [sheet] = readWorkbook(
      writeWorkbook([{ title: 'S', columns: [{ name: 'a', kind: 'text' }], rows }]),
    );
    const cell = typeof sheet === 'string' ? '' : (sheet?.rows[0]?.cells[0] ?? '');

    expect([cell.length, cell.slice(-2)]).toEqual([32_767, 'x…']);
  });

  it('holds any texts: markup, control characters, names that JavaScript has a meaning for', () => {
    const texts = fc.oneof(
      fc.constantFrom(...HOSTILE, 'constructor', '__proto__', '_x0041_', ' outer ', 'a\nb\tc'),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(texts, texts), { minLength: 1, maxLength: 8 }), (rows) => {
        const columns = [
          { name: 'a', kind: 'text' },
          { name: 'b', kind: 'text' },
        ] as const;
        // A mark in front, because our reader leaves out blank rows and outer blanks.
        const marked = rows.map(([a, b]) => [`|${a}|`, `|${b}|`] as const);
        const [sheet] = readWorkbook(writeWorkbook([{ title: 'S', columns, rows: marked }]));
        if (sheet === undefined || typeof sheet === 'string') throw new Error('not read');
        const kept = (text: string): string =>
          text.replaceAll(/\p{Surrogate}/gu, '\ufffd').replaceAll('\0', '');

        expect(sheet.rows.map(({ cells }) => cells.map(kept))).toEqual(
          marked.map((cells) => cells.map(kept)),
        );
      }),
    );
  });
});

test.skipIf(!HAS_LIBREOFFICE)(
  'LibreOffice opens a workbook with the same cells and sheets',
  async () => {
    const hostile = {
      title: "O'Hara: [x]",
      columns: [{ name: 'text', kind: 'text' }] as const,
      rows: [['<b> & "q"'], ["'+1"], ['constructor']],
    };

    expect(await openInLibreOffice(writeWorkbook([TABLE, hostile]))).toEqual({
      Rosters: `name,date,start,number,cancelled,value
Åse Lie,2016-10-26,10:15,7,TRUE,12
=1+1,1999-12-31,00:00,-1.5,FALSE,twelve
+47 912 34 567,,,,,
00047,2016-02-29,23:59,0,TRUE,0
`,
      "O'Hara- -x-": `text
"<b> & ""q"""
'+1
constructor
`,
    });
  },
  180_000,
);
