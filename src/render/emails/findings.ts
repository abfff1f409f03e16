import type { LeftOut, MailingPlan } from '../../core/mail/plan-mailing.ts';
import { problem } from '../../errors.ts';
import type { Problem } from '../../model/problem.ts';
import { countWarnings, type Message, type MessageWarning } from './render-mailing.ts';

/** Who gets nothing, and which messages want a look: one problem each, with the first few names. */
export function findMailingProblems(
  { mailing, leftOut }: MailingPlan,
  messages: readonly Message[],
  page: string,
): Problem[] {
  const problems: Problem[] = [];
  if (leftOut.length > 0) {
    problems.push(
      problem('SOS611', `${mailing.id}: no usable e-mail address, so no mail: ${listNames(leftOut)}.`, {
        hint: 'Add the address in data/attendees.csv, or tell them in another way.',
      }),
    );
  }
  const found = Object.entries(countWarnings(messages)).flatMap(([warning, count]) =>
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
};

const MOST_NAMES = 5;
const LONGEST_NAME = 60;

function listNames(leftOut: readonly LeftOut[]): string {
  const names = leftOut.slice(0, MOST_NAMES).map(({ attendee }) => {
    const name = [...(attendee.name.replace(/\s+/g, ' ').trim() || attendee.id)];
    return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME).join('')}…` : name.join('');
  });
  const rest = leftOut.length - names.length;
  return rest === 0 ? names.join(', ') : `${names.join(', ')} and ${rest} more`;
}
