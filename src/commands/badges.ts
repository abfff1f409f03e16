import { join, relative } from 'node:path';
import { findKnownAbsences } from '../core/assign/known-absences.ts';
import { groupBy } from '../core/group-by.ts';
import { readBadgeLibrary } from '../folder/badge-library.ts';
import { requireSound } from '../folder/data-file.ts';
import { type EventFolder, openEvent } from '../folder/event-folder.ts';
import { readPins } from '../folder/pins.ts';
import { readPlacements } from '../folder/placements.ts';
import type { Attendee } from '../model/attendee.ts';
import { inLanguage } from '../model/text.ts';
import type { BadgeContext } from '../render/badges/badge-view.ts';
import { findSettingsProblems } from '../render/badges/find-settings-problems.ts';
import { printBadges } from '../render/badges/print-badges.ts';
import { type Turn, turnOf } from '../render/badges/sheets/sheet-layout.ts';
import { writeOutputFiles } from '../sinks/output-files.ts';
import { createTypstPrinter } from '../sinks/typst-printer.ts';
import { requireDesign, requirePictures, requireTemplate } from './badges-design.ts';
import { planLayout } from './badges-layout.ts';
import { badgesOutcome } from './badges-outcome.ts';
import { readPeople } from './badges-people.ts';
import { printRuler } from './badges-ruler.ts';
import { targetOf } from './badges-target.ts';
import type { CommandContext, Outcome } from './command.ts';

export interface BadgesOptions {
  /** Path of the PDF, from where the person stands. */
  readonly out?: string;
  /** Ids, codes, e-mail addresses or names. */
  readonly only?: readonly string[];
  readonly design?: string;
  readonly size?: string;
  readonly sheet?: string;
  readonly startAt?: number;
  readonly duplex?: Turn;
  /** In mm. */
  readonly bleed?: number;
  readonly cropMarks?: boolean;
  readonly offset?: readonly [right: number, down: number];
  /** A calibration page in place of badges. */
  readonly ruler?: boolean;
}

/** `sosent badges`: a print-ready PDF with everybody who is registered, and a page to look through them. */
export async function runBadges(context: CommandContext, options: BadgesOptions): Promise<Outcome> {
  const folder = await openEvent(context);
  const { badges } = folder.event;
  if (options.ruler) return printRuler(context, folder, options);
  const attendees = await readPeople(folder, options.only);
  const settingsProblems = findSettingsProblems(attendees, badges);
  const flat = planLayout(badges, options);
  const design = await requireDesign(folder, options.design ?? badges.design, flat.size.shape);
  const layout = {
    ...flat,
    turn: turnOf(flat, { asked: options.duplex ?? badges.duplex, hasBack: design.back !== undefined }),
  };
  const parts = await readBadgeLibrary(folder);
  const page = await requireTemplate(folder, 'badges/index.html.hbs');
  const about = await readContext(folder, attendees);
  const target = targetOf(context, folder, options);

  context.terminal.progress(`Printing ${attendees.length} badges ...`);
  const printer = createTypstPrinter();
  const pictures = await requirePictures(folder, printer);
  const print = printBadges(printer, {
    attendees,
    design,
    layout,
    context: {
      ...about,
      logos: pictures.filter((one) => one.kind === 'logo').map((one) => one.name),
      background: pictures.find((one) => one.kind === 'background')?.name ?? '',
    },
    files: { ...parts, ...Object.fromEntries(pictures.map((one) => [one.name, one.bytes])) },
    page,
    stem: target.stem,
  });
  await writeOutputFiles(target.folder, print.files);
  return badgesOutcome(context, {
    count: attendees.length,
    layout,
    files: print.files.map(({ path }) => join(relative(context.cwd, target.folder), path)),
    print,
    isAssigned: about.placements !== undefined,
    problems: [...folder.problems, ...settingsProblems],
  });
}

/** What all badges have in common, but for the pictures. */
async function readContext(
  folder: EventFolder,
  attendees: readonly Attendee[],
): Promise<Omit<BadgeContext, 'logos' | 'background'>> {
  const { event } = folder;
  const placements = requireSound(await readPlacements(folder));
  return {
    event,
    title: inLanguage(event.title, event.languages[0] ?? 'en'),
    placements: placements && groupBy(placements, (one) => one.attendee),
    isAbsent: findKnownAbsences(event, attendees, (await readPins(folder)).value),
  };
}
