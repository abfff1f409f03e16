import { createHash } from 'node:crypto';
import { mailboxText } from '../../core/mail/address.ts';
import type { MailingPlan } from '../../core/mail/plan-mailing.ts';
import type { Event } from '../../model/event.ts';
import { inLanguage } from '../../model/text.ts';
import { compileTemplate } from '../templates/compile-template.ts';
import { PAGE_SCRIPT, PAGE_STYLE, PAGE_TEMPLATE } from './preview-page-parts.ts';
import type { Message, MessageWarning } from './render-mailing.ts';

const WARNINGS: Readonly<Record<MessageWarning, string>> = {
  'no-name': 'The name is missing.',
  'no-placement': 'No place in any time slot.',
  'no-subject': 'The subject is empty.',
  'long-subject': 'The subject is too long to be shown whole.',
};

const REASONS = { 'no-address': 'no e-mail address', 'unusable-address': 'unusable address' } as const;

/**
 * One page to leaf through a mailing: every message with its head, text and HTML, what wants a look, and who is left
 * out. It is one file that loads nothing (its content security policy forbids it), shows the HTML of a message
 * in a sandboxed frame, and is a plain list of the texts where scripts are off.
 */
export function renderPreviewPage(
  event: Event,
  plan: MailingPlan,
  messages: readonly Message[],
  fileOf: (message: Message) => string,
): string {
  const page = compileTemplate(PAGE_TEMPLATE, { format: 'html', path: 'the preview page' });
  const doubtful = messages.filter((one) => one.warnings.length > 0).length;
  return page({
    style: PAGE_STYLE,
    script: PAGE_SCRIPT,
    policy: policy(),
    eventTitle: inLanguage(event.title, event.languages[0] ?? 'en'),
    mailing: plan.mailing.id,
    from: mailboxText(plan.from),
    replyTo: plan.replyTo === undefined ? '' : mailboxText(plan.replyTo),
    count: messages.length,
    doubtful,
    leftOut: plan.leftOut.map(({ attendee, reason }) => ({
      name: attendee.name || attendee.id,
      code: attendee.code,
      reason: REASONS[reason],
      email: attendee.email,
    })),
    messages: messages.map((message) => {
      const { attendee, language } = message.recipient;
      return {
        name: attendee.name || '(no name)',
        organisation: attendee.organisation,
        code: attendee.code,
        address: message.recipient.address,
        language,
        subject: message.subject,
        text: message.text,
        html: message.html,
        file: fileOf(message),
        warnings: message.warnings.map((one) => WARNINGS[one]),
      };
    }),
  });
}

/** Only this page's own script runs, nothing is fetched, and a click in a message leads nowhere. */
function policy(): string {
  const script = createHash('sha256').update(PAGE_SCRIPT).digest('base64');
  return `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${script}'; base-uri 'none'; form-action 'none'`;
}
