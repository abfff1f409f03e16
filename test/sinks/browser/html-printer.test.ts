import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { SosentError } from '../../../src/errors.ts';
import type { HtmlPrinter, HtmlPrintJob } from '../../../src/ports.ts';
import { openHtmlPrinter } from '../../../src/sinks/browser/html-printer.ts';
import { makeFolder } from '../../helpers/event-folder.ts';
import { edgesOf, fontsOf, HAS_POPPLER, pageSizes, savePdf } from '../../helpers/print-tools.ts';
import { ANY_BROWSER, HAS_BROWSER } from '../../helpers/test-browser.ts';

/** Two pages; a red square of 10 mm at the lower right corner of the first. */
const page = (width: number, height: number): HtmlPrintJob => ({
  width,
  height,
  createdAt: new Date('2016-10-26T00:00:00Z'),
  html: `<!doctype html><title>Two</title><style>
@page { size: ${width}mm ${height}mm; margin: 0 } body { margin: 0 }
section { position: relative; width: ${width}mm; height: ${height}mm; overflow: hidden; break-after: page }
section:last-of-type { break-after: auto }
i { position: absolute; right: 0; bottom: 0; width: 10mm; height: 10mm; background: #f00 }
</style><section>One<i></i></section><section>Two</section>
<script>badgesReady = Promise.resolve([{ what: 'name' }])</script>`,
});

/** What browsers leave in the folder for temporary files, from here on one of the test's own. */
async function watchTemporaryFiles(): Promise<() => Promise<readonly string[]>> {
  vi.stubEnv('TMPDIR', await makeFolder());
  return () => readdir(tmpdir());
}

afterEach(() => vi.unstubAllEnvs());

describe.skipIf(!HAS_BROWSER)('an installed browser', () => {
  let printer: HtmlPrinter;
  beforeAll(async () => {
    const opened = await openHtmlPrinter(ANY_BROWSER);
    if (opened === undefined) throw new Error('No browser of this machine prints.');
    printer = opened;
  });
  afterAll(() => printer.close());

  test('prints every page, and hands on what the document reports', async () => {
    const { pages, marks } = await printer.print(page(105, 148));
    expect({ pages, marks }).toEqual({ pages: 2, marks: [{ what: 'name' }] });
  });

  test('writes the same bytes for the same document', async () => {
    const [one, other] = [await printer.print(page(105, 148)), await printer.print(page(105, 148))];
    expect(Buffer.compare(one.pdf, other.pdf)).toBe(0);
  });

  test.skipIf(!HAS_POPPLER).each([
    [105, 148],
    [74, 105],
    [148, 210],
    [90, 55],
    [85.6, 53.98],
    [101.6, 76.2],
    [250, 25],
  ])(
    'every page is %d x %d mm to the hundredth, and what is drawn ends at its edges',
    async (width, height) => {
      const pdf = await savePdf((await printer.print(page(width, height))).pdf);
      const sizes = pageSizes(pdf);
      expect(sizes).toHaveLength(2);
      expect(sizes.filter(([w, h]) => Math.abs(w - width) > 0.01 || Math.abs(h - height) > 0.01)).toEqual([]);
      expect(fontsOf(pdf).missing).toEqual([]);
      // 254 dots per inch: ten to the millimetre.
      const is = ([r, g, b]: readonly number[]) => Number(r) > 200 && Number(g) < 60 && Number(b) < 60;
      const red = edgesOf(pdf, { page: 1, dpi: 254, is });
      expect(red.right).toBeGreaterThanOrEqual(width * 10 - 2);
      expect(red.bottom).toBeGreaterThanOrEqual(height * 10 - 2);
      expect(Math.abs(red.right - red.left + 1 - 100)).toBeLessThanOrEqual(2);
      expect(Math.abs(red.bottom - red.top + 1 - 100)).toBeLessThanOrEqual(2);
    },
  );

  test('draws the first page as a PNG of so many dots', async () => {
    const png = Buffer.from(await printer.picture(page(105, 148), 630));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([630, 888]);
  });

  test('leaves nothing behind when it is closed', async () => {
    const temporaryFiles = await watchTemporaryFiles();
    const other = await openHtmlPrinter(ANY_BROWSER);
    expect(await temporaryFiles()).not.toEqual([]);
    await other?.close();
    expect(await temporaryFiles()).toEqual([]);
  });
});

describe('a browser that was named', () => {
  test.each([
    ['is not there', '/nowhere/browser', 'spawn /nowhere/browser ENOENT'],
    ['is no browser', '/bin/true', 'it ended by itself (exit status 0)'],
  ])('and %s is told', async (_, named, reason) => {
    const temporaryFiles = await watchTemporaryFiles();
    const failed = await openHtmlPrinter({ ...ANY_BROWSER, named }).catch((error: SosentError) => error);
    expect(failed).toMatchObject({
      problems: [{ code: 'SOS556', message: `The browser "${named}" does not print: ${reason}.` }],
    });
    expect(await temporaryFiles()).toEqual([]);
  });
});

test('without a browser there is no printer', async () => {
  expect(await openHtmlPrinter({ named: undefined, env: {}, platform: 'linux' })).toBeUndefined();
});
