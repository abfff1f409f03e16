import { join, relative } from 'node:path';
import { findKnownAbsences } from '../core/assign/known-absences.ts';
import { groupBy } from '../core/group-by.ts';
import { readBadgeLibrary } from '../folder/badge-library.ts';
import { requireSound } from '../folder/data-file.ts';
import { type EventFolder, openEvent } from '../folder/event-folder.ts';
import { readOwnFonts } from '../folder/own-fonts.ts';
import { readPins } from '../folder/pins.ts';
import { readPlacements } from '../folder/placements.ts';
import type { Attendee } from '../model/attendee.ts';
import { inLanguage } from '../model/text.ts';
import type { BadgeContext } from '../render/badges/badge-view.ts';
import { cardRenderer } from '../render/badges/card-texts.ts';
import { digestLook } from '../render/badges/digest-badge.ts';
import { printBadges } from '../render/badges/print-badges.ts';
import { type Turn, turnOf } from '../render/badges/sheets/sheet-layout.ts';
import { writeOutputFiles } from '../sinks/output-files.ts';
import { createTypstPrinter } from '../sinks/typst-printer.ts';
import { findRunCards, requireDesign, requirePictures, requireTemplate } from './badges-design.ts';
import { ejectDesign } from './badges-eject.ts';
import { planLayout } from './badges-layout.ts';
import { badgesOutcome, isFlawed, nothingPrinted } from './badges-outcome.ts';
import { readPeople } from './badges-people.ts';
import { recordRun } from './badges-record.ts';
import { printRuler } from './badges-ruler.ts';
import { planBadgeRun, type RunOptions } from './badges-run.ts';
import { describeRun } from './badges-run-outcome.ts';
import { targetOf } from './badges-target.ts';
import type { CommandContext, Outcome } from './command.ts';

export interface BadgesOptions extends RunOptions {
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
  /** Name of a built-in design to copy; nothing is printed. */
  readonly eject?: string;
  /** Write nothing where there is anything to look at first. */
  readonly strict?: boolean;
}

/** `sosent badges`: a print-ready PDF with everybody who is registered, and a page to look through them. */
export async function runBadges(context: CommandContext, options: BadgesOptions): Promise<Outcome> {
  const folder = await openEvent(context);
  if (options.eject !== undefined) return ejectDesign(context, folder, options.eject);
  const { badges } = folder.event;
  if (options.ruler) return printRuler(context, folder, options);
  const people = await readPeople(folder, options.only);
  const flat = planLayout(badges, options);
  const name = options.design ?? badges.design;
  const design = {
    ...(await requireDesign(folder, name, flat.size.shape)),
    ...(await findRunCards(folder, name, flat.size.shape)),
  };
  const layout = {
    ...flat,
    turn: turnOf(flat, { asked: options.duplex ?? badges.duplex, hasBack: design.back !== undefined }),
  };
  const parts = await readBadgeLibrary(folder);
  const page = await requireTemplate(folder, 'badges/index.html.hbs');
  const target = targetOf(context, folder, options);
  const printer = createTypstPrinter(await readOwnFonts(folder));
  const pictures = await requirePictures(folder, printer);
  const about = {
    ...(await readContext(folder, people.attendees)),
    logos: pictures.filter((one) => one.kind === 'logo').map((one) => one.name),
    background: pictures.find((one) => one.kind === 'background')?.name ?? '',
  };
  const library = { ...parts, ...Object.fromEntries(pictures.map((one) => [one.name, one.bytes])) };
  const run = await planBadgeRun(folder, options, {
    people,
    textOf: cardRenderer(design, about),
    size: layout.size,
    look: digestLook(library, layout.size),
  });
  const told = describeRun(context, run, { options, people: people.people });
  if (run.cards.length === 0) {
    await recordRun(context, folder, run, async () => undefined);
    return nothingPrinted(told, folder.problems);
  }

  context.terminal.progress(`Printing ${run.attendees.length} badges ...`);
  const print = printBadges(printer, {
    run,
    design,
    layout,
    context: about,
    files: library,
    pictures: Object.fromEntries(pictures.map((one) => [one.path, one.bytes])),
    page,
    stem: target.stem,
  });
  const files = options.strict && isFlawed(print) ? [] : print.files;
  if (files.length > 0) await recordRun(context, folder, run, () => writeOutputFiles(target.folder, files));
  return badgesOutcome(context, {
    count: run.attendees.length,
    layout,
    files: files.map(({ path }) => join(relative(context.cwd, target.folder), path)),
    print,
    run: told,
    isAssigned: about.placements !== undefined,
    problems: folder.problems,
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
