import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { printBadges } from '../../../src/render/badges/print-badges.ts';
import { createTypstPrinter } from '../../../src/sinks/typst-printer.ts';
import { attendee } from '../../core/assign/small-instances.ts';
import { printJob } from '../../helpers/badge-fixtures.ts';
import { NAMES_IN_SCRIPTS } from '../../helpers/names-in-scripts.ts';
import { HAS_POPPLER, savePdf, textOfPages } from '../../helpers/print-tools.ts';

/** Prints a badge for each name; gives back the PDF, and the names that were reported as cut. */
async function printNames(names: readonly string[]): Promise<{ pdf: string; cut: readonly string[] }> {
  const people = names.map((name, index) =>
    attendee({ id: `p${index}`, code: `C${index}`, name, organisation: 'Example AS', type: 'municipality' }),
  );
  const done = await printBadges(createTypstPrinter(), printJob(people));
  const [file] = done.files;
  if (file === undefined || typeof file.content === 'string') throw new Error('no PDF was printed');
  const cut = done.findings.filter((one) => one.problem.code === 'SOS507').map((one) => one.name);
  return { pdf: await savePdf(file.content), cut };
}

/** Letters only, composed: a reader puts blanks and marks of direction where it thinks they belong. */
const letters = (text: string): string => text.normalize('NFC').replace(/[\s\p{Cf}]/gu, '');

/** Every word of a page, from left to right; the letters of each in the order of the alphabet. */
function wordsOf(pdf: string, page: number): readonly string[] {
  const pages = ['-f', `${page}`, '-l', `${page}`];
  const html = execFileSync('pdftotext', ['-bbox', ...pages, pdf, '-'], { encoding: 'utf8' });
  return [...html.matchAll(/<word xMin="([\d.]+)"[^>]*>(.*?)<\/word>/g)]
    .sort((one, other) => Number(one[1]) - Number(other[1]))
    .map(([, , word = '']) => sorted(word));
}

const sorted = (text: string): string => [...letters(text)].sort().join('');

describe.skipIf(!HAS_POPPLER)('names of all scripts', () => {
  // What poppler makes of a line that begins at its right and holds two scripts is in no order.
  const { mixed, ...scripts } = NAMES_IN_SCRIPTS;
  const names = [...Object.values(scripts).flat(), mixed[0]];

  test('are read and searched in the PDF as they were registered', async () => {
    const { pdf, cut } = await printNames(names);
    expect(cut).toEqual([]);
    const pages = textOfPages(pdf, 'reading').map(letters);
    expect(names.filter((name, index) => !pages[index]?.includes(letters(name)))).toEqual([]);
  });

  test('of 1 to 80 letters are whole, or reported as cut', async () => {
    const long = names.flatMap((name) =>
      [1, 2, 12, 25, 40, 80].map((length) => {
        const repeated = [...new Intl.Segmenter().segment(`${name} `.repeat(80))].map((one) => one.segment);
        return repeated.slice(0, length).join('').trim();
      }),
    );
    const { pdf, cut } = await printNames(long);
    const pages = textOfPages(pdf, 'reading').map(letters);
    const lost = long.filter((name, index) => !cut.includes(name) && !pages[index]?.includes(letters(name)));
    expect(lost).toEqual([]);
    expect(cut.filter((name) => [...name].length < 60)).toEqual([]);
  });

  test.each([
    ['محمد Mo علي', ['علي', 'Mo', 'محمد']],
    ['Al محمد Bo', ['Al', 'محمد', 'Bo']],
    ['یوسف 42', ['42', 'یوسف']],
  ])('run in the direction of their first letter: %s', async (name, leftToRight) => {
    const { pdf } = await printNames([name]);
    const wanted = leftToRight.map(sorted);
    expect(wordsOf(pdf, 1).filter((word) => wanted.includes(word))).toEqual(wanted);
  });
});

describe.skipIf(!HAS_POPPLER)('marks of direction in a name', () => {
  test.each([
    ['override', 'Eva\u202e Live'],
    ['embedding', 'Eva\u202b Live'],
    ['isolate', 'Eva\u2067 Live'],
  ])('that open an %s and leave it open turn nothing else', async (_, name) => {
    const { pdf } = await printNames(['Eva Live', name, 'Eva Live']);
    const [before, page, after] = textOfPages(pdf);
    expect([page?.replace('C1', 'C0'), after?.replace('C2', 'C0')]).toEqual([before, before]);
  });
});
