import { createHash } from 'node:crypto';
import type { CalendarPlan } from '../../core/calendar/plan-calendar.ts';
import type { MailingPlan } from '../../core/mail/plan-mailing.ts';
import type { AttachmentContent } from './compose-message.ts';
import type { Message } from './render-mailing.ts';

/** All that a message tells. */
export interface ToldContent {
  readonly sender: Pick<MailingPlan, 'from' | 'replyTo' | 'unsubscribe'>;
  readonly message: Message;
  readonly files: readonly AttachmentContent[];
  readonly calendar: CalendarPlan | undefined;
}

/**
 * The same for two messages that tell the same, in hexadecimal digits. Of a calendar, the sessions count and not their
 * sequence or what is cancelled: these say what was told before, so that the same news would seem to be other news.
 */
export function contentHash({ sender, message, files, calendar }: ToldContent): string {
  const { from, replyTo, unsubscribe } = sender;
  const { recipient, subject, text, html } = message;
  const to = [recipient.attendee.name, recipient.address, recipient.messageId, recipient.language];
  const hash = createHash('sha256').update(
    JSON.stringify([from, replyTo, unsubscribe, to, subject, text, html]),
  );
  for (const { name, content } of files) {
    hash.update(JSON.stringify([name, content.length])).update(content);
  }
  if (calendar !== undefined) {
    const entries = calendar.entries.map(({ sequence: _, stamp: __, ...told }) => told);
    hash.update(JSON.stringify([calendar.organizer, calendar.invited, entries]));
  }
  return hash.digest('hex');
}
