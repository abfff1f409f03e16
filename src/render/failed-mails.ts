import type { MailStanding } from '../core/mail/journal.ts';
import type { Attendee } from '../model/attendee.ts';
import { type CsvDialect, writeTable } from '../tabular/write-table.ts';

/** Opens in Excel as well as anywhere. */
const DIALECT: CsvDialect = { delimiter: ',', mark: true };

/** Everybody whose message did not get through, with the server's words, as a table to work down. */
export function renderFailedMails(
  standings: readonly MailStanding[],
  attendeeOf: (id: string) => Attendee | undefined,
): string {
  return writeTable(
    ['attendee', 'code', 'name', 'email', 'organisation', 'state', 'reason', 'at', 'message_id'],
    standings.map(({ attendee, state, reply, at, messageId }) => {
      const { code = '', name = '', email = '', organisation = '' } = attendeeOf(attendee) ?? {};
      return [attendee, code, name, email, organisation, state, reply, at, messageId];
    }),
    DIALECT,
  );
}
