import { isAddress } from '../../core/mail/address.ts';
import { foldJournal } from '../../core/mail/journal.ts';
import type { MailsStatus } from '../../core/status/event-status.ts';
import { mailingStatus } from '../../core/status/mails-status.ts';
import type { EventFolder } from '../../folder/event-folder.ts';
import { readMailJournal } from '../../folder/mail-journal.ts';
import type { Attendee } from '../../model/attendee.ts';
import { readMailingFacts } from '../emails/read-facts.ts';
import { readRevision } from '../read-revision.ts';

/** What was sent of each mailing of sosent.yaml. Throws SOS108 where the journal of mails cannot be read. */
export async function readMailsStatus(
  folder: EventFolder,
  registered: readonly Attendee[],
): Promise<MailsStatus> {
  const { emails } = folder.event;
  const reachable = registered.filter((one) => isAddress(one.email.trim())).length;
  if (emails.mailings.length === 0) return { mailings: [], canSend: false, reachable };
  const journal = foldJournal();
  await readMailJournal(folder, journal.add);
  const facts = await readMailingFacts(folder);
  const about = { journal, planned: (await readRevision(folder)).at };
  return {
    mailings: emails.mailings.map((one) => mailingStatus(one, facts, about)),
    canSend: emails.smtp !== undefined,
    reachable,
  };
}
