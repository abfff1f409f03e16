import { join, relative } from 'node:path';
import type { EventFolder } from '../folder/event-folder.ts';
import { readLogo } from '../folder/logo.ts';
import { findTemplate, type TemplateSource } from '../folder/templates.ts';
import type { Attendee } from '../model/attendee.ts';
import type { HtmlPrinter } from '../ports.ts';
import type { BadgeContext } from '../render/badges/badge-view.ts';
import type { HtmlBadgeDesign } from '../render/badges/html-document.ts';
import { printHtmlBadges } from '../render/badges/print-html-badges.ts';
import type { SheetLayout } from '../render/badges/sheets/sheet-layout.ts';
import type { CardShape } from '../render/badges/sizes.ts';
import { openHtmlPrinter } from '../sinks/browser/html-printer.ts';
import { readWebFonts } from '../sinks/browser/web-fonts.ts';
import { writeOutputFiles } from '../sinks/output-files.ts';
import { createTypstPrinter } from '../sinks/typst-printer.ts';
import type { BadgesOptions } from './badges.ts';
import { readContext } from './badges-context.ts';
import { requireTemplate } from './badges-design.ts';
import { badgesOutcome } from './badges-outcome.ts';
import type { CommandContext, Outcome } from './command.ts';

/** The event folder's template in HTML, unless it has one in Typst under the same name, which goes first. */
export async function findHtmlDesign(
  folder: EventFolder,
  name: string,
  shape: CardShape,
): Promise<TemplateSource | undefined> {
  if (!/^[\w-]+$/.test(name)) return undefined;
  const stems = [`badges/${name}.${shape}`, ...(shape === 'portrait' ? [`badges/${name}`] : [])];
  for (const stem of stems) {
    if ((await findTemplate(folder, `${stem}.typ.hbs`))?.own) return undefined;
    const html = await findTemplate(folder, `${stem}.html.hbs`);
    if (html !== undefined) return html;
  }
  return undefined;
}

interface HtmlRun extends BadgesOptions {
  readonly html: TemplateSource;
  readonly layout: SheetLayout;
  readonly attendees: readonly Attendee[];
  readonly target: { readonly folder: string; readonly stem: string };
}

/** `sosent badges` with a design in HTML. */
export async function printHtml(
  context: CommandContext,
  folder: EventFolder,
  run: HtmlRun,
): Promise<Outcome> {
  const { html, layout, attendees, target } = run;
  const design = await readHtmlDesign(folder, html);
  const about = await readHtmlContext(folder, attendees);
  const { withoutGlyph } = createTypstPrinter();
  const browser = await openBrowser(context, run);
  try {
    const print = await printHtmlBadges(
      { browser, withoutGlyph },
      { attendees, design, layout, context: about, preview: run.preview === true, stem: target.stem },
    );
    await writeOutputFiles(target.folder, print.files);
    return badgesOutcome(context, {
      count: attendees.length,
      layout,
      files: print.files.map(({ path }) => join(relative(context.cwd, target.folder), path)),
      print,
      isAssigned: about.placements !== undefined,
      problems: folder.problems,
    });
  } finally {
    await browser?.close();
  }
}

/** What an HTML design is made of. */
export async function readHtmlDesign(folder: EventFolder, card: TemplateSource): Promise<HtmlBadgeDesign> {
  return {
    card,
    frame: await requireTemplate(folder, 'badges/pages/print.html.hbs'),
    script: (await requireTemplate(folder, 'badges/pages/fit.js')).text,
    fonts: await readWebFonts(),
  };
}

/** What all badges have in common; the logo is inside the document, as a `data:` URL. */
export async function readHtmlContext(
  folder: EventFolder,
  attendees: readonly Attendee[],
): Promise<BadgeContext> {
  const logo = await readLogo(folder);
  return { ...(await readContext(folder, attendees)), logo: logo === undefined ? '' : dataUrl(logo) };
}

/** The browser that --browser or SOSENT_BROWSER names, else the first of this machine that prints. */
export function openBrowser(
  { env }: CommandContext,
  { browser }: Pick<BadgesOptions, 'browser'>,
): Promise<HtmlPrinter | undefined> {
  return openHtmlPrinter({ named: browser ?? env['SOSENT_BROWSER'], env, platform: process.platform });
}

const MEDIA_TYPES: Readonly<Record<string, string>> = { svg: 'svg+xml', jpg: 'jpeg' };

function dataUrl({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): string {
  const ending = name.slice(name.lastIndexOf('.') + 1);
  return `data:image/${MEDIA_TYPES[ending] ?? ending};base64,${Buffer.from(bytes).toString('base64')}`;
}
