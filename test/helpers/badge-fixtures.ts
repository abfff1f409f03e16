import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Attendee } from '../../src/model/attendee.ts';
import type { Event } from '../../src/model/event.ts';
import type { Placement } from '../../src/model/placement.ts';
import { cardRenderer } from '../../src/render/badges/card-texts.ts';
import type { BadgePrintJob } from '../../src/render/badges/print-badges.ts';
import { type BadgeRun, plainRun } from '../../src/render/badges/run-cards.ts';
import { onePerPage, type SheetLayout } from '../../src/render/badges/sheets/sheet-layout.ts';
import { requireSize } from '../../src/render/badges/sizes.ts';
import { event } from '../core/assign/small-instances.ts';

export const builtIn = (name: string) => ({
  path: `templates/badges/${name}`,
  text: readFileSync(fileURLToPath(new URL(`../../templates/badges/${name}`, import.meta.url)), 'utf8'),
});

/** The library of parts, as the command gives it to the printer. */
export const LIBRARY: Readonly<Record<string, string>> = {
  'widths.json': '{}',
  ...Object.fromEntries(
    [
      'lib',
      'sheet',
      'run',
      ...['scripts', 'base', 'fit', 'card', 'person', 'programme', 'parts'].map((one) => `lib/${one}`),
    ].map((name) => [`${name}.typ`, builtIn(`${name}.typ`).text]),
  ),
};

/** Two sessions in two time slots, and a host. */
export const FAIR: Event = {
  ...event({ 'work/1': 5, 'music/2': 5 }),
  title: { en: 'Spring Fair' },
  venue: { en: 'Town Hall' },
  address: 'Market Square 1',
  hosts: ['Example Foundation'],
};

/** What `printBadges` takes to print these people, with the classic design on A6. */
export function printJob(
  attendees: readonly Attendee[],
  about: {
    readonly event?: Event;
    readonly placements?: readonly Placement[];
    /** Ids of the time slots in which nobody is there. */
    readonly absences?: readonly string[];
    /** One of the sizes, one card to a page; or how the pages look. */
    readonly size?: string;
    readonly layout?: SheetLayout;
    readonly template?: string;
    readonly back?: string;
    readonly logos?: readonly string[];
    /** The badges one after the other where none is given. */
    readonly run?: BadgeRun;
    readonly qr?: Event['badges']['qr'];
    readonly url?: string;
    /** Signs that no font has. */
    readonly missing?: ReadonlySet<string>;
  } = {},
): BadgePrintJob {
  const { event: of = FAIR, placements, absences = [], size = 'a6', template, back } = about;
  const mine = (text: string, name: string) => ({ path: `templates/badges/${name}`, text });
  const design = {
    front: template === undefined ? builtIn('classic.typ.hbs') : mine(template, 'mine.typ.hbs'),
    ...(back !== undefined && { back: mine(back, 'mine.back.typ.hbs') }),
    blank: builtIn('blank.typ.hbs'),
    cover: builtIn('cover.typ.hbs'),
  };
  const context = {
    event: { ...of, badges: { ...of.badges, qr: about.qr ?? of.badges.qr, url: about.url ?? of.badges.url } },
    title: 'Spring Fair',
    missing: about.missing ?? new Set<string>(),
    logos: about.logos ?? [],
    background: '',
    placements:
      placements && new Map(attendees.map(({ id }) => [id, placements.filter((one) => one.attendee === id)])),
    isAbsent: (_: string, timeSlot: string) => absences.includes(timeSlot),
  } as const;
  return {
    run: { ...(about.run ?? plainRun(attendees, [])), textOf: cardRenderer(design, context) },
    design,
    layout: about.layout ?? onePerPage(requireSize(size)),
    context,
    files: LIBRARY,
    pictures: {},
    preview: builtIn('pages/preview.html.hbs'),
    stem: 'badges',
  };
}
