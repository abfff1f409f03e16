import { createHash } from 'node:crypto';
import { mailboxText } from '../../core/mail/address.ts';
import type { MailingPlan } from '../../core/mail/plan-mailing.ts';
import type { Event } from '../../model/event.ts';
import { inLanguage } from '../../model/text.ts';
import { compileTemplate } from '../templates/compile-template.ts';
import { PAGE_SCRIPT, PAGE_STYLE, PAGE_TEMPLATE } from './preview-page-parts.ts';
import type { Message } from './render-mailing.ts';
import type { MailingTally } from './tally.ts';
import type { MessageWarning } from './warnings.ts';

/** A message with what wants a look, and the file that holds it. */
export interface PreviewedMessage {
  readonly message: Message;
  readonly warnings: readonly MessageWarning[];
  readonly file: string;
  /** Names of the files that come with it. */
  readonly files: readonly string[];
}

/** A page of so many still opens at once; a mailing with more has several. */
export const PREVIEWS_PER_PAGE = 1000;

/** File name of a page, from 1. */
export function previewPageName(page: number): string {
  return page === 1 ? 'index.html' : `index-${page}.html`;
}

const WARNINGS: Readonly<Record<MessageWarning, string>> = {
  'no-name': 'The name is missing.',
  'no-placement': 'No place in any time slot.',
  'no-subject': 'The subject is empty.',
  'long-subject': 'The subject is too long to be shown whole.',
  'broken-link': 'A link leads nowhere.',
  'no-attachment': 'A file that others get is not there for this person.',
  'big-attachment': 'The files are larger than 5 MB; some servers refuse that.',
};

const REASONS = {
  'no-address': 'no e-mail address',
  'unusable-address': 'unusable address',
  'foreign-address': 'letters other than a to z before the @',
} as const;

/** One page of a preview, and how many there are. */
export interface PreviewPage {
  readonly messages: readonly PreviewedMessage[];
  /** Of the whole mailing. */
  readonly tally: MailingTally;
  readonly page: number;
  readonly pages: number;
}

/**
 * One page to leaf through a mailing: every message with its head, text and HTML, what wants a look, and who is left
 * out. It is one file that loads nothing (its content security policy forbids it), shows the HTML of a message
 * in a sandboxed frame, and is a plain list of the texts where scripts are off.
 */
export function renderPreviewPage(
  event: Event,
  plan: MailingPlan,
  { messages, tally, page: number, pages }: PreviewPage,
): string {
  const page = compileTemplate(PAGE_TEMPLATE, { format: 'html', path: 'the preview page' });
  return page({
    style: PAGE_STYLE,
    script: PAGE_SCRIPT,
    policy: policy(),
    eventTitle: inLanguage(event.title, event.languages[0] ?? 'en'),
    mailing: plan.mailing.id,
    from: mailboxText(plan.from),
    replyTo: plan.replyTo === undefined ? '' : mailboxText(plan.replyTo),
    count: tally.messages,
    doubtful: tally.doubtful,
    shown: pages === 1 && messages.length < tally.messages ? messages.length : 0,
    pages:
      pages === 1
        ? []
        : Array.from({ length: pages }, (_, index) => ({
            number: index + 1,
            file: previewPageName(index + 1),
            isThis: index + 1 === number,
          })),
    leftOut: plan.leftOut.map(({ attendee, reason }) => ({
      name: attendee.name || attendee.id,
      code: attendee.code,
      reason: REASONS[reason],
      email: attendee.email,
    })),
    messages: messages.map(({ message, warnings, file, files }) => {
      const { attendee, language } = message.recipient;
      return {
        name: attendee.name || '(no name)',
        organisation: attendee.organisation,
        code: attendee.code,
        address: message.recipient.address,
        language,
        subject: message.subject,
        attachments: files,
        text: message.text,
        html: message.html,
        file,
        warnings: warnings.map((one) => WARNINGS[one]),
      };
    }),
  });
}

/** Only this page's own script runs, nothing is fetched, and a click in a message leads nowhere. */
function policy(): string {
  const script = createHash('sha256').update(PAGE_SCRIPT).digest('base64');
  return `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${script}'; base-uri 'none'; form-action 'none'`;
}
