import { failure } from '../../errors.ts';
import type { HtmlPrinter, HtmlPrintJob, PrintedHtml } from '../../ports.ts';
import { type Devtools, type DevtoolsAnswer, startBrowser } from './devtools.ts';
import { type BrowserSearch, findBrowsers } from './find-browsers.ts';
import { countPages, finishPdf } from './finish-pdf.ts';

/**
 * The first browser of this machine that prints a page; undefined where there is none. Throws SOS556 where one was
 * named and it does not print.
 */
export async function openHtmlPrinter(search: BrowserSearch): Promise<HtmlPrinter | undefined> {
  const isNamed = search.named !== undefined && search.named !== '';
  for (const program of await findBrowsers(search)) {
    try {
      return await openBrowser(program);
    } catch (error) {
      if (isNamed) throw unusable(program, error);
    }
  }
  return undefined;
}

async function openBrowser(program: string): Promise<HtmlPrinter> {
  const browser = await startBrowser(program);
  try {
    const page = await openPage(browser);
    // A browser may start, tell its version, and lack what it prints with.
    await printPages(page, { html: '', width: 100, height: 100, createdAt: new Date(0) });
    return {
      browser: program,
      print: (job) => printPages(page, job),
      picture: (job, scale) => takePicture(page, job, scale),
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** A command to the one page that the browser shows. */
type Page = (method: string, params?: object) => Promise<DevtoolsAnswer>;

/** An empty page that is laid out as on paper. */
async function openPage(browser: Devtools): Promise<Page> {
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
  const page: Page = (method, params) => browser.send(method, params, String(sessionId));
  await page('Emulation.setEmulatedMedia', { media: 'print' });
  return page;
}

async function printPages(
  page: Page,
  { html, width, height, createdAt }: HtmlPrintJob,
): Promise<PrintedHtml> {
  const marks = await showPage(page, html);
  const { data } = await page('Page.printToPDF', {
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: false,
    generateDocumentOutline: false,
  });
  const pdf = Buffer.from(String(data), 'base64');
  return { pages: countPages(pdf), marks, pdf: finishPdf(pdf, { width, height, createdAt }) };
}

/** A pixel of CSS is as large on every screen. */
const PIXELS_PER_MM = 96 / 25.4;

async function takePicture(
  page: Page,
  { html, width, height }: HtmlPrintJob,
  dots: number,
): Promise<Uint8Array> {
  await showPage(page, html);
  const [w, h] = [width * PIXELS_PER_MM, height * PIXELS_PER_MM];
  const { data } = await page('Page.captureScreenshot', {
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width: w, height: h, scale: dots / w },
  });
  return Buffer.from(String(data), 'base64');
}

/** Gives back what the document's own script reports once letters and pictures are there and texts are fitted. */
async function showPage(page: Page, html: string): Promise<readonly unknown[]> {
  const { frameTree } = await page('Page.getFrameTree');
  const { frame } = frameTree as { readonly frame: { readonly id: string } };
  await page('Page.setDocumentContent', { frameId: frame.id, html });
  const { result } = await page('Runtime.evaluate', {
    expression: 'globalThis.badgesReady',
    awaitPromise: true,
    returnByValue: true,
  });
  const { value } = result as { readonly value?: unknown };
  return Array.isArray(value) ? value : [];
}

function unusable(program: string, error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return failure('SOS556', `The browser "${program}" does not print: ${reason}.`, {
    hint: 'Name the program of Chromium, Chrome or Edge with --browser or SOSENT_BROWSER, or leave it to sosent to find one.',
  });
}
