import { createHash } from 'node:crypto';
import { isAddress } from '../core/mail/address.ts';
import { isCalled } from '../core/mail/choose-recipients.ts';
import { problemOfStop } from '../core/mail/send-problems.ts';
import { stampMessage } from '../core/mail/send-stamp.ts';
import { EXIT, failure, SosentError } from '../errors.ts';
import { openEvent } from '../folder/event-folder.ts';
import type { SmtpSettings } from '../model/smtp-settings.ts';
import { type Delivery, MailStop } from '../ports.ts';
import { safeText } from '../render/terminal/safe-text.ts';
import { smtpTransport } from '../sinks/smtp.ts';
import { readSecrets } from '../sinks/smtp-secrets.ts';
import type { CommandContext, Outcome } from './command.ts';
import { type PreparedMailing, type PreparedMessage, prepareMailing } from './emails/outgoing.ts';
import { findUnencrypted, requireServer } from './emails/server.ts';

export interface EmailsTestOptions {
  readonly to: string;
  /** Whose message it is: id, code, e-mail address or name. */
  readonly attendee?: string;
}

/**
 * `sosent emails test <mailing> --to me@example.org`: one message of the mailing, as its attendee would get it, to
 * another address. It is in no journal, so that the attendee still gets it.
 */
export async function runEmailsTest(
  context: CommandContext,
  named: string,
  options: EmailsTestOptions,
): Promise<Outcome> {
  const folder = await openEvent(context);
  const server = requireServer(context, folder);
  const address = options.to.trim();
  if (!isAddress(address)) {
    throw failure('SOS101', `--to: "${options.to}" is not one e-mail address.`, {
      hint: 'Write it as --to me@example.org.',
    });
  }
  const prepared = await prepareMailing(folder, named);
  const sample = requireSample(prepared, options.attendee);
  const secrets = await readSecrets(server, context.env, folder);
  const date = context.clock.now();
  const messageId = idOfSample(sample, date);
  const { bytes } = await sample.compose({ address, messageId });
  const message = stampMessage(bytes, { date, messageId, version: 0 });
  await deliver(server, {
    transport: smtpTransport(server, secrets),
    letter: { from: prepared.plan.from.address, to: address, message, ready: Promise.resolve() },
  });
  const whose = sample.person.name || sample.attendee;
  return {
    result: { mailing: prepared.plan.mailing.id, attendee: sample.attendee, to: address, messageId },
    text: [
      context.paint.green(`Sent to ${safeText(address)}: the message of ${safeText(whose)}.`),
      `  Subject   ${safeText(await sample.subject())}`,
      'Nobody else got anything, and the journal knows nothing of it.',
    ].join('\n'),
    problems: [...folder.problems, ...findUnencrypted(server)],
    exit: EXIT.done,
  };
}

function requireSample({ messages, plan }: PreparedMailing, wanted: string | undefined): PreparedMessage {
  const found = messages.filter(({ person }) => wanted === undefined || isCalled(person, wanted));
  const [first, second] = found;
  if (first === undefined) {
    throw failure('SOS101', notFound(plan.mailing.id, wanted), {
      hint: 'Name somebody who gets this mailing by id, code, e-mail address or name.',
    });
  }
  if (wanted !== undefined && second !== undefined) {
    const codes = found.slice(0, 5).map((one) => one.person.code);
    throw failure('SOS101', `"${wanted}" is the name of ${found.length} attendees.`, {
      hint: `Name one by code: ${codes.join(', ')}.`,
    });
  }
  return first;
}

function notFound(mailing: string, wanted: string | undefined): string {
  return wanted === undefined
    ? `Nobody gets the mailing ${mailing}.`
    : `"${wanted}" is nobody who gets the mailing ${mailing}.`;
}

/** Another one each time, or a second sample would be taken for the first. */
function idOfSample({ messageId }: PreparedMessage, date: Date): string {
  const key = createHash('sha256').update(`${messageId} ${date.toISOString()}`).digest('hex').slice(0, 32);
  return messageId.replace(/^<[^@]*/, `<test-${key}`);
}

async function deliver(
  server: SmtpSettings,
  {
    transport,
    letter,
  }: {
    readonly transport: ReturnType<typeof smtpTransport>;
    readonly letter: Parameters<Awaited<ReturnType<typeof transport.open>>['send']>[0];
  },
): Promise<void> {
  try {
    const connection = await transport.open();
    const delivery = await connection.send(letter);
    connection.close();
    if (delivery.state !== 'sent') throw refusal(delivery, letter.to, server);
  } catch (error) {
    if (!(error instanceof MailStop)) throw error;
    throw new SosentError([problemOfStop({ reason: error.reason, detail: error.message }, server)]);
  }
}

function refusal({ state, reply, stop }: Delivery, to: string, server: SmtpSettings): Error {
  if (stop !== undefined) return new SosentError([problemOfStop({ reason: stop, detail: reply }, server)]);
  if (state === 'lost' || state === 'unknown') {
    return new SosentError([problemOfStop({ reason: 'losses', detail: reply }, server)]);
  }
  const why = state === 'failed' ? 'refuses' : 'does not take just now';
  return failure('SOS622', `${server.host} ${why} the message to ${to}: ${reply.replace(/\.$/, '')}.`, {
    hint: 'The server says why; an address of your own at another provider may tell more.',
  });
}
