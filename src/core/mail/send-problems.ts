import { type ProblemCode, problem } from '../../errors.ts';
import type { Problem } from '../../model/problem.ts';
import type { SmtpSettings } from '../../model/smtp-settings.ts';
import type { SendStop, Unsent } from './send-tally.ts';

/** What a run tells about messages that did not get through, by the names of those they are for. */
export interface SendFindings {
  /** Id of the mailing. */
  readonly mailing: string;
  /** Those whom this run did not serve, and those of earlier runs that it passed over. */
  readonly unsent: readonly Unsent[];
  readonly nameOf: (attendee: string) => string;
}

const MOST_NAMES = 5;

/** One problem for each way in which messages did not get through, naming the first few. */
export function findUnsent({ mailing, unsent, nameOf }: SendFindings): Problem[] {
  const tell = (
    state: Unsent['state'],
    code: ProblemCode,
    what: (one: boolean) => string,
    hint: string,
  ): Problem[] => {
    const found = unsent.filter((one) => one.state === state);
    if (found.length === 0) return [];
    const named = found.slice(0, MOST_NAMES).map((one) => `${nameOf(one.attendee)}${because(one.reply)}`);
    const rest = found.length > MOST_NAMES ? `; and ${found.length - MOST_NAMES} more` : '';
    const message = `${mailing}: ${found.length} ${what(found.length === 1)}: ${named.join('; ')}${rest}.`;
    return [problem(code, message, { hint })];
  };
  return [
    ...tell(
      'failed',
      'SOS625',
      (one) => `${one ? 'message was' : 'messages were'} refused`,
      'Correct the addresses and send to them with --retry-failed; --failed failed.csv lists all of them.',
    ),
    ...tell(
      'deferred',
      'SOS626',
      (one) => `${one ? 'message was' : 'messages were'} put off by the server`,
      'Run the same command again after a while; nobody who has the mail gets it twice.',
    ),
    ...tell(
      'unknown',
      'SOS627',
      (one) => `${one ? 'message' : 'messages'} of which nobody knows whether they arrived`,
      'Look them up in the log of the mail server, or ask the people; --resend-unknown sends to them again.',
    ),
  ];
}

function because(reply: string): string {
  return reply === '' ? '' : ` (${reply.replace(/\.$/, '')})`;
}

/** Why sending ended early, and what to do about it. */
export function problemOfStop({ reason, detail }: SendStop, server: SmtpSettings): Problem {
  const { code, message, hint } = WORDS[reason](server);
  return problem(code, `${message}: ${detail.replace(/\.$/, '')}.`, { hint });
}

interface Words {
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint: string;
}

const GOES_ON = 'Run the same command again then; it goes on where it stopped.';

const WORDS: Readonly<Record<SendStop['reason'], (server: SmtpSettings) => Words>> = {
  unreachable: ({ host, port }) => ({
    code: 'SOS618',
    message: `The mail server ${host}, port ${port}, cannot be reached`,
    hint: `Check emails.smtp.host and port, and the network. ${GOES_ON}`,
  }),
  encryption: ({ host, security }) => ({
    code: 'SOS619',
    message: `There is no encrypted connection to ${host}`,
    hint:
      security === 'starttls'
        ? 'Check that emails.smtp.host is the name in its certificate; where the server encrypts from the start (port 465), write security: tls.'
        : 'Check that emails.smtp.host is the name in its certificate; where the server encrypts after the greeting (port 587), write security: starttls.',
  }),
  authentication: ({ host, user }) => ({
    code: 'SOS620',
    message: user === '' ? `${host} wants a login` : `${host} does not accept the login of ${user}`,
    hint:
      user === ''
        ? 'Write emails.smtp.user in sosent.yaml and put the password in SOSENT_SMTP_PASSWORD.'
        : 'Check emails.smtp.user and the password. With two-factor login, the account needs an app password.',
  }),
  closing: ({ host }) => ({
    code: 'SOS621',
    message: `${host} ended the session`,
    hint: `It may have a limit: write it as emails.smtp.rate (50/5m), and wait. ${GOES_ON}`,
  }),
  sender: ({ host }) => ({
    code: 'SOS622',
    message: `${host} takes nothing from this sender`,
    hint: `Write an address under emails.from that the account may send from. ${GOES_ON}`,
  }),
  losses: ({ host }) => ({
    code: 'SOS623',
    message: `The connection to ${host} was lost again and again`,
    hint: 'Try again later; a slow server may need emails.smtp.timeout: 10m, or connections: 1.',
  }),
  refusals: ({ host }) => ({
    code: 'SOS624',
    message: `${host} refuses everybody`,
    hint: 'Mend what the server names, then run the command again with --retry-failed.',
  }),
};
