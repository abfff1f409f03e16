import type { Problem } from '../../model/problem.ts';
import type { CompiledDocument, PdfPrinter } from '../../ports.ts';
import type { TemplateText } from '../templates/compile-template.ts';
import { type PlacedBadge, renderBadges } from './badge-document.ts';
import type { BadgeContext } from './badge-view.ts';
import { renderBadgesPage } from './badges-page.ts';
import type { RenderedRun } from './card-texts.ts';
import { type BadgeDrawing, type BadgePictures, drawBadges } from './draw-badges.ts';
import { type BadgeFinding, findMisfits, findMissingQr } from './findings.ts';
import { findMissingGlyphs, findMissingGlyphsOfEvent } from './missing-glyphs.ts';
import { layOutBadges } from './print-document.ts';
import { boxesOf, showsFrontsOnly } from './sheets/sheet-layout.ts';

/** What the run was rendered with is there for messages. */
export interface BadgePrintJob extends Omit<BadgeDrawing, 'textOf' | 'title'> {
  readonly run: RenderedRun;
  readonly context: BadgeContext;
  /** Template of the page to look through the badges, where one is wanted. */
  readonly preview: TemplateText | undefined;
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
 * The PDF (one for every 1,000 badges), the page to look through them where it is wanted, and what a person should
 * look at. Throws SOS501, SOS502 and SOS504 for a template that fails.
 */
export function printBadges(printer: PdfPrinter, job: BadgePrintJob): BadgePrint {
  const { run, layout, context, preview, stem } = job;
  const documents = renderBadges(run, { layout, title: context.title });
  const printed = documents.map((one, index) => {
    const { document, marks } = layOutBadges(printer, one, job);
    return {
      ...one,
      marks,
      pdf: document.pdf(new Date(`${context.event.date}T00:00:00Z`), boxesOf(layout)),
      pictures: preview && drawCards(printer, { document, badges: one.badges }, job),
      file: documents.length === 1 ? `${stem}.pdf` : `${stem}-${index + 1}.pdf`,
    };
  });
  const findings = [
    ...printed.flatMap((one) => findMisfits(one.badges, one.marks)),
    ...documents.flatMap((one) => findMissingGlyphs(one.badges, printer.withoutGlyph)),
    ...documents.flatMap((one) => findMissingQr(one.badges, context.qr)),
  ];
  const pages = printed.flatMap(({ pictures, ...one }) =>
    pictures === undefined ? [] : { ...one, pictures },
  );
  const page =
    preview &&
    renderBadgesPage({ event: context.event, template: preview, size: layout.size, pages, findings });
  return {
    files: [
      ...printed.map(({ file, pdf }) => ({ path: file, content: pdf })),
      ...(page === undefined ? [] : [{ path: `${stem}.html`, content: page }]),
    ],
    pages: documents.reduce((sum, one) => sum + one.pages, 0),
    findings,
    problems: findMissingGlyphsOfEvent(context.event, printer.withoutGlyph),
  };
}

/** Pictures of the badges of one document, without laying them out again where its pages are the cards. */
function drawCards(
  printer: PdfPrinter,
  { document, badges }: { readonly document: CompiledDocument; readonly badges: readonly PlacedBadge[] },
  job: BadgePrintJob,
): BadgePictures {
  if (!showsFrontsOnly(job.layout)) {
    const attendees = badges.map((one) => one.attendee);
    return drawBadges(printer, attendees, { ...job, textOf: job.run.textOf, title: job.context.title });
  }
  // Between the badges there may be covers and blank ones.
  const { shapes, pages } = document.pictures();
  return { shapes, badges: badges.map(({ page }) => pages.slice(page - 1, page)) };
}
