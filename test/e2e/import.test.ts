import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/core/registrations/clean-text.ts';
import { readAttendees } from '../../src/folder/attendees.ts';
import { openEvent } from '../../src/folder/event-folder.ts';
import { copyExample, makeEventFolder, makeFolder, readFiles } from '../helpers/event-folder.ts';
import { documentOf, runCli } from '../helpers/run-cli.ts';
import { HAS_SHARED_DATA, readShared } from '../helpers/shared-data.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/import/${name}`, import.meta.url));
const NOW = { SOSENT_NOW: '2016-10-01T12:00:00Z' };

interface ImportResult {
  readonly dryRun: boolean;
  readonly files: readonly { readonly encoding: string; readonly delimiter: string; readonly rows: number }[];
  readonly counts: Readonly<Record<string, number>>;
  readonly added: readonly string[];
  readonly rejected: readonly { readonly file: string; readonly line: number }[];
}

/** The example's event with two registration files of different kind, and nobody in it yet. */
async function conference(): Promise<string> {
  const root = await makeEventFolder({
    'sosent.yaml': await readFile(new URL('../../examples/sosent-2016/sosent.yaml', import.meta.url)),
    'norsk.csv': await readFile(fixture('norwegian-excel-export.csv')),
    'web.csv': await readFile(fixture('web-form.csv')),
  });
  return root;
}

const dataOf = async (root: string) =>
  Object.fromEntries(Object.entries(await readFiles(root)).filter(([path]) => path.startsWith('data/')));

describe('sosent import', () => {
  it('takes a Norwegian Excel export and a web form in, and reports their bad rows', async () => {
    const root = await conference();
    const run = await runCli(['import', 'norsk.csv', 'web.csv'], { cwd: root, env: NOW });
    expect(run.status).toBe(1);
    expect(run.stdout).toContain('norsk.csv  Windows-1252, semicolons, 7 rows');
    expect(run.stdout).toContain(
      '6 added   0 changed   0 unchanged   2 duplicate rows merged   2 rows rejected',
    );
    expect(run.stdout.split('\n').length).toBeLessThan(40);
    expect(Math.max(...run.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(run.stderr).toContain(
      'error SOS203  Unknown theme "Romfart" in wish 1.\n  --> norsk.csv:4, column "Tema 1. valg"',
    );
    expect(run.stderr).toContain('error SOS208  "ola.dale(a)oslo.example" is not an e-mail address');
    const data = await dataOf(root);
    expect(data['data/attendees.csv']).toBe(await readFile(fixture('expected-attendees.csv'), 'utf8'));
    const history = JSON.parse(data['data/history.jsonl'] ?? '');
    expect(history).toEqual({
      at: '2016-10-01T12:00:00.000Z',
      command: 'import',
      files: [
        { file: 'norsk.csv', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), source: 'table', rows: 7 },
        { file: 'web.csv', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), source: 'table', rows: 3 },
      ],
      counts: { added: 6, changed: 0, unchanged: 0, merged: 2, rejected: 2 },
    });
  });

  it('leaves the folder byte for byte as it is when the same files come again, in any order', async () => {
    const root = await conference();
    await runCli(['import', 'norsk.csv', 'web.csv'], { cwd: root, env: NOW });
    const before = await readFiles(root);
    for (const files of [['web.csv', 'norsk.csv'], ['norsk.csv'], ['web.csv']]) {
      const run = await runCli(['import', ...files, '--json'], { cwd: root });
      const { counts } = documentOf<ImportResult>(run).result;
      expect([counts['added'], counts['changed']]).toEqual([0, 0]);
      expect(await readFiles(root)).toEqual(before);
    }
  });

  it('shows the same diff with --dry-run and writes nothing', async () => {
    const root = await conference();
    const before = await readFiles(root);
    const dry = await runCli(['import', 'norsk.csv', '--dry-run', '--json'], { cwd: root });
    expect(await readFiles(root)).toEqual(before);
    const real = await runCli(['import', 'norsk.csv', '--json'], { cwd: root });
    expect({ ...documentOf<ImportResult>(dry).result, dryRun: false }).toEqual(documentOf(real).result);
  });

  it('reads standard input', async () => {
    const root = await makeEventFolder();
    const run = await runCli(['import', '-', '--json'], {
      cwd: root,
      input: 'Name\tWishes\nAda Lowe\tMusic > Mathematics\n',
    });
    expect(run.status).toBe(0);
    expect(documentOf<ImportResult>(run).result.files).toMatchObject([
      { file: 'stdin', delimiter: '\t', rows: 1 },
    ]);
    expect((await dataOf(root))['data/attendees.csv']).toContain('Ada Lowe');
  });

  it("keeps the organiser's edits, and a file that Excel has saved again", async () => {
    const root = await makeEventFolder({ 'list.csv': 'Name,Email,Mobile\nAda Lowe,ada@x.example,1\n' });
    await runCli(['import', 'list.csv'], { cwd: root });
    const path = join(root, 'data/attendees.csv');
    const saved = (await readFile(path, 'utf8'))
      .replace('ada@x.example,1,', 'ada@x.example,999,')
      .replaceAll(',', ';');
    await writeFile(path, `\ufeff${saved.replaceAll('\n', '\r\n')}`);
    await runCli(['import', 'list.csv'], { cwd: root });
    expect(await readFile(path, 'utf8')).toContain('ada@x.example;999;');
  });

  it('takes the good file in where another is bad', async () => {
    const root = await makeEventFolder({ 'list.csv': 'Name\nAda Lowe\n', 'photo.csv': '\x89PNG' });
    await writeFile(join(root, 'photo.csv'), Buffer.from([0x89, 0x50, 0x4e, 0x47]));
    const run = await runCli(['import', 'photo.csv', 'gone.csv', 'list.csv', '--json'], { cwd: root });
    const { exit, problems, result } = documentOf<ImportResult>(run);
    expect([exit, problems.map((one) => one['code']), result.counts['added']]).toEqual([
      1,
      ['SOS105', 'SOS201'],
      1,
    ]);
  });

  it.each([
    ['a missing file', 'gone.csv', 'SOS105'],
    ['a folder', 'data', 'SOS105'],
    ['an empty file', 'empty.csv', 'SOS202'],
    ['a header only', 'header.csv', 'SOS202'],
    ['a workbook', 'book.csv', 'SOS201'],
    ['a list without names', 'nameless.csv', 'SOS204'],
  ])('refuses %s with exit 2 and writes nothing', async (_case, file, code) => {
    const root = await makeEventFolder({
      'data/pins.csv': 'attendee,session\n',
      'empty.csv': '',
      'header.csv': 'Name,Email\n',
      'book.csv': 'PK\x03\x04 xl/workbook.xml',
      'nameless.csv': 'Email,Phone\na@x.example,1\n',
    });
    const before = await readFiles(root);
    const run = await runCli(['import', file, '--json'], { cwd: root });
    expect(run.status).toBe(2);
    expect(documentOf(run)).toMatchObject({ ok: false, exit: 2, result: null, problems: [{ code }] });
    expect(await readFiles(root)).toEqual(before);
  });

  it('refuses a column mapped to a field that does not exist', async () => {
    const yaml = await readFile(new URL('../../examples/sosent-2016/sosent.yaml', import.meta.url), 'utf8');
    const root = await makeEventFolder({
      'sosent.yaml': yaml.replace('"Hva trenger dere?": needs', '"Hva trenger dere?": behov'),
      'list.csv': 'Name\nAda\n',
    });
    const run = await runCli(['import', 'list.csv'], { cwd: root });
    expect([run.status, run.stderr]).toEqual([2, expect.stringContaining('mapped to "behov"')]);
  });

  it('prints hostile names harmlessly and keeps them as they are', async () => {
    const name = '\u202eKari\u001b[31m <script>';
    const root = await makeEventFolder({
      'list.csv': `Name,__proto__,constructor,id\n${name},=1+1,x,y\nOla,,,\n`,
    });
    const run = await runCli(['import', 'list.csv'], { cwd: root });
    expect(run.stdout + run.stderr).not.toContain('\u001b');
    expect(run.stdout + run.stderr).not.toContain('\u202e');
    const csv = (await dataOf(root))['data/attendees.csv'] ?? '';
    expect(csv).toContain(name);
    expect(csv.split('\n')[0]).toMatch(/,__proto__,constructor$/);
    expect(csv).not.toContain('function');
  });

  it.skipIf(!HAS_SHARED_DATA)(
    'keeps the strings that break programs as names, organisations and extras',
    async () => {
      const all: string[] = JSON.parse(Buffer.from(readShared('naughty-strings.json')).toString('utf8'));
      const strings = [
        ...new Set(
          all.filter(
            (one) =>
              cleanText(one) === one.normalize('NFC') && !/^[-–—.?_]*$/.test(one) && !one.includes('\0'),
          ),
        ),
      ];
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const rows = strings.map((text, index) =>
        [`p${index}@x.example`, text, text, text].map(quoted).join(','),
      );
      const root = await makeEventFolder({
        'list.csv': `Email,Name,Organisation,Notes\n${rows.join('\n')}\n`,
      });
      const run = await runCli(['import', 'list.csv', '--json'], { cwd: root });
      expect(run.status).toBe(0);
      const { value } = await readAttendees(await openEvent({ cwd: root, eventPath: undefined }));
      const kept = Object.fromEntries(
        value.map((one) => [one.email, [one.name, one.organisation, one.extra['Notes']]]),
      );
      const expected = strings.map((one, index) => {
        const text = one.normalize('NFC');
        return [`p${index}@x.example`, [text, text, text]];
      });
      expect(kept).toEqual(Object.fromEntries(expected));
      const before = await readFiles(root);
      await runCli(['import', 'list.csv'], { cwd: root });
      expect(await readFiles(root)).toEqual(before);
    },
  );

  it.each(['sosent-2016', 'teachers-day'])(
    'imports the files of the example %s without a flag',
    async (name) => {
      const root = await copyExample(name);
      await rm(join(root, 'data/attendees.csv'), { force: true });
      const files = Object.keys(await readFiles(root)).filter((path) => path.startsWith('registrations/'));
      const run = await runCli(['import', ...files, '--json'], { cwd: root });
      const { files: read, counts } = documentOf<ImportResult>(run).result;
      const rows = read.reduce((sum, one) => sum + one.rows, 0);
      const { added = 0, merged = 0, rejected = 0 } = counts;
      expect(added).toBeGreaterThan(0.9 * rows);
      expect(added + merged + rejected).toBe(rows);
    },
  );

  it.skipIf(process.getuid?.() === 0)('says so where the folder is read-only', async () => {
    const root = await makeEventFolder({ 'list.csv': 'Name\nAda\n' });
    await chmod(root, 0o500);
    const run = await runCli(['import', 'list.csv'], { cwd: root });
    await chmod(root, 0o700);
    expect([run.status, run.stderr]).toEqual([4, expect.stringContaining('SOS104')]);
  });

  it('needs an event folder', async () => {
    const run = await runCli(['import', 'list.csv'], { cwd: await makeFolder() });
    expect([run.status, run.stderr]).toEqual([2, expect.stringContaining('SOS102')]);
  });
});
