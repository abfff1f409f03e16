import type { Attendee } from '../../model/attendee.ts';
import { compareText } from '../../model/text.ts';
import { compileTemplate, type TemplateText } from '../templates/compile-template.ts';
import { type BadgeContext, viewBadge } from './badge-view.ts';
import { type CardSide, imposeCards, type SheetPage } from './sheets/impose.ts';
import type { SheetLayout } from './sheets/sheet-layout.ts';
import { sheetPages, sheetPrologue } from './sheets/sheet-source.ts';

export interface BadgeDesign {
  /** A Handlebars template that makes Typst: the front of the badge of one attendee. */
  readonly front: TemplateText;
  /** Of the back, where a print has backs; the front is on both sides where the design has none. */
  readonly back?: TemplateText | undefined;
}

/** More cards than this in one Typst document cost more memory than they save time. */
const MOST_CARDS = 1000;

/** A badge, and the page of its document on which its front stands, from 1. */
export interface PlacedBadge {
  readonly attendee: Attendee;
  readonly page: number;
}

/** A Typst document, and whose badges it holds. */
export interface BadgeDocument {
  readonly source: string;
  readonly badges: readonly PlacedBadge[];
  /** Number of pages and of cells: what the source makes where the template is sound. */
  readonly pages: number;
  readonly cells: number;
}

/**
 * The badges of these attendees as Typst documents of up to 1,000 badges; they import `lib.typ` and `sheet.typ`.
 * Throws SOS501 and SOS502 for a template that fails.
 */
export function renderBadges(
  attendees: readonly Attendee[],
  { front, back = front }: BadgeDesign,
  { layout, context }: { readonly layout: SheetLayout; readonly context: BadgeContext },
): readonly BadgeDocument[] {
  const compiled: Readonly<Record<CardSide, (data: object) => string>> = {
    front: compileTemplate(front.text, { format: 'typ', path: front.path }),
    back: compileTemplate(back.text, { format: 'typ', path: back.path }),
  };
  const prologue = sheetPrologue(layout, context.title);
  const render = (side: CardSide, attendee: Attendee | undefined): string =>
    attendee === undefined ? '' : compiled[side](viewBadge(attendee, context));
  return intoDocuments(imposeCards(attendees.length, layout)).map((pages) => ({
    badges: placedOn(pages, attendees),
    pages: pages.length,
    cells: pages.reduce((sum, page) => sum + page.cells.length, 0),
    source: `${prologue}\n${sheetPages(pages, layout, (cell) => render(cell.side, attendees[cell.card]))}`,
  }));
}

/** By name, then id, both by code points: the same order on every machine and for every order of rows. */
export function sortForBadges(attendees: readonly Attendee[]): readonly Attendee[] {
  return [...attendees].sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
}

/** Pages in their order, so many to a document that its fronts are at most 1,000; a back stays with its front. */
function intoDocuments(pages: readonly SheetPage[]): readonly (readonly SheetPage[])[] {
  const documents: SheetPage[][] = [];
  let cards = 0;
  for (const page of pages) {
    const fronts = page.cells.filter((cell) => cell.side === 'front').length;
    const last = documents.at(-1);
    if (last === undefined || cards + fronts > MOST_CARDS) {
      documents.push([page]);
      cards = fronts;
    } else {
      last.push(page);
      cards += fronts;
    }
  }
  return documents;
}

function placedOn(pages: readonly SheetPage[], attendees: readonly Attendee[]): readonly PlacedBadge[] {
  return pages.flatMap(({ cells }, index) =>
    cells.flatMap(({ card, side }) => {
      const attendee = attendees[card];
      return side === 'front' && attendee !== undefined ? [{ attendee, page: index + 1 }] : [];
    }),
  );
}
