import { join, parse, relative, resolve } from 'node:path';
import { mailboxText } from '../core/mail/address.ts';
import { type ChosenRecipients, chooseRecipients, type SkipReason } from '../core/mail/choose-recipients.ts';
import { foldJournal, type JournalFold } from '../core/mail/journal.ts';
import { hashOf, type Outgoing, type SendReport, sendMailing } from '../core/mail/send-mailing.ts';
import { findUnsent, problemOfStop } from '../core/mail/send-problems.ts';
import { EXIT, type ExitStatus, failure, problem } from '../errors.ts';
import { type EventFolder, openEvent } from '../folder/event-folder.ts';
import { withLock } from '../folder/lock.ts';
import { openMailJournal, readMailJournal } from '../folder/mail-journal.ts';
import type { Problem } from '../model/problem.ts';
import type { SmtpSettings } from '../model/smtp-settings.ts';
import { renderFailedMails } from '../render/failed-mails.ts';
import { safeText } from '../render/terminal/safe-text.ts';
import {
  people,
  renderSendProgress,
  renderSendReport,
  renderSendSummary,
} from '../render/terminal/sending.ts';
import { writeOutputFiles } from '../sinks/output-files.ts';
import { smtpTransport } from '../sinks/smtp.ts';
import { readSecrets } from '../sinks/smtp-secrets.ts';
import type { CommandContext, Outcome } from './command.ts';
import { type PreparedMailing, type PreparedMessage, prepareMailing } from './emails/outgoing.ts';
import { findUnencrypted, requireServer, sendTime } from './emails/server.ts';

export interface EmailsSendOptions {
  /** The number of recipients that a script counts on. */
  readonly expect?: number;
  readonly changed?: boolean;
  readonly resendUnknown?: boolean;
  readonly retryFailed?: boolean;
  /** Where a table of those who did not get it goes. */
  readonly failed?: string;
}

/** Everything that is known before the first message leaves. */
interface Ready {
  readonly context: CommandContext;
  readonly folder: EventFolder;
  readonly options: EmailsSendOptions;
  readonly server: SmtpSettings;
  readonly prepared: PreparedMailing;
  readonly journal: JournalFold;
  readonly choice: ChosenRecipients<PreparedMessage>;
  readonly summary: string;
}

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
  const prepared = await prepareMailing(folder, named);
  const command = `emails send ${named}`;
  return withLock(
    folder,
    command,
    async () => {
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

async function getReady(known: Omit<Ready, 'journal' | 'choice' | 'summary'>): Promise<Ready> {
  const { context, folder, options, server, prepared } = known;
  const { plan, messages } = prepared;
  const keep = context.clock.now().getTime() - (server.rate?.per ?? 0);
  const journal = foldJournal(keep);
  await readMailJournal(folder, journal.add);
  const choice = await chooseRecipients(
    messages,
    journal.of(plan.mailing.id),
    {
      changed: options.changed ?? false,
      resendUnknown: options.resendUnknown ?? false,
      retryFailed: options.retryFailed ?? false,
    },
    async (message) => hashOf(await message.compose()),
  );
  const summary = renderSendSummary(
    {
      mailing: plan.mailing.id,
      recipients: choice.chosen.length,
      from: mailboxText(plan.from),
      replyTo: plan.replyTo && mailboxText(plan.replyTo),
      server,
      subjects: [...new Set(choice.chosen.slice(0, FIRST_FEW).map((one) => one.subject()))],
      leftOut: plan.leftOut.map(({ attendee }) => attendee.name || attendee.id),
      skipped: countSkipped(choice),
    },
    context.paint,
  );
  return { ...known, journal, choice, summary };
}

const FIRST_FEW = 3;

function countSkipped({ skipped }: ChosenRecipients<unknown>): Partial<Record<SkipReason, number>> {
  const counts: Partial<Record<SkipReason, number>> = {};
  for (const { reason } of skipped) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

/** Undefined where the mailing may go; else what to tell. Throws SOS616 where a script expects another number. */
async function askConsent({ context, options, choice, summary }: Ready): Promise<Outcome | undefined> {
  const count = choice.chosen.length;
  const { expect } = options;
  if (expect !== undefined && expect !== count) {
    const { sent = 0 } = countSkipped(choice);
    const already = sent === 0 ? '' : ` ${people(sent)} already ${sent === 1 ? 'has' : 'have'} it.`;
    throw failure(
      'SOS616',
      `${people(count)} would get the mail now, and ${expect} were expected.${already} Nothing was sent.`,
      { hint: `Look at the list with \`sosent emails preview\`, then say --expect ${count}.` },
    );
  }
  if (count === 0 || (context.yes && expect !== undefined)) return undefined;
  const { prompt } = context;
  if (prompt !== undefined) {
    const answer = await prompt.input(`Type ${count} to send it, anything else to stop:`, '', summary);
    if (answer.trim() === String(count)) return undefined;
    throw failure('SOS615', 'Nothing was sent.', {
      hint: 'Look at everything with `sosent emails preview`.',
    });
  }
  return {
    result: { recipients: count, sent: 0 },
    text: summary,
    problems: [
      problem('SOS615', 'Nothing was sent: nobody is here to confirm the number.', {
        hint: `If the list above is right: --yes --expect ${count}.`,
      }),
    ],
    exit: EXIT.refused,
  };
}

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

async function outcomeOf(ready: Ready, report: SendReport): Promise<Outcome> {
  const { context, folder, options, server, prepared, choice } = ready;
  const { mailing, leftOut } = prepared.plan;
  const before = choice.skipped.flatMap(({ recipient, reason }) =>
    reason === 'unknown' || reason === 'failed'
      ? [{ attendee: recipient.attendee, state: reason, reply: '' }]
      : [],
  );
  const names = new Map(prepared.messages.map(({ attendee, person }) => [attendee, person.name || attendee]));
  const file = await writeFailed(ready, options.failed);
  const exit = exitOf(report, before.length);
  const done = renderSendReport(mailing.id, report, context.paint);
  return {
    result: {
      mailing: mailing.id,
      recipients: choice.chosen.length,
      sent: report.sent,
      unsent: report.unsent,
      untried: report.untried.length,
      skipped: countSkipped(choice),
      leftOut: leftOut.map(({ attendee, reason }) => ({ attendee: attendee.id, reason })),
      stopped: report.stop?.reason ?? null,
      interrupted: report.interrupted,
      failed: file ?? null,
    },
    text: [
      ready.summary,
      choice.chosen.length === 0 ? 'Nobody is left to send it to.' : done,
      ...(file === undefined ? [] : [`${safeText(file)}  those who did not get it, and why`]),
    ].join('\n\n'),
    problems: [
      ...folder.problems,
      ...findUnencrypted(server),
      ...findUnsent({
        mailing: mailing.id,
        unsent: [...report.unsent, ...before],
        nameOf: (id) => names.get(id) ?? id,
      }),
      ...stopProblems(report, server),
    ],
    exit,
  };
}

function stopProblems({ stop }: SendReport, server: SmtpSettings): Problem[] {
  return stop === undefined ? [] : [problemOfStop(stop, server)];
}

function exitOf({ stop, interrupted, unsent }: SendReport, before: number): ExitStatus {
  if (stop !== undefined) return EXIT.outsideFailed;
  if (interrupted) return EXIT.interrupted;
  return unsent.length + before > 0 ? EXIT.findings : EXIT.done;
}

/** The table of those who did not get it, as the journal now has it. Gives back its path as shown. */
async function writeFailed(
  { context, folder, prepared }: Ready,
  path: string | undefined,
): Promise<string | undefined> {
  if (path === undefined) return undefined;
  const journal = foldJournal();
  await readMailJournal(folder, journal.add);
  const people = new Map(prepared.messages.map((one) => [one.attendee, one.person]));
  const standings = [...journal.of(prepared.plan.mailing.id).values()].filter(
    ({ state, attendee }) => ['failed', 'deferred', 'unknown'].includes(state) && people.has(attendee),
  );
  const { dir, base } = parse(resolve(context.cwd, path));
  await writeOutputFiles(dir, [
    { path: base, content: renderFailedMails(standings, (id) => people.get(id)) },
  ]);
  return relative(context.cwd, join(dir, base));
}
