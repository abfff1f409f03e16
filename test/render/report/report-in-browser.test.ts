import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shareFigures } from '../../../src/core/report/shared-figures.ts';
import { renderReport } from '../../../src/render/report/report.ts';
import { renderSharedReport } from '../../../src/render/report/shared-report.ts';
import type { Devtools } from '../../../src/sinks/browser/devtools.ts';
import { findViolations, sidewaysOf } from '../../helpers/accessibility.ts';
import { makeFolder } from '../../helpers/event-folder.ts';
import { HOSTILE } from '../../helpers/hostile-texts.ts';
import { type Appearance, type OpenPage, openBrowser, openPage } from '../../helpers/open-page.ts';
import { sampleEvent, sampleFigures } from '../../helpers/report-sample.ts';
import { HAS_BROWSER } from '../../helpers/test-browser.ts';

const PEOPLE = 40;
const EVENT = sampleEvent(PEOPLE);

describe.skipIf(!HAS_BROWSER)('the report in a browser', () => {
  let browser: Devtools;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  async function open(content: string, appearance?: Appearance): Promise<OpenPage> {
    const file = join(await makeFolder(), 'report.html');
    await writeFile(file, content);
    return openPage(browser, file, appearance);
  }

  const figures = sampleFigures(EVENT, PEOPLE);
  const pages = {
    report: renderReport(EVENT, figures, 'en'),
    'rapport på norsk': renderReport(EVENT, figures, 'nb'),
    'shared report': renderSharedReport(EVENT, shareFigures(EVENT, figures), 'en'),
  };

  describe.each(Object.entries(pages))('%s', (_, content) => {
    test.each([{ scheme: 'light' }, { scheme: 'dark' }, { scheme: 'light', width: 360 }] as const)(
      'is accessible, asks for nothing and complains of nothing: %j',
      async (appearance) => {
        const page = await open(content, appearance);
        expect(await findViolations(page)).toEqual([]);
        expect({ complaints: await page.complaints(), requests: await page.requests() }).toEqual({
          complaints: [],
          requests: [],
        });
      },
    );

    test('is no wider than a narrow screen', async () => {
      const page = await open(content, { width: 360 });

      expect(await sidewaysOf(page)).toBe(0);
    });
  });

  const column = (table: string, index: number): string =>
    `Array.from(document.querySelectorAll('#${table} tbody tr')).filter((row) => !row.hidden).map((row) => row.cells[${index}].textContent.trim())`;

  test('tables are sorted by their heads, and say how', async () => {
    const page = await open(pages.report);
    const before = await page.evaluate<string[]>(column('sessions', 4));
    const click = "document.querySelectorAll('#sessions thead button')[4].click()";
    await page.evaluate(click);
    const down = await page.evaluate<string[]>(column('sessions', 4));
    const how = "document.querySelectorAll('#sessions thead th')[4].ariaSort";
    expect(down).toEqual(before.toSorted((a, b) => Number(b) - Number(a)));
    expect(await page.evaluate(how)).toBe('descending');
    await page.evaluate(click);
    expect(await page.evaluate<string[]>(column('sessions', 4))).toEqual(down.toReversed());
    expect(await page.evaluate(how)).toBe('ascending');
  });

  test('numbers in words sort as numbers, and names as the language orders them', async () => {
    const names = ['Åse', 'Zoé', 'Ærlig', 'Østen', 'adam'];
    const page = await open(
      renderReport(
        EVENT,
        sampleFigures(EVENT, 5, (index) => names[index] ?? ''),
        'nb',
      ),
    );
    await page.evaluate("document.querySelector('#people thead button').click()");

    expect(await page.evaluate(column('people', 0))).toEqual(['adam', 'Zoé', 'Ærlig', 'Østen', 'Åse']);
  });

  test('long tables are filtered by words in any order, without regard to case and accents', async () => {
    const names = (index: number): string => (index === 7 ? 'Zoé Åsen' : `Person ${index}`);
    const page = await open(renderReport(EVENT, sampleFigures(EVENT, PEOPLE, names), 'en'));
    const type = (text: string): Promise<unknown> =>
      page.evaluate(
        `{ const input = document.querySelector('#people input'); input.value = ${JSON.stringify(text)}; input.dispatchEvent(new Event('input')); }`,
      );
    await type('asen ZOE');
    expect(await page.evaluate(column('people', 0))).toEqual(['Zoé Åsen']);
    expect(await page.evaluate("document.querySelector('#people output').textContent")).toBe(
      'rows shown: 1 / 40',
    );
    await type('');
    expect(await page.evaluate(`${column('people', 0)}.length`)).toBe(PEOPLE);
  });

  test('without scripts every table is there, and nothing that would do nothing', async () => {
    const page = await open(pages.report, { scripts: false });

    expect(
      await page.evaluate(
        "[document.querySelectorAll('#people tbody tr').length, document.querySelectorAll('button, input').length]",
      ),
    ).toEqual([PEOPLE, 0]);
  });

  test('what people write does nothing, and changes nothing of the page', async () => {
    const hostile = sampleFigures(EVENT, PEOPLE, (index) => HOSTILE[index % HOSTILE.length] ?? '');
    const page = await open(renderReport(EVENT, hostile, 'en'));
    const tags = 'Array.from(document.querySelectorAll("#people *, h1, nav *"), (one) => one.tagName).sort()';
    const harmless = await open(
      renderReport(
        EVENT,
        sampleFigures(EVENT, PEOPLE, (index) => `name ${index % HOSTILE.length}`),
        'en',
      ),
    );

    expect(await page.complaints()).toEqual([]);
    expect(await page.evaluate(tags)).toEqual(await harmless.evaluate(tags));
    expect(await page.evaluate("document.querySelectorAll('img, iframe, template').length")).toBe(0);
  });
});
