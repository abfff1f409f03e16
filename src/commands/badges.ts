import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { findKnownAbsences } from '../core/assign/known-absences.ts';
import { withEveryExtra } from '../core/every-extra.ts';
import { groupBy } from '../core/group-by.ts';
import { EXIT, failure, problem } from '../errors.ts';
import { readAttendees } from '../folder/attendees.ts';
import { requireSound } from '../folder/data-file.ts';
import { type EventFolder, openEvent } from '../folder/event-folder.ts';
import { type LogoFile, readLogo, unusable } from '../folder/logo.ts';
import { readOwnFonts } from '../folder/own-fonts.ts';
import { readPins } from '../folder/pins.ts';
import { readPlacements } from '../folder/placements.ts';
import { findTemplate, type TemplateSource } from '../folder/templates.ts';
import type { Attendee } from '../model/attendee.ts';
import { inLanguage } from '../model/text.ts';
import { type PdfPrinter, TypstFailure } from '../ports.ts';
import { sortForBadges } from '../render/badges/badge-document.ts';
import { chooseAttendees } from '../render/badges/choose-attendees.ts';
import { type BadgePrint, printBadges } from '../render/badges/print-badges.ts';
import { type BadgeSize, requireSize } from '../render/badges/sizes.ts';
import { safeText } from '../render/terminal/safe-text.ts';
import { writeOutputFiles } from '../sinks/output-files.ts';
import { createTypstPrinter } from '../sinks/typst-printer.ts';
import type { CommandContext, Outcome } from './command.ts';

export interface BadgesOptions {
  /** Path of the PDF, from where the person stands. */
  readonly out?: string;
  /** Ids, codes, e-mail addresses or names. */
  readonly only?: readonly string[];
  readonly design?: string;
  readonly size?: string;
}

/** `sosent badges`: a print-ready PDF, one page for everybody who is registered, and a page to look through them. */
export async function runBadges(context: CommandContext, options: BadgesOptions): Promise<Outcome> {
  const folder = await openEvent(context);
  const { event } = folder;
  const attendees = await readPeople(folder, options.only);
  const placements = requireSound(await readPlacements(folder));
  const size = requireSize(options.size ?? event.badges.size);
  const template = await requireDesign(folder, options.design ?? event.badges.design);
  const library = await requireTemplate(folder, 'badges/lib.typ');
  const page = await requireTemplate(folder, 'badges/index.html.hbs');
  const logo = await readLogo(folder);
  const target = targetOf(context, folder, options);

  context.terminal.progress(`Printing ${attendees.length} badges ...`);
  const printer = createTypstPrinter(await readOwnFonts(folder));
  if (logo !== undefined) requireImage(folder, printer, logo);
  const print = printBadges(printer, {
    attendees,
    design: { template, size },
    context: {
      event,
      title: inLanguage(event.title, event.languages[0] ?? 'en'),
      qr: event.badges.qr,
      logo: logo?.name ?? '',
      placements: placements && groupBy(placements, (one) => one.attendee),
      isAbsent: findKnownAbsences(event, attendees, (await readPins(folder)).value),
    },
    files: { 'lib.typ': library.text, ...(logo && { [logo.name]: logo.bytes }) },
    page,
    stem: target.stem,
  });
  await writeOutputFiles(target.folder, print.files);

  const files = print.files.map(({ path }) => join(relative(context.cwd, target.folder), path));
  return {
    result: {
      badges: attendees.length,
      size,
      files,
      findings: print.findings.map(({ problem: { code, message }, ...where }) => ({
        ...where,
        code,
        message,
      })),
    },
    text: summarise(context, { count: attendees.length, size, files, print }),
    problems: [
      ...folder.problems,
      ...print.findings.map((one) => one.problem),
      ...print.problems,
      ...(placements === undefined ? [nothingAssigned()] : []),
    ],
    exit: EXIT.done,
  };
}

async function readPeople(folder: EventFolder, only?: readonly string[]): Promise<readonly Attendee[]> {
  const everybody = withEveryExtra(requireSound(await readAttendees(folder)));
  const registered = sortForBadges(everybody.filter((one) => one.status === 'registered'));
  if (registered.length === 0) {
    throw failure('SOS505', 'There is nobody to print a badge for.', {
      hint: 'Run `sosent import <file>` first.',
    });
  }
  return only === undefined ? registered : chooseAttendees(registered, only);
}

async function requireDesign(folder: EventFolder, name: string): Promise<TemplateSource> {
  const template = /^[\w-]+$/.test(name) ? await findTemplate(folder, `badges/${name}.typ.hbs`) : undefined;
  if (template !== undefined) return template;
  throw failure('SOS503', `There is no badge design "${name}".`, {
    hint: 'The built-in design is classic; one of your own is templates/badges/<name>.typ.hbs in the event folder.',
  });
}

/** A template that is always there, because sosent brings it. */
async function requireTemplate(folder: EventFolder, name: string): Promise<TemplateSource> {
  const template = await findTemplate(folder, name);
  if (template === undefined) throw new Error(`The built-in template ${name} is missing.`);
  return template;
}

/** Refuses a broken image before it breaks the badges. */
function requireImage(folder: EventFolder, printer: PdfPrinter, { name, bytes }: LogoFile): void {
  try {
    printer.compile({ source: `#image("${name}")`, files: { [name]: bytes } });
  } catch (error) {
    if (!(error instanceof TypstFailure)) throw error;
    throw unusable(folder, error.message);
  }
}

/** Where the results go; a selection does not replace the badges of everybody. */
function targetOf(
  context: CommandContext,
  folder: EventFolder,
  { out, only }: BadgesOptions,
): { readonly folder: string; readonly stem: string } {
  if (out === undefined) {
    return { folder: join(folder.root, 'out'), stem: only === undefined ? 'badges' : 'badges-only' };
  }
  if (extname(out).toLowerCase() !== '.pdf') {
    throw failure('SOS101', `The file "${out}" does not end in .pdf.`, {
      hint: 'For example: --out badges.pdf',
    });
  }
  const path = resolve(context.cwd, out);
  return { folder: dirname(path), stem: basename(path, extname(path)) };
}

function nothingAssigned() {
  return problem('SOS510', 'The badges show no sessions: nothing was assigned yet.', {
    hint: 'Run `sosent assign`, then `sosent badges` again.',
  });
}

function summarise(
  { paint }: CommandContext,
  done: { count: number; size: BadgeSize; files: readonly string[]; print: BadgePrint },
): string {
  const people = new Set(done.print.findings.map((one) => one.attendee)).size;
  const badges = done.count === 1 ? '1 badge' : `${done.count} badges`;
  return [
    paint.green(`${badges}, one on a page of ${done.size.width} x ${done.size.height} mm.`),
    ...done.files.map(
      (file) => `  ${safeText(file)}${file.endsWith('.html') ? paint.dim('  to look through them') : ''}`,
    ),
    ...(people === 0
      ? []
      : [paint.yellow(`${people} of them to look at before printing; see the warnings.`)]),
  ].join('\n');
}
