import { join } from 'node:path';
import { foldTold, type ToldCalendars } from '../core/calendar/told-calendars.ts';
import type { EventFolder } from '../folder/event-folder.ts';
import { MAIL_JOURNAL_FILE, readMailJournal } from '../folder/mail-journal.ts';

/** What mails have told everybody's calendar so far. Throws SOS108, SOS641. */
export async function readToldCalendars(folder: EventFolder): Promise<ToldCalendars> {
  const fold = foldTold();
  await readMailJournal(folder, fold.add);
  return fold.told(join(folder.shownRoot, MAIL_JOURNAL_FILE));
}
