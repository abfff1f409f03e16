import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HAS_SHARED_DATA, listShared, readShared } from '../helpers/shared-data.ts';
import { dialects, readWhole, recordsOf, tables, writeIn } from '../helpers/tables.ts';

/** Code and line of every problem. */
async function problemsOf(
  content: string | Uint8Array,
): Promise<readonly (readonly [string, number | undefined])[]> {
  const { problems } = await readWhole(content);
  return problems().map(({ code, location }) => [code, location?.line]);
}

describe('readTable', () => {
  it('tells where each row begins, also after cells of several lines', async () => {
    const { headers, rows } = await readWhole('name,note\r\nKari,"one\r\ntwo"\r\n\r\nOla,\r\n');
    expect(headers).toEqual(['name', 'note']);
    expect(rows).toEqual([
      { cells: ['Kari', 'one\r\ntwo'], line: 2 },
      { cells: ['Ola', ''], line: 5 },
    ]);
  });

  it.each(['sep=;\n', '"sep=;"\r\n', 'sep=;\r'])(
    'obeys and skips the line that Excel writes: %j',
    async (line) => {
      const { headers, rows, delimiter } = await readWhole(`${line}a,b;c\n1,5;2\n`);
      expect({ headers, rows, delimiter }).toEqual({
        headers: ['a,b', 'c'],
        rows: [{ cells: ['1,5', '2'], line: 3 }],
        delimiter: ';',
      });
    },
  );

  it("takes the organiser's word on delimiter and encoding", async () => {
    const bytes = Buffer.from([0x42, 0x6a, 0x9b, 0x72, 0x6e, 0x2f, 0x78, 0x2c, 0x79, 0x0a]);
    expect(await recordsOf(bytes, { encoding: 'cp850', delimiter: '/' })).toEqual([['Bjørn', 'x,y']]);
  });

  it('takes any line end, also mixed', async () => {
    expect(await recordsOf('a,b\r1,2\n3,4\r\n5,6\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
  });

  it('changes nothing in the cells, formulas and guards among them', async () => {
    expect(await recordsOf("name,note\n Kari ,'=1+1\n")).toEqual([
      ['name', 'note'],
      [' Kari ', "'=1+1"],
    ]);
  });

  it('gives fifty rows as a sample, and all of them in batches, as often as they are asked for', async () => {
    const text = `name,no\n${Array.from({ length: 200_000 }, (_, index) => `Person,${index}\n`).join('')}`;
    const { sample, rows, batches } = await readWhole(text);
    expect(sample).toEqual(rows.slice(0, 50));
    expect(rows.length).toBe(200_000);
    expect(rows.at(-1)).toEqual({ cells: ['Person', '199999'], line: 200_001 });
    let again = 0;
    let most = 0;
    for await (const batch of batches()) {
      again += batch.length;
      most = Math.max(most, batch.length);
    }
    expect(again).toBe(200_000);
    expect(most).toBeLessThan(30_000);
  });

  it('gives back any table, written in any dialect and encoding that can hold it, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(tables, dialects, fc.integer({ min: 1, max: 300 }), async (rows, how, pieces) => {
        const bytes = writeIn(rows, how);
        fc.pre(bytes !== undefined);
        const { delimiter, encoding } = how;
        // A single column whose cells all hold delimiters is written like rows that are wrapped whole in quotes.
        fc.pre(rows.some((cells) => cells.length > 1 || (cells[0] ?? '').split(delimiter).length < 3));
        expect(await recordsOf(bytes ?? '', { delimiter, encoding, pieces })).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  it('gives them back without being told the dialect, where the table is more than a few signs', async () => {
    const names = [
      'Åse Bjørnstad',
      'Kari, Ola',
      'Lars "Lasse" Li',
      'Ida\nLiv',
      '',
      '1,5',
      'a;b',
      '+47 912 00 001',
    ];
    const row = fc.array(fc.constantFrom(...names), { minLength: 4, maxLength: 4 });
    const bodies = fc.array(row, { minLength: 3, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(bodies, dialects, async (body, how) => {
        const rows = [
          ['Navn', 'Åpen post', 'Område', 'Beløp', 'Nr.'],
          ...body.map((cells, index) => [`Bjørn ${index}`, ...cells]),
        ];
        expect(await recordsOf(writeIn(rows, how) ?? '')).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what readTable has to guess or replace, it says', () => {
  it('nothing about a plain file', async () => {
    expect(await problemsOf('navn;e-post\nKari;k@a.example\n')).toEqual([]);
  });

  it('a title above the table, divided by a blank line', async () => {
    const text =
      'Påmeldte til høstmøtet;;\nEksportert 1.9.2016;;\n;;\nNavn;E-post;Tema\nKari;k@a.example;Arbeid\n';
    const { headers, rows, problems } = await readWhole(text);
    expect(headers).toEqual(['Navn', 'E-post', 'Tema']);
    expect(rows).toEqual([{ cells: ['Kari', 'k@a.example', 'Arbeid'], line: 5 }]);
    expect(problems()).toEqual([
      {
        code: 'SOS230',
        severity: 'hint',
        message:
          'The table begins on line 4; what stands above it was left out: "Påmeldte til høstmøtet", "Eksportert 1.9.2016".',
        hint: 'If one of these lines is the header, fill in its other cells, or delete the lines above it.',
        location: { file: 'list.csv', line: 1 },
      },
    ]);
  });

  it('a title without delimiters', async () => {
    const body = 'Name,Email,Theme\nKari,k@a.example,Work\nOla,o@a.example,Work\n';
    expect((await readWhole(`Our list\n${body}`)).headers).toEqual(['Name', 'Email', 'Theme']);
    expect((await readWhole(`Our list\n\n${body}`)).headers).toEqual(['Name', 'Email', 'Theme']);
  });

  it('two header rows', async () => {
    const text =
      'Deltaker,,,Tema,,\nNavn,E-post,Alder,1. valg,2. valg,Merknad\nKari,k@a.example,30,Arbeid,Eldre,\n';
    const { headers, rows, problems } = await readWhole(text);
    expect(headers).toEqual(['Navn', 'E-post', 'Alder', 'Tema 1. valg', 'Tema 2. valg', 'Merknad']);
    expect(rows.map(({ line }) => line)).toEqual([3]);
    expect(problems()).toMatchObject([{ code: 'SOS231', severity: 'hint', location: { line: 2 } }]);
  });

  it.each([
    ['names only', 'Name,,\nKari,Oslo,Work\nOla,Bergen,Work\n', ['Name', '', '']],
    [
      'a person in the first row',
      'Name,,Email\nKari,Oslo,k@a.example\nOla,Bergen,o@a.example\n',
      ['Name', '', 'Email'],
    ],
    [
      'an ordinary header',
      'Name,Town,Email\nKari,Oslo,\nOla,Bergen,o@a.example\n',
      ['Name', 'Town', 'Email'],
    ],
    ['one column', 'Name\n\nKari\nOla\n', ['Name']],
  ])('but takes no person for a header: %s', async (_case, text, headers) => {
    const table = await readWhole(text);
    expect([table.headers, table.problems()]).toEqual([headers, []]);
  });

  it.each([
    ['every row', '"Navn,E-post,Notat"\n"Kari,k@a.example,""hei, du"""\n"Ola,o@a.example,"\n'],
    ['those with quotes', 'Navn,E-post,Notat\n"Kari,k@a.example,""hei, du"""\nOla,o@a.example,\n'],
  ])('rows wrapped whole in quotes: %s', async (_case, text) => {
    const { headers, rows, problems } = await readWhole(text);
    expect([headers, ...rows.map(({ cells }) => cells)]).toEqual([
      ['Navn', 'E-post', 'Notat'],
      ['Kari', 'k@a.example', 'hei, du'],
      ['Ola', 'o@a.example', ''],
    ]);
    expect(problems()).toMatchObject([{ code: 'SOS233', severity: 'hint', location: { line: 2 } }]);
  });

  it('but leaves a list of names with commas as it is', async () => {
    const people = [['Doe, John'], ['Roe, Jane']];
    expect(await recordsOf('Name\n"Doe, John"\n"Roe, Jane"\n')).toEqual([['Name'], ...people]);
    expect(await recordsOf('"Name, last first"\n"Doe, John"\n"Roe, Jane"\n')).toEqual([
      ['Name, last first'],
      ...people,
    ]);
  });

  it('stray quotation marks, with the lines', async () => {
    const text = 'del,mål\nrør,5" bredt\nstang,7"\n"x" y,"z"\n';
    expect(await recordsOf(text)).toEqual([
      ['del', 'mål'],
      ['rør', '5" bredt'],
      ['stang', '7"'],
      ['"x" y', 'z'],
    ]);
    const { problems } = await readWhole(text);
    expect(problems()).toEqual([
      {
        code: 'SOS234',
        severity: 'warning',
        message: 'On lines 2, 3 and 4, a quotation mark in the middle of a cell was taken as text.',
        hint: 'Check that the row is cut into the right cells. In CSV such a cell is written "5"" pipe".',
        location: { file: 'list.csv', line: 2 },
      },
    ]);
  });

  it('NUL bytes, lost characters and garbled letters, with the lines', async () => {
    const text = 'navn,sted\nK\0ri,Oslo\nB\ufffdrd,Oslo\nBjÃ¸rn,Oslo\n';
    expect(await problemsOf(text)).toEqual([
      ['SOS235', 2],
      ['SOS219', 3],
      ['SOS236', 4],
    ]);
    expect((await readWhole(text)).rows[0]?.cells).toEqual(['Kri', 'Oslo']);
  });

  it('a quote that never closes; the rows before it are kept', async () => {
    const { rows, problems } = await readWhole('a,b\n1,2\n3,"open\n5,6\n');
    expect(rows).toEqual([{ cells: ['1', '2'], line: 2 }]);
    expect(problems()).toMatchObject([{ code: 'SOS205', severity: 'error', location: { line: 3 } }]);
  });

  it('no column for a delimiter behind the last header', async () => {
    expect((await readWhole('a;b;\n1;2\n3;4\n')).headers).toEqual(['a', 'b']);
    expect((await readWhole('a;b;\n1;2;\n3;4;x\n')).headers).toEqual(['a', 'b', '']);
  });
});

describe('a file that breaks off', () => {
  it.each(['norwegian-excel-export.csv', 'web-form.csv'])(
    '%s, cut at any byte, gives its rows before the cut',
    async (name) => {
      const bytes = readFileSync(new URL(`../fixtures/import/${name}`, import.meta.url));
      const { rows, encoding, delimiter } = await readWhole(bytes);
      for (let cut = 0; cut < bytes.length; cut += 1) {
        const part = await readWhole(bytes.subarray(0, cut), { encoding, delimiter });
        const sound = part.rows.filter((row) => row.cut !== true);
        expect(sound).toEqual(rows.slice(0, sound.length));
        expect(part.rows.length - sound.length).toBeLessThanOrEqual(1);
        const isBroken = part.problems().some(({ code }) => code === 'SOS205');
        const ended = bytes.subarray(0, cut).toString('latin1').split('\n').length - 2;
        if (!isBroken && ended > 0) expect(sound.length).toBeGreaterThan(0);
      }
    },
  );
});

describe.skipIf(!HAS_SHARED_DATA)("other people's collections of CSV files", () => {
  const json = (path: string): unknown => JSON.parse(Buffer.from(readShared(path)).toString('utf8'));

  it.each(listShared('csv-spectrum/csvs'))('csv-spectrum: %s', async (name) => {
    const { headers, rows } = await readWhole(readShared(`csv-spectrum/csvs/${name}.csv`));
    const objects = rows.map(({ cells }) =>
      Object.fromEntries(headers.map((header, index) => [header, cells[index] ?? ''])),
    );
    const twin = json(`csv-spectrum/json/${name}.json`);
    // The one twin that is no list has another telephone number than its file.
    const expected = Array.isArray(twin) ? twin : [{ ...Object(twin), 'Contact Phone Number': '2095257564' }];
    expect(objects).toEqual(expected);
  });

  it.each(listShared('csv-test-data/json'))('csv-test-data: %s', async (name) => {
    const { headers, rows } = await readWhole(readShared(`csv-test-data/csv/${name}.csv`));
    const records = name.startsWith('header-')
      ? rows.map(({ cells }) => Object.fromEntries(headers.map((header, index) => [header, cells[index]])))
      : [headers, ...rows.map(({ cells }) => cells)];
    expect(records).toEqual(json(`csv-test-data/json/${name}.json`));
  });

  it('both are complete', () => {
    expect([listShared('csv-spectrum/csvs').length, listShared('csv-test-data/json').length]).toEqual([
      12, 18,
    ]);
  });
});
