import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attendeesFile } from '../../src/folder/attendees.ts';
import { attendee } from '../core/assign/small-instances.ts';
import { type Files, makeEventFolder, makeFolder, readFiles, SMALL_EVENT } from '../helpers/event-folder.ts';
import {
  fontsOf,
  HAS_POPPLER,
  HAS_ZBAR,
  pageSizes,
  readQrCodesOf,
  textOfPages,
} from '../helpers/print-tools.ts';
import { type CliRun, documentOf, runCli } from '../helpers/run-cli.ts';
import { ANY_BROWSER, HAS_BROWSER } from '../helpers/test-browser.ts';

const LONG = 'Hubert Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft';
const PEOPLE = [
  attendee({
    id: 'p1',
    code: 'ANN1',
    name: 'Ann <b>Berg</b>',
    type: 'teacher',
    organisation: 'North & Sons',
  }),
  attendee({ id: 'p2', code: 'BO22', name: 'Bo Dahl', type: 'teacher' }),
  attendee({ id: 'p3', code: 'CAS3', name: LONG, type: 'teacher' }),
];

function folderWith(files: Files = {}): Promise<string> {
  const { path, content } = attendeesFile(PEOPLE);
  return makeEventFolder({ [path]: content, ...files });
}

const badges = (cwd: string, ...options: readonly string[]): Promise<CliRun> =>
  runCli(['badges', ...options], { cwd, env: browserEnv });
const browserEnv = ANY_BROWSER.named === undefined ? {} : { SOSENT_BROWSER: ANY_BROWSER.named };

/** The design in docs/badges-html.md. */
async function documentedDesign(): Promise<string> {
  const docs = await readFile(new URL('../../docs/badges-html.md', import.meta.url), 'utf8');
  const [, design = ''] = /```html\n(.*?)```/s.exec(docs) ?? [];
  return design;
}

const codesOn = (cards: readonly string[]) =>
  PEOPLE.filter((one) => cards.some((card) => card.includes(one.code)));

describe('--preview', () => {
  test('writes a page with every badge, to be searched, beside the PDF', async () => {
    const root = await folderWith();
    const run = await badges(root, '--preview');
    // The long name is cut.
    expect(run).toMatchObject({ status: 1 });
    expect(run.stdout).toContain('  out/badges.pdf\n  out/badges.html  to look through them\n');
    const html = await readFile(join(root, 'out/badges.html'), 'utf8');
    expect(html.match(/<figure data-search="[^"]*"/g)).toEqual([
      '<figure data-search="ann &lt;b&gt;berg&lt;/b&gt; north &amp; sons  ann1"',
      '<figure data-search="bo dahl   bo22"',
      `<figure data-search="${LONG.toLowerCase()}   cas3"`,
    ]);
    expect(html.match(/<svg viewBox="0 [\d.]+ 297\.63\d* 419\.52\d*"/g)).toHaveLength(3);
  });
});

describe('--png', () => {
  test('draws the badge of whoever is named, and prints nothing', async () => {
    const root = await folderWith();
    const run = await badges(root, '--png', 'bo dahl');
    expect(run).toMatchObject({
      status: 0,
      stdout: '1 picture of a badge.\n  out/badge-BO22.png\n',
      stderr: '',
    });
    expect(Object.keys(await readFiles(join(root, 'out')))).toEqual(['badge-BO22.png']);
    const png = await readFile(join(root, 'out/badge-BO22.png'));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([630, 888]);
    await badges(root, '--png', 'BO22');
    expect((await readFile(join(root, 'out/badge-BO22.png'))).equals(png)).toBe(true);
  });

  test.skipIf(!HAS_ZBAR)('the QR code in the picture can be read', async () => {
    const root = await folderWith();
    await badges(root, '--png', 'ANN1', '--size', 'a7');
    expect(readQrCodesOf(join(root, 'out/badge-ANN1.png'))).toEqual(['ANN1']);
  });

  test('shows the logo, with its words, when it is an SVG image', async () => {
    const logo = (inside: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20">${inside}</svg>`;
    const draw = async (inside: string): Promise<Buffer> => {
      const root = await folderWith({
        'sosent.yaml': `${SMALL_EVENT}badges: { logo: logo.svg }\n`,
        'logo.svg': logo(inside),
      });
      expect(await badges(root, '--png', 'ANN1')).toMatchObject({ status: 0 });
      return readFile(join(root, 'out/badge-ANN1.png'));
    };
    const without = await draw('');
    expect((await draw('<rect width="40" height="20" fill="#c00"/>')).equals(without)).toBe(false);
    expect((await draw('<text y="15" font-family="sans-serif">Fair</text>')).equals(without)).toBe(false);
  });

  test('a person who is not there is told, with the nearest name', async () => {
    const run = await badges(await folderWith(), '--png', 'Bo Dal');
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain('Did you mean "Bo Dahl"?');
  });

  test('goes with no selection and no PDF', async () => {
    const run = await badges(await folderWith(), '--png', 'BO22', '--out', 'x.pdf');
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain('--out');
  });
});

describe('a design in HTML', async () => {
  const design = await documentedDesign();
  const withDesign = (more: Files = {}) => folderWith({ 'templates/badges/web.html.hbs': design, ...more });

  test.skipIf(!HAS_BROWSER || !HAS_POPPLER)(
    'is printed by the browser, in the right size and the right letters',
    async () => {
      const root = await withDesign();
      const run = await badges(root, '--design', 'web', '--size', 'a7', '--json');
      const pdf = join(root, 'out/badges.pdf');
      const cut = `${LONG.slice(0, 60)}… (page 3): the name does not fit and was cut.`;
      expect(documentOf(run).result).toMatchObject({
        badges: 3,
        size: { width: 74, height: 105 },
        files: ['out/badges.pdf'],
        findings: [{ attendee: 'p3', name: LONG, page: 3, code: 'SOS507', message: cut }],
      });
      expect(run.status).toBe(1);
      expect(pageSizes(pdf).filter(([w, h]) => Math.abs(w - 74) > 0.01 || Math.abs(h - 105) > 0.01)).toEqual(
        [],
      );
      const pages = textOfPages(pdf);
      expect(pages).toHaveLength(3);
      expect(pages[0]).toContain('Ann\n<b>Berg</b>\nNorth & Sons\n');
      expect(codesOn(pages)).toEqual(PEOPLE);
      expect(fontsOf(pdf).missing).toEqual([]);
    },
  );

  test.skipIf(!HAS_BROWSER)('a second run writes the same bytes', async () => {
    const root = await withDesign();
    const print = async (): Promise<Buffer> => {
      await badges(root, '--design', 'web');
      return readFile(join(root, 'out/badges.pdf'));
    };
    expect((await print()).equals(await print())).toBe(true);
  });

  test.skipIf(!HAS_BROWSER || !HAS_ZBAR)('is drawn as a picture', async () => {
    const root = await withDesign();
    expect(await badges(root, '--design', 'web', '--png', 'ANN1')).toMatchObject({ status: 0, stderr: '' });
    expect(readQrCodesOf(join(root, 'out/badge-ANN1.png'))).toEqual(['ANN1']);
  });

  test('without a browser the HTML is written, and how to print it', async () => {
    const root = await withDesign({
      'sosent.yaml': `${SMALL_EVENT}badges: { design: web, logo: logo.svg }\n`,
      'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    });
    const run = await runCli(['badges'], {
      cwd: root,
      env: { PATH: await makeFolder(), SOSENT_BROWSER: '' },
    });
    expect(run).toMatchObject({ status: 1 });
    expect(run.stdout).toContain('  out/badges.html  to print from a browser\n');
    expect(run.stderr).toContain('warning SOS555  No Chromium, Chrome or Edge was found');
    const html = await readFile(join(root, 'out/badges.html'), 'utf8');
    expect(html).toContain('Ann &lt;b&gt;Berg&lt;/b&gt;');
    expect(html).toContain(`src="data:image/svg+xml;base64,`);
    expect(Object.keys(await readFiles(join(root, 'out')))).toEqual(['badges.html']);
  });

  test('without a browser there is no picture of it', async () => {
    const run = await runCli(['badges', '--design', 'web', '--png', 'ANN1'], {
      cwd: await withDesign(),
      env: { PATH: await makeFolder(), SOSENT_BROWSER: '' },
    });
    expect(run).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('error SOS559') });
  });

  test('a browser that is named and does not print ends the command, and nothing is written', async () => {
    const root = await withDesign();
    const run = await badges(root, '--design', 'web', '--browser', '/nowhere/browser');
    expect(run).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('error SOS556') });
    expect(Object.keys(await readFiles(root)).filter((path) => path.startsWith('out/'))).toEqual([]);
  });

  test.skipIf(!HAS_BROWSER)('one that makes other pages than badges is told', async () => {
    const root = await withDesign();
    await writeFile(
      join(root, 'templates/badges/web.html.hbs'),
      '<style>section.badge { height: 400mm !important; contain: none !important }</style>{{attendee.name}}',
    );
    const run = await badges(root, '--design', 'web');
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain('error SOS558  The template makes 9 pages for 3 badges.');
  });

  test.each([
    ['sheets', ['--sheet', 'a4'], 'one badge to a page'],
    ['backs', ['--duplex', 'long'], 'one badge to a page'],
    ['bleed', ['--bleed', '3'], 'one badge to a page'],
    ['a size that folds', ['--size', 'a6-fold'], 'one badge to a page'],
    ['covers', ['--group-by', 'organisation'], 'no covers and no blank badges'],
    ['blank badges', ['--blank', '2'], 'no covers and no blank badges'],
  ])('is not for %s, which is told', async (_, options, reason) => {
    const run = await badges(await withDesign(), '--design', 'web', ...options);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain('error SOS557  An HTML design ');
    expect(run.stderr.replaceAll(/\s+/g, ' ')).toContain(reason);
  });

  test.skipIf(!HAS_BROWSER)(
    'is printed once: --changed finds nothing new, and what was altered',
    async () => {
      const root = await withDesign();
      await badges(root, '--design', 'web');
      expect((await badges(root, '--design', 'web', '--changed')).stdout).toContain('Nothing was printed.');
      const { path, content } = attendeesFile(
        PEOPLE.map((one) => (one.id === 'p2' ? { ...one, unit: 'East' } : one)),
      );
      await writeFile(join(root, path), content);
      const { result } = documentOf(await badges(root, '--design', 'web', '--changed', '--json'));
      expect(result).toMatchObject({ badges: 1, files: ['out/badges-changed.pdf'] });
    },
  );

  test('that only HTML was written of is not taken for printed', async () => {
    const root = await withDesign();
    const env = { PATH: await makeFolder(), SOSENT_BROWSER: '' };
    await runCli(['badges', '--design', 'web'], { cwd: root, env });
    const again = await runCli(['badges', '--design', 'web', '--changed', '--json'], { cwd: root, env });
    expect(documentOf(again).result).toMatchObject({ badges: 3 });
  });

  test('a template in Typst of the same name goes first', async () => {
    const root = await withDesign({
      'templates/badges/web.typ.hbs': '#badge({{id}},\n  person(name: {{attendee.name}}),\n)',
    });
    const run = await runCli(['badges', '--design', 'web'], { cwd: root, env: { PATH: await makeFolder() } });
    expect(run.stdout).toContain('  out/badges.pdf\n');
  });
});
