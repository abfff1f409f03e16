import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Devtools } from '../../src/sinks/browser/devtools.ts';
import { findViolations, sidewaysOf } from '../helpers/accessibility.ts';
import { makeFolder } from '../helpers/event-folder.ts';
import { openBrowser, openPage } from '../helpers/open-page.ts';
import { runCli } from '../helpers/run-cli.ts';
import { HAS_BROWSER } from '../helpers/test-browser.ts';

const EXAMPLE = fileURLToPath(new URL('../../examples/sosent-2016', import.meta.url));
const LOOKS = [{ scheme: 'light' }, { scheme: 'dark' }, { scheme: 'light', width: 360 }] as const;

describe.skipIf(!HAS_BROWSER)('the pages of the example in a browser', () => {
  let browser: Devtools;
  let folder: string;
  beforeAll(async () => {
    browser = await openBrowser();
    const root = await makeFolder();
    await cp(EXAMPLE, root, { recursive: true });
    await cp(join(root, 'expected', 'data'), join(root, 'data'), { recursive: true });
    await runCli(['export', 'all'], { cwd: root });
    folder = join(root, 'out', 'exports');
  }, 60_000);
  afterAll(() => browser.close());

  test('are accessible, ask for nothing, complain of nothing and fit a narrow screen', async () => {
    const names = (await readdir(folder)).filter((one) => one.endsWith('.html') && one !== 'report.html');
    expect(names.length).toBeGreaterThan(15);
    const found: string[] = [];
    for (const name of names) {
      for (const look of LOOKS) {
        const page = await openPage(browser, join(folder, name), look);
        const faults = [
          ...(await findViolations(page)),
          ...(await page.complaints()),
          ...(await page.requests()).map((one) => `asks for ${one}`),
          ...('width' in look && (await sidewaysOf(page)) > 0 ? ['wider than the screen'] : []),
        ];
        found.push(...faults.map((fault) => `${name} ${JSON.stringify(look)}: ${fault}`.slice(0, 400)));
      }
    }
    expect(found).toEqual([]);
  }, 180_000);
});
