import { failure } from '../../errors.ts';
import type { EventFolder } from '../../folder/event-folder.ts';
import { readOwnFonts } from '../../folder/own-fonts.ts';
import { readPictures } from '../../folder/pictures.ts';
import { findTemplate, type TemplateSource } from '../../folder/templates.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Problem } from '../../model/problem.ts';
import type { HtmlPrinter } from '../../ports.ts';
import type { BadgeContext } from '../../render/badges/badge-view.ts';
import { digestLook } from '../../render/badges/digest-badge.ts';
import { findSettingsProblems } from '../../render/badges/find-settings-problems.ts';
import { type HtmlBadgeDesign, htmlCardRenderer } from '../../render/badges/html-document.ts';
import { printHtmlBadges, requireSinglePages } from '../../render/badges/print-html-badges.ts';
import { type SheetLayout, turnOf } from '../../render/badges/sheets/sheet-layout.ts';
import type { BadgeSize, CardShape } from '../../render/badges/sizes.ts';
import { openHtmlPrinter } from '../../sinks/browser/html-printer.ts';
import { readWebFonts } from '../../sinks/browser/web-fonts.ts';
import { createTypstPrinter } from '../../sinks/typst-printer.ts';
import type { BadgesOptions } from '../badges.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { pictureNames, readContext } from './context.ts';
import { requireTemplate } from './design.ts';
import { finishPrint } from './finish.ts';
import { nothingPrinted } from './outcome.ts';
import { type BadgePeople, readPeople } from './people.ts';
import { recordRun } from './record.ts';
import { planBadgeRun, type RunOptions } from './run.ts';
import { describeRun } from './run-outcome.ts';
import { targetOf } from './target.ts';

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

interface HtmlOptions extends BadgesOptions {
  readonly html: TemplateSource;
  /** But for backs, which such a design has not. */
  readonly layout: SheetLayout;
}

/** `sosent badges` with a design in HTML. A run is on record when it was printed, and not when only HTML was written. */
export async function printHtml(
  context: CommandContext,
  folder: EventFolder,
  options: HtmlOptions,
): Promise<Outcome> {
  const { html } = options;
  const asked = options.duplex ?? folder.event.badges.duplex;
  const layout = { ...options.layout, turn: turnOf(options.layout, { asked, hasBack: false }) };
  requireSinglePages(layout, html);
  requireBadgesOnly(options);
  const people = await readPeople(folder, options.only);
  const problems = [...folder.problems, ...findSettingsProblems(people.people, folder.event.badges)];
  const { run, design, about, cardOf, ofPictures } = await planHtmlRun(folder, options, {
    people,
    size: layout.size,
    html,
  });
  const told = describeRun(context, run, { options, people: people.people });
  const target = targetOf(context, folder, options);
  if (run.attendees.length === 0) {
    await recordRun(context, folder, run, async () => undefined);
    return nothingPrinted(told, problems);
  }

  context.terminal.progress(`Printing ${run.attendees.length} badges ...`);
  const browser = await openBrowser(context, options);
  try {
    const print = await printHtmlBadges(browser, {
      attendees: run.attendees,
      design,
      layout,
      context: about,
      cardOf,
      preview: options.preview === true,
      stem: target.stem,
    });
    return finishPrint(context, folder, {
      print: { ...print, problems: [...ofPictures, ...print.problems] },
      run,
      told,
      layout,
      target,
      strict: options.strict === true,
      isPrinted: browser !== undefined,
      isAssigned: about.placements !== undefined,
      problems,
    });
  } finally {
    await browser?.close();
  }
}

/** Decides on a print run with a design in HTML. */
export async function planHtmlRun(
  folder: EventFolder,
  options: RunOptions,
  {
    people,
    size,
    html,
  }: { readonly people: BadgePeople; readonly size: BadgeSize; readonly html: TemplateSource },
) {
  const design = await readHtmlDesign(folder, html);
  const { context: about, problems: ofPictures } = await readHtmlContext(folder, people.attendees);
  const cardOf = htmlCardRenderer(html, about);
  const look = {
    frame: design.frame.text,
    script: design.script,
    fonts: design.fonts,
    pictures: [...about.logos, about.background].join('\n'),
  };
  const run = await planBadgeRun(folder, options, {
    people,
    textOf: (card) => ({ front: card.kind === 'badge' ? cardOf(card.attendee).html : '', back: '' }),
    size,
    look: digestLook(look, size),
  });
  return { run, design, about, cardOf, ofPictures };
}

/** Throws SOS557 for cards that are nobody's badge: covers and blank badges. */
function requireBadgesOnly({ html, groupBy, blank }: HtmlOptions): void {
  if (groupBy === undefined && blank === undefined) return;
  throw failure('SOS557', 'An HTML design has no covers and no blank badges.', {
    location: { file: html.path },
    hint: 'Leave out --group-by and --blank, or print these with a design in Typst (.typ.hbs).',
  });
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

/** What all badges have in common; pictures are inside the document, as `data:` URLs. */
export async function readHtmlContext(
  folder: EventFolder,
  attendees: readonly Attendee[],
): Promise<{ readonly context: BadgeContext; readonly problems: readonly Problem[] }> {
  const { pictures, problems } = await readPictures(folder);
  const inside = pictures.map((one) => ({ kind: one.kind, name: dataUrl(one) }));
  const printer = createTypstPrinter(await readOwnFonts(folder));
  return {
    context: { ...(await readContext(folder, attendees, printer)), ...pictureNames(inside) },
    problems,
  };
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
