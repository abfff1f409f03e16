import { failure, SosentError } from '../../errors.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Problem } from '../../model/problem.ts';
import { type CompiledDocument, type PdfPrinter, type PrintJob, TypstFailure } from '../../ports.ts';
import { type BadgeDesign, type BadgeDocument, renderBadges } from './badge-document.ts';
import type { BadgeContext } from './badge-view.ts';
import { type BadgePages, renderBadgesPage } from './badges-page.ts';
import { type BadgeFinding, type FitMark, findMisfits, findMissingQr } from './findings.ts';
import { findMissingGlyphs, findMissingGlyphsOfEvent } from './missing-glyphs.ts';
import { explainTypst } from './typst-problems.ts';
import { createTextMeasurer } from './text-widths.ts';

export interface BadgePrintJob {
  /** In the order of the pages. */
  readonly attendees: readonly Attendee[];
  readonly design: BadgeDesign;
  readonly context: BadgeContext;
  /** Files that the design reads: the library of parts, pictures. */
  readonly files: PrintJob['files'];
  /** Template of the page to look through the badges. */
  readonly page: { readonly text: string; readonly path: string };
  /** File name of the results, without an ending. */
  readonly stem: string;
}

export interface BadgePrint {
  readonly files: readonly { readonly path: string; readonly content: string | Uint8Array }[];
  readonly findings: readonly BadgeFinding[];
  /** What concerns no single badge. */
  readonly problems: readonly Problem[];
}

/**
 * The PDF (one for every 1,000 badges), the page to look through them, and what a person should look at. Throws
 * SOS501, SOS502 and SOS504 for a template that fails.
 */
export function printBadges(printer: PdfPrinter, job: BadgePrintJob): BadgePrint {
  const { attendees, design, context, page, stem } = job;
  const documents = renderBadges(attendees, design, context);
  const widthsOf = createTextMeasurer(printer, job.files);
  const printed = documents.map((document, index) => ({
    ...printDocument(printer, document, job, widthsOf),
    file: documents.length === 1 ? `${stem}.pdf` : `${stem}-${index + 1}.pdf`,
  }));
  const findings = [
    ...printed.flatMap((one) => findMisfits(one.attendees, one.marks)),
    ...documents.flatMap((one) => findMissingGlyphs(one.attendees, printer.withoutGlyph)),
    ...documents.flatMap((one) => findMissingQr(one.attendees, context.event.badges)),
  ];
  const html = renderBadgesPage({
    event: context.event,
    template: page,
    size: design.size,
    pages: printed,
    findings,
  });
  return {
    files: [
      ...printed.map(({ file, pdf }) => ({ path: file, content: pdf })),
      { path: `${stem}.html`, content: html },
    ],
    findings,
    problems: findMissingGlyphsOfEvent(context.event, printer.withoutGlyph),
  };
}

function printDocument(
  printer: PdfPrinter,
  { source, attendees }: BadgeDocument,
  { files, design, context }: BadgePrintJob,
  widthsOf: ReturnType<typeof createTextMeasurer>,
): Omit<BadgePages, 'file'> & { readonly pdf: Uint8Array; readonly marks: readonly FitMark[] } {
  const document = compile(
    printer,
    { source, files: { ...files, 'widths.json': widthsOf(source, new Set(attendees.map((one) => one.id))) } },
    design.template,
  );
  if (document.pages !== attendees.length) {
    throw failure(
      'SOS504',
      `The template makes ${count(document.pages, 'page')} for ${count(attendees.length, 'badge')}; every badge is one page.`,
      { location: { file: design.template.path }, hint: 'Start every badge with #badge(...), once.' },
    );
  }
  return {
    attendees,
    // Only lib.typ gives metadata this label, and in this shape; a template that does so too is told by its findings.
    marks: document.marks('badge-finding') as readonly FitMark[],
    pictures: document.pictures(),
    pdf: document.pdf(new Date(`${context.event.date}T00:00:00Z`)),
  };
}

function compile(printer: PdfPrinter, job: PrintJob, template: BadgeDesign['template']): CompiledDocument {
  try {
    return printer.compile(job);
  } catch (error) {
    if (!(error instanceof TypstFailure)) throw error;
    throw new SosentError(explainTypst(error, { source: job.source, template }));
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
