import type { BadgeGroup } from '../../core/badges/group-badges.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Language } from '../../model/text.ts';
import { type EventView, viewEvent } from '../views/attendee-view.ts';
import type { BadgeContext } from './badge-view.ts';
import { textColourOn } from './contrast.ts';
import { leaveOut } from './missing-signs.ts';
import { runWords } from './run-words.ts';
import type { BadgeSize } from './sizes.ts';

/** One card on an envelope of badges: whose they are, how many, and all their names. */
export interface GroupCover {
  readonly title: string;
  /** Badges in the envelope. */
  readonly count: number;
  /** From 1: a large group has several covers, each with some of the names. */
  readonly part: number;
  readonly parts: number;
  readonly attendees: readonly Attendee[];
  /** Names one below the other in each of the two columns. */
  readonly rows: number;
}

/** What the template of a cover sees. docs/templates.md. */
export interface CoverView {
  readonly language: Language;
  readonly event: EventView;
  readonly group: {
    readonly title: string;
    readonly count: number;
    readonly badges: string;
    /** `2 of 3`, '' where there is one cover only. */
    readonly part: string;
    readonly rows: number;
    readonly people: readonly { readonly name: string; readonly unit: string; readonly code: string }[];
  };
  readonly header: { readonly colour: string; readonly textColour: string };
}

/** As many covers as it takes to list everybody. */
export function coversOf(
  { title, attendees }: BadgeGroup,
  { size, language }: { readonly size: BadgeSize; readonly language: Language },
): readonly GroupCover[] {
  const rows = rowsOn(size);
  const parts = rows === 0 ? 1 : Math.ceil(attendees.length / (2 * rows));
  return Array.from({ length: parts }, (_, index) => ({
    title: title || runWords(language).others,
    count: attendees.length,
    part: index + 1,
    parts,
    attendees: attendees.slice(index * 2 * rows, (index + 1) * 2 * rows),
    rows,
  }));
}

/** Millimetres of the card as it is drawn (see templates/badges/run.typ): what a row of names takes, and all the rest. */
const ROW = 4.4;

/** None on a card that is much wider than high. */
function rowsOn({ width, height }: BadgeSize): number {
  const drawn = width > height ? { width: 90, rest: 33 } : { width: 105, rest: 76 };
  if (width > 3 * height) return 0;
  return Math.floor((height * (drawn.width / width) - drawn.rest) / ROW);
}

/** The view of one cover, without the signs that no font has. */
export function viewCover(
  cover: GroupCover,
  { event, missing }: Pick<BadgeContext, 'event' | 'missing'>,
  language: Language,
): CoverView {
  const words = runWords(language);
  const { primary } = event.colours;
  const view = {
    language,
    event: viewEvent(event, language),
    group: {
      title: cover.title,
      count: cover.count,
      badges: words.badges(cover.count),
      part: cover.parts === 1 ? '' : words.part(cover.part, cover.parts),
      rows: cover.rows,
      people: cover.attendees.map(({ name, unit, code }) => ({ name, unit, code })),
    },
    header: { colour: primary, textColour: textColourOn(primary) },
  };
  return leaveOut<CoverView>(view, missing);
}
