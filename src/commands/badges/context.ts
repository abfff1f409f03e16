import { findKnownAbsences } from '../../core/assign/known-absences.ts';
import { groupBy } from '../../core/group-by.ts';
import { requireSound } from '../../folder/data-file.ts';
import type { EventFolder } from '../../folder/event-folder.ts';
import type { PictureFile } from '../../folder/pictures.ts';
import { readPins } from '../../folder/pins.ts';
import { readPlacements } from '../../folder/placements.ts';
import type { Attendee } from '../../model/attendee.ts';
import { inLanguage } from '../../model/text.ts';
import type { PdfPrinter } from '../../ports.ts';
import type { BadgeContext } from '../../render/badges/badge-view.ts';
import { findMissingSigns } from '../../render/badges/missing-signs.ts';

/** What all badges have in common, but for the pictures. */
export async function readContext(
  folder: EventFolder,
  attendees: readonly Attendee[],
  { withoutGlyph }: Pick<PdfPrinter, 'withoutGlyph'>,
): Promise<Omit<BadgeContext, 'logos' | 'background'>> {
  const { event } = folder;
  const placements = requireSound(await readPlacements(folder));
  return {
    event,
    missing: findMissingSigns(attendees, event, withoutGlyph),
    title: inLanguage(event.title, event.languages[0] ?? 'en'),
    placements: placements && groupBy(placements, (one) => one.attendee),
    isAbsent: findKnownAbsences(event, attendees, (await readPins(folder)).value),
  };
}

/** How a design names the pictures of the event. */
export function pictureNames(
  pictures: readonly Pick<PictureFile, 'kind' | 'name'>[],
): Pick<BadgeContext, 'logos' | 'background'> {
  return {
    logos: pictures.filter((one) => one.kind === 'logo').map((one) => one.name),
    background: pictures.find((one) => one.kind === 'background')?.name ?? '',
  };
}
