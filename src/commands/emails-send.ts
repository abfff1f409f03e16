import { type Outgoing, type SendReport, sendMailing } from '../core/mail/send-mailing.ts';
import { failure } from '../errors.ts';
import { openEvent } from '../folder/event-folder.ts';
import { withLock } from '../folder/lock.ts';
import { openMailJournal } from '../folder/mail-journal.ts';
import { renderSendProgress } from '../render/terminal/sending.ts';
import { smtpTransport } from '../sinks/smtp.ts';
import { readSecrets } from '../sinks/smtp-secrets.ts';
import type { CommandContext, Outcome } from './command.ts';
import { askConsent } from './emails/confirm.ts';
import { prepareMailing } from './emails/outgoing.ts';
import { type EmailsSendOptions, getReady, type Ready } from './emails/ready.ts';
import { outcomeOf } from './emails/send-outcome.ts';
import { requireServer, sendTime } from './emails/server.ts';

export type { EmailsSendOptions };

/**
 * `sosent emails send <mailing>`: sends a mailing to everybody of its audience who has not got it, after somebody
 * confirmed the number. Whatever happens meanwhile, nobody gets it twice: data/mail-journal.jsonl knows.
 */
export async function runEmailsSend(
  context: CommandContext,
  named: string,
  options: EmailsSendOptions,
): Promise<Outcome> {
  const folder = await openEvent(context);
  const server = requireServer(context, folder);
  const command = `emails send ${named}`;
  return withLock(
    folder,
    command,
    async () => {
      const prepared = await prepareMailing(folder, named);
      const ready = await getReady({ context, folder, options, server, prepared });
      const refused = await askConsent(ready);
      if (refused !== undefined) return refused;
      if (ready.choice.chosen.length === 0) return outcomeOf(ready, NOTHING);
      return outcomeOf(ready, await send(ready));
    },
    '.lock-emails',
  );
}

const NOTHING: SendReport = { sent: 0, unsent: [], untried: [], stop: undefined, interrupted: false };

async function send(ready: Ready): Promise<SendReport> {
  const { context, folder, server, prepared, journal, choice } = ready;
  const { id } = prepared.plan.mailing;
  const standings = journal.of(id);
  const secrets = await readSecrets(server, context.env, folder);
  const writer = await openMailJournal(folder);
  const time = sendTime(context);
  try {
    const fresh = choice.chosen.filter((one) => !standings.has(one.attendee));
    const at = context.clock.now();
    for (let from = 0; from < fresh.length; from += PLANNED_AT_ONCE) {
      const some = fresh.slice(from, from + PLANNED_AT_ONCE);
      await writer.append(
        some.map(({ attendee }) => ({ at: at.toISOString(), mailing: id, attendee, state: 'planned' })),
      );
    }
    return await sendMailing({
      mailing: id,
      from: prepared.plan.from.address,
      outgoing: {
        length: choice.chosen.length,
        at(index): Outgoing | undefined {
          const one = choice.chosen[index];
          return one && { ...one, version: standings.get(one.attendee)?.timesSent ?? 0 };
        },
      },
      transport: smtpTransport(server, secrets),
      journal: writer,
      limits: server,
      time,
      recent: journal.attemptsSince(0).map((one) => at.getTime() - one),
      isInterrupted: context.takeInterrupt(),
      report: throttled(context, time.elapsed),
    });
  } catch (error) {
    throw journalFailure(error) ?? error;
  } finally {
    await writer.close();
  }
}

const PLANNED_AT_ONCE = 1_000;
/** Milliseconds between two lines of progress. */
const PROGRESS_EVERY = 100;

function throttled(
  { terminal }: CommandContext,
  elapsed: () => number,
): Parameters<typeof sendMailing>[0]['report'] {
  let last = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const now = elapsed();
    if (now - last < PROGRESS_EVERY) return;
    last = now;
    terminal.progress(renderSendProgress(progress));
  };
}

/** What the file system says while the journal grows. */
function journalFailure(error: unknown): Error | undefined {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === undefined || !/^E[A-Z]+$/.test(code)) return undefined;
  return failure('SOS628', `data/mail-journal.jsonl cannot be written (${code}); sending stopped.`, {
    hint: 'Free space on the disk, then run the same command again. `sosent emails status` says where it stands.',
  });
}
