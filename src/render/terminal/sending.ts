import type { ChalkInstance } from 'chalk';
import type { SkipReason } from '../../core/mail/choose-to-send.ts';
import type { SendProgress, SendReport } from '../../core/mail/send-mailing.ts';
import type { SmtpSettings } from '../../model/smtp-settings.ts';
import { safeText } from './safe-text.ts';

/** What somebody looks at before they let a mailing go. */
export interface SendSummary {
  readonly mailing: string;
  readonly recipients: number;
  /** `Name <address>`. */
  readonly from: string;
  readonly replyTo: string | undefined;
  readonly server: SmtpSettings;
  /** Subjects of the first few. */
  readonly subjects: readonly string[];
  /** Names of those without a usable address. */
  readonly leftOut: readonly string[];
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
}

const WHY: Readonly<Record<SkipReason, string>> = {
  sent: 'have it already',
  outdated: 'have it as it was before (--changed)',
  unknown: 'may have it, nobody knows (--resend-unknown)',
  failed: 'were refused before (--retry-failed)',
  unchanged: 'have it as it is today',
  'never-sent': 'were never sent it (leave out --changed)',
};
const MOST_NAMES = 5;

export function renderSendSummary(summary: SendSummary, paint: ChalkInstance): string {
  const { mailing, recipients, from, replyTo, server, subjects, leftOut, skipped } = summary;
  const names = leftOut.slice(0, MOST_NAMES).map(safeText).join(', ');
  const rest = leftOut.length > MOST_NAMES ? ` and ${leftOut.length - MOST_NAMES} more` : '';
  return [
    paint.bold(`${mailing}: ${people(recipients)}`),
    `  From      ${safeText(from)}`,
    ...(replyTo === undefined ? [] : [`  Reply to  ${safeText(replyTo)}`]),
    `  Server    ${serverText(server)}`,
    ...(server.passwordCommand === '' ? [] : [`  Password  from \`${safeText(server.passwordCommand)}\``]),
    ...(server.rate === undefined ? [] : [`  Takes     ${limitText(server.rate, recipients)}`]),
    ...subjects.map((one, index) => `  ${index === 0 ? 'Subjects' : '        '}  ${safeText(one)}`),
    ...(leftOut.length === 0
      ? []
      : [paint.yellow(`  Left out  ${leftOut.length} without a usable address: ${names}${rest}`)]),
    ...Object.entries(skipped).map(([reason, count]) => `  Not now   ${count} ${WHY[reason as SkipReason]}`),
  ].join('\n');
}

export function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}

function serverText({ host, port, security, user }: SmtpSettings): string {
  const how = { starttls: 'encrypted', tls: 'encrypted', none: 'NOT encrypted' }[security];
  return `${host}, port ${port}, ${how}${user === '' ? '' : `, as ${safeText(user)}`}`;
}

function limitText({ messages, per }: { messages: number; per: number }, recipients: number): string {
  const least = Math.max(0, Math.ceil(recipients / messages) - 1) * per;
  const limit = `at most ${messages} in ${clock(per)}`;
  return least === 0 ? limit : `${clock(least)} at least, with ${limit}`;
}

/** `0:05`, `12:30`, `1:02:03`. */
export function clock(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return h === 0 ? `${m}:${two(s)}` : `${h}:${two(m)}:${two(s)}`;
}

/** One line about a run that is under way: how far, how fast, how long still. */
export function renderSendProgress(progress: SendProgress): string {
  const { total, sent, failed, unknown, waiting, elapsed, pause } = progress;
  const done = sent + failed + unknown;
  const rate = elapsed === 0 ? 0 : (done * 1000) / elapsed;
  const left = rate === 0 ? '' : `, ${clock(((total - done) * 1000) / rate)} left`;
  return [
    `Sent ${sent} of ${total}`,
    ...(failed === 0 ? [] : [`${failed} refused`]),
    ...(unknown === 0 ? [] : [`${unknown} unknown`]),
    ...(waiting === 0 ? [] : [`${waiting} to be tried again`]),
    pause > 0 ? `going on in ${clock(pause)}` : `${rate.toFixed(1)} a second${left}`,
  ].join(', ');
}

/** What a run came to, and what is left to do. */
export function renderSendReport(mailing: string, report: SendReport, paint: ChalkInstance): string {
  const { sent, unsent, untried, interrupted } = report;
  const count = (state: string): number => unsent.filter((one) => one.state === state).length;
  const parts = [
    `${sent} sent`,
    ...(['failed', 'deferred', 'unknown'] as const).flatMap((state) =>
      count(state) === 0 ? [] : [`${count(state)} ${STATES[state]}`],
    ),
    ...(untried.length === 0 ? [] : [`${untried.length} not tried yet`]),
  ];
  const whole = `${mailing}: ${parts.join(', ')}.`;
  return [
    unsent.length + untried.length === 0 ? paint.green(whole) : paint.yellow(whole),
    ...(interrupted ? ['Stopped by Ctrl-C, with nothing under way. Run the command again to go on.'] : []),
  ].join('\n');
}

export const STATES = {
  sent: 'sent',
  failed: 'refused',
  deferred: 'put off',
  unknown: 'unknown',
  planned: 'waiting',
} as const;
