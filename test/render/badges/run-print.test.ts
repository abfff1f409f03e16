import { describe, expect, test } from 'vitest';
import { cardRenderer } from '../../../src/render/badges/card-texts.ts';
import { printBadges } from '../../../src/render/badges/print-badges.ts';
import { groupedRun } from '../../../src/render/badges/run-cards.ts';
import { onePerPage, type SheetLayout } from '../../../src/render/badges/sheets/sheet-layout.ts';
import type { BadgeSize } from '../../../src/render/badges/sizes.ts';
import { createTypstPrinter } from '../../../src/sinks/typst-printer.ts';
import { attendee } from '../../core/assign/small-instances.ts';
import { builtIn, printJob } from '../../helpers/badge-fixtures.ts';
import { HAS_POPPLER, savePdf, textOfPages } from '../../helpers/print-tools.ts';

const A6: BadgeSize = { width: 105, height: 148, shape: 'portrait' };
/** Four upright cards on A4. */
const FOUR_UP: SheetLayout = {
  ...onePerPage(A6),
  page: { width: 210, height: 297 },
  slots: [0, 148].flatMap((y) => [0, 105].map((x) => ({ x, y }))),
};
const people = (...names: readonly string[]) =>
  names.map((name) => attendee({ id: name, name, type: 'municipality' }));
const GROUPS = [
  { title: 'North School', attendees: people('Ann', 'Bo', 'Cas', 'Dee') },
  { title: 'South School', attendees: people('Eva') },
];
const EVERYBODY = GROUPS.flatMap((one) => one.attendees);
const NAMES = EVERYBODY.map((one) => one.name);

/** Which of the words stand on each page, however often. */
async function wordsOn(pdf: string | Uint8Array, words: readonly string[]): Promise<readonly string[]> {
  const pages = textOfPages(await savePdf(Buffer.from(pdf)));
  return pages.map((page) => words.filter((word) => page.split('\n').includes(word)).join(' '));
}

describe.skipIf(!HAS_POPPLER)('a run in groups', () => {
  test('begins a sheet with every group and with the blank badges', async () => {
    const run = groupedRun(GROUPS, [{ type: '', count: 2 }], { size: A6, language: 'en' });
    const done = await printBadges(createTypstPrinter(), printJob(EVERYBODY, { run, layout: FOUR_UP }));
    const [pdf] = done.files;
    expect(await wordsOn(pdf?.content ?? '', ['North School', 'South School', 'Name', ...NAMES])).toEqual([
      'North School Ann Bo Cas',
      'Dee',
      'South School Eva',
      'Name',
    ]);
    expect(done.findings).toEqual([]);
  });

  test('has pictures of its badges only, each its own', async () => {
    const run = groupedRun(GROUPS, [{ type: '', count: 1 }], { size: A6, language: 'en' });
    const page = async (layout: SheetLayout): Promise<string> => {
      const { files } = await printBadges(createTypstPrinter(), printJob(EVERYBODY, { run, layout }));
      return String(files.find((one) => one.path === 'badges.html')?.content);
    };
    const count = (html: string): number => html.match(/<figure /g)?.length ?? 0;
    expect([count(await page(onePerPage(A6))), count(await page(FOUR_UP))]).toEqual([5, 5]);
  });

  test.each<BadgeSize>([
    A6,
    { width: 90, height: 55, shape: 'landscape' },
    { width: 250, height: 25, shape: 'strip' },
  ])('has covers and blank badges on a card of $width x $height mm', async (size) => {
    const run = groupedRun(GROUPS, [{ type: 'municipality', count: 1 }], { size, language: 'en' });
    const job = printJob([], { run, layout: onePerPage(size) });
    const shaped = size.shape === 'portrait' ? 'blank.typ.hbs' : `blank.${size.shape}.typ.hbs`;
    const design = { ...job.design, blank: builtIn(shaped) };
    const textOf = cardRenderer(design, job.context);
    const cards = run.cards.filter((one) => one.kind !== 'badge');
    const done = await printBadges(createTypstPrinter(), {
      ...job,
      design,
      run: { cards, breaks: new Set(), textOf },
    });
    const pages = textOfPages(await savePdf(Buffer.from(done.files[0]?.content ?? '')));
    const words = [
      'North School',
      '4 badges',
      'South School',
      '1 badge',
      'Name',
      'Organisation',
      'Municipality',
    ];
    expect(pages.map((page) => words.filter((word) => page.includes(word)).join(' '))).toEqual([
      'North School 4 badges',
      'South School 1 badge',
      'Name Organisation Municipality',
    ]);
  });
});
