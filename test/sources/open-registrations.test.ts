import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/tabular/byte-source.ts';
import { readRegistrations } from '../helpers/read-registrations.ts';
import { HAS_SHARED_DATA, listShared, readShared } from '../helpers/shared-data.ts';

const read = (content: string | Uint8Array, columns: Readonly<Record<string, string>> = {}) =>
  readRegistrations(
    { file: 'list.csv', source: bytesSource(Buffer.from(content)) },
    {
      columns: Object.entries(columns).map(([header, field]) => ({ header, field })),
      reserved: ['id', 'name', 'code'],
      isTheme: () => false,
    },
  );
const fixture = (name: string) => readFileSync(new URL(`../fixtures/import/${name}`, import.meta.url));

describe('readRegistrations', () => {
  it('gives every cell of a row as it stands, and says where it came from', async () => {
    const { registrations, problems, encoding, delimiter } = await read(
      'Navn;Tema 2. valg;E-post;code;Kommentar\n Kari ;Arbeid;kari@a.example;x;=1+1\n',
    );
    expect({ problems, encoding, delimiter }).toEqual({ problems: [], encoding: 'utf-8', delimiter: ';' });
    expect(registrations).toEqual([
      {
        origin: {
          file: 'list.csv',
          shape: expect.stringMatching(/^csv-[0-9a-f]{10}$/),
          columns: { name: 'Navn', email: 'E-post' },
        },
        line: 2,
        fields: { name: ' Kari ', email: 'kari@a.example' },
        wishes: [{ rank: 2, text: 'Arbeid', column: 'Tema 2. valg' }],
        extra: { 'code (source)': 'x', Kommentar: '=1+1' },
      },
    ]);
  });

  it('tells a form by its columns: the order, the file and a new question do not matter', async () => {
    const forms = ['Navn;E-post\nA;', 'E-post;Navn\n;A', 'Navn;E-post;T-shirt\nA;;', 'Navn;Mobil\nA;'];
    const readings = await Promise.all(forms.map((text) => read(`${text}\n`)));
    const shapes = readings.map((one) => one.registrations[0]?.origin.shape);
    expect(new Set(shapes.slice(0, 3)).size).toBe(1);
    expect(shapes[3]).not.toBe(shapes[0]);
  });

  it('skips blank rows and keeps the line numbers of the spreadsheet', async () => {
    const { registrations } = await read('Navn,Notat\n,\n\nKari,"a\nb"\n , \nOla,\n');
    expect(registrations.map((one) => [one.line, one.fields.name])).toEqual([
      [4, 'Kari'],
      [7, 'Ola'],
    ]);
  });

  it.each<[string, string | Uint8Array, string, string]>([
    ['a workbook broken off', 'PK\x03\x04....[Content_Types].xml', 'SOS226', 'damaged or broken off'],
    [
      'an old workbook',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      'SOS201',
      'an old Excel workbook (.xls)',
    ],
    ['a PDF', '%PDF-1.7', 'SOS201', 'a PDF document'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'SOS201', 'a PNG picture'],
    ['a web page', '<!DOCTYPE html><table>', 'SOS201', 'a web page or XML'],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]), 'SOS201', 'a binary file'],
    ['an empty file', '', 'SOS202', 'list.csv is empty.'],
    ['a header only', 'Navn;E-post\n', 'SOS202', 'a header row and nobody below it'],
    ['no names', 'E-post;Mobil\na@b.example;1\n', 'SOS204', 'Columns seen: "E-post", "Mobil"'],
    ['a quote on the first row', 'Navn;E-post\n"Kari;a@b.example\n', 'SOS205', 'opens here and never closes'],
  ])('cannot use %s', async (_case, content, code, message) => {
    const { usable, registrations, problems } = await read(content);
    expect({ usable, registrations }).toEqual({ usable: false, registrations: [] });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code, severity: 'error', message: expect.stringContaining(message) });
  });

  it('prints the exact YAML that maps a column of names', async () => {
    expect((await read('Påmeldt person;E-post\nKari;\n')).problems[0]?.hint).toBe(
      [
        'Say which one does (or givenName and familyName, where two do):',
        '  --map "Påmeldt person=name"',
        '  or in sosent.yaml under columns:  "Påmeldt person": name',
        'A file without a header row needs one.',
      ].join('\n'),
    );
  });

  it('keeps the rows before a quote that never closes', async () => {
    const { registrations, problems } = await read('Navn;Notat\nKari;x\n"Ola;y\nIda;z\n');
    expect(registrations.map((one) => one.fields.name)).toEqual(['Kari']);
    expect(problems).toMatchObject([{ code: 'SOS205', location: { file: 'list.csv', line: 3 } }]);
  });

  it('refuses rows whose cells may stand under wrong headers, and warns of short ones', async () => {
    const { registrations, problems } = await read(
      'Navn,By,Notat\nKari,Oslo,hei, du\nIda,Bergen\nLiv,Asker,,,\nOla,Os',
    );
    expect(registrations.map((one) => one.fields.name)).toEqual(['Ida', 'Liv']);
    expect(problems.map(({ code, severity, location }) => [code, severity, location?.line])).toEqual([
      ['SOS206', 'error', 2],
      ['SOS206', 'warning', 3],
      ['SOS206', 'error', 5],
    ]);
  });

  it('says where characters are lost', async () => {
    const { problems } = await read('Navn\nK\ufffdre\nOla\n');
    expect(problems).toMatchObject([{ code: 'SOS219', severity: 'warning', location: { line: 2 } }]);
  });

  it('reads on past NUL bytes, and says where they were', async () => {
    const { registrations, problems } = await read('Navn,Sted\nKari,Oslo\nO\0la,Bergen\n');
    expect(registrations.map((one) => one.fields.name)).toEqual(['Kari', 'Ola']);
    expect(problems).toMatchObject([{ code: 'SOS235', severity: 'warning', location: { line: 3 } }]);
  });

  it('says which encoding a file is probably in, where it looks wrong in Windows-1252', async () => {
    const { problems } = await read(Buffer.from('Navn\nBj\x9brn\nK\x86re\n', 'latin1'));
    expect(problems).toMatchObject([
      {
        code: 'SOS236',
        message: 'Letters look garbled, as "Bj›rn" in place of "Bjørn".',
        hint: expect.stringContaining('--encoding cp850'),
      },
    ]);
  });

  it('says what columns without a name of their own are called', async () => {
    const { problems, columns } = await read('Navn,,Merknad,Merknad,\nKari,x,,y,\n');
    expect(columns.map(({ header }) => header)).toEqual([
      'Navn',
      'Column 2',
      'Merknad',
      'Merknad (2)',
      'Column 5',
    ]);
    expect(problems).toEqual([
      {
        code: 'SOS232',
        severity: 'hint',
        message:
          'Columns without a name of their own are called "Column 2" (no header), "Merknad (2)" (one more "Merknad").',
        hint: 'Give each column a header of its own, in the file or where it is exported.',
        location: { file: 'list.csv', line: 1 },
      },
    ]);
  });

  it('keeps what it found above the table before what it found in the rows', async () => {
    const { registrations, problems } = await read(
      'Deltakerliste\n\nNavn;E-post;Notat\nKari;kari@a.example;5" rør\nOla;o@a.example;a;b\n',
    );
    expect(registrations.map((one) => [one.line, one.fields.name])).toEqual([[4, 'Kari']]);
    expect(problems.map(({ code, location }) => [code, location?.line])).toEqual([
      ['SOS230', 1],
      ['SOS234', 4],
      ['SOS206', 5],
    ]);
  });

  it.skipIf(!HAS_SHARED_DATA).each([
    ['bad-header-less-fields', ['SOS206', 'error', 2]],
    ['bad-header-more-fields', ['SOS206', 'error', 2]],
    ['bad-header-no-header', ['SOS202', 'error', undefined]],
    ['bad-header-wrong-header', ['SOS202', 'error', undefined]],
    ['bad-missing-quote', ['SOS205', 'error', 2]],
    ['bad-quotes-with-unescaped-quote', ['SOS234', 'warning', 2]],
    ['bad-unescaped-quote', ['SOS234', 'warning', 2]],
  ])('csv-test-data: refuses or reports %s with its line', async (name, expected) => {
    const { problems } = await read(readShared(`csv-test-data/csv/${name}.csv`), { foo: 'name' });
    expect(problems.map(({ code, severity, location }) => [code, severity, location?.line])).toEqual([
      expected,
    ]);
  });

  it.skipIf(!HAS_SHARED_DATA)('csv-test-data: there are no more bad files than these', () => {
    const bad = listShared('csv-test-data/csv').filter((name) => name.startsWith('bad-'));
    expect(bad.length).toBe(7);
  });

  it('never fails on a file cut at any byte', async () => {
    for (const name of ['norwegian-excel-export.csv', 'web-form.csv']) {
      const bytes = fixture(name);
      for (let length = 0; length < bytes.length; length += 1) {
        const { registrations, usable, problems } = await read(bytes.subarray(0, length));
        expect(usable || problems.length > 0).toBe(true);
        expect(registrations.length).toBeLessThanOrEqual(7);
      }
    }
  });

  it('never fails on any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const reading = await read(bytes);
        expect(reading.usable || reading.problems.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
