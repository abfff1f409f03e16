import { join, relative } from 'node:path';
import { findKnownAbsences } from '../core/assign/known-absences.ts';
import { groupBy } from '../core/group-by.ts';
import { requireSound } from '../folder/data-file.ts';
import { type EventFolder, openEvent } from '../folder/event-folder.ts';
import { readPins } from '../folder/pins.ts';
import { readPlacements } from '../folder/placements.ts';
import type { Attendee } from '../model/attendee.ts';
import { inLanguage } from '../model/text.ts';
import type { BadgeContext } from '../render/badges/badge-view.ts';
import { printBadges } from '../render/badges/print-badges.ts';
import { onePerPage } from '../render/badges/sheets/sheet-layout.ts';
import { requireSize } from '../render/badges/sizes.ts';
import { writeOutputFiles } from '../sinks/output-files.ts';
import { createTypstPrinter } from '../sinks/typst-printer.ts';
import { readParts, requireDesign, requireLogo, requireTemplate } from './badges-design.ts';
import { badgesOutcome } from './badges-outcome.ts';
import { readPeople } from './badges-people.ts';
import { targetOf } from './badges-target.ts';
import type { CommandContext, Outcome } from './command.ts';

export interface BadgesOptions {
  /** Path of the PDF, from where the person stands. */
  readonly out?: string;
  /** Ids, codes, e-mail addresses or names. */
  readonly only?: readonly string[];
  readonly design?: string;
  readonly size?: string;
}

/** `sosent badges`: a print-ready PDF with everybody who is registered, and a page to look through them. */
export async function runBadges(context: CommandContext, options: BadgesOptions): Promise<Outcome> {
  const folder = await openEvent(context);
  const { badges } = folder.event;
  const attendees = await readPeople(folder, options.only);
  const layout = onePerPage(requireSize(options.size ?? badges.size));
  const design = await requireDesign(folder, options.design ?? badges.design, layout.size.shape);
  const parts = await readParts(folder);
  const page = await requireTemplate(folder, 'badges/index.html.hbs');
  const about = await readContext(folder, attendees);
  const target = targetOf(context, folder, options);

  context.terminal.progress(`Printing ${attendees.length} badges ...`);
  const printer = createTypstPrinter();
  const logo = await requireLogo(folder, printer);
  const print = printBadges(printer, {
    attendees,
    design,
    layout,
    context: { ...about, logo: logo?.name ?? '' },
    files: { ...parts, ...(logo && { [logo.name]: logo.bytes }) },
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
    problems: folder.problems,
  });
}

/** What all badges have in common, but for the logo. */
async function readContext(
  folder: EventFolder,
  attendees: readonly Attendee[],
): Promise<Omit<BadgeContext, 'logo'>> {
  const { event } = folder;
  const placements = requireSound(await readPlacements(folder));
  return {
    event,
    title: inLanguage(event.title, event.languages[0] ?? 'en'),
    qr: event.badges.qr,
    placements: placements && groupBy(placements, (one) => one.attendee),
    isAbsent: findKnownAbsences(event, attendees, (await readPins(folder)).value),
  };
}
