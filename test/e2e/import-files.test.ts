import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/core/registrations/clean-text.ts';
import { readAttendees } from '../../src/folder/attendees.ts';
import { openEvent } from '../../src/folder/event-folder.ts';
import { makeEventFolder, readFiles, SMALL_EVENT } from '../helpers/event-folder.ts';
import { documentOf, runCli } from '../helpers/run-cli.ts';
import { HAS_SHARED_DATA, readShared } from '../helpers/shared-data.ts';

const attendeesOf = async (root: string) =>
  (await readAttendees(await openEvent({ cwd: root, eventPath: undefined }))).value;

describe('the files that sosent import takes', () => {
  it('reads a file in the encoding and by the delimiter that it is told', async () => {
    const root = await makeEventFolder();
    // "Navn/E-post", "Bjørn Åsnes/b@a.example" in the encoding of DOS.
    const bytes = Buffer.from('Navn/E-post\r\nBj\x9brn \x8fsnes/b@a.example\r\n', 'latin1');
    await writeFile(join(root, 'dos.csv'), bytes);
    const run = await runCli(['import', 'dos.csv', '--encoding', 'CP850', '--delimiter', '/', '--json'], {
      cwd: root,
    });
    expect(documentOf<{ files: unknown[] }>(run).result.files).toMatchObject([
      { encoding: 'cp850', delimiter: '/' },
    ]);
    expect((await attendeesOf(root)).map(({ name, email }) => [name, email])).toEqual([
      ['Bjørn Åsnes', 'b@a.example'],
    ]);
  });

  it.each([
    ['--encoding', 'klingon', '--encoding "klingon" is no encoding'],
    ['--delimiter', 'ab', '--delimiter "ab" is not one character'],
    ['--delimiter', '"', 'is not one character'],
  ])('refuses %s %s', async (option, value, message) => {
    const root = await makeEventFolder({ 'list.csv': 'Name\nAda\n' });
    const before = await readFiles(root);
    const run = await runCli(['import', 'list.csv', option, value], { cwd: root });
    expect([run.status, run.stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(await readFiles(root)).toEqual(before);
  });

  it.each(['comma', 'semicolon', 'tab', 'bar'])('knows the delimiter "%s" by its name', async (name) => {
    const sign = { comma: ',', semicolon: ';', tab: '\t', bar: '|' }[name] ?? '';
    const root = await makeEventFolder({ 'list.csv': `Name${sign}Email\nAda${sign}ada@x.example\n` });
    await runCli(['import', 'list.csv', '--delimiter', name], { cwd: root });
    expect((await attendeesOf(root)).map(({ email }) => email)).toEqual(['ada@x.example']);
  });

  it('reads UTF-16 with and without a byte order mark, either way round', async () => {
    const little = Buffer.from('\ufeffNavn\tE-post\r\nÅse 李\ta@a.example\r\n', 'utf16le');
    for (const marked of [little, Buffer.from(little).swap16()]) {
      for (const bytes of [marked, marked.subarray(2)]) {
        const root = await makeEventFolder({ 'list.txt': bytes });
        expect((await runCli(['import', 'list.txt'], { cwd: root })).status).toBe(0);
        expect((await attendeesOf(root)).map(({ name }) => name)).toEqual(['Åse 李']);
      }
    }
  });

  it('says on the terminal what it had to guess, with the rows', async () => {
    const list = 'Our list\n\nName,Email,Note\nAda,ada@x.example,5" pipe\n"Bo,bo@x.example,""a, b"""\n';
    const root = await makeEventFolder({ 'list.csv': list });
    const run = await runCli(['import', 'list.csv'], { cwd: root });
    expect(run.status).toBe(0);
    expect(run.stderr).toContain('hint SOS230  The table begins on line 3;');
    expect(run.stderr).toContain('warning SOS234  On line 4, a quotation mark in the middle of a cell');
    expect(run.stderr).toContain('hint SOS233  On line 5, the whole row stands in quotation marks;');
    expect((await attendeesOf(root)).map(({ name, extra }) => [name, extra['Note']])).toEqual([
      ['Ada', '5" pipe'],
      ['Bo', 'a, b'],
    ]);
  });

  it('loses no earlier import and writes nothing half where a file is cut at any byte', async () => {
    const fixture = fileURLToPath(new URL('../fixtures/import/web-form.csv', import.meta.url));
    const bytes = await readFile(fixture);
    const root = await makeEventFolder({ 'first.csv': 'Name,Email\nAda,ada@x.example\n' });
    await runCli(['import', 'first.csv'], { cwd: root });
    const before = await readFiles(root);
    for (const cut of [0, 1, 40, 241, 242, 300, 365, 500, bytes.length - 1]) {
      await writeFile(join(root, 'cut.csv'), bytes.subarray(0, cut));
      const run = await runCli(['import', 'cut.csv'], { cwd: root });
      expect([0, 1, 2]).toContain(run.status);
      const { 'cut.csv': _cut, ...after } = await readFiles(root);
      if (run.status === 2) expect(after).toEqual(before);
      const people = await attendeesOf(root);
      expect(people.map(({ email }) => email)).toContain('ada@x.example');
      const whole = /^(Ada|Mona Al-Sayed|Nils Hage|李 军)$/;
      expect(people.filter(({ name, email }) => !whole.test(name) || !email.endsWith('.example'))).toEqual(
        [],
      );
    }
  });

  it.skipIf(!HAS_SHARED_DATA)(
    'keeps the strings that break programs from the file to the export, byte for byte',
    async () => {
      const all: string[] = JSON.parse(Buffer.from(readShared('naughty-strings.json')).toString('utf8'));
      const strings = [...new Set(all)];
      // Not names: nothing but blanks, or a sign that people write for "none".
      const refused = strings.filter((one) => /^[-–—.?_]*$/.test(cleanText(one)));
      expect(refused.map(cleanText).sort()).toEqual(['', '', '', '', '-', '--', '-.', '.', '_']);
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const rows = strings.map((text, index) =>
        [`p${index}@x.example`, text, text, text, text].map(quoted).join(','),
      );
      const root = await makeEventFolder({
        'sosent.yaml': SMALL_EVENT.replaceAll(/capacity: \d/g, 'capacity: 400'),
        'list.csv': `Email,Name,Organisation,Role,Notes\n${rows.join('\n')}\n`,
      });
      const run = await runCli(['import', 'list.csv', '--json'], { cwd: root });
      const { rejected } = documentOf<{ rejected: readonly { line: number }[] }>(run).result;
      expect(rejected.length).toBe(refused.length);

      const kept = strings.filter((one) => !refused.includes(one));
      const expected = kept.map(cleanText);
      const people = await attendeesOf(root);
      expect(people.map(({ extra }) => extra['Notes']).sort()).toEqual([...expected].sort());

      expect((await runCli(['assign', '--yes'], { cwd: root })).status).toBe(0);
      const out = await runCli(['export', 'rosters', '--format', 'json', '--out', '-'], { cwd: root });
      const document: {
        tables: { rosters: Record<'time_slot' | 'name' | 'organisation' | 'role', string>[] };
      } = JSON.parse(out.stdout);
      const roster = document.tables.rosters.filter((one) => one.time_slot === '1');
      expect(roster.map(({ name, organisation, role }) => [name, organisation, role]).sort()).toEqual(
        expected.map((text) => [text, text, text]).sort(),
      );
    },
    60_000,
  );
});
