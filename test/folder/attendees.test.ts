import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { SosentError } from '../../src/errors.ts';
import { ATTENDEE_COLUMNS, attendeesFile, readAttendees } from '../../src/folder/attendees.ts';
import { openEvent } from '../../src/folder/event-folder.ts';
import type { Attendee } from '../../src/model/attendee.ts';
import { makeEventFolder, writeFiles } from '../helpers/event-folder.ts';

const ANNE: Attendee = {
  id: 'a0001',
  code: 'K7QM',
  name: 'Anne-Grethe Østbø',
  email: 'anne@example.org',
  phone: '+47 22 00 00 01',
  organisation: 'Bærum kommune',
  unit: 'Oppvekst; skole',
  type: 'teacher',
  role: '',
  language: 'nb',
  delegation: '',
  wishes: [['music'], ['maths']],
  dietary: '',
  accessibility: '',
  needs: 'Leksehjelp\nog "sommerjobb"',
  solutions: '',
  status: 'registered',
  registeredAt: '2026-02-01T09:30:00',
  source: 'påmelding.csv',
  sourceId: '17',
  extra: { Skostørrelse: '38' },
};

const fileOf = (attendees: readonly Attendee[]): string => String(attendeesFile(attendees).content);

async function read(content: string | Uint8Array) {
  const root = await makeEventFolder({ 'data/attendees.csv': content });
  return readAttendees(await openEvent({ cwd: root, eventPath: undefined }));
}

const problemsOf = (error: unknown) => (error as SosentError).problems;

describe('data/attendees.csv', () => {
  test('holds one line per person, by name, and every other column after the known ones', () => {
    const bo = { ...ANNE, id: 'a0002', name: 'Åse', needs: '', extra: { Buss: 'ja' } };
    const [header, ...rows] = fileOf([bo, { ...ANNE, needs: 'Leksehjelp' }]).split('\n');

    expect(header).toBe([...ATTENDEE_COLUMNS, 'Buss', 'Skostørrelse'].join(','));
    expect(rows).toEqual([
      'a0001,K7QM,Anne-Grethe Østbø,anne@example.org,+47 22 00 00 01,Bærum kommune,"Oppvekst; skole",teacher,,nb,,music > maths,,,Leksehjelp,,registered,2026-02-01T09:30:00,påmelding.csv,17,,38',
      'a0002,K7QM,Åse,anne@example.org,+47 22 00 00 01,Bærum kommune,"Oppvekst; skole",teacher,,nb,,music > maths,,,,,registered,2026-02-01T09:30:00,påmelding.csv,17,ja,',
      '',
    ]);
  });

  test('nobody is there before the first import', async () => {
    const root = await makeEventFolder();
    const folder = await openEvent({ cwd: root, eventPath: undefined });

    expect(await readAttendees(folder)).toEqual({ value: [], problems: [] });
  });

  const semicolons = (text: string): string =>
    text.replaceAll(',', ';').replaceAll('\n', '\r\n').replaceAll('Leksehjelp\r\n', 'Leksehjelp\n');

  test.each<[string, (text: string) => Uint8Array]>([
    ['UTF-8 with a byte order mark', (text) => iconv.encode(text, 'utf8', { addBOM: true })],
    ['Windows line ends', (text) => Buffer.from(text.replace(/\n(?!og)/g, '\r\n'))],
    [
      'semicolons and Windows-1252, as a Norwegian Excel saves',
      (text) => iconv.encode(semicolons(text), 'win1252'),
    ],
    ['semicolons behind a sep= line', (text) => Buffer.from(`sep=;\r\n${semicolons(text)}`)],
    ['UTF-16 with a byte order mark', (text) => iconv.encode(text, 'utf16le', { addBOM: true })],
    [
      'tabs and UTF-16, as "Unicode text" saves',
      (text) => iconv.encode(text.replaceAll(',', '\t'), 'utf16le', { addBOM: true }),
    ],
    ['blank lines at the end', (text) => Buffer.from(`${text}\n\n`)],
  ])('reads the same after a spreadsheet rewrote it: %s', async (_what, rewrite) => {
    expect(await read(rewrite(fileOf([ANNE])))).toEqual({ value: [ANNE], problems: [] });
  });

  test('columns in another order, and columns that are not there, do not matter', async () => {
    expect(await read('name;id;wishes\nAnne;a1; music=maths \n')).toMatchObject({
      value: [{ id: 'a1', name: 'Anne', wishes: [['music', 'maths']], language: 'en', status: 'registered' }],
      problems: [],
    });
  });

  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '=1+1',
      '@SUM(A1)',
      "'=x",
      "''",
      '+47 22',
      '-',
      '"',
      '""',
      ',',
      ';',
      ' blank ',
      '\t',
      '\r',
      '\n',
    ),
    fc.constantFrom(
      '\u202eevil',
      '<b>',
      '../../x',
      'a\r\nBcc: x@example.org',
      'null',
      '__proto__',
      '\u2028',
      '\ufeff',
    ),
  );
  // A carriage return and a line feed are one line end to every spreadsheet; NUL is in no text file.
  const cell = text.map((value) => value.replaceAll('\0', ''));
  const header = fc
    .oneof(cell, fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'E-post'))
    .map((value) => value.trim())
    .filter((value) => value !== '' && !ATTENDEE_COLUMNS.includes(value));
  const attendee = fc.record({
    code: cell,
    name: cell,
    email: cell,
    phone: cell,
    organisation: cell,
    unit: cell,
    type: fc.constantFrom('', 'teacher'),
    role: cell,
    language: fc.constantFrom('nb', 'en'),
    delegation: cell,
    wishes: fc.constantFrom<Attendee['wishes']>(
      [],
      [['maths']],
      [['music', 'maths']],
      [['music'], ['maths']],
    ),
    dietary: cell,
    accessibility: cell,
    needs: cell,
    solutions: cell,
    status: fc.constantFrom<Attendee['status']>('registered', 'cancelled'),
    registeredAt: cell,
    source: cell,
    sourceId: cell,
    extra: fc
      .uniqueArray(
        fc.tuple(
          header,
          cell.filter((value) => value !== ''),
        ),
        { selector: ([name]) => name, maxLength: 4 },
      )
      .map((pairs): Attendee['extra'] => Object.fromEntries(pairs)),
  });

  test('gives back whatever was written, letter by letter', async () => {
    const root = await makeEventFolder();
    const folder = await openEvent({ cwd: root, eventPath: undefined });
    await fc.assert(
      fc.asyncProperty(fc.array(attendee, { minLength: 1, maxLength: 4 }), async (people) => {
        const attendees = people.map((one, index) => ({ ...one, id: `a${index}` }));
        await writeFiles(root, { 'data/attendees.csv': fileOf(attendees) });
        const { value, problems } = await readAttendees(folder);
        expect(problems).toEqual([]);
        expect(value).toEqual(attendees);
        expect(fileOf(value)).toBe(fileOf(attendees));
      }),
    );
  });

  test('every cell that means nothing is named, in one pass', async () => {
    const { problems } = await read(
      'id,name,type,wishes,status\n' +
        'a1,Anne,teacher,maths > musik,registered\n' +
        'a1,Bo,headmaster,,here\n' +
        ',Cecilie,,,\n',
    );

    expect(
      problems.map(({ code, message, location }) => [code, location?.line, location?.column, message]),
    ).toEqual([
      ['SOS108', 2, 'wishes', 'There is no theme "musik".'],
      ['SOS108', 3, 'id', 'The id "a1" stands twice.'],
      ['SOS108', 3, 'status', '"here" is none of registered, cancelled.'],
      ['SOS108', 3, 'type', 'There is no attendee type "headmaster" in sosent.yaml.'],
      ['SOS108', 4, 'id', 'Cecilie has no id. `sosent import` gives ids; do not add rows by hand.'],
    ]);
  });

  test.each<[string, string | Uint8Array, string]>([
    ['nothing in it', '', 'The file is empty; not even the header row is there.'],
    ['blank lines only', '\n\n', 'The file is empty; not even the header row is there.'],
    ['the wrong header', 'navn,e-post\nAnne,a@example.org\n', 'The header row lacks "id", "name".'],
    ['a header that stands twice', 'id,name,name\n', 'The column "name" stands twice.'],
    [
      'a picture',
      Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0]),
      'The header row lacks "id", "name".',
    ],
  ])('a file with %s is refused with the way back', async (_what, content, message) => {
    expect(await read(content).catch(problemsOf)).toEqual([
      {
        code: 'SOS108',
        severity: 'error',
        message,
        hint: 'Restore the header row, for instance from git.',
        location: { file: 'data/attendees.csv', line: 1 },
      },
    ]);
  });

  test('a quote that never closes is named', async () => {
    expect(await read('id,name\na1,"Anne\n').catch(problemsOf)).toMatchObject([
      { code: 'SOS108', message: expect.stringContaining('The file is not a table: ') },
    ]);
  });
});
