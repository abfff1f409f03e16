import { join, relative } from 'node:path';
import { openEvent } from '../folder/event-folder.ts';
import { printBadges } from '../render/badges/print-badges.ts';
import { type Turn, turnOf } from '../render/badges/sheets/sheet-layout.ts';
import { writeOutputFiles } from '../sinks/output-files.ts';
import { createTypstPrinter } from '../sinks/typst-printer.ts';
import { readContext } from './badges-context.ts';
import { readParts, requireDesign, requireLogo, requireTemplate } from './badges-design.ts';
import { findHtmlDesign, printHtml } from './badges-html.ts';
import { planLayout } from './badges-layout.ts';
import { badgesOutcome } from './badges-outcome.ts';

import { readPeople } from './badges-people.ts';
import { drawPng } from './badges-png.ts';
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
  /** Whether to write a page to look through the badges, too. */
  readonly preview?: boolean;
  /** Instead of a PDF, a picture of the badge of this person: id, code, e-mail address or name. */
  readonly png?: string;
  /** The program that prints HTML designs. */
  readonly browser?: string;
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

const PREVIEW = 'badges/pages/preview.html.hbs';

/** `sosent badges`: a print-ready PDF with everybody who is registered, or a picture of one badge. */
export async function runBadges(context: CommandContext, options: BadgesOptions): Promise<Outcome> {
  const folder = await openEvent(context);
  if (options.png !== undefined) return drawPng(context, folder, { ...options, png: options.png });
  const { badges } = folder.event;
  if (options.ruler) return printRuler(context, folder, options);
  const attendees = await readPeople(folder, options.only);
  const flat = planLayout(badges, options);
  const name = options.design ?? badges.design;
  const html = await findHtmlDesign(folder, name, flat.size.shape);
  const target = targetOf(context, folder, options);
  context.terminal.progress(`Printing ${attendees.length} badges ...`);
  const turnFor = (hasBack: boolean) => turnOf(flat, { asked: options.duplex ?? badges.duplex, hasBack });
  if (html !== undefined) {
    const layout = { ...flat, turn: turnFor(false) };
    return printHtml(context, folder, { ...options, html, layout, attendees, target });
  }
  const design = await requireDesign(folder, name, flat.size.shape);
  const layout = { ...flat, turn: turnFor(design.back !== undefined) };
  const parts = await readParts(folder);
  const about = await readContext(folder, attendees);

  const printer = createTypstPrinter();
  const logo = await requireLogo(folder, printer);
  const print = printBadges(printer, {
    attendees,
    design,
    layout,
    context: { ...about, logo: logo?.name ?? '' },
    files: { ...parts, ...(logo && { [logo.name]: logo.bytes }) },
    preview: options.preview ? await requireTemplate(folder, PREVIEW) : undefined,
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
