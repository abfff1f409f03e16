import { EXIT, problem } from '../../errors.ts';
import type { Problem } from '../../model/problem.ts';
import type { BadgePrint } from '../../render/badges/print-badges.ts';
import type { SheetLayout } from '../../render/badges/sheets/sheet-layout.ts';
import { safeText } from '../../render/terminal/safe-text.ts';
import type { CommandContext, Outcome } from '../command.ts';
import type { RunOutcome } from './run-outcome.ts';

interface DonePrint {
  readonly count: number;
  readonly layout: SheetLayout;
  /** Paths of what was written, from where the person stands; none where `--strict` held it back. */
  readonly files: readonly string[];
  readonly print: BadgePrint;
  readonly run: RunOutcome;
  readonly isAssigned: boolean;
  /** Of the event folder. */
  readonly problems: readonly Problem[];
}

/** What `sosent badges` tells when all files are written, or none is because of `--strict`. */
export function badgesOutcome(context: CommandContext, done: DonePrint): Outcome {
  const { count, layout, files, print, run, isAssigned, problems } = done;
  const { width, height } = layout.size;
  const { page, slots } = layout;
  return {
    result: {
      badges: count,
      size: { width, height },
      sheet: { width: page.width, height: page.height, places: slots.length },
      pages: print.pages,
      files,
      ...run.result,
      findings: print.findings.map(({ problem: { code, message }, ...where }) => ({
        ...where,
        code,
        message,
      })),
    },
    text: summarise(context, done),
    problems: [
      ...problems,
      ...print.findings.map((one) => one.problem),
      ...print.problems,
      ...(isAssigned ? [] : [nothingAssigned()]),
    ],
    exit: isFlawed(print) ? EXIT.findings : EXIT.done,
  };
}

/** Whether there is anything to look at before printing. */
export function isFlawed({ findings, problems }: BadgePrint): boolean {
  return findings.length + problems.length > 0;
}

/** What `sosent badges --changed` tells when there was nothing to print. */
export function nothingPrinted(run: RunOutcome, problems: readonly Problem[]): Outcome {
  return {
    result: { badges: 0, files: [], ...run.result, findings: [] },
    text: [...run.lines, 'Nothing was printed.'].join('\n'),
    problems,
    exit: EXIT.done,
  };
}

function nothingAssigned(): Problem {
  return problem('SOS510', 'The badges show no sessions: nothing was assigned yet.', {
    hint: 'Run `sosent assign`, then `sosent badges` again.',
  });
}

function summarise({ paint }: CommandContext, { count, layout, files, print, run }: DonePrint): string {
  const people = new Set(print.findings.map((one) => one.attendee)).size;
  if (files.length === 0) {
    const where =
      people === 0 ? '' : `, ${people} of ${count} ${count === 1 ? 'badge' : 'badges'} to look at`;
    return paint.yellow(`Nothing was written${where}; see the warnings.`);
  }
  return [
    paint.green(`${count === 1 ? '1 badge' : `${count} badges`}${describePages(layout, print.pages)}.`),
    ...(layout.turn === 'none'
      ? []
      : [`  Print on both sides of the paper, turned over the ${layout.turn} edge.`]),
    ...files.map((file) => `  ${safeText(file)}${paint.dim(noteOn(file, files))}`),
    ...run.lines,
    ...(files.some(isPage) ? [] : [paint.dim('To look through them first: sosent badges --preview')]),
    ...(people === 0
      ? []
      : [paint.yellow(`${people} of them to look at before printing; see the warnings.`)]),
  ].join('\n');
}

/** An HTML file is there to be looked at, or, without a PDF, to be printed. */
function noteOn(file: string, files: readonly string[]): string {
  if (!isPage(file)) return '';
  return files.every(isPage) ? '  to print from a browser' : '  to look through them';
}

function isPage(file: string): boolean {
  return file.endsWith('.html');
}

function describePages({ isOneCard, page, size, slots }: SheetLayout, pages: number): string {
  const paper = `${shown(page.width)} x ${shown(page.height)} mm`;
  if (isOneCard) return `, one on a page of ${paper}${size.folds ? ', to be folded at the upper edge' : ''}`;
  const card = `${shown(size.width)} x ${shown(size.height)} mm`;
  return ` of ${card}, ${slots.length} on a sheet of ${paper}: ${pages === 1 ? '1 page' : `${pages} pages`}`;
}

/** Hundredths of a millimetre: US sizes do not come out even. */
function shown(length: number): number {
  return Math.round(length * 100) / 100;
}
