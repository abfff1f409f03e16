import type { Attendee } from '../../model/attendee.ts';
import type { PagePictures, PdfPrinter, PrintJob } from '../../ports.ts';
import { type BadgeDesign, renderBadges } from './badge-document.ts';
import type { BadgeContext } from './badge-view.ts';
import { layOutBadges } from './print-document.ts';
import { onePerPage, type SheetLayout } from './sheets/sheet-layout.ts';

/** What badges are drawn with. */
export interface BadgeDrawing {
  readonly design: BadgeDesign;
  /** Of the print; pictures show the cards alone, trimmed and upright. */
  readonly layout: SheetLayout;
  readonly context: BadgeContext;
  readonly files: PrintJob['files'];
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
  const { size, turn } = job.layout;
  const hasBacks = turn !== 'none' || size.folds === true;
  // Turned about the edge about which a back comes out upright.
  const upright = size.height >= size.width ? 'long' : 'short';
  const { shapes, pages } = drawPages(printer, attendees, { ...job, turn: hasBacks ? upright : 'none' });
  const sides = hasBacks ? 2 : 1;
  return { shapes, badges: attendees.map((_, index) => pages.slice(index * sides, (index + 1) * sides)) };
}

/** The front of one badge as an SVG document of its own. All letters in it are shapes. */
export function drawBadge(printer: PdfPrinter, attendee: Attendee, job: BadgeDrawing): string {
  const { shapes, pages } = drawPages(printer, [attendee], { ...job, turn: 'none' });
  const outlines = shapes.replace(/^<svg[^>]*>/, '').replace(/<\/svg>$/, '');
  return (pages[0] ?? '').replace(/^<svg ([^>]*)>/, `<svg xmlns="http://www.w3.org/2000/svg" $1>${outlines}`);
}

function drawPages(
  printer: PdfPrinter,
  attendees: readonly Attendee[],
  job: BadgeDrawing & Pick<SheetLayout, 'turn'>,
): PagePictures {
  const layout = { ...onePerPage({ ...job.layout.size, folds: false }), turn: job.turn };
  const [document] = renderBadges(attendees, job.design, { layout, context: job.context });
  return document === undefined
    ? { shapes: '', pages: [] }
    : layOutBadges(printer, document, job).document.pictures();
}
