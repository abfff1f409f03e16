import { withEveryExtra } from '../../core/every-extra.ts';
import { gatherFacts, type MailingFacts } from '../../core/mail/facts.ts';
import { readAttendees } from '../../folder/attendees.ts';
import { requireSound } from '../../folder/data-file.ts';
import type { EventFolder } from '../../folder/event-folder.ts';
import { readPins } from '../../folder/pins.ts';
import { readPlacements, readPublished } from '../../folder/placements.ts';

/** What the event folder holds for mailings. */
export async function readMailingFacts(folder: EventFolder): Promise<MailingFacts> {
  return gatherFacts(folder.event, {
    attendees: withEveryExtra(requireSound(await readAttendees(folder))),
    pins: (await readPins(folder)).value,
    placements: requireSound(await readPlacements(folder)),
    published: requireSound(await readPublished(folder)),
  });
}
