import type { Attendee } from '../../model/attendee.ts';
import type { Problem } from '../../model/problem.ts';
import type { PagePictures, PdfPrinter, PrintJob } from '../../ports.ts';
import { type BadgeDesign, type PlacedBadge, renderBadges } from './badge-document.ts';
import type { BadgeContext } from './badge-view.ts';
import { renderBadgesPage } from './badges-page.ts';
import { type BadgeFinding, findMisfits, findMissingQr } from './findings.ts';
import { findMissingGlyphs, findMissingGlyphsOfEvent } from './missing-glyphs.ts';
import { layOutBadges } from './print-document.ts';
import { onePerPage, type SheetLayout, showsFrontsOnly } from './sheets/sheet-layout.ts';

export interface BadgePrintJob {
  /** In the order of printing. */
  readonly attendees: readonly Attendee[];
  readonly design: BadgeDesign;
  readonly layout: SheetLayout;
  readonly context: BadgeContext;
  /** Files that the design reads: the library of parts, the logo. */
  readonly files: PrintJob['files'];
  /** Template of the page to look through the badges. */
  readonly page: { readonly text: string; readonly path: string };
  /** File name of the results, without an ending. */
  readonly stem: string;
}

export interface BadgePrint {
  readonly files: readonly { readonly path: string; readonly content: string | Uint8Array }[];
  /** Of all PDFs together. */
  readonly pages: number;
  readonly findings: readonly BadgeFinding[];
  /** What concerns no single badge. */
  readonly problems: readonly Problem[];
}

/**
 * The PDF (one for every 1,000 badges), the page to look through them, and what a person should look at. Throws
 * SOS501, SOS502 and SOS504 for a template that fails.
 */
export function printBadges(printer: PdfPrinter, job: BadgePrintJob): BadgePrint {
  const { attendees, design, layout, context, page, stem } = job;
  const documents = renderBadges(attendees, design, { layout, context });
  const printed = documents.map((one, index) => {
    const { document, marks } = layOutBadges(printer, one, job);
    return {
      ...one,
      marks,
      pdf: document.pdf(new Date(`${context.event.date}T00:00:00Z`)),
      pictures: showsFrontsOnly(layout) ? document.pictures() : drawFronts(printer, one.badges, job),
      file: documents.length === 1 ? `${stem}.pdf` : `${stem}-${index + 1}.pdf`,
    };
  });
  const findings = [
    ...printed.flatMap((one) => findMisfits(one.badges, one.marks)),
    ...documents.flatMap((one) => findMissingGlyphs(one.badges, printer.withoutGlyph)),
    ...documents.flatMap((one) => findMissingQr(one.badges, context.qr)),
  ];
  const html = renderBadgesPage({
    event: context.event,
    template: page,
    size: layout.size,
    pages: printed,
    findings,
  });
  return {
    files: [
      ...printed.map(({ file, pdf }) => ({ path: file, content: pdf })),
      { path: `${stem}.html`, content: html },
    ],
    pages: documents.reduce((sum, one) => sum + one.pages, 0),
    findings,
    problems: findMissingGlyphsOfEvent(context.event, printer.withoutGlyph),
  };
}

/** A picture of the front of every badge, trimmed, for a print whose pages are something else. */
function drawFronts(printer: PdfPrinter, badges: readonly PlacedBadge[], job: BadgePrintJob): PagePictures {
  const layout = onePerPage({ ...job.layout.size, folds: false });
  const attendees = badges.map((one) => one.attendee);
  const [document] = renderBadges(attendees, job.design, { layout, context: job.context });
  return document === undefined
    ? { shapes: '', pages: [] }
    : layOutBadges(printer, document, job).document.pictures();
}
