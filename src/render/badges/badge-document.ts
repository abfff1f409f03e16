import type { Attendee } from '../../model/attendee.ts';
import type { RenderedRun } from './card-texts.ts';
import { type Cell, imposeCards, type SheetPage } from './sheets/impose.ts';
import type { SheetLayout } from './sheets/sheet-layout.ts';
import { sheetPages, sheetPrologue } from './sheets/sheet-source.ts';

/** So many cards make one document. Of more, each has half as many, so that two at a time take no more memory than one. */
const MOST_CARDS = 1000;
const CARDS_OF_MANY = 500;

/** A badge, and the page of its document on which its front stands, from 1. */
export interface PlacedBadge {
  readonly attendee: Attendee;
  readonly page: number;
  /** File name of the document's PDF, where a print has several. */
  readonly file?: string;
}

/** A Typst document, and whose badges it holds. */
export interface BadgeDocument {
  /** Made whenever it is asked for: those of thousands of badges need not all be there at once. */
  readonly source: string;
  readonly badges: readonly PlacedBadge[];
  /** Number of pages and of cells: what the source makes where the template is sound. */
  readonly pages: number;
  readonly cells: number;
}

/**
 * A print run as one Typst document, or several of 500 cards where it has more than 1,000; they import `lib.typ` and `sheet.typ`. Throws SOS502 for a
 * template that fails.
 */
export function renderBadges(
  { cards, breaks, textOf }: RenderedRun,
  { layout, title }: { readonly layout: SheetLayout; readonly title: string },
): readonly BadgeDocument[] {
  const prologue = sheetPrologue(layout, title);
  const attendees = cards.map((card) => (card.kind === 'badge' ? card.attendee : undefined));
  return intoDocuments(imposeCards(cards.length, layout, breaks)).map((pages) => ({
    badges: placedOn(pages, attendees),
    pages: pages.length,
    cells: pages.reduce((sum, page) => sum + page.cells.length, 0),
    get source() {
      const textAt = ({ side, card: index }: Cell): string => {
        const card = cards[index];
        return card === undefined ? '' : textOf(card)[side];
      };
      return `${prologue}\n${sheetPages(pages, layout, textAt)}`;
    },
  }));
}

/** Pages in their order, cut where a document has as many fronts as it may have; a back stays with its front. */
function intoDocuments(pages: readonly SheetPage[]): readonly (readonly SheetPage[])[] {
  const documents: SheetPage[][] = [];
  const all = pages.reduce((sum, page) => sum + frontsOf(page), 0);
  const most = all > MOST_CARDS ? CARDS_OF_MANY : MOST_CARDS;
  let cards = 0;
  for (const page of pages) {
    const fronts = frontsOf(page);
    const last = documents.at(-1);
    if (last === undefined || cards + fronts > most) {
      documents.push([page]);
      cards = fronts;
    } else {
      last.push(page);
      cards += fronts;
    }
  }
  return documents;
}

function frontsOf({ cells }: SheetPage): number {
  return cells.filter((cell) => cell.side === 'front').length;
}

function placedOn(
  pages: readonly SheetPage[],
  attendees: readonly (Attendee | undefined)[],
): readonly PlacedBadge[] {
  return pages.flatMap(({ cells }, index) =>
    cells.flatMap(({ card, side }) => {
      const attendee = attendees[card];
      return side === 'front' && attendee !== undefined ? [{ attendee, page: index + 1 }] : [];
    }),
  );
}
