import { pathToFileURL } from 'node:url';
import { type Devtools, startBrowser } from '../../src/sinks/browser/devtools.ts';
import { findBrowsers } from '../../src/sinks/browser/find-browsers.ts';
import { ANY_BROWSER } from './test-browser.ts';

/** A page that is open in a browser as a person would see it. */
export interface OpenPage {
  /** The value of an expression in the page; a promise is waited for. */
  evaluate<T>(expression: string): Promise<T>;
  /** What went wrong since the page was opened: errors, and what its content security policy forbade. */
  complaints(): Promise<readonly string[]>;
  /** Addresses that the page asked for beside itself. */
  requests(): Promise<readonly string[]>;
}

export interface Appearance {
  readonly scheme?: 'light' | 'dark';
  /** In pixels. */
  readonly width?: number;
  readonly scripts?: boolean;
}

/** One browser for several pages. */
export async function openBrowser(): Promise<Devtools> {
  const [program = ''] = await findBrowsers(ANY_BROWSER);
  return startBrowser(program);
}

/** Listens before anything of the page runs. */
const LISTEN = `
globalThis.complaints = [];
addEventListener('error', (event) => complaints.push(String(event.message)));
addEventListener('securitypolicyviolation', (event) => complaints.push('policy: ' + event.violatedDirective + ' ' + event.blockedURI));
addEventListener('unhandledrejection', (event) => complaints.push(String(event.reason)));
for (const name of ['error', 'warn']) console[name] = (...words) => complaints.push(words.join(' '));
`;

export async function openPage(
  browser: Devtools,
  file: string,
  { scheme = 'light', width = 1280, scripts = true }: Appearance = {},
): Promise<OpenPage> {
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
  const send: Devtools['send'] = (method, params) => browser.send(method, params, String(sessionId));
  const evaluate = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
    const { value } = result as { readonly value: T };
    return value;
  };
  await send('Page.enable');
  await send('Emulation.setDeviceMetricsOverride', {
    width,
    height: 900,
    deviceScaleFactor: 1,
    mobile: false,
  });
  await send('Emulation.setEmulatedMedia', {
    media: 'screen',
    features: [{ name: 'prefers-color-scheme', value: scheme }],
  });
  if (!scripts) await send('Emulation.setScriptExecutionDisabled', { value: true });
  await send('Page.addScriptToEvaluateOnNewDocument', { source: LISTEN });
  await send('Page.navigate', { url: pathToFileURL(file).href });
  await untilLoaded(evaluate);
  return {
    evaluate,
    complaints: () => evaluate('globalThis.complaints'),
    requests: () => evaluate("performance.getEntriesByType('resource').map((one) => one.name)"),
  };
}

async function untilLoaded(evaluate: OpenPage['evaluate']): Promise<void> {
  const state = "location.protocol === 'file:' && document.readyState === 'complete'";
  while (!(await evaluate<boolean>(state))) await new Promise((resolve) => setTimeout(resolve, 20));
}
