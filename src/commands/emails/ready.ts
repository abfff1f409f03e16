import { mailboxText } from '../../core/mail/address.ts';
import { type ChosenRecipients, chooseToSend, type SkipReason } from '../../core/mail/choose-to-send.ts';
import { foldJournal, type JournalFold } from '../../core/mail/journal.ts';
import type { EventFolder } from '../../folder/event-folder.ts';
import { readMailJournal } from '../../folder/mail-journal.ts';
import type { SmtpSettings } from '../../model/smtp-settings.ts';
import { renderSendSummary } from '../../render/terminal/sending.ts';
import type { CommandContext } from '../command.ts';
import type { PreparedMailing, PreparedMessage } from './outgoing.ts';

export interface EmailsSendOptions {
  /** The number of recipients that a script counts on. */
  readonly expect?: number;
  readonly changed?: boolean;
  readonly resendUnknown?: boolean;
  readonly retryFailed?: boolean;
  /** Where a table of those who did not get it goes. */
  readonly failed?: string;
}

/** Everything that is known before the first message leaves. */
export interface Ready {
  readonly context: CommandContext;
  readonly folder: EventFolder;
  readonly options: EmailsSendOptions;
  readonly server: SmtpSettings;
  readonly prepared: PreparedMailing;
  readonly journal: JournalFold;
  readonly choice: ChosenRecipients<PreparedMessage>;
  readonly summary: string;
}

/** What the journal says of everybody in the audience, and who gets it now. To be asked with the mail lock held. */
export async function getReady(known: Omit<Ready, 'journal' | 'choice' | 'summary'>): Promise<Ready> {
  const { context, folder, options, server, prepared } = known;
  const { plan, messages } = prepared;
  const keep = context.clock.now().getTime() - (server.rate?.per ?? 0);
  const journal = foldJournal(keep);
  await readMailJournal(folder, journal.add);
  const choice = await chooseToSend(
    messages,
    journal.of(plan.mailing.id),
    {
      changed: options.changed ?? false,
      resendUnknown: options.resendUnknown ?? false,
      retryFailed: options.retryFailed ?? false,
    },
    (message) => message.hash(),
  );
  const summary = renderSendSummary(
    {
      mailing: plan.mailing.id,
      recipients: choice.chosen.length,
      from: mailboxText(plan.from),
      replyTo: plan.replyTo && mailboxText(plan.replyTo),
      server,
      subjects: [
        ...new Set(await Promise.all(choice.chosen.slice(0, FIRST_FEW).map((one) => one.subject()))),
      ],
      leftOut: plan.leftOut.map(({ attendee }) => attendee.name || attendee.id),
      skipped: countSkipped(choice),
    },
    context.paint,
  );
  return { ...known, journal, choice, summary };
}

const FIRST_FEW = 3;

export function countSkipped({ skipped }: ChosenRecipients<unknown>): Partial<Record<SkipReason, number>> {
  const counts: Partial<Record<SkipReason, number>> = {};
  for (const { reason } of skipped) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}
