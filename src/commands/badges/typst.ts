import { availableParallelism } from 'node:os';
import type { EventFolder } from '../../folder/event-folder.ts';
import { readOwnFonts } from '../../folder/own-fonts.ts';
import { findSettingsProblems } from '../../render/badges/find-settings-problems.ts';
import { printBadges } from '../../render/badges/print-badges.ts';
import { type SheetLayout, turnOf } from '../../render/badges/sheets/sheet-layout.ts';
import { createTypstPrinter } from '../../sinks/typst-printer.ts';
import type { BadgesOptions } from '../badges.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { readPrintablePictures, requireTemplate } from './design.ts';
import { finishPrint } from './finish.ts';
import { nothingPrinted } from './outcome.ts';
import { readPeople } from './people.ts';
import { planTypstRun } from './plan.ts';
import { recordRun } from './record.ts';
import { describeRun } from './run-outcome.ts';
import { targetOf } from './target.ts';

const PREVIEW = 'badges/pages/preview.html.hbs';

/** `sosent badges` with a design in Typst; `flat` is how the pages look, but for backs. */
export async function printTypst(
  context: CommandContext,
  folder: EventFolder,
  options: BadgesOptions & { readonly design: string; readonly flat: SheetLayout },
): Promise<Outcome> {
  const { flat } = options;
  const people = await readPeople(folder, options.only);
  const problems = [...folder.problems, ...findSettingsProblems(people.people, folder.event.badges)];
  const preview = options.preview ? await requireTemplate(folder, PREVIEW) : undefined;
  const target = targetOf(context, folder, options);
  const printer = createTypstPrinter(await readOwnFonts(folder), availableParallelism());
  const { pictures, problems: ofPictures } = await readPrintablePictures(folder, printer);
  const { run, design, about, library } = await planTypstRun(folder, options, {
    people,
    size: flat.size,
    pictures,
    printer,
  });
  const asked = options.duplex ?? folder.event.badges.duplex;
  const layout = { ...flat, turn: turnOf(flat, { asked, hasBack: design.back !== undefined }) };
  const told = describeRun(context, run, { options, people: people.people });
  if (run.cards.length === 0) {
    await recordRun(context, folder, run, async () => undefined);
    return nothingPrinted(told, problems);
  }

  context.terminal.progress(`Printing ${run.attendees.length} badges ...`);
  const print = await printBadges(printer, {
    run,
    design,
    layout,
    context: about,
    files: library,
    pictures: Object.fromEntries(pictures.map((one) => [one.path, one.bytes])),
    preview,
    stem: target.stem,
  });
  return finishPrint(context, folder, {
    print: { ...print, problems: [...ofPictures, ...print.problems] },
    run,
    told,
    layout,
    target,
    strict: options.strict === true,
    isPrinted: true,
    isAssigned: about.placements !== undefined,
    problems,
  });
}
