import { join, parse, relative, resolve } from 'node:path';
import { foldJournal } from '../../core/mail/journal.ts';
import type { SendReport } from '../../core/mail/send-mailing.ts';
import { findUnsent, problemOfStop } from '../../core/mail/send-problems.ts';
import { EXIT, type ExitStatus, problem } from '../../errors.ts';
import { readMailJournal } from '../../folder/mail-journal.ts';
import type { Problem } from '../../model/problem.ts';
import type { SmtpSettings } from '../../model/smtp-settings.ts';
import { renderFailedMails } from '../../render/failed-mails.ts';
import { safeText } from '../../render/terminal/safe-text.ts';
import { people, renderSendReport } from '../../render/terminal/sending.ts';
import { writeOutputFiles } from '../../sinks/output-files.ts';
import type { Outcome } from '../command.ts';
import { countSkipped, type Ready } from './ready.ts';
import { findUnencrypted } from './server.ts';

/** What a run came to, in words and for `--json`; writes the table of those who did not get it, where one is asked for. */
export async function outcomeOf(ready: Ready, report: SendReport): Promise<Outcome> {
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
      ...outdatedProblems(ready),
      ...stopProblems(report, server),
    ],
    exit,
  };
}

/** Whoever has an older version is not served by the usual run: nobody should think that all were told. */
function outdatedProblems({ choice, prepared }: Ready): Problem[] {
  const { outdated = 0 } = countSkipped(choice);
  if (outdated === 0) return [];
  const { id } = prepared.plan.mailing;
  const message = `${id}: ${people(outdated)} ${outdated === 1 ? 'has' : 'have'} it as it was before, and would read something else today.`;
  return [
    problem('SOS642', message, { hint: `\`sosent emails send ${id} --changed\` sends it to exactly them.` }),
  ];
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
