import { setTimeout } from 'node:timers/promises';
import type { SendTime } from '../../core/mail/send-mailing.ts';
import { failure, problem } from '../../errors.ts';
import type { EventFolder } from '../../folder/event-folder.ts';
import type { Problem } from '../../model/problem.ts';
import type { SmtpSettings } from '../../model/smtp-settings.ts';
import { PASSWORD } from '../../sinks/smtp-secrets.ts';
import type { CommandContext } from '../command.ts';

/**
 * The mail server of sosent.yaml. Throws SOS613 where there is none, SOS614 where a password would travel unencrypted,
 * SOS617 where a login has none.
 */
export function requireServer({ env }: CommandContext, { event, locate }: EventFolder): SmtpSettings {
  const { smtp } = event.emails;
  if (smtp === undefined) {
    throw failure('SOS613', 'sosent.yaml names no mail server.', {
      hint: 'Add under emails: smtp: { host: smtp.example.org, user: post@example.org }. docs/sending.md says more.',
    });
  }
  if (smtp.security === 'none' && smtp.user !== '' && !isThisMachine(smtp.host)) {
    throw failure('SOS614', `The password of ${smtp.user} would travel to ${smtp.host} unencrypted.`, {
      location: locate(['emails', 'smtp', 'security']),
      hint: 'Leave out security, or write starttls (port 587) or tls (port 465).',
    });
  }
  if (smtp.user !== '' && !env[PASSWORD] && smtp.passwordCommand === '') {
    throw failure('SOS617', `There is no password for ${smtp.user} at ${smtp.host}.`, {
      location: locate(['emails', 'smtp', 'user']),
      hint: `Put it in the environment variable ${PASSWORD}, or name the command that tells it as passwordCommand.`,
    });
  }
  return smtp;
}

export function findUnencrypted({ security, host }: SmtpSettings): Problem[] {
  if (security !== 'none' || isThisMachine(host)) return [];
  return [problem('SOS629', `Mail to ${host} travels unencrypted.`, { hint: 'Write security: starttls.' })];
}

function isThisMachine(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i.test(host);
}

/** Times of records by the clock of the command, waits by one that never goes back. */
export function sendTime({ clock }: CommandContext): SendTime {
  return {
    now: () => clock.now(),
    elapsed: () => performance.now(),
    wait: (ms) => setTimeout(ms),
  };
}
