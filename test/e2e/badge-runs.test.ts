import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attendeesFile } from '../../src/folder/attendees.ts';
import type { Attendee } from '../../src/model/attendee.ts';
import { attendee } from '../core/assign/small-instances.ts';
import { type Files, makeEventFolder, readFiles } from '../helpers/event-folder.ts';
import { HAS_POPPLER, HAS_ZBAR, readQrCodes, textOfPages } from '../helpers/print-tools.ts';
import { type CliRun, documentOf, runCli } from '../helpers/run-cli.ts';

const ANN = attendee({
  id: 'p1',
  code: 'ANN1',
  name: 'Ann Berg',
  type: 'teacher',
  organisation: 'North School',
  extra: { Table: '10' },
});
const BO = attendee({
  id: 'p2',
  code: 'BO22',
  name: 'Bo Dahl',
  type: 'teacher',
  organisation: 'South School',
  extra: { Table: '9' },
});
const CAS = attendee({
  id: 'p3',
  code: 'CAS3',
  name: 'Cas Eng',
  type: 'teacher',
  organisation: 'North School',
  extra: { Table: '' },
});
const PEOPLE = [ANN, BO, CAS];
const PLACEMENTS = 'attendee,time_slot,session,how,rank\np1,1,maths-1,assigned,1\np2,1,music-1,assigned,\n';

function folderWith(files: Files = {}, people: readonly Attendee[] = PEOPLE): Promise<string> {
  const { path, content } = attendeesFile(people);
  return makeEventFolder({ [path]: content, 'data/placements.csv': PLACEMENTS, ...files });
}

async function change(root: string, people: readonly Attendee[]): Promise<void> {
  const { path, content } = attendeesFile(people);
  await writeFile(join(root, path), content);
}

function badges(cwd: string, ...options: string[]): Promise<CliRun> {
  return runCli(['badges', ...options], { cwd });
}

/** The lines of data/printed-badges.csv: who was put on record, and whether as printed. */
async function recordOf(root: string): Promise<readonly string[]> {
  const files = await readFiles(root);
  const rows = (files['data/printed-badges.csv'] ?? '').trim().split('\n').slice(1);
  return rows
    .map((row) => row.split(','))
    .map(([, who, , badge]) => `${who} ${badge === '' ? 'gone' : 'printed'}`);
}

/** What each page of a PDF of the folder begins to say. */
function pagesOf(root: string, file: string, ...wanted: readonly string[]): readonly string[] {
  return textOfPages(join(root, 'out', file)).map((page) => wanted.find((one) => page.includes(one)) ?? page);
}

describe('sosent badges --changed', () => {
  test('prints everybody where nothing was printed yet, then nobody, and writes nothing', async () => {
    const root = await folderWith();
    const first = await badges(root, '--changed');
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toContain('3 badges');
    const before = await readFiles(root);
    const second = await badges(root, '--changed');
    expect(second).toMatchObject({
      status: 0,
      stderr: '',
      stdout: 'No badge changed since the last print run.\nNothing was printed.\n',
    });
    expect(await readFiles(root)).toEqual(before);
    expect(await recordOf(root)).toEqual(['p1 printed', 'p2 printed', 'p3 printed']);
  });

  test('prints who is new and whose badge says something else, and names who comes no longer', async () => {
    const root = await folderWith();
    await badges(root);
    const dee = attendee({ id: 'p4', name: 'Dee Fox' });
    await change(root, [
      { ...ANN, phone: '+4799999999' },
      { ...BO, role: 'Head' },
      { ...CAS, status: 'cancelled' },
      dee,
    ]);
    const run = await badges(root, '--changed', '--json');
    expect(documentOf(run).result).toMatchObject({
      badges: 2,
      files: ['out/badges-changed.pdf'],
      changes: { added: ['p4'], altered: ['p2'], restyled: [], withdrawn: ['p3'] },
    });
    expect(await recordOf(root)).toEqual([
      'p1 printed',
      'p2 printed',
      'p3 printed',
      'p2 printed',
      'p4 printed',
      'p3 gone',
    ]);
    const again = await badges(root, '--changed');
    expect(again.stdout).toBe('No badge changed since the last print run.\nNothing was printed.\n');
    await change(root, [ANN, BO, CAS]);
    const back = documentOf(await badges(root, '--changed', '--json'));
    expect(back.result).toMatchObject({ changes: { added: ['p3'], altered: ['p2'], withdrawn: ['p4'] } });
  });

  test.each<readonly [what: string, files: Files]>([
    ['a session moves', { 'data/placements.csv': PLACEMENTS.replace('music-1', 'maths-1') }],
  ])('counts a badge on which %s', async (_, files) => {
    const root = await folderWith();
    await badges(root);
    for (const [path, content] of Object.entries(files)) await writeFile(join(root, path), content);
    expect(documentOf(await badges(root, '--changed', '--json')).result).toMatchObject({
      changes: { added: [], altered: ['p2'] },
    });
  });

  test('counts everybody where the look changed, and says so; another size is a print of its own', async () => {
    const root = await folderWith();
    await badges(root);
    await badges(root, '--size', 'wristband', '--out', 'bands.pdf');
    expect((await badges(root, '--changed')).stdout).toContain('Nothing was printed.');
    const parts = new URL('../../templates/badges/lib/base.typ', import.meta.url);
    await mkdir(join(root, 'templates/badges/lib'), { recursive: true });
    await writeFile(
      join(root, 'templates/badges/lib/base.typ'),
      `${await readFile(parts, 'utf8')}\n// Mine.\n`,
    );
    const run = await badges(root, '--changed');
    expect(run.stdout).toContain('3 badges');
    expect(run.stdout).toContain(
      '3 of them say the same and look different: the design or an image changed.',
    );
  });

  test('with a day goes back to what had been printed by then', async () => {
    const root = await folderWith();
    await badges(root);
    expect((await badges(root, '--changed', '2026-01-01')).stdout).toContain('3 badges');
    expect((await badges(root, '--changed', '2999-12-31')).stdout).toContain(
      'No badge changed since 2999-12-31',
    );
    expect(await badges(root, '--changed', 'monday')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('error SOS546'),
    });
  });

  test('a run that fails, or that prints some only, puts nobody else on record', async () => {
    const root = await folderWith({ 'templates/badges/mine.typ.hbs': '#badge({{id}}, nonsense())' });
    expect(await badges(root, '--design', 'mine')).toMatchObject({ status: 2 });
    expect(await recordOf(root)).toEqual([]);
    await badges(root, '--only', 'BO22');
    expect(await recordOf(root)).toEqual(['p2 printed']);
    expect(documentOf(await badges(root, '--changed', '--json')).result).toMatchObject({
      badges: 2,
      changes: { added: ['p1', 'p3'], withdrawn: [] },
    });
  });

  test('leaves counts in the history, and no name', async () => {
    const root = await folderWith();
    await badges(root, '--blank', '2');
    const { 'data/history.jsonl': history = '' } = await readFiles(root);
    expect(JSON.parse(history)).toEqual({
      at: expect.stringMatching(/^\d{4}-/),
      command: 'badges',
      badges: 3,
      blanks: 2,
      added: 3,
      altered: 0,
      withdrawn: 0,
    });
  });

  test('a record that cannot be read is a problem, and nothing is printed', async () => {
    const root = await folderWith({ 'data/printed-badges.csv': 'printed,attendee\n' });
    expect(await badges(root)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('SOS108'),
    });
    expect(Object.keys(await readFiles(root)).filter((path) => path.startsWith('out/'))).toEqual([]);
  });
});

describe.skipIf(!HAS_POPPLER)('the order of the pages', () => {
  const NAMES = ['Ann Berg', 'Bo Dahl', 'Cas Eng'];

  test.each([
    ['name', NAMES],
    ['organisation', ['Ann Berg', 'Cas Eng', 'Bo Dahl']],
    ['table', ['Bo Dahl', 'Ann Berg', 'Cas Eng']],
  ])('is that of --sort %s', async (order, expected) => {
    const root = await folderWith();
    await badges(root, '--sort', order);
    expect(pagesOf(root, 'badges.pdf', ...NAMES)).toEqual(expected);
  });

  test('puts every group behind its cover, and blank badges last', async () => {
    const root = await folderWith();
    const run = await badges(
      root,
      '--group-by',
      'organisation',
      '--sort',
      'table',
      '--blank',
      '1',
      'teacher=1',
      '--json',
    );
    expect(
      pagesOf(root, 'badges.pdf', '1 badge', '2 badges', ...NAMES, 'Teacher\n', 'Participant\n'),
    ).toEqual(['2 badges', 'Ann Berg', 'Cas Eng', '1 badge', 'Bo Dahl', 'Participant\n', 'Teacher\n']);
    expect(documentOf(run).result).toMatchObject({
      badges: 3,
      blanks: 2,
      groups: [
        { title: 'North School', badges: 2 },
        { title: 'South School', badges: 1 },
      ],
      findings: [],
    });
  });

  test('an unknown order is a problem', async () => {
    const root = await folderWith();
    expect(await badges(root, '--sort', 'height')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('error SOS545'),
    });
    expect(await badges(root, '--blank', 'some')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('error SOS547'),
    });
  });
});

describe.skipIf(!HAS_POPPLER || !HAS_ZBAR)('every QR code of a run', () => {
  test('is read as its code, on badges only', async () => {
    const root = await folderWith();
    await badges(root, '--group-by', 'organisation', '--blank', '1');
    const codes = await readQrCodes(join(root, 'out/badges.pdf'));
    expect(codes).toEqual([[], ['ANN1'], ['CAS3'], [], ['BO22'], []]);
  });
});

describe('sosent badges --eject', () => {
  test('copies a design and its parts, which print the same', async () => {
    const root = await folderWith();
    await badges(root);
    const { 'out/badges.pdf': before } = await readFiles(root);
    const run = await badges(root, '--eject', 'classic', '--json');
    const { written } = documentOf(run).result as { readonly written: readonly string[] };
    expect(written).toContain('templates/badges/classic.typ.hbs');
    expect(written).toContain('templates/badges/lib.typ');
    expect(written.filter((path) => /cover|blank|html/.test(path))).toEqual([]);
    await badges(root);
    expect((await readFiles(root))['out/badges.pdf']).toBe(before);
  });

  test('replaces nothing', async () => {
    const own = '#badge({{id}})';
    const root = await folderWith({ 'templates/badges/classic.typ.hbs': own });
    const run = await badges(root, '--eject', 'classic');
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toContain(
      'There already, and left as they are:\n  templates/badges/classic.typ.hbs\n',
    );
    const before = await readFiles(root);
    expect(before['templates/badges/classic.typ.hbs']).toBe(own);
    expect(await badges(root, '--eject', 'classic')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('error SOS548'),
    });
    expect(await readFiles(root)).toEqual(before);
    await rm(join(root, 'templates/badges/lib.typ'));
    expect((await badges(root, '--eject', 'classic')).stdout).toContain('  templates/badges/lib.typ\n');
  });

  test('of a design that is not built in is a problem', async () => {
    const run = await badges(await folderWith(), '--eject', '../classic');
    expect(run).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('error SOS503  sosent brings no badge design "../classic".'),
    });
  });
});
