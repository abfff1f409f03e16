import { chmod, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
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
  readonly applied: boolean;
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
      counts: {
        added: 6,
        changed: 0,
        unchanged: 0,
        withdrawn: 0,
        joined: 0,
        merged: 2,
        leftOut: 0,
        rejected: 2,
      },
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
    expect({ ...documentOf<ImportResult>(dry).result, applied: true }).toEqual(documentOf(real).result);
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
    ['a workbook that is broken off', 'book.csv', 'SOS226'],
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
      const { added = 0, merged = 0, leftOut = 0, rejected = 0 } = counts;
      expect(added).toBeGreaterThan(0.9 * rows);
      expect(added + merged + leftOut + rejected).toBe(rows);
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

describe('sosent import with bad rows', () => {
  const LIST =
    'Navn;E-post;Notat\nKari Moe;kari@a.example;ok\nOla Dahl;ola(a)a.example;=1+1\n;eva@a.example;x\n';
  const folder = () => makeEventFolder({ 'list.csv': LIST });

  it('writes them with their reasons to --rejects, to be mended and imported again', async () => {
    const root = await folder();
    const run = await runCli(['import', 'list.csv', '--rejects', 'rejected.csv'], { cwd: root, env: NOW });
    const rejected = await readFile(join(root, 'rejected.csv'), 'utf8');

    expect(run.status).toBe(1);
    expect(run.stdout).toContain('Rows to mend and import again: rejected.csv');
    expect(rejected).toBe(
      '\ufeffReason (sosent);Navn;E-post;Notat\n' +
        `"""ola(a)a.example"" is not an e-mail address; the row was not imported.";Ola Dahl;ola(a)a.example;'=1+1\n` +
        'The row has no name and was not imported.;;eva@a.example;x\n',
    );

    await writeFile(
      join(root, 'rejected.csv'),
      rejected.replaceAll('(a)', '@').replace(';;eva', ';Eva Lie;eva'),
    );
    const again = await runCli(['import', 'rejected.csv'], { cwd: root, env: NOW });
    expect(again.status).toBe(0);
    const attendees = await readFile(join(root, 'data/attendees.csv'), 'utf8');
    expect(attendees.match(/^id,.*$|Moe|Ola Dahl|Eva Lie/gm)).toEqual([
      expect.stringMatching(/,source_id,Notat$/),
      'Eva Lie',
      'Moe',
      'Ola Dahl',
    ]);
    expect(attendees).toContain(",'=1+1\n");
  });

  it.each(['data/attendees.csv', 'data/../data/new.csv', 'sosent.yaml', 'link/attendees.csv'])(
    '--rejects %s would replace what stands in the event folder',
    async (path) => {
      const root = await makeEventFolder({ 'list.csv': 'Name,E-mail\nAnn Lie,\n,bo@example.org\n' });
      await mkdir(join(root, 'data'), { recursive: true });
      await symlink('data', join(root, 'link'));
      const before = await readdir(root, { recursive: true });
      const run = await runCli(['import', 'list.csv', '--rejects', path], { cwd: root });

      expect(run.status).toBe(3);
      expect(run.stderr).toMatch(
        /^error SOS106 {2}--rejects leads into (data\/|sosent\.yaml) of the event folder/,
      );
      expect(await readdir(root, { recursive: true })).toEqual(before);
    },
  );

  it('--rejects never replaces what was imported', async () => {
    const root = await folder();
    const before = await readFiles(root);
    const run = await runCli(['import', 'list.csv', '--rejects', './list.csv'], { cwd: root });

    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain('SOS101');
    expect(await readFiles(root)).toEqual(before);
  });

  it('--strict writes nothing at all, and says so', async () => {
    const root = await folder();
    const before = await readFiles(root);
    const run = await runCli(['import', 'list.csv', '--strict', '--rejects', 'rejected.csv'], { cwd: root });

    expect(run.status).toBe(1);
    expect(run.stdout).toContain('Nothing was written (--strict).');
    expect(await readFiles(root)).toEqual(before);
  });
});

describe('sosent import --complete', () => {
  const list = (count: number): string =>
    `Navn;E-post\n${Array.from({ length: count }, (_, index) => `Person ${'abcdefghijklmnopqrst'[index]}${index};p${index}@a.example\n`).join('')}`;

  it('refuses a list that misses many until --yes stands for it', async () => {
    const root = await makeEventFolder({ 'all.csv': list(20), 'few.csv': list(5) });
    await runCli(['import', 'all.csv'], { cwd: root, env: NOW });
    const before = await readFiles(root);
    const refused = await runCli(['import', 'few.csv', '--complete'], { cwd: root, env: NOW });

    expect(refused.status).toBe(3);
    expect(refused.stderr).toContain(
      'error SOS251  The list misses 15 of 20 attendees; nothing was written.',
    );
    expect(await readFiles(root)).toEqual(before);

    const taken = await runCli(['import', 'few.csv', '--complete', '--yes'], { cwd: root, env: NOW });
    expect(taken.status).toBe(0);
    expect(taken.stdout).toContain('0 added   0 changed   5 unchanged   15 withdrawn');
  });
});

describe('sosent import --merge', () => {
  it('needs no file', async () => {
    const root = await makeEventFolder({
      'list.csv': 'Navn;E-post\nKari Moe;k@a.example\nEva Lie;e@a.example\n',
    });
    await runCli(['import', 'list.csv'], { cwd: root, env: NOW });
    const run = await runCli(['import', '--merge', 'k@a.example=Eva Lie'], { cwd: root, env: NOW });

    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toBe(
      '0 added   0 changed   0 unchanged   1 joined with another\n\nWritten to data/attendees.csv. Next: sosent check\n',
    );
  });

  const pinned = async (pins: string): Promise<string> => {
    const root = await makeEventFolder({
      'list.csv': 'Name;Email\nKari Moe;k@a.example\nEva Lie;e@a.example\nBo Ek;b@a.example\n',
      'data/pins.csv': pins,
    });
    await runCli(['import', 'list.csv'], { cwd: root, env: NOW });
    return root;
  };
  const MERGE = ['import', '--merge', 'k@a.example=Eva Lie'];

  it('moves the pins of the one who goes, says so, and leaves everything else in the file', async () => {
    const root = await pinned(
      '\ufeffattendee;session;kind;reason;asked by\r\nb@a.example;music-1;pin;;Bo\r\nE@a.example;maths-1;pin;"Speaks; first";Eva\r\nk@a.example;music-1;exclude;;\r\n',
    );
    const run = await runCli(MERGE, { cwd: root, env: NOW });
    const data = await dataOf(root);
    const code = /,(\w{4}),Kari Moe,/.exec(data['data/attendees.csv'] ?? '')?.[1];

    expect(run.status).toBe(0);
    expect(run.stderr.replaceAll(/\s+/g, ' ')).toContain(
      `hint SOS252 The pin to maths-1 names Kari Moe (${code}) in place of Eva Lie ("E@a.example"). --> data/pins.csv:3, column "attendee"`,
    );
    expect(data['data/pins.csv']).toBe(
      `\ufeffattendee;session;kind;reason;asked by\nb@a.example;music-1;pin;;Bo\n${code};maths-1;pin;"Speaks; first";Eva\nk@a.example;music-1;exclude;;\n`,
    );
    expect((await runCli(['assign', '--yes'], { cwd: root, env: NOW })).status).toBe(0);
  });

  it('writes nothing where the pins of the two contradict each other', async () => {
    const root = await pinned('attendee,session\nk@a.example,maths-1\ne@a.example,music-1\n');
    const before = await readFiles(root);
    for (const more of [[], ['--dry-run'], ['--strict']]) {
      const run = await runCli([...MERGE, ...more], { cwd: root, env: NOW });
      expect(run.status).toBe(2);
      expect(run.stderr).toContain('error SOS404  Kari Moe is pinned to');
      expect(run.stderr.replaceAll(/\s+/g, ' ')).toMatch(
        /at the same time \(lines 2 and 3\), once --merge has put Kari Moe \(\w{4}\) and Eva Lie \(\w{4}\) together/,
      );
      expect(await readFiles(root)).toEqual(before);
    }
  });
});
