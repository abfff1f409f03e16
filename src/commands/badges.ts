import { openEvent } from '../folder/event-folder.ts';
import type { Turn } from '../render/badges/sheets/sheet-layout.ts';
import { ejectDesign } from './badges/eject.ts';
import { findHtmlDesign, printHtml } from './badges/html.ts';
import { planLayout } from './badges/layout.ts';
import { drawPng } from './badges/png.ts';
import { printRuler } from './badges/ruler.ts';
import type { RunOptions } from './badges/run.ts';
import { printTypst } from './badges/typst.ts';
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
