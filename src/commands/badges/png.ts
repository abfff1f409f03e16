import { join, relative } from 'node:path';
import { EXIT, failure } from '../../errors.ts';
import { readBadgeLibrary } from '../../folder/badge-library.ts';
import type { EventFolder } from '../../folder/event-folder.ts';
import { readOwnFonts } from '../../folder/own-fonts.ts';
import type { TemplateSource } from '../../folder/templates.ts';
import type { Attendee } from '../../model/attendee.ts';
import { cardRenderer } from '../../render/badges/card-texts.ts';
import { drawBadge } from '../../render/badges/draw-badges.ts';
import { renderHtmlBadges } from '../../render/badges/html-document.ts';
import { onePerPage, type SheetLayout } from '../../render/badges/sheets/sheet-layout.ts';
import { createTextMeasurer } from '../../render/badges/text-widths.ts';
import { safeText } from '../../render/terminal/safe-text.ts';
import { readInter } from '../../sinks/browser/web-fonts.ts';
import { type OutputFile, writeOutputFiles } from '../../sinks/output-files.ts';
import { createRasteriser } from '../../sinks/rasteriser.ts';
import { createTypstPrinter } from '../../sinks/typst-printer.ts';
import type { BadgesOptions } from '../badges.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { pictureNames, readContext } from './context.ts';
import { readPrintablePictures, requireDesign } from './design.ts';
import { findHtmlDesign, openBrowser, readHtmlContext, readHtmlDesign } from './html.ts';
import { planLayout } from './layout.ts';
import { readPeople } from './people.ts';

/** Dots to the millimetre: 152 to the inch, sharp on a screen and small enough for a mail. */
const DOTS_PER_MM = 6;

type PngOptions = BadgesOptions & { readonly png: string };

/** `sosent badges --png`: the front of the badge of whoever is named, as a picture for a mail. */
export async function drawPng(
  context: CommandContext,
  folder: EventFolder,
  options: PngOptions,
): Promise<Outcome> {
  const { attendees } = await readPeople(folder, [options.png]);
  const files = (await drawPngs(context, folder, { ...options, attendees })).map((png, index) => ({
    path: `${fileName(attendees[index], index)}.png`,
    content: png,
  })) satisfies OutputFile[];
  await writeOutputFiles(join(folder.root, 'out'), files);
  const paths = files.map((file) => join(relative(context.cwd, join(folder.root, 'out')), file.path));
  const pictures = files.length === 1 ? '1 picture of a badge.' : `${files.length} pictures of badges.`;
  return {
    result: { badges: files.length, files: paths },
    text: [context.paint.green(pictures), ...paths.map((path) => `  ${safeText(path)}`)].join('\n'),
    problems: folder.problems,
    exit: EXIT.done,
  };
}

/** What pictures are drawn of; the back of a design that has none is its front. */
export interface PictureOptions extends BadgesOptions {
  readonly attendees: readonly Attendee[];
  readonly side?: 'front' | 'back';
  readonly dotsPerMm?: number;
}

/** A PNG of one side of each of these badges, in their order. */
export async function drawPngs(
  context: CommandContext,
  folder: EventFolder,
  options: PictureOptions,
): Promise<readonly Uint8Array[]> {
  const { badges } = folder.event;
  const { attendees, side = 'front', dotsPerMm = DOTS_PER_MM } = options;
  const name = options.design ?? badges.design;
  const layout = onePerPage({ ...planLayout(badges, options).size, folds: false });
  const width = Math.round(layout.size.width * dotsPerMm);
  const html = await findHtmlDesign(folder, name, layout.size.shape);
  if (html !== undefined) return drawHtml(context, folder, { ...options, html, layout, width });

  const printer = createTypstPrinter(await readOwnFonts(folder));
  const { pictures } = await readPrintablePictures(folder, printer);
  const about = { ...(await readContext(folder, attendees, printer)), ...pictureNames(pictures) };
  const files = {
    ...(await readBadgeLibrary(folder)),
    ...Object.fromEntries(pictures.map((one) => [one.name, one.bytes])),
  };
  const design = await requireDesign(folder, name, layout.size.shape);
  const drawing = {
    design,
    textOf: cardRenderer(design, about),
    layout,
    title: about.title,
    files,
    measure: createTextMeasurer(printer, files),
    side,
  };
  const rasteriser = await createRasteriser(await readInter());
  return attendees.map((one) => rasteriser.png(drawBadge(printer, one, drawing), width));
}

async function drawHtml(
  context: CommandContext,
  folder: EventFolder,
  run: PictureOptions & {
    readonly html: TemplateSource;
    readonly layout: SheetLayout;
    readonly width: number;
  },
): Promise<readonly Uint8Array[]> {
  const { attendees, html, layout, width } = run;
  const { size } = layout;
  const design = await readHtmlDesign(folder, html);
  const { context: about } = await readHtmlContext(folder, attendees);
  const browser = await openBrowser(context, run);
  if (browser === undefined) {
    throw failure(
      'SOS559',
      'A picture of an HTML design needs Chromium, Chrome or Edge, and none was found.',
      {
        hint: 'Install one of them, or name its program with --browser.',
      },
    );
  }
  try {
    const pictures: Uint8Array[] = [];
    for (const one of attendees) {
      for (const document of renderHtmlBadges([one], design, { size, context: about })) {
        const createdAt = new Date(`${folder.event.date}T00:00:00Z`);
        const page = { html: document.html, width: size.width, height: size.height, createdAt };
        pictures.push(await browser.picture(page, width));
      }
    }
    return pictures;
  } finally {
    await browser.close();
  }
}

/** By the code, which the person knows; it may hold anything where it was written by hand. */
function fileName(attendee: Attendee | undefined, index: number): string {
  const key = [attendee?.code, attendee?.id].find((one) => one !== undefined && /^[\w-]+$/.test(one));
  return `badge-${key ?? index + 1}`;
}
