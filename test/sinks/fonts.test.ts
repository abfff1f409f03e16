import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createTypstPrinter } from '../../src/sinks/typst-printer.ts';
import { makeFont } from '../helpers/make-font.ts';
import { NAMES_IN_SCRIPTS } from '../helpers/names-in-scripts.ts';

/** A sign that no real font has: of a plane for private use. */
const SIGN = '\u{10fffd}';
const OWN = { blobs: [makeFont('Own Signs', SIGN)], families: ['Own Signs'] };

/** A page as large as the text; every text a line. */
function drawTexts(texts: readonly string[], fonts?: typeof OWN): string {
  const source = [
    '#set page(width: auto, height: auto, margin: 2mm)',
    '#set text(font: json(bytes(sys.inputs.fonts)), size: 12pt, weight: 700)',
    ...texts.map((text) => `#${JSON.stringify(text)}\n`),
  ].join('\n');
  const { pages, shapes } = createTypstPrinter(fonts).compile({ source, files: {} }).pictures();
  const [page = ''] = pages;
  const body = shapes.slice(shapes.indexOf('>') + 1, shapes.lastIndexOf('</svg>'));
  return page.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ').replace('</svg>', `${body}</svg>`);
}

/**
 * Letters join, stack, reorder and run in their direction as in the picture that was looked at when it was approved.
 * `UPDATE_PICTURES=1 npx vitest run test/sinks` draws it anew.
 */
test('names of all scripts whose fonts are shipped look as approved', async () => {
  const approved = fileURLToPath(new URL('../fixtures/names-in-scripts.svg', import.meta.url));
  const drawn = drawTexts(Object.values(NAMES_IN_SCRIPTS).flat());
  if (process.env['UPDATE_PICTURES'] !== undefined)
    await writeFile(approved, `${drawn.replaceAll('><', '>\n<')}\n`);
  expect(`${drawn.replaceAll('><', '>\n<')}\n` === (await readFile(approved, 'utf8'))).toBe(true);
});

test.each(Object.entries(NAMES_IN_SCRIPTS))('no sign of %s is missing', (_, names) => {
  expect(createTypstPrinter().withoutGlyph(names)).toEqual([]);
});

test('a font of the event folder gives the signs that no other font has', () => {
  expect(createTypstPrinter().withoutGlyph([SIGN, 'a'])).toEqual([SIGN]);
  expect(createTypstPrinter(OWN).withoutGlyph([SIGN, 'a'])).toEqual([]);
  expect(drawTexts([SIGN], OWN)).not.toBe(drawTexts([SIGN]));
});

test('letters that Inter has stay those of Inter, whatever a font of the event folder has', () => {
  const own = { blobs: [makeFont('Own Letters', 'A')], families: ['Own Letters'] };
  expect(drawTexts(['A'], own)).toBe(drawTexts(['A']));
});
