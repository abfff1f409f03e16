import { failure } from '../../errors.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { MailingPlan, Recipient } from './plan-mailing.ts';

/** Some of a mailing to look at. */
export interface RecipientChoice {
  /** Ids, codes, e-mail addresses or names. */
  readonly to?: readonly string[] | undefined;
  /** So many, from the whole list. */
  readonly sample?: number | undefined;
}

/** The recipients that somebody asked for, in the order of the plan. Throws SOS632 for one who gets no such message. */
export function chooseRecipients(plan: MailingPlan, { to, sample }: RecipientChoice): readonly Recipient[] {
  const chosen = to === undefined ? plan.recipients : namedOf(plan, to);
  return sample === undefined ? chosen : spread(chosen, sample);
}

function namedOf({ mailing, recipients, leftOut }: MailingPlan, wanted: readonly string[]): Recipient[] {
  for (const one of wanted) {
    if (recipients.some(({ attendee }) => isCalled(attendee, one))) continue;
    const isLeftOut = leftOut.some(({ attendee }) => isCalled(attendee, one));
    throw failure('SOS632', `"${one}" is not among the recipients of ${mailing.id}.`, {
      hint: isLeftOut
        ? 'They have no usable e-mail address in data/attendees.csv.'
        : 'Name somebody of its audience by id, code, e-mail address or full name; data/attendees.csv lists everybody.',
    });
  }
  return recipients.filter(({ attendee }) => wanted.some((one) => isCalled(attendee, one)));
}

/** By id, code, e-mail address or name; capitals and blanks around do not matter. */
export function isCalled({ id, code, email, name }: Attendee, wanted: string): boolean {
  const normal = (text: string): string => text.trim().toLowerCase();
  return normal(wanted) !== '' && [id, code, email, name].map(normal).includes(normal(wanted));
}

/** From the first to the last at equal steps, so that a sample has people from everywhere in the list. */
function spread(recipients: readonly Recipient[], count: number): readonly Recipient[] {
  if (count >= recipients.length) return recipients;
  const step = count > 1 ? (recipients.length - 1) / (count - 1) : 0;
  const places = new Set(Array.from({ length: count }, (_, index) => Math.round(index * step)));
  return recipients.filter((_, index) => places.has(index));
}
