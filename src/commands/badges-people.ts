import { withEveryExtra } from '../core/every-extra.ts';
import { failure } from '../errors.ts';
import { readAttendees } from '../folder/attendees.ts';
import { requireSound } from '../folder/data-file.ts';
import type { EventFolder } from '../folder/event-folder.ts';
import type { Attendee } from '../model/attendee.ts';
import { sortForBadges } from '../render/badges/badge-document.ts';
import { chooseAttendees } from '../render/badges/choose-attendees.ts';

/** Everybody who gets a badge, in the order of printing; `only` these people where it is given. Throws SOS505. */
export async function readPeople(
  folder: EventFolder,
  only?: readonly string[],
): Promise<readonly Attendee[]> {
  const everybody = withEveryExtra(requireSound(await readAttendees(folder)));
  const registered = sortForBadges(everybody.filter((one) => one.status === 'registered'));
  if (registered.length === 0) {
    throw failure('SOS505', 'There is nobody to print a badge for.', {
      hint: 'Run `sosent import <file>` first.',
    });
  }
  return only === undefined ? registered : chooseAttendees(registered, only);
}
