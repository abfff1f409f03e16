import { failure, SosentError } from '../../errors.ts';
import { type CompiledDocument, type PdfPrinter, type PrintJob, TypstFailure } from '../../ports.ts';
import type { BadgeDocument } from './badge-document.ts';
import type { BadgeDesign } from './card-texts.ts';
import type { FitMark } from './findings.ts';
import { explainTypst } from './typst-problems.ts';

/** A document that is laid out, and what its cards reported. */
export interface LaidOutBadges {
  readonly document: CompiledDocument;
  readonly marks: readonly FitMark[];
}

/** Lays out badges. Throws SOS504 where Typst refuses what the template makes, or it makes no card of an attendee. */
export function layOutBadges(
  printer: PdfPrinter,
  { source, pages, cells }: BadgeDocument,
  { files, design }: { readonly files: PrintJob['files']; readonly design: BadgeDesign },
): LaidOutBadges {
  const document = compile(printer, { source, files }, design);
  // Only lib.typ gives metadata this label, and in this shape; a template that does so too is told by its findings.
  const marks = document.marks('badge-finding') as readonly FitMark[];
  const cards = marks.filter((one) => one.badge !== undefined).length;
  if (cards !== cells || document.pages !== pages) {
    throw failure(
      'SOS504',
      `The template makes ${count(cards, 'card')} on ${count(document.pages, 'page')} for ${count(cells, 'card')} on ${count(pages, 'page')}.`,
      { location: { file: design.front.path }, hint: 'Start every badge with #badge(...), once.' },
    );
  }
  return { document, marks };
}

function compile(
  printer: PdfPrinter,
  job: PrintJob,
  { front, back, blank, cover }: BadgeDesign,
): CompiledDocument {
  try {
    return printer.compile(job);
  } catch (error) {
    if (!(error instanceof TypstFailure)) throw error;
    const templates = [front, back, blank, cover].filter((one) => one !== undefined);
    throw new SosentError(explainTypst(error, { source: job.source, templates }));
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
