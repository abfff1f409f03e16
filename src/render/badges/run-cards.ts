import type { BadgeGroup } from '../../core/badges/group-badges.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Language } from '../../model/text.ts';
import { coversOf, type GroupCover } from './group-cover.ts';
import type { BadgeSize } from './sizes.ts';

/** One card of a print run: somebody's badge, one for somebody who walks in, or the cover of an envelope. */
export type RunCard =
  | { readonly kind: 'badge'; readonly attendee: Attendee }
  | { readonly kind: 'blank'; readonly type: string }
  | { readonly kind: 'cover'; readonly cover: GroupCover };

/** So many blank badges of an attendee type, '' for none. */
export interface Blanks {
  readonly type: string;
  readonly count: number;
}

/** The cards of a print run in order. */
export interface BadgeRun {
  readonly cards: readonly RunCard[];
  /** Indices of the cards that begin a new sheet. */
  readonly breaks: ReadonlySet<number>;
}

/** Badges one after the other, then the blank ones. */
export function plainRun(attendees: readonly Attendee[], blanks: readonly Blanks[]): BadgeRun {
  return { cards: [...attendees.map(badgeOf), ...blankCards(blanks)], breaks: new Set() };
}

/** Each group begins a sheet with its cover; the blank badges have a sheet of their own at the end. */
export function groupedRun(
  groups: readonly BadgeGroup[],
  blanks: readonly Blanks[],
  about: { readonly size: BadgeSize; readonly language: Language },
): BadgeRun {
  const cards: RunCard[] = [];
  const breaks = new Set<number>();
  for (const group of groups) {
    breaks.add(cards.length);
    for (const cover of coversOf(group, about)) cards.push({ kind: 'cover', cover });
    cards.push(...group.attendees.map(badgeOf));
  }
  breaks.add(cards.length);
  return { cards: [...cards, ...blankCards(blanks)], breaks };
}

function badgeOf(attendee: Attendee): RunCard {
  return { kind: 'badge', attendee };
}

function blankCards(blanks: readonly Blanks[]): readonly RunCard[] {
  return blanks.flatMap(({ type, count }) =>
    Array.from({ length: count }, (): RunCard => ({ kind: 'blank', type })),
  );
}
