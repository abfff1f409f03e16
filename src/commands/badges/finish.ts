import { join, relative } from 'node:path';
import type { EventFolder } from '../../folder/event-folder.ts';
import type { Problem } from '../../model/problem.ts';
import type { BadgePrint } from '../../render/badges/print-badges.ts';
import type { SheetLayout } from '../../render/badges/sheets/sheet-layout.ts';
import { writeOutputFiles } from '../../sinks/output-files.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { badgesOutcome, isFlawed } from './outcome.ts';
import { recordRun } from './record.ts';
import type { PlannedRun } from './run.ts';
import type { RunOutcome } from './run-outcome.ts';
import type { BadgesTarget } from './target.ts';

interface FinishedPrint {
  readonly print: BadgePrint;
  readonly run: PlannedRun;
  readonly told: RunOutcome;
  readonly layout: SheetLayout;
  readonly target: BadgesTarget;
  /** Whether nothing is written where there is anything to look at first. */
  readonly strict: boolean;
  /** Whether the files are a print, and not only what one can be made of. */
  readonly isPrinted: boolean;
  readonly isAssigned: boolean;
  /** Of the event folder. */
  readonly problems: readonly Problem[];
}

/** Writes what was printed, puts it on record, and tells of it. */
export async function finishPrint(
  context: CommandContext,
  folder: EventFolder,
  done: FinishedPrint,
): Promise<Outcome> {
  const { print, run, told, layout, target, isAssigned, problems } = done;
  const files = done.strict && isFlawed(print) ? [] : print.files;
  const write = () => writeOutputFiles(target.folder, files);
  if (files.length > 0) await (done.isPrinted ? recordRun(context, folder, run, write) : write());
  return badgesOutcome(context, {
    count: run.attendees.length,
    layout,
    files: files.map(({ path }) => join(relative(context.cwd, target.folder), path)),
    print,
    run: told,
    isAssigned,
    problems,
  });
}
