import type { ChalkInstance } from 'chalk';
import { mailboxText } from '../../core/mail/address.ts';
import type { MailingPlan } from '../../core/mail/plan-mailing.ts';
import type { Message } from '../emails/render-mailing.ts';
import { safeText } from './safe-text.ts';

interface PreviewedMailing {
  readonly plan: MailingPlan;
  readonly messages: readonly Message[];
  /** Paths as the organiser would type them. */
  readonly folder: string;
  readonly page: string;
}

/** What `sosent emails` says of one mailing: how many, from whom, and where to look at them. */
export function renderMailingSummary(
  { plan, messages, folder, page }: PreviewedMailing,
  paint: ChalkInstance,
): string {
  const languages = Object.entries(countLanguages(messages)).map(([name, count]) => `${count} in ${name}`);
  const [first] = messages;
  return [
    `${paint.green(`${plan.mailing.id}: ${messages.length} ${messages.length === 1 ? 'message' : 'messages'}`)}${languages.length > 0 ? `, ${languages.join(', ')}` : ''}`,
    `  From      ${safeText(mailboxText(plan.from))}`,
    ...(plan.replyTo === undefined ? [] : [`  Reply to  ${safeText(mailboxText(plan.replyTo))}`]),
    ...(first === undefined ? [] : [`  Subject   ${safeText(first.subject)}`]),
    ...(plan.leftOut.length === 0
      ? []
      : [paint.yellow(`  Left out  ${plan.leftOut.length} without a usable address`)]),
    `  ${page}${paint.dim('  to leaf through them')}`,
    `  ${folder}/${paint.dim('  one .eml each, for any mail program')}`,
  ].join('\n');
}

/** Number of messages by language, in order of the languages' tags. */
export function countLanguages(messages: readonly Message[]): Readonly<Record<string, number>> {
  const languages = [...new Set(messages.map((one) => one.recipient.language))].sort();
  return Object.fromEntries(
    languages.map((one) => [one, messages.filter(({ recipient }) => recipient.language === one).length]),
  );
}
