import { readBadgeLibrary } from '../../folder/badge-library.ts';
import type { EventFolder } from '../../folder/event-folder.ts';
import type { PictureFile } from '../../folder/pictures.ts';
import type { PdfPrinter } from '../../ports.ts';
import type { BadgeContext } from '../../render/badges/badge-view.ts';
import { type BadgeDesign, cardRenderer } from '../../render/badges/card-texts.ts';
import { digestLook } from '../../render/badges/digest-badge.ts';
import type { BadgeSize } from '../../render/badges/sizes.ts';
import { pictureNames, readContext } from './context.ts';
import { findRunCards, requireDesign } from './design.ts';
import type { BadgePeople } from './people.ts';
import { type PlannedRun, planBadgeRun, type RunOptions } from './run.ts';

/** A print run with a design in Typst, and what its cards are made from. */
export interface TypstRun {
  readonly run: PlannedRun;
  readonly design: BadgeDesign & Required<Pick<BadgeDesign, 'blank' | 'cover'>>;
  readonly about: BadgeContext;
  /** Parts of designs and pictures, by name. */
  readonly library: Readonly<Record<string, string | Uint8Array>>;
}

/** Decides on a print run with a design in Typst. Throws SOS503 where there is no such design. */
export async function planTypstRun(
  folder: EventFolder,
  options: RunOptions & { readonly design: string },
  {
    people,
    size,
    pictures,
    printer,
  }: {
    readonly people: BadgePeople;
    readonly size: BadgeSize;
    readonly pictures: readonly PictureFile[];
    readonly printer: Pick<PdfPrinter, 'withoutGlyph'>;
  },
): Promise<TypstRun> {
  const design = {
    ...(await requireDesign(folder, options.design, size.shape)),
    ...(await findRunCards(folder, options.design, size.shape)),
  };
  const parts = await readBadgeLibrary(folder);
  const about = { ...(await readContext(folder, people.attendees, printer)), ...pictureNames(pictures) };
  const library = { ...parts, ...Object.fromEntries(pictures.map((one) => [one.name, one.bytes])) };
  const textOf = cardRenderer(design, about);
  const run = await planBadgeRun(folder, options, { people, textOf, size, look: digestLook(library, size) });
  return { run, design, about, library };
}
