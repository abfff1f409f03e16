import { failure, problem } from '../../errors.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { HtmlPrinter } from '../../ports.ts';
import type { TemplateText } from '../templates/compile-template.ts';
import type { BadgeContext } from './badge-view.ts';
import type { FitMark } from './findings.ts';
import {
  type HtmlBadgeContent,
  type HtmlBadgeDesign,
  type HtmlBadgeDocument,
  renderHtmlBadges,
} from './html-document.ts';
import { preflight } from './preflight/preflight.ts';
import type { BadgePrint } from './print-badges.ts';
import { type SheetLayout, showsFrontsOnly } from './sheets/sheet-layout.ts';

export interface HtmlBadgePrintJob {
  /** In the order of printing. */
  readonly attendees: readonly Attendee[];
  readonly design: HtmlBadgeDesign;
  readonly layout: SheetLayout;
  readonly context: BadgeContext;
  /** Cards that were made before. */
  readonly cardOf: NonNullable<HtmlBadgeContent['cardOf']>;
  /** Whether the HTML is wanted beside the PDF; it is there in any case where nothing prints. */
  readonly preview: boolean;
  /** File name of the results, without an ending. */
  readonly stem: string;
}

/**
 * The badges of an HTML design: the PDF (one for every 1,000 badges) that the browser prints, else the HTML and a word
 * on how to print it. Throws SOS502 for a template that fails, and SOS558 for one that makes other pages than badges.
 */
export async function printHtmlBadges(
  browser: HtmlPrinter | undefined,
  job: HtmlBadgePrintJob,
): Promise<BadgePrint> {
  const { attendees, design, layout, context, cardOf, preview, stem } = job;
  const documents = renderHtmlBadges(attendees, design, { size: layout.size, context, cardOf });
  const isOne = documents.length === 1;
  const files: BadgePrint['files'][number][] = [];
  const marks: (readonly FitMark[])[] = [];
  for (const [index, document] of documents.entries()) {
    const name = isOne ? stem : `${stem}-${index + 1}`;
    if (browser !== undefined) {
      const printed = await printDocument(browser, document, job);
      files.push({ path: `${name}.pdf`, content: printed.pdf });
      marks.push(printed.marks);
    }
    if (preview || browser === undefined) files.push({ path: `${name}.html`, content: document.html });
  }
  const { findings, problems } = preflight({
    event: context.event,
    missing: context.missing,
    documents: documents.map((one, index) => ({
      badges: one.attendees.map((attendee, at) => ({ attendee, page: at + 1 })),
      marks: marks[index] ?? [],
    })),
    card: [],
    pictures: {},
  });
  return {
    files,
    pages: attendees.length,
    findings,
    problems: [...problems, ...(browser === undefined ? [notPrinted(files.map((one) => one.path))] : [])],
  };
}

async function printDocument(
  browser: HtmlPrinter,
  { html, attendees }: HtmlBadgeDocument,
  { layout, design, context }: HtmlBadgePrintJob,
): Promise<{ readonly pdf: Uint8Array; readonly marks: readonly FitMark[] }> {
  const { width, height } = layout.size;
  const createdAt = new Date(`${context.event.date}T00:00:00Z`);
  const { pdf, pages, marks } = await browser.print({ html, width, height, createdAt });
  if (pages !== attendees.length) {
    throw failure('SOS558', `The template makes ${pages} pages for ${attendees.length} badges.`, {
      location: { file: design.card.path },
      hint: 'Its style sheet is for what stands on a card: leave @page, body and section.badge to sosent.',
    });
  }
  // Only the script of the frame reports, and in this shape; a design runs no script of its own.
  return { pdf, marks: marks as readonly FitMark[] };
}

/** Throws SOS557 where a page is to hold anything but the trimmed front of one badge. */
export function requireSinglePages(layout: SheetLayout, card: TemplateText): void {
  if (showsFrontsOnly(layout)) return;
  throw failure('SOS557', 'An HTML design is printed one badge to a page, of one side, and with no bleed.', {
    location: { file: card.path },
    hint: 'Sheets, backs, folding and bleed work with designs in Typst (.typ.hbs).',
  });
}

function notPrinted(files: readonly string[]) {
  return problem(
    'SOS555',
    `No Chromium, Chrome or Edge was found, so ${files.join(', ')} is not printed yet.`,
    {
      hint: 'Open it in any browser and print it to PDF: no margins, background graphics on, 100 %. Or install Chromium, or name a browser with --browser.',
    },
  );
}
