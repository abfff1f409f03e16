import { createHash } from 'node:crypto';
import type { Attendee } from '../../model/attendee.ts';
import { compileTemplate, type TemplateText } from '../templates/compile-template.ts';
import { type BadgeContext, viewBadge } from './badge-view.ts';
import type { BadgeSize, CardShape } from './sizes.ts';

/** A design that is written in HTML, and what its document is made of. */
export interface HtmlBadgeDesign {
  /** A Handlebars template that makes HTML: the badge of one attendee. Its `<style>` is taken for all badges. */
  readonly card: TemplateText;
  /** The document around the badges: templates/badges/pages/print.html.hbs. */
  readonly frame: TemplateText;
  /** Fits texts, and reports what does not fit: templates/badges/pages/fit.js. */
  readonly script: string;
  /** `@font-face` rules with the fonts inside. */
  readonly fonts: string;
}

export interface HtmlBadgeContent {
  /** Trimmed, upright. */
  readonly size: BadgeSize;
  readonly context: BadgeContext;
  /** Cards that were made before. */
  readonly cardOf?: (attendee: Attendee) => HtmlCard;
}

/** One HTML document and whose badges it holds, one page each. */
export interface HtmlBadgeDocument {
  readonly html: string;
  readonly attendees: readonly Attendee[];
}

/** The width in mm at which cards of a shape are drawn, in HTML as in Typst; they grow or shrink with the width. */
const DRAWN_WIDTH: Readonly<Record<CardShape, number>> = { portrait: 105, landscape: 90, strip: 250 };

/** A browser takes ever longer for a page the more there are. */
const MOST_PAGES = 1000;

/** The card of an attendee as HTML, with the style sheet of the design, and the language in which it is. */
export interface HtmlCard {
  readonly html: string;
  readonly language: string;
}

/** Cards of an HTML design, each made once. Throws SOS501; what it gives back throws SOS502 for a template that fails. */
export function htmlCardRenderer(
  card: TemplateText,
  context: BadgeContext,
): (attendee: Attendee) => HtmlCard {
  const render = compileTemplate(card.text, { format: 'html', path: card.path });
  const cards = new Map<string, HtmlCard>();
  return (attendee) => {
    const known = cards.get(attendee.id);
    if (known !== undefined) return known;
    const view = viewBadge(attendee, context);
    const made = { html: render(view), language: view.language };
    cards.set(attendee.id, made);
    return made;
  };
}

/**
 * The badges of these attendees as HTML documents of up to 1,000 pages. Each needs nothing but itself: pictures,
 * fonts and script are inside, and no other script runs. Throws SOS501 and SOS502 for a template that fails.
 */
export function renderHtmlBadges(
  attendees: readonly Attendee[],
  design: HtmlBadgeDesign,
  { size, context, cardOf = htmlCardRenderer(design.card, context) }: HtmlBadgeContent,
): readonly HtmlBadgeDocument[] {
  const renderFrame = compileTemplate(design.frame.text, { format: 'html', path: design.frame.path });
  const script = design.script.trim();
  const scale = size.width / DRAWN_WIDTH[size.shape];
  return chunksOf(attendees, MOST_PAGES).map((some) => {
    const styles = new Set<string>();
    const badges = some.map((one) => {
      const { html, language } = cardOf(one);
      return {
        id: one.id,
        language,
        search: [one.name, one.organisation, one.unit, one.code].join(' ').toLowerCase(),
        card: liftStyles(html, styles),
      };
    });
    const html = renderFrame({
      title: context.title,
      language: context.event.languages[0] ?? 'en',
      size: { width: size.width, height: size.height },
      card: { width: DRAWN_WIDTH[size.shape], height: Number((size.height / scale).toFixed(6)), scale },
      styles: [...styles],
      fonts: design.fonts,
      script,
      scriptHash: createHash('sha256').update(script).digest('base64'),
      badges,
    });
    return { html, attendees: some };
  });
}

/** A card without its style sheets, which go into `styles`. No text of an attendee can hold one: all is escaped. */
function liftStyles(card: string, styles: Set<string>): string {
  return card.replaceAll(/<style\b[^>]*>(.*?)<\/style>/gis, (_, style: string) => {
    styles.add(style.trim());
    return '';
  });
}

function chunksOf<T>(items: readonly T[], size: number): (readonly T[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
