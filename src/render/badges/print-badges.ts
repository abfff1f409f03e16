import type { Attendee } from '../../model/attendee.ts';
import type { Problem } from '../../model/problem.ts';
import type { PagePictures, PdfPrinter, PrintJob } from '../../ports.ts';
import { type PlacedBadge, renderBadges } from './badge-document.ts';
import type { BadgeContext } from './badge-view.ts';
import { renderBadgesPage } from './badges-page.ts';
import type { BadgeDesign, RenderedRun } from './card-texts.ts';
import type { BadgeFinding } from './findings.ts';
import { preflight } from './preflight/preflight.ts';
import { layOutBadges } from './print-document.ts';
import { boxesOf, onePerPage, type SheetLayout, showsFrontsOnly } from './sheets/sheet-layout.ts';
import { createTextMeasurer, type TextMeasurer } from './text-widths.ts';

export interface BadgePrintJob {
  readonly run: RenderedRun;
  /** What the run was rendered with, for messages. */
  readonly design: BadgeDesign;
  readonly layout: SheetLayout;
  readonly context: BadgeContext;
  /** Files that the design reads: the library of parts, pictures. */
  readonly files: PrintJob['files'];
  /** Those of the files that are pictures of the event folder, by their path in sosent.yaml. */
  readonly pictures: Readonly<Record<string, Uint8Array>>;
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
  const { run, layout, context, pictures, page, stem } = job;
  const documents = renderBadges(run, { layout, title: context.title });
  const measured = { ...job, measure: createTextMeasurer(printer, job.files) };
  const printed = documents.map((one, index) => {
    const { document, marks } = layOutBadges(printer, one, measured);
    const file = documents.length === 1 ? `${stem}.pdf` : `${stem}-${index + 1}.pdf`;
    return {
      ...one,
      badges: documents.length === 1 ? one.badges : one.badges.map((badge) => ({ ...badge, file })),
      marks,
      pdf: document.pdf(new Date(`${context.event.date}T00:00:00Z`), boxesOf(layout)),
      pictures: showsFrontsOnly(layout)
        ? ofBadges(document.pictures(), one.badges)
        : drawFronts(printer, one.badges, measured),
      file,
    };
  });
  const first = printed[0]?.badges[0]?.attendee;
  const { findings, problems } = preflight({
    event: context.event,
    documents: printed,
    card:
      first === undefined || Object.keys(pictures).length === 0 ? [] : drawSides(printer, first, measured),
    pictures,
    withoutGlyph: printer.withoutGlyph,
  });
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
    problems,
  };
}

type MeasuredJob = BadgePrintJob & { readonly measure: TextMeasurer };

/** A picture of the front of every badge, trimmed, for a print whose pages are something else. */
function drawFronts(printer: PdfPrinter, badges: readonly PlacedBadge[], job: MeasuredJob): PagePictures {
  const attendees = badges.map((one) => one.attendee);
  return draw(printer, attendees, { ...job, layout: onePerPage({ ...job.layout.size, folds: false }) });
}

/** Pictures of one card, of its back too where the print has backs. */
function drawSides(printer: PdfPrinter, attendee: Attendee, job: MeasuredJob): readonly string[] {
  return draw(printer, [attendee], {
    ...job,
    layout: { ...onePerPage(job.layout.size), turn: job.layout.turn },
  }).pages;
}

function draw(printer: PdfPrinter, attendees: readonly Attendee[], job: MeasuredJob): PagePictures {
  const cards = attendees.map((attendee) => ({ kind: 'badge', attendee }) as const);
  const run = { ...job.run, cards, breaks: new Set<number>() };
  const [document] = renderBadges(run, { layout: job.layout, title: job.context.title });
  return document === undefined
    ? { shapes: '', pages: [] }
    : layOutBadges(printer, document, job).document.pictures();
}

/** The pages of the badges, without those of covers and blank badges. */
function ofBadges({ shapes, pages }: PagePictures, badges: readonly PlacedBadge[]): PagePictures {
  return { shapes, pages: badges.flatMap(({ page }) => pages[page - 1] ?? []) };
}
