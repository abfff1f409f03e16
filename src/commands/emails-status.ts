import { foldJournal, type MailStanding, type MailStandings } from '../core/mail/journal.ts';
import { findUnsent } from '../core/mail/send-problems.ts';
import { EXIT, failure } from '../errors.ts';
import { readAttendees } from '../folder/attendees.ts';
import { requireSound } from '../folder/data-file.ts';
import { openEvent } from '../folder/event-folder.ts';
import { readMailJournal } from '../folder/mail-journal.ts';
import type { Attendee } from '../model/attendee.ts';
import { type MailStatus, renderMailStatus, type UnsentMail } from '../render/terminal/mail-status.ts';
import type { CommandContext, Outcome } from './command.ts';

/** `sosent emails status [mailing]`: what was sent to how many, and what is left to do. Changes nothing. */
export async function runEmailsStatus(context: CommandContext, named: string | undefined): Promise<Outcome> {
  const folder = await openEvent(context);
  const journal = foldJournal();
  await readMailJournal(folder, journal.add);
  const people = new Map<string, Attendee>();
  for (const one of requireSound(await readAttendees(folder))) people.set(one.id, one);
  const known = [...new Set([...folder.event.emails.mailings.map((one) => one.id), ...journal.mailings()])];
  if (named !== undefined && !known.includes(named)) {
    throw failure('SOS601', `There is no mailing "${named}", and none of that name was ever sent.`, {
      hint: known.length === 0 ? 'sosent.yaml names no mailing.' : `There are: ${known.join(', ')}.`,
    });
  }
  const chosen = known.filter((one) => named === undefined || one === named);
  const statuses = chosen.map((one) => statusOf(one, journal.of(one), people));
  return {
    result: { mailings: statuses },
    text: renderMailStatus(statuses, context.paint),
    problems: [
      ...folder.problems,
      ...statuses.flatMap(({ mailing, unsent }) =>
        findUnsent({ mailing, unsent, nameOf: (id) => people.get(id)?.name || id }),
      ),
    ],
    exit: statuses.some((one) => one.unsent.length > 0) ? EXIT.findings : EXIT.done,
  };
}

function statusOf(
  mailing: string,
  standings: MailStandings,
  people: ReadonlyMap<string, Attendee>,
): MailStatus {
  const all = [...standings.values()];
  // Whoever is not coming any more needs no mail, and is not waited for.
  const coming = all.filter(({ attendee }) => people.get(attendee)?.status === 'registered');
  const count = (list: readonly MailStanding[], state: MailStanding['state']): number =>
    list.filter((one) => one.state === state).length;
  const instants = all.flatMap((one) => one.sent?.at ?? []).sort();
  return {
    mailing,
    sent: all.filter((one) => one.sent !== undefined).length,
    again: all.filter((one) => one.timesSent > 1).length,
    waiting: count(coming, 'planned'),
    deferred: count(coming, 'deferred'),
    failed: count(coming, 'failed'),
    unknown: count(coming, 'unknown'),
    firstSent: instants[0] ?? null,
    lastSent: instants.at(-1) ?? null,
    unsent: coming.flatMap(unsentOf),
  };
}

function unsentOf({ attendee, state, reply, at, messageId }: MailStanding): UnsentMail[] {
  if (state === 'sent' || state === 'planned') return [];
  return [{ attendee, state, reply, at, messageId }];
}
