import type { ChalkInstance } from 'chalk';
import { mailboxText } from '../../core/mail/address.ts';
import type { MailingPlan } from '../../core/mail/plan-mailing.ts';
import type { MailingTally } from '../emails/tally.ts';
import { safeText } from './safe-text.ts';

interface PreviewedMailing {
  readonly plan: MailingPlan;
  readonly tally: MailingTally;
  /** Number of messages that were written. */
  readonly written: number;
  /** Paths as the organiser would type them. */
  readonly folder: string;
  readonly page: string;
}

/** What `sosent emails` says of one mailing: how many, from whom, and where to look at them. */
export function renderMailingSummary(
  { plan, tally, written, folder, page }: PreviewedMailing,
  paint: ChalkInstance,
): string {
  const { messages } = tally;
  const languages = Object.entries(tally.languages).map(([name, count]) => `${count} in ${name}`);
  return [
    `${paint.green(`${plan.mailing.id}: ${messages} ${messages === 1 ? 'message' : 'messages'}`)}${languages.length > 0 ? `, ${languages.join(', ')}` : ''}`,
    `  From      ${safeText(mailboxText(plan.from))}`,
    ...(plan.replyTo === undefined ? [] : [`  Reply to  ${safeText(mailboxText(plan.replyTo))}`]),
    ...(messages === 0 ? [] : [`  Subject   ${safeText(tally.firstSubject)}`]),
    ...(plan.outside === 0 ? [] : [`  Audience  not meant for ${plan.outside} others who are coming`]),
    ...(plan.leftOut.length === 0
      ? []
      : [paint.yellow(`  Left out  ${plan.leftOut.length} without a usable address`)]),
    ...(written === messages ? [] : [`  Written   ${written} of ${messages}, as asked for`]),
    `  ${page}${paint.dim('  to leaf through them')}`,
    `  ${folder}/${paint.dim('  one .eml each, for any mail program')}`,
  ].join('\n');
}
