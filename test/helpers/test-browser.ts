import { type BrowserSearch, findBrowsers } from '../../src/sinks/browser/find-browsers.ts';

/** Whatever browser this machine has. */
export const ANY_BROWSER: BrowserSearch = {
  named: process.env['SOSENT_BROWSER'],
  env: process.env,
  platform: process.platform,
};

/** Debian's `chromium`, or another; tests that need one are skipped, visibly, where there is none. */
export const HAS_BROWSER = (await findBrowsers(ANY_BROWSER)).length > 0;
