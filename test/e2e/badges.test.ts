import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { orderBadges } from '../../src/core/badges/order-badges.ts';
import { attendeesFile, readAttendees } from '../../src/folder/attendees.ts';
import { openEvent } from '../../src/folder/event-folder.ts';
import type { Attendee } from '../../src/model/attendee.ts';
import { attendee } from '../core/assign/small-instances.ts';
import { copyExample, type Files, makeEventFolder, readFiles, SMALL_EVENT } from '../helpers/event-folder.ts';
import { makeFont } from '../helpers/make-font.ts';
import {
  fontsOf,
  HAS_POPPLER,
  HAS_ZBAR,
  pageSizes,
  readQrCodes,
  textOfPages,
} from '../helpers/print-tools.ts';
import { type CliRun, documentOf, runCli } from '../helpers/run-cli.ts';

const PEOPLE = [
  attendee({ id: 'p1', code: 'ANN1', name: 'Ann Berg', type: 'teacher', organisation: 'North School' }),
  attendee({ id: 'p2', code: 'BO22', name: 'Bo Dahl', type: 'teacher' }),
  attendee({ id: 'p3', code: 'CAS3', name: 'Cas Eng', status: 'cancelled' }),
];
const PLACEMENTS = 'attendee,time_slot,session,how,rank\np1,1,maths-1,assigned,1\np2,1,music-1,waitlisted,\n';

function folderWith(files: Files = {}, people: readonly Attendee[] = PEOPLE): Promise<string> {
  const { path, content } = attendeesFile(people);
  return makeEventFolder({ [path]: content, 'data/placements.csv': PLACEMENTS, ...files });
}

function badges(cwd: string, ...options: string[]): Promise<CliRun> {
  return runCli(['badges', ...options], { cwd });
}

describe('sosent badges', () => {
  test('prints everybody who is registered, keeps what was printed, and says where the files are', async () => {
    const root = await folderWith();
    const before = await readFiles(root);
    expect(await badges(root)).toEqual({
      status: 0,
      signal: null,
      stdout: `2 badges, one on a page of 105 x 148 mm.
  out/badges.pdf
To look through them first: sosent badges --preview
`,
      stderr: '',
    });
    const after = await readFiles(root);
    expect(Object.keys(after).filter((path) => !(path in before))).toEqual([
      'data/history.jsonl',
      'data/printed-badges.csv',
      'out/badges.pdf',
    ]);
    expect(after).toMatchObject(before);
  });

  test('a second run writes the same bytes', async () => {
    const root = await folderWith();
    await badges(root, '--preview');
    const first = await Promise.all(
      ['pdf', 'html'].map((kind) => readFile(join(root, `out/badges.${kind}`))),
    );
    await badges(root, '--preview');
    const second = await Promise.all(
      ['pdf', 'html'].map((kind) => readFile(join(root, `out/badges.${kind}`))),
    );
    expect(second.map((bytes, index) => first[index]?.equals(bytes))).toEqual([true, true]);
  });

  test('--json lists the files and what to look at', async () => {
    const people = [
      ...PEOPLE,
      attendee({ id: 'p4', code: '', type: 'teacher', name: `Dee ${'x'.repeat(90)}` }),
    ];
    const run = await badges(await folderWith({}, people), '--json');
    const { problems, result, ok } = documentOf(run);
    const cut = `Dee ${'x'.repeat(56)}… (page 3): the name does not fit and was cut.`;
    const noCode = `Dee ${'x'.repeat(56)}… (page 3): no QR code, the attendee has no code.`;
    const about = { attendee: 'p4', name: people[3]?.name, page: 3 };
    expect(result).toEqual({
      badges: 3,
      size: { width: 105, height: 148 },
      sheet: { width: 105, height: 148, places: 1 },
      pages: 3,
      files: ['out/badges.pdf'],
      blanks: 0,
      groups: null,
      changes: null,
      findings: [
        { ...about, code: 'SOS507', message: cut },
        { ...about, code: 'SOS511', message: noCode },
      ],
    });
    expect({ ok, status: run.status, messages: problems.map((one) => one['message']) }).toEqual({
      ok: false,
      status: 1,
      messages: [cut, noCode],
    });
  });

  test('--only prints those who are named, beside the badges of everybody', async () => {
    const root = await folderWith();
    const run = await badges(root, '--only', 'bo22');
    expect(run.stdout).toContain('1 badge, one on a page');
    expect(Object.keys(await readFiles(join(root, 'out')))).toEqual(['badges-only.pdf']);
  });

  test('--out names the PDF; the page lies beside it', async () => {
    const root = await folderWith();
    const run = await badges(
      join(root, 'data'),
      '--out',
      '../print/Day One.pdf',
      '--size',
      'A7',
      '--preview',
    );
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toContain('2 badges, one on a page of 74 x 105 mm.');
    expect(Object.keys(await readFiles(join(root, 'print')))).toEqual(['Day One.html', 'Day One.pdf']);
  });

  test('many badges lie on a sheet, from a used one on, as the command line or sosent.yaml says', async () => {
    const card = '#badge({{id}}, text({{attendee.name}}))';
    const files = {
      'templates/badges/card.landscape.typ.hbs': card,
      'templates/badges/card.landscape.back.typ.hbs': card,
    };
    const root = await folderWith(files);
    const options = [
      '--design',
      'card',
      '--sheet',
      'Herma-4412',
      '--start-at',
      '10',
      '--duplex',
      'short',
      '--offset',
      '-1.5,0.8',
    ];
    const run = await badges(root, ...options);
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toBe(`2 badges of 80 x 50 mm, 10 on a sheet of 210 x 297 mm: 4 pages.
  Print on both sides of the paper, turned over the short edge.
  out/badges.pdf
To look through them first: sosent badges --preview
`);
    const yaml = `${SMALL_EVENT}badges:
  design: card
  sheet: mine
  offset: [-1.5, 0.8]
  sheets: [{ id: mine, paper: a4, width: 80, height: 50, columns: 2, rows: 5, across: 95, down: 55 }]
`;
    const own = await folderWith({ ...files, 'sosent.yaml': yaml });
    const other = await badges(own, '--start-at', '10', '--duplex', 'short');
    expect(other).toMatchObject({ status: 0, stderr: '', stdout: run.stdout });
    const pdfs = await Promise.all([root, own].map((folder) => readFile(join(folder, 'out/badges.pdf'))));
    expect(pdfs[0]?.equals(pdfs[1] ?? Buffer.of())).toBe(true);
  });

  test('--ruler prints a page to measure the printer by, for nobody yet too', async () => {
    const root = await makeEventFolder();
    const run = await badges(root, '--ruler', '--sheet', 'letter');
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toBe(
      'A page to measure your printer by; what to do stands on it.\n  out/badges-ruler.pdf\n',
    );
    expect(Object.keys(await readFiles(join(root, 'out')))).toEqual(['badges-ruler.pdf']);
  });

  test('exit 1 where there is something to look at first; --strict then writes nothing', async () => {
    const people = [...PEOPLE, attendee({ id: 'p4', code: 'ANN1', name: 'Dee Foss' })];
    const config = { 'sosent.yaml': `${SMALL_EVENT}badges: { qr: none }\n` };
    const root = await folderWith(config, people);
    const strict = await badges(root, '--strict');
    expect(strict).toEqual({
      status: 1,
      signal: null,
      stdout: 'Nothing was written, 2 of 3 badges to look at; see the warnings.\n',
      stderr: `warning SOS537  Ann Berg (page 1): the code ANN1 is also that of Dee Foss (page
  3).
  hint: Empty the code of one of them in data/attendees.csv; the next import
        gives a new one.
warning SOS537  Dee Foss (page 3): the code ANN1 is also that of Ann Berg (page
  1).
  hint: Empty the code of one of them in data/attendees.csv; the next import
        gives a new one.
warning SOS538  Dee Foss (page 3): no attendee type.
  hint: Fill in the column type of data/attendees.csv: teacher.
`,
    });
    expect(Object.keys(await readFiles(root)).filter((path) => path.startsWith('out/'))).toEqual([]);

    const run = await badges(root);
    expect({ ...run, stdout: '' }).toEqual({ ...strict, stdout: '' });
    expect(run.stdout).toContain('sosent badges --preview\n2 of them to look at');
  });

  test('--strict writes where there is nothing to look at', async () => {
    expect(await badges(await folderWith(), '--strict')).toMatchObject({ status: 0, stderr: '' });
  });

  test('a font of the event folder prints the signs that no other has', async () => {
    const sign = '\u{10fffd}';
    const people = [attendee({ id: 'p1', code: 'ANN1', name: `Ann ${sign}`, type: 'teacher' })];
    const without = await badges(await folderWith({}, people));
    expect(without).toMatchObject({ status: 1, stderr: expect.stringContaining('warning SOS509  Ann') });
    const root = await folderWith(
      { 'sosent.yaml': `${SMALL_EVENT}badges: { fonts: [fonts/own.ttf] }\n` },
      people,
    );
    await mkdir(join(root, 'fonts'));
    await writeFile(join(root, 'fonts/own.ttf'), makeFont('Own', sign));
    expect(await badges(root)).toMatchObject({ status: 0, stderr: '' });
  });

  test('a logo that cannot be printed is left out, and named', async () => {
    const logos = '[logo.png, ../logo.png, gone.svg, ok.svg]';
    const root = await folderWith({
      'sosent.yaml': `${SMALL_EVENT}badges: { logos: ${logos} }\n`,
      'logo.png': 'no image',
      'ok.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    });
    const run = await badges(root, '--json');
    const { result, problems } = JSON.parse(run.stdout);
    expect(run.status).toBe(1);
    expect(result.files).toEqual(['out/badges.pdf']);
    expect(problems.map((one: { code: string; message: string }) => [one.code, one.message])).toEqual([
      ['SOS506', 'The logo "../logo.png" is not printed: it lies outside the event folder.'],
      ['SOS506', 'The logo "gone.svg" is not printed: there is no such file.'],
      ['SOS506', expect.stringMatching(/^The logo "logo\.png" is not printed: /)],
    ]);
  });

  test('before anything is assigned the badges show no sessions, and that is said', async () => {
    const { path, content } = attendeesFile(PEOPLE);
    const run = await badges(await makeEventFolder({ [path]: content }));
    expect(run).toMatchObject({ status: 0, stderr: expect.stringContaining('warning SOS510') });
  });

  test('a name cannot take over the terminal', async () => {
    const evil = attendee({ id: 'p9', type: 'teacher', name: `\u001b[2J\u202e${'x'.repeat(200)}` });
    const run = await badges(await folderWith({}, [evil]));
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('\\u{1b}[2J\\u{202e}xxx');
    expect(run.stdout + run.stderr).not.toContain('\u001b');
    expect(run.stdout + run.stderr).not.toContain('\u202e');
  });
});

describe.skipIf(!HAS_POPPLER || !HAS_ZBAR)('the badges of the example sosent-2016', async () => {
  test('are A6, with all fonts inside, every name on its page and every QR code readable', {
    timeout: 180_000,
  }, async () => {
    const root = await copyExample('sosent-2016');
    const files = ['pamelding-kommune.csv', 'webform.csv'].map((name) => `registrations/${name}`);
    await runCli(['import', ...files], { cwd: root });
    await runCli(['assign'], { cwd: root });
    const run = await badges(root, '--json');
    expect(run.status).toBe(0);

    const folder = await openEvent({ cwd: root, eventPath: undefined });
    const people = orderBadges(
      (await readAttendees(folder)).value.filter((one) => one.status === 'registered'),
      folder.event,
      'name',
    );
    const pdf = join(root, 'out/badges.pdf');
    expect(people.length).toBeGreaterThan(150);
    expect(fontsOf(pdf).missing).toEqual([]);
    const sizes = pageSizes(pdf);
    expect(sizes.filter(([w, h]) => Math.abs(w - 105) > 0.01 || Math.abs(h - 148) > 0.01)).toEqual([]);
    const pages = textOfPages(pdf).map((page) => page.replaceAll('\n', ' '));
    expect(pages.map((page, index) => page.includes(people[index]?.name ?? '?'))).toEqual(
      people.map(() => true),
    );
    expect(await readQrCodes(pdf)).toEqual(people.map((one) => [one.code]));
  });
});

describe('what cannot be printed ends the command, and nothing is written', () => {
  const CLASSIC = '#badge({{id}},\n  person(name: {{attendee.name}}),\n)';

  test.each<readonly [what: string, options: readonly string[], files: Files, stderr: string]>([
    [
      'a size that does not exist',
      ['--size', 'a9'],
      {},
      'error SOS503  There is no badge size "a9".\n  hint: The sizes are a5, a6, a7, a5-fold, a6-fold, 90x55, 100x150, 86x54,\n        4x3in, wristband.\n',
    ],
    [
      'a design that does not exist',
      ['--design', 'fancy'],
      {},
      'error SOS503  There is no badge design "fancy".\n  hint: The built-in designs are classic, bold, minimal and programme; one of\n        your own is templates/badges/<name>.typ.hbs in the event folder.\n',
    ],
    [
      'a sheet that does not exist',
      ['--sheet', 'a9'],
      {},
      'error SOS520  There is no sheet "a9".\n  hint: The sheets are a4, a3, sra3, letter, tabloid, avery-l4785,',
    ],
    [
      'a shape that the design has no card for',
      ['--design', 'mine', '--size', '90x55'],
      { 'templates/badges/mine.typ.hbs': CLASSIC },
      'error SOS503  The badge design "mine" has no landscape card.\n',
    ],
    [
      'an offset that is none',
      ['--offset', '1'],
      {},
      "Option '--offset <x,y>' argument '1' is invalid. Write two numbers\n",
    ],
    [
      'a bleed that is none',
      ['--bleed', '-1'],
      {},
      "Option '--bleed <mm>' argument '-1' is invalid. Write millimetres\n",
    ],
    [
      'a place that is none',
      ['--start-at', '0'],
      {},
      "Option '--start-at <place>' argument '0' is invalid. Write a whole\n",
    ],
    [
      'a design outside the folder',
      ['--design', '../../classic'],
      {},
      'error SOS503  There is no badge design "../../classic".\n',
    ],
    [
      'another kind of file',
      ['--out', 'badges.docx'],
      {},
      'error SOS101  The file "badges.docx" does not end in .pdf.\n',
    ],
    [
      'somebody who has cancelled',
      ['--only', 'CAS3'],
      {},
      'error SOS505  Nobody who is registered has the id, code, e-mail address or name\n  "CAS3".\n  hint: data/attendees.csv lists everybody.\n',
    ],
    [
      'a template that is cut short',
      ['--design', 'mine'],
      { 'templates/badges/mine.typ.hbs': '#badge(\n{{id}},\n{{#if qr}})' },
      'error SOS501  The template cannot be read: it ends too early.\n  --> templates/badges/mine.typ.hbs:3\n',
    ],
    [
      'a name that is misspelt',
      ['--design', 'mine'],
      { 'templates/badges/mine.typ.hbs': CLASSIC.replace('attendee.name', 'attendee.nmae') },
      'error SOS502  The template uses "attendee.nmae", which does not exist.\n  --> templates/badges/mine.typ.hbs:2',
    ],
    [
      'a part that Typst does not know',
      ['--design', 'mine'],
      { 'templates/badges/mine.typ.hbs': CLASSIC.replace('person', 'preson') },
      'error SOS504  Typst refuses what the template makes: unknown variable: preson\n  (preson(name: "Ann Berg"),).\n  --> templates/badges/mine.typ.hbs:2\n',
    ],
    [
      'a font that is none',
      [],
      { 'sosent.yaml': `${SMALL_EVENT}badges: { fonts: [sosent.yaml] }\n` },
      'error SOS535  The font "sosent.yaml" cannot be used: it is no TrueType or\n',
    ],
    [
      'a font that is not there',
      [],
      { 'sosent.yaml': `${SMALL_EVENT}badges: { fonts: [fonts/no.ttf] }\n` },
      'error SOS535  The font "fonts/no.ttf" cannot be used: there is no such file.\n',
    ],
    [
      'a font outside the folder',
      [],
      { 'sosent.yaml': `${SMALL_EVENT}badges: { fonts: [/etc/passwd] }\n` },
      'error SOS535  The font "/etc/passwd" cannot be used: it lies outside the event\n',
    ],
  ])('%s', async (_, options, files, stderr) => {
    const root = await folderWith(files);
    const before = await readFiles(root);
    const run = await badges(root, ...options);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain(stderr);
    expect(await readFiles(root)).toEqual(before);
  });

  test('nobody at all', async () => {
    const run = await badges(await makeEventFolder());
    expect(run).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('SOS505') });
  });
});

test('the design in docs/badges.md prints', async () => {
  const docs = await readFile(new URL('../../docs/badges.md', import.meta.url), 'utf8');
  const [, design = ''] = /```typ\n(.*?)```/s.exec(docs) ?? [];
  const run = await badges(
    await folderWith({ 'templates/badges/plain.typ.hbs': design }),
    '--design',
    'plain',
  );
  expect(run).toMatchObject({ status: 0, stderr: '' });
});

describe('more than 1,000 badges', () => {
  const MANY = Array.from({ length: 1001 }, (_, index) =>
    attendee({ id: `p${index}`, code: `C${index}`, name: `Person ${index}`, type: 'teacher' }),
  );
  const plain = (card: string) => ({ 'templates/badges/plain.typ.hbs': card });

  test('are several PDFs, the same bytes whichever is ready first', async () => {
    const root = await folderWith(plain('#badge({{id}}, caption({{attendee.name}}, "name"))'), MANY);
    const run = await badges(root, '--design', 'plain');
    expect(run).toMatchObject({ status: 0, stderr: '' });
    const files = ['out/badges-1.pdf', 'out/badges-2.pdf', 'out/badges-3.pdf'];
    expect(run.stdout.match(/out\/\S+/g)).toEqual(files);
    const printed = await readFiles(join(root, 'out'));
    if (HAS_POPPLER) expect(textOfPages(join(root, 'out/badges-3.pdf'))).toEqual(['Person 999\n']);
    await badges(root, '--design', 'plain');
    expect(await readFiles(join(root, 'out'))).toEqual(printed);
  });

  test('that Typst refuses are one problem, with its line of the template', async () => {
    const root = await folderWith(
      plain('#badge(\n  {{id}},\n  {{#if (equal id "p1000")}}\n  oops(),\n  {{/if}}\n)'),
      MANY,
    );
    const run = await badges(root, '--design', 'plain');
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain(
      'error SOS504  Typst refuses what the template makes: unknown variable: oops',
    );
    expect(run.stderr).toContain('--> templates/badges/plain.typ.hbs:4');
    expect(Object.keys(await readFiles(root)).filter((path) => path.startsWith('out/'))).toEqual([]);
  });
});
