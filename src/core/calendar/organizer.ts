import type { Event } from '../../model/event.ts';
import { isAddress, type Mailbox, parseMailbox } from '../mail/address.ts';

/**
 * In whose name calendars speak: the sender of the mails, as programs believe changes only from whom they had the entry;
 * else the event's contact. Undefined where neither has an address.
 */
export function organizerOf({ emails, contact }: Event): Mailbox | undefined {
  const sender = parseMailbox(emails.from);
  if (sender !== undefined) return sender;
  return isAddress(contact.email) ? { name: contact.name, address: contact.email } : undefined;
}
