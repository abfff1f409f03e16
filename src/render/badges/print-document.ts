import { failure, SosentError } from '../../errors.ts';
import {
  type CompiledDocument,
  type PdfPrinter,
  type PrintedDocument,
  type PrintJob,
  TypstFailure,
} from '../../ports.ts';
import type { BadgeDocument } from './badge-document.ts';
import type { BadgeDesign } from './card-texts.ts';
import type { FitMark } from './findings.ts';
import type { TextMeasurer } from './text-widths.ts';
import { explainTypst } from './typst-problems.ts';

/** The label of what cards report while they are laid out: templates/badges/lib/base.typ. */
export const MARK = 'badge-finding';

interface LayOutJob {
  readonly files: PrintJob['files'];
  readonly design: BadgeDesign;
  readonly measure: TextMeasurer;
}

/** Lays out badges. Throws SOS504 where Typst refuses what the template makes, or it makes no card of an attendee. */
export function layOutBadges(printer: PdfPrinter, badges: BadgeDocument, job: LayOutJob): CompiledDocument {
  try {
    const document = printer.compile(jobOf(badges, job));
    requireCards(badges, { pages: document.pages, marks: document.marks(MARK) }, job.design);
    return document;
  } catch (error) {
    throw explained(error, job.design);
  }
}

/** What Typst is given to lay out these badges. */
export function jobOf({ source, badges }: BadgeDocument, { files, measure }: LayOutJob): PrintJob {
  const widths = measure(source, new Set(badges.map((one) => one.attendee.id)));
  return { source, files: { ...files, 'widths.json': widths } };
}

/** What the cards reported. Throws SOS504 where there are not as many as there should be. */
export function requireCards(
  { pages, cells }: BadgeDocument,
  printed: Pick<PrintedDocument, 'pages' | 'marks'>,
  design: BadgeDesign,
): readonly FitMark[] {
  // Only lib.typ gives metadata this label, and in this shape; a template that does so too is told by its findings.
  const marks = printed.marks as readonly FitMark[];
  const cards = marks.filter((one) => one.badge !== undefined).length;
  if (cards === cells && printed.pages === pages) return marks;
  throw failure(
    'SOS504',
    `The template makes ${count(cards, 'card')} on ${count(printed.pages, 'page')} for ${count(cells, 'card')} on ${count(pages, 'page')}.`,
    { location: { file: design.front.path }, hint: 'Start every badge with #badge(...), once.' },
  );
}

/** A refusal of Typst in words that lead to the line of the template; other errors as they are. */
export function explained(error: unknown, { front, back, blank, cover }: BadgeDesign): unknown {
  if (!(error instanceof TypstFailure)) return error;
  const templates = [front, back, blank, cover].filter((one) => one !== undefined);
  return new SosentError(explainTypst(error, templates));
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
