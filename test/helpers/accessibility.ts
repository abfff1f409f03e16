import axe from 'axe-core';
import type { OpenPage } from './open-page.ts';

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** What axe finds wrong with a page, of any severity, with the parts of it: `serious color-contrast: <p>...`. */
export async function findViolations(page: OpenPage): Promise<readonly string[]> {
  await page.evaluate(`${axe.source}; 0`);
  const { violations } = await page.evaluate<AxeResult>("axe.run(document, { resultTypes: ['violations'] })");
  return violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map((one) => one.html).join()}`);
}

/** By how many pixels it can be moved sideways. */
export function sidewaysOf(page: OpenPage): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
