import { failure } from '../../errors.ts';
import { readBadgeLibrary } from '../../folder/badge-library.ts';
import type { EventFolder } from '../../folder/event-folder.ts';
import { readOwnFonts } from '../../folder/own-fonts.ts';
import type { Attendee } from '../../model/attendee.ts';
import { renderBadges } from '../../render/badges/badge-document.ts';
import { cardRenderer } from '../../render/badges/card-texts.ts';
import { layOutBadges } from '../../render/badges/print-document.ts';
import { plainRun } from '../../render/badges/run-cards.ts';
import { onePerPage } from '../../render/badges/sheets/sheet-layout.ts';
import { createTextMeasurer } from '../../render/badges/text-widths.ts';
import { createTypstPrinter } from '../../sinks/typst-printer.ts';
import { pictureNames, readContext } from '../badges/context.ts';
import { readPrintablePictures, requireDesign } from '../badges/design.ts';
import { findHtmlDesign } from '../badges/html.ts';
import { planLayout } from '../badges/layout.ts';

/** Makes the badges that mails carry. */
export interface BadgeMaker {
  /** Throws what a design does wrong for any of these. */
  readonly requireSound: (attendees: readonly Attendee[]) => void;
  /** The badge of one attendee as PDF, in its trimmed size. */
  readonly pdf: (attendee: Attendee) => Uint8Array;
}

/**
 * Badges in the design and size of sosent.yaml. Throws SOS503 for a design that is not there, SOS631 for one in HTML and
 * for a logo that cannot be printed.
 */
export async function openBadgeMaker(
  folder: EventFolder,
  attendees: readonly Attendee[],
): Promise<BadgeMaker> {
  const { event } = folder;
  const { design: name } = event.badges;
  const layout = onePerPage({ ...planLayout(event.badges, {}).size, folds: false });
  if ((await findHtmlDesign(folder, name, layout.size.shape)) !== undefined) {
    throw failure('SOS631', `The badge cannot be attached: its design "${name}" is in HTML.`, {
      hint: 'Use a design in Typst, or print the badges with `sosent badges` and attach files.',
    });
  }
  const printer = createTypstPrinter(await readOwnFonts(folder));
  const { pictures, problems } = await readPrintablePictures(folder, printer);
  const [unusable] = problems;
  if (unusable !== undefined) {
    throw failure('SOS631', `The badge cannot be attached: ${unusable.message}`, { hint: unusable.hint });
  }
  const about = { ...(await readContext(folder, attendees, printer)), ...pictureNames(pictures) };
  const files = {
    ...(await readBadgeLibrary(folder)),
    ...Object.fromEntries(pictures.map((one) => [one.name, one.bytes])),
  };
  const design = await requireDesign(folder, name, layout.size.shape);
  const measure = createTextMeasurer(printer, files);
  const layOut = (people: readonly Attendee[]) => {
    const run = { ...plainRun(people, []), textOf: cardRenderer(design, about) };
    return renderBadges(run, { layout, title: about.title }).map((one) =>
      layOutBadges(printer, one, { files, design, measure }),
    );
  };
  return {
    requireSound: (people) => void layOut(people),
    pdf: (attendee) => {
      const [document] = layOut([attendee]);
      if (document === undefined) throw new Error('a run of one badge has no document');
      return document.pdf(new Date(`${event.date}T00:00:00Z`));
    },
  };
}
