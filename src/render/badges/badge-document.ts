import type { Attendee } from '../../model/attendee.ts';
import { compareText } from '../../model/text.ts';
import { compileTemplate } from '../templates/compile-template.ts';
import { typstLiteral } from '../templates/typst-literal.ts';
import { type BadgeContext, viewBadge } from './badge-view.ts';
import type { BadgeSize } from './sizes.ts';

export interface BadgeDesign {
  /** A Handlebars template that makes Typst: the badge of one attendee. */
  readonly template: { readonly text: string; readonly path: string };
  readonly size: BadgeSize;
}

/** More pages than this in one Typst document cost more memory than they save time. */
const MOST_PAGES = 1000;

/** A Typst document and whose badges it holds, one page each. */
export interface BadgeDocument {
  readonly source: string;
  readonly attendees: readonly Attendee[];
}

/**
 * The badges of these attendees as Typst documents of up to 1,000 pages; they import `lib.typ`. Throws SOS501 and
 * SOS502 for a template that fails.
 */
export function renderBadges(
  attendees: readonly Attendee[],
  { template, size }: BadgeDesign,
  context: BadgeContext,
): readonly BadgeDocument[] {
  const render = compileTemplate(template.text, { format: 'typ', path: template.path });
  const { width, height } = size;
  const prologue = [
    '#import "lib.typ": *',
    `#show: sheet.with(width: ${width}mm, height: ${height}mm)`,
    `#set document(title: ${typstLiteral(context.title)})`,
    `#let badge = badge.with(width: ${width}mm, height: ${height}mm, bleed: 0mm)`,
  ].join('\n');
  return chunksOf(attendees, MOST_PAGES).map((some) => ({
    attendees: some,
    source: `${prologue}\n${some.map((one) => render(viewBadge(one, context))).join('\n#pagebreak()\n')}`,
  }));
}

/** By name, then id, both by code points: the same order on every machine and for every order of rows. */
export function sortForBadges(attendees: readonly Attendee[]): readonly Attendee[] {
  return [...attendees].sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
}

function chunksOf<T>(items: readonly T[], size: number): (readonly T[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
