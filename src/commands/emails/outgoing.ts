import type { MailingPlan } from '../../core/mail/plan-mailing.ts';
import type { OutgoingMessage } from '../../core/mail/send-mailing.ts';
import { failure } from '../../errors.ts';
import type { EventFolder } from '../../folder/event-folder.ts';
import type { Attendee } from '../../model/attendee.ts';
import { requireMailings } from '../emails.ts';
import { openMailing } from './content.ts';
import { readMailingFacts } from './read-facts.ts';

/** A mailing that could be sent now. This file is all that sending knows about how messages are made. */
export interface PreparedMailing {
  readonly plan: Pick<MailingPlan, 'mailing' | 'from' | 'replyTo' | 'leftOut'>;
  /** In the order in which they are sent. */
  readonly messages: readonly PreparedMessage[];
}

export interface PreparedMessage {
  /** Id of the attendee. */
  readonly attendee: string;
  readonly person: Attendee;
  readonly address: string;
  readonly messageId: string;
  readonly subject: () => Promise<string>;
  /** What the preview shows; with another address and id for a sample. */
  readonly compose: (instead?: {
    readonly address: string;
    readonly messageId: string;
  }) => Promise<OutgoingMessage>;
  /** That of `compose`, in less time. */
  readonly hash: () => Promise<string>;
}

/** Makes every message once, so that a mistake in a template or a missing file is told before anything is sent. */
export async function prepareMailing(folder: EventFolder, named: string): Promise<PreparedMailing> {
  const [mailing] = requireMailings(folder, named);
  if (mailing === undefined) throw failure('SOS601', `There is no mailing "${named}".`);
  const { plan, compose, hash } = await openMailing(folder, mailing, await readMailingFacts(folder));
  return {
    plan,
    messages: plan.recipients.map((recipient): PreparedMessage => {
      const { attendee, address, messageId } = recipient;
      return {
        attendee: attendee.id,
        person: attendee,
        address,
        messageId,
        subject: async () => (await compose(recipient)).message.subject,
        compose: (instead = { address, messageId }) => compose({ ...recipient, ...instead }),
        hash: () => hash(recipient),
      };
    }),
  };
}
