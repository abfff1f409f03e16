import type { Attendee } from '../../model/attendee.ts';
import type { PagePictures, PdfPrinter, PrintJob } from '../../ports.ts';
import { renderBadges } from './badge-document.ts';
import type { BadgeDesign, RenderedRun } from './card-texts.ts';
import { layOutBadges } from './print-document.ts';
import { onePerPage, type SheetLayout } from './sheets/sheet-layout.ts';
import type { TextMeasurer } from './text-widths.ts';

/** What badges are drawn with. */
export interface BadgeDrawing {
  readonly textOf: RenderedRun['textOf'];
  /** What the texts are made with, for messages. */
  readonly design: BadgeDesign;
  /** Of the print; pictures show the cards alone, trimmed and upright. */
  readonly layout: SheetLayout;
  readonly title: string;
  /** Files that the design reads: the library of parts, pictures. */
  readonly files: PrintJob['files'];
  readonly measure: TextMeasurer;
}

/** The printed sides of every badge as `<svg>` elements for a page that also holds `shapes`. */
export interface BadgePictures {
  readonly shapes: string;
  readonly badges: readonly (readonly string[])[];
}

/** Pictures of badges, up to 1,000, the back of each too where the print has backs. */
export function drawBadges(
  printer: PdfPrinter,
  attendees: readonly Attendee[],
  job: BadgeDrawing,
): BadgePictures {
  const hasBacks = job.layout.turn !== 'none' || job.layout.size.folds === true;
  const { shapes, pages } = drawSides(printer, attendees, { ...job, hasBacks });
  const sides = hasBacks ? 2 : 1;
  return { shapes, badges: attendees.map((_, index) => pages.slice(index * sides, (index + 1) * sides)) };
}

/** One side of one badge as an SVG document of its own. All letters in it are shapes. */
export function drawBadge(
  printer: PdfPrinter,
  attendee: Attendee,
  job: BadgeDrawing & { readonly side: 'front' | 'back' },
): string {
  const hasBacks = job.side === 'back';
  const { shapes, pages } = drawSides(printer, [attendee], { ...job, hasBacks });
  const outlines = shapes.replace(/^<svg[^>]*>/, '').replace(/<\/svg>$/, '');
  return (pages.at(-1) ?? '').replace(
    /^<svg ([^>]*)>/,
    (_, about: string) => `<svg xmlns="http://www.w3.org/2000/svg" ${about}>${outlines}`,
  );
}

/** One page for every side, the front before the back. */
function drawSides(
  printer: PdfPrinter,
  attendees: readonly Attendee[],
  job: BadgeDrawing & { readonly hasBacks: boolean },
): PagePictures {
  const size = { ...job.layout.size, folds: false };
  // Turned about the edge about which a back comes out upright.
  const upright = size.height >= size.width ? 'long' : 'short';
  const layout: SheetLayout = { ...onePerPage(size), turn: job.hasBacks ? upright : 'none' };
  const cards = attendees.map((attendee) => ({ kind: 'badge', attendee }) as const);
  const run = { cards, breaks: new Set<number>(), textOf: job.textOf };
  const [document] = renderBadges(run, { layout, title: job.title });
  return document === undefined ? { shapes: '', pages: [] } : layOutBadges(printer, document, job).pictures();
}
