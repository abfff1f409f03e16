import { withEveryExtra } from '../../core/every-extra.ts';
import { failure } from '../../errors.ts';
import { readAttendees } from '../../folder/attendees.ts';
import { requireSound } from '../../folder/data-file.ts';
import type { EventFolder } from '../../folder/event-folder.ts';
import type { Attendee } from '../../model/attendee.ts';
import { chooseAttendees } from '../../render/badges/choose-attendees.ts';

/** Whose badges a run is about. */
export interface BadgePeople {
  /** All attendees, also those who come no longer. */
  readonly people: readonly Attendee[];
  readonly registered: readonly Attendee[];
  /** Those of the registered who are asked for. */
  readonly attendees: readonly Attendee[];
}

/** Everybody who is registered, or `only` these people of them. Throws SOS505. */
export async function readPeople(folder: EventFolder, only?: readonly string[]): Promise<BadgePeople> {
  const people = withEveryExtra(requireSound(await readAttendees(folder)));
  const registered = people.filter((one) => one.status === 'registered');
  if (registered.length === 0) {
    throw failure('SOS505', 'There is nobody to print a badge for.', {
      hint: 'Run `sosent import <file>` first.',
    });
  }
  return {
    people,
    registered,
    attendees: only === undefined ? registered : chooseAttendees(registered, only),
  };
}
