import type { LeftOut, MailingPlan } from '../../core/mail/plan-mailing.ts';
import { problem } from '../../errors.ts';
import type { Problem } from '../../model/problem.ts';
import { listNames } from './list-names.ts';
import type { MailingTally } from './tally.ts';
import type { MessageWarning } from './warnings.ts';

/** Who gets nothing, and which messages want a look: one problem each, with the first few names. */
export function findMailingProblems(
  { mailing, leftOut, recipients }: MailingPlan,
  { warnings }: MailingTally,
  page: string,
): Problem[] {
  const problems: Problem[] = [];
  if (recipients.length === 0 && leftOut.length === 0) {
    problems.push(
      problem('SOS633', `${mailing.id}: nobody fits its audience, so there is no mail.`, {
        hint: 'Look at "audience" and "except" of the mailing in sosent.yaml.',
      }),
    );
  }
  const [foreign, others] = [
    leftOut.filter((one) => one.reason === 'foreign-address'),
    leftOut.filter((one) => one.reason !== 'foreign-address'),
  ];
  if (others.length > 0) {
    problems.push(
      problem('SOS611', `${mailing.id}: no usable e-mail address, so no mail: ${named(others)}.`, {
        hint: 'Add the address in data/attendees.csv, or tell them in another way.',
      }),
    );
  }
  if (foreign.length > 0) {
    problems.push(
      problem(
        'SOS611',
        `${mailing.id}: letters other than a to z before the "@" of the address, so no mail: ${named(foreign)}.`,
        { hint: 'Many servers bounce such addresses. Ask for another one, or tell them in another way.' },
      ),
    );
  }
  const found = Object.entries(warnings).flatMap(([warning, count]) =>
    count === 0 ? [] : [`${count} ${WORDS[warning as MessageWarning]}`],
  );
  if (found.length > 0) {
    problems.push(
      problem('SOS612', `${mailing.id}: messages that want a look: ${found.join(', ')}.`, {
        hint: `Open ${page} and tick "Only those that want a look".`,
      }),
    );
  }
  return problems;
}

const WORDS: Readonly<Record<MessageWarning, string>> = {
  'no-name': 'without a name',
  'no-placement': 'to people without a place',
  'no-subject': 'without a subject',
  'long-subject': 'with a very long subject',
  'broken-link': 'with a link that leads nowhere',
  'no-attachment': 'without a file that others get',
  'big-attachment': 'with more than 5 MB of files',
};

function named(leftOut: readonly LeftOut[]): string {
  return listNames(leftOut.map((one) => one.attendee));
}
