import { describe, expect, it } from 'vitest';
import { makeWorkbook, textRow } from '../helpers/make-workbook.ts';
import { readSource, said } from '../helpers/read-source.ts';

const info = textRow(1, 'Responsible', 'Ida') + textRow(2, 'Phone', '22 00 00 00');
const list =
  textRow(1, 'List 2026') + textRow(2, 'Name', 'Email', 'Notes') + textRow(4, 'Ada', 'a@a.example', 'x');
const queue = textRow(1, 'Name', 'Email') + textRow(2, 'Bo', 'b@b.example');
const book = makeWorkbook({
  sheets: { Info: info, List: list, Waiting: queue, Old: queue },
  hidden: ['Old'],
});

describe('an Excel workbook', () => {
  it('is read from the first sheet with names, and what was passed over is said', async () => {
    const reading = await readSource('list.xlsx', book);
    const { source, sheet, encoding, delimiter, rows, usable, problems } = reading;
    expect({ source, sheet, encoding, delimiter, rows, usable, problems }).toEqual({
      source: 'table',
      sheet: 'List',
      encoding: '',
      delimiter: '',
      rows: 1,
      usable: true,
      problems: [
        {
          code: 'SOS227',
          severity: 'hint',
          message: 'Row 2 is the header; what stands above it was left out: "List 2026".',
          hint: 'If one of these rows is the header, fill in its other cells, or delete the rows above it.',
          location: { file: 'list.xlsx', line: 1 },
        },
        {
          code: 'SOS227',
          severity: 'hint',
          message: 'The sheet "List" was read; there are names in "Waiting" too.',
          hint: 'To import it instead, add  --sheet "Waiting"',
          location: { file: 'list.xlsx' },
        },
      ],
    });
    expect(said(reading)).toEqual([
      { line: 4, fields: { name: 'Ada', email: 'a@a.example' }, wishes: [], extra: { Notes: 'x' } },
    ]);
  });

  it.each(['waiting', 'Old'])(
    'is read from the sheet that was chosen, a hidden one too: %s',
    async (sheet) => {
      const reading = await readSource('list.xlsx', book, { sheet });
      expect(said(reading)).toEqual([
        { line: 2, fields: { name: 'Bo', email: 'b@b.example' }, wishes: [], extra: {} },
      ]);
      expect(reading.problems).toEqual([]);
    },
  );

  it('is recognised as an export like a CSV file', async () => {
    const form =
      textRow(1, 'ID', 'Start time', 'Completion time', 'Email', 'Name', 'Organisation') +
      textRow(2, '1', '', '', 'anonymous', 'Ada', 'Fjord Labs');
    const reading = await readSource('form.xlsx', makeWorkbook({ sheets: { Form1: form } }));
    expect(reading.source).toBe('Microsoft Forms');
    expect(said(reading)).toEqual([
      { line: 2, fields: { sourceId: '1', name: 'Ada', organisation: 'Fjord Labs' }, wishes: [], extra: {} },
    ]);
  });

  it.each([
    ['is damaged', book.subarray(0, 500), undefined, 'SOS226', 'The workbook is damaged or broken off.'],
    ['lacks the sheet', book, 'Liste', 'SOS228', 'The workbook has no sheet "Liste".'],
    ['is empty', makeWorkbook({ sheets: { S: '' } }), undefined, 'SOS202', 'book.xlsx is empty.'],
    [
      'has a header only',
      makeWorkbook({ sheets: { S: textRow(1, 'Name') } }),
      undefined,
      'SOS202',
      'book.xlsx holds a header row and nobody below it.',
    ],
    [
      'has no names',
      makeWorkbook({ sheets: { S: info } }),
      undefined,
      'SOS204',
      'No column holds the names of the people. Columns seen: "Responsible", "Ida".',
    ],
    [
      'has a password',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('..EncryptedPackage', 'utf16le')]),
      undefined,
      'SOS201',
      'book.xlsx is neither CSV nor an Excel workbook (.xlsx): it looks like an Excel workbook that a password protects.',
    ],
    [
      'is binary',
      Buffer.from('PK\x03\x04 xl/workbook.bin'),
      undefined,
      'SOS201',
      'book.xlsx is neither CSV nor an Excel workbook (.xlsx): it looks like a binary Excel workbook (.xlsb).',
    ],
  ])('cannot be used where it %s', async (_case, bytes, sheet, code, message) => {
    const { usable, registrations, problems } = await readSource('book.xlsx', bytes, { sheet });
    expect({ usable, registrations }).toEqual({ usable: false, registrations: [] });
    expect(problems.map((one) => [one.code, one.severity, one.message])).toEqual([[code, 'error', message]]);
  });
});
