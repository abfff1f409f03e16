import { lazyList } from '../../model/lazy-list.ts';
import type { Problem } from '../../model/problem.ts';
import type { PagePictures, PdfPrinter, PrintedDocument } from '../../ports.ts';
import type { TemplateText } from '../templates/compile-template.ts';
import { type BadgeDocument, type PlacedBadge, renderBadges } from './badge-document.ts';
import type { BadgeContext } from './badge-view.ts';
import { renderBadgesPage } from './badges-page.ts';
import type { RenderedRun } from './card-texts.ts';
import { type BadgeDrawing, type BadgePictures, drawBadges } from './draw-badges.ts';
import type { BadgeFinding, FitMark } from './findings.ts';
import { preflight } from './preflight/preflight.ts';
import { explained, jobOf, MARK, requireCards } from './print-document.ts';
import { boxesOf, showsFrontsOnly } from './sheets/sheet-layout.ts';
import { createTextMeasurer } from './text-widths.ts';

/** What the run was rendered with is there for messages. */
export interface BadgePrintJob extends Omit<BadgeDrawing, 'textOf' | 'title' | 'measure'> {
  readonly run: RenderedRun;
  readonly context: BadgeContext;
  /** Those of the files that are pictures of the event folder, by their path in sosent.yaml. */
  readonly pictures: Readonly<Record<string, Uint8Array>>;
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
 * The PDF (several where there are more than 1,000 badges), the page to look through them where it is wanted, and what a person should
 * look at. Throws SOS501, SOS502 and SOS504 for a template that fails.
 */
export async function printBadges(printer: PdfPrinter, job: BadgePrintJob): Promise<BadgePrint> {
  const { run, layout, context, preview, stem } = job;
  const documents = renderBadges(run, { layout, title: context.title });
  const drawing = {
    ...job,
    measure: createTextMeasurer(printer, job.files),
    textOf: run.textOf,
    title: context.title,
  };
  const printed = (await printDocuments(printer, documents, drawing)).map((one, index) => {
    const file = documents.length === 1 ? `${stem}.pdf` : `${stem}-${index + 1}.pdf`;
    const badges = documents[index]?.badges ?? [];
    return {
      ...one,
      badges: documents.length === 1 ? badges : badges.map((badge) => ({ ...badge, file })),
      pictures: preview && cardPictures(printer, { pictures: one.pictures, badges }, drawing),
      file,
    };
  });
  const { findings, problems } = preflight({
    event: context.event,
    missing: context.missing,
    documents: printed,
    card: drawPictured(printer, printed[0]?.badges[0], drawing),
    pictures: job.pictures,
  });
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
    problems,
  };
}

type Drawing = BadgeDrawing & Pick<BadgePrintJob, 'context' | 'preview' | 'pictures'>;

async function printDocuments(
  printer: PdfPrinter,
  documents: readonly BadgeDocument[],
  drawing: Drawing,
): Promise<readonly (PrintedDocument & { readonly marks: readonly FitMark[] })[]> {
  const { layout, context, preview, design } = drawing;
  const about = {
    createdAt: new Date(`${context.event.date}T00:00:00Z`),
    boxes: boxesOf(layout),
    label: MARK,
    pictures: preview !== undefined && showsFrontsOnly(layout),
  };
  const required = (index: number): BadgeDocument => {
    const document = documents[index];
    if (document === undefined) throw new RangeError(`There is no document ${index}.`);
    return document;
  };
  const jobs = lazyList(documents.length, (index) => ({ ...jobOf(required(index), drawing), ...about }));
  const printed = await printer.print(jobs).catch((error: unknown) => {
    throw explained(error, design);
  });
  return printed.map((one, index) => ({ ...one, marks: requireCards(required(index), one, design) }));
}

/** The sides of a card as a picture, where it shows pictures that can be too coarse. */
function drawPictured(
  printer: PdfPrinter,
  badge: PlacedBadge | undefined,
  drawing: BadgeDrawing & Pick<BadgePrintJob, 'pictures'>,
): readonly string[] {
  const canBeCoarse = Object.keys(drawing.pictures).some((path) => !path.toLowerCase().endsWith('.svg'));
  if (badge === undefined || !canBeCoarse) return [];
  return drawBadges(printer, [badge.attendee], drawing).badges.flat();
}

/** Pictures of the badges of one document, without laying them out again where its pages are the cards. */
function cardPictures(
  printer: PdfPrinter,
  {
    pictures,
    badges,
  }: { readonly pictures: PagePictures | undefined; readonly badges: readonly PlacedBadge[] },
  drawing: BadgeDrawing,
): BadgePictures {
  if (pictures === undefined) {
    return drawBadges(
      printer,
      badges.map((one) => one.attendee),
      drawing,
    );
  }
  // Between the badges there may be covers and blank ones.
  const { shapes, pages } = pictures;
  return { shapes, badges: badges.map(({ page }) => pages.slice(page - 1, page)) };
}
