import { join, relative } from 'node:path';
import { type EventFolder, openEvent } from '../folder/event-folder.ts';
import { readOwnFonts } from '../folder/own-fonts.ts';
import { findSettingsProblems } from '../render/badges/find-settings-problems.ts';
import { printBadges } from '../render/badges/print-badges.ts';
import { type SheetLayout, type Turn, turnOf } from '../render/badges/sheets/sheet-layout.ts';
import { writeOutputFiles } from '../sinks/output-files.ts';
import { createTypstPrinter } from '../sinks/typst-printer.ts';
import { requirePictures, requireTemplate } from './badges/design.ts';
import { ejectDesign } from './badges/eject.ts';
import { findHtmlDesign, printHtml } from './badges/html.ts';
import { planLayout } from './badges/layout.ts';
import { badgesOutcome, isFlawed, nothingPrinted } from './badges/outcome.ts';
import { readPeople } from './badges/people.ts';
import { planTypstRun } from './badges/plan.ts';
import { drawPng } from './badges/png.ts';
import { recordRun } from './badges/record.ts';
import { printRuler } from './badges/ruler.ts';
import type { RunOptions } from './badges/run.ts';
import { describeRun } from './badges/run-outcome.ts';
import { targetOf } from './badges/target.ts';
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
  /** Whether to write a page to look through the badges, too. */
  readonly preview?: boolean;
  /** In place of a PDF, a picture of the badge of this person: id, code, e-mail address or name. */
  readonly png?: string;
  /** The program that prints HTML designs. */
  readonly browser?: string;
}

const PREVIEW = 'badges/pages/preview.html.hbs';

/** `sosent badges`: a print-ready PDF with everybody who is registered, or what an option puts in its place. */
export async function runBadges(context: CommandContext, options: BadgesOptions): Promise<Outcome> {
  const folder = await openEvent(context);
  if (options.eject !== undefined) return ejectDesign(context, folder, options.eject);
  if (options.ruler) return printRuler(context, folder, options);
  if (options.png !== undefined) return drawPng(context, folder, { ...options, png: options.png });
  const { badges } = folder.event;
  const layout = planLayout(badges, options);
  const name = options.design ?? badges.design;
  const html = await findHtmlDesign(folder, name, layout.size.shape);
  return html === undefined
    ? printTypst(context, folder, { ...options, design: name, flat: layout })
    : printHtml(context, folder, { ...options, html, layout });
}

/** `flat` is how the pages look, but for backs. */
async function printTypst(
  context: CommandContext,
  folder: EventFolder,
  options: BadgesOptions & { readonly design: string; readonly flat: SheetLayout },
): Promise<Outcome> {
  const { flat } = options;
  const people = await readPeople(folder, options.only);
  const problems = [...folder.problems, ...findSettingsProblems(people.people, folder.event.badges)];
  const preview = options.preview ? await requireTemplate(folder, PREVIEW) : undefined;
  const target = targetOf(context, folder, options);
  const printer = createTypstPrinter(await readOwnFonts(folder));
  const pictures = await requirePictures(folder, printer);
  const { run, design, about, library } = await planTypstRun(folder, options, {
    people,
    size: flat.size,
    pictures,
  });
  const asked = options.duplex ?? folder.event.badges.duplex;
  const layout = { ...flat, turn: turnOf(flat, { asked, hasBack: design.back !== undefined }) };
  const told = describeRun(context, run, { options, people: people.people });
  if (run.cards.length === 0) {
    await recordRun(context, folder, run, async () => undefined);
    return nothingPrinted(told, problems);
  }

  context.terminal.progress(`Printing ${run.attendees.length} badges ...`);
  const print = printBadges(printer, {
    run,
    design,
    layout,
    context: about,
    files: library,
    pictures: Object.fromEntries(pictures.map((one) => [one.path, one.bytes])),
    preview,
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
    problems,
  });
}
