import { SosentError } from '../../errors.ts';
import type { AudienceFilter, Mailing } from '../../model/mailing.ts';
import type { MailingFacts } from '../mail/facts.ts';
import type { JournalFold } from '../mail/journal.ts';
import { planMailing } from '../mail/plan-mailing.ts';

/** What was sent of one mailing to those who are its audience today. */
export interface MailingStatus {
  readonly id: string;
  /** Those with an address; null where the audience cannot be found yet. */
  readonly recipients: number | null;
  readonly sent: number;
  /** Those to whom `emails send` would send: never sent, or put off. */
  readonly open: number;
  readonly failed: number;
  readonly unknown: number;
  /** Whether it tells what is otherwise than in the published plan. */
  readonly tellsChanges: boolean;
  /** Whether it is for the time after the event. */
  readonly isForAfterwards: boolean;
}

/** `planned` is the instant of the plan: news that were sent before it may be others by now. */
export function mailingStatus(
  mailing: Mailing,
  facts: MailingFacts,
  { journal, planned }: { readonly journal: JournalFold; readonly planned: Date },
): MailingStatus {
  const standings = journal.of(mailing.id);
  const recipients = recipientsOf(mailing, facts);
  const tellsChanges = mailing.audience.some(isOfChanges);
  const counts = { sent: 0, open: 0, failed: 0, unknown: 0 };
  for (const attendee of recipients ?? []) {
    const { state, sent } = standings.get(attendee) ?? {};
    const has = sent !== undefined && (!tellsChanges || Date.parse(sent.at) >= planned.getTime());
    if (state === 'unknown' || state === 'failed') counts[state] += 1;
    else counts[has ? 'sent' : 'open'] += 1;
  }
  return {
    id: mailing.id,
    recipients: recipients?.length ?? null,
    ...counts,
    tellsChanges,
    isForAfterwards: mailing.template === 'thank-you',
  };
}

function isOfChanges({ changes }: AudienceFilter): boolean {
  return changes !== undefined;
}

/** Ids; undefined where it lacks a sender, a column or a published plan, which `emails preview` tells in words. */
function recipientsOf(mailing: Mailing, facts: MailingFacts): readonly string[] | undefined {
  try {
    return planMailing(mailing, facts).recipients.map((one) => one.attendee.id);
  } catch (error) {
    if (error instanceof SosentError) return undefined;
    throw error;
  }
}
