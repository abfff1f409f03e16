import type { Event } from '../../model/event.ts';
import { inLanguage } from '../../model/text.ts';
import { compileTemplate } from '../templates/compile-template.ts';
import type { PlacedBadge } from './badge-document.ts';
import type { BadgePictures } from './draw-badges.ts';
import type { BadgeFinding } from './findings.ts';
import type { BadgeSize } from './sizes.ts';

/** The badges of one PDF, and pictures of each, in the same order. */
export interface BadgePages {
  readonly badges: readonly PlacedBadge[];
  readonly pictures: BadgePictures;
  readonly file: string;
}

interface BadgesPage {
  readonly event: Event;
  readonly template: { readonly text: string; readonly path: string };
  readonly size: BadgeSize;
  readonly pages: readonly BadgePages[];
  readonly findings: readonly BadgeFinding[];
}

/**
 * One HTML file to look through all badges before they are printed, each at its real size, searchable by name,
 * organisation, unit and code, with what was found about it. It needs no network: the shapes of all letters are
 * inside, once.
 */
export function renderBadgesPage({ event, template, size, pages, findings }: BadgesPage): string {
  const render = compileTemplate(template.text, { format: 'html', path: template.path });
  const language = event.languages[0] ?? 'en';
  const byAttendee = groupBy(findings);
  const badges = pages.flatMap(({ badges: placed, pictures, file }) =>
    placed.map(({ attendee, page }, index) => ({
      name: attendee.name,
      search: [attendee.name, attendee.organisation, attendee.unit, attendee.code].join(' ').toLowerCase(),
      place: pages.length === 1 ? `p. ${page}` : `${file}, p. ${page}`,
      pictures: pictures.badges[index] ?? [],
      findings: (byAttendee.get(attendee.id) ?? []).map((one) => one.problem.message),
    })),
  );
  return render({
    title: inLanguage(event.title, language),
    size,
    badges,
    count: badges.length,
    found: badges.filter((one) => one.findings.length > 0).length,
    shapes: pages.map((one) => one.pictures.shapes),
  });
}

function groupBy(findings: readonly BadgeFinding[]): ReadonlyMap<string, readonly BadgeFinding[]> {
  const groups = new Map<string, BadgeFinding[]>();
  for (const one of findings) groups.set(one.attendee, [...(groups.get(one.attendee) ?? []), one]);
  return groups;
}
