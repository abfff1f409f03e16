import { join } from 'node:path';
import { findAwayAllDay } from '../core/assign/presence.ts';
import { findStalePlan } from '../core/check/find-findings.ts';
import { chooseRecipients, type RecipientChoice } from '../core/mail/choose-recipients.ts';
import type { MailingFacts } from '../core/mail/facts.ts';
import type { Recipient } from '../core/mail/plan-mailing.ts';
import { EXIT, failure } from '../errors.ts';
import { type EventFolder, openEvent } from '../folder/event-folder.ts';
import type { Mailing } from '../model/mailing.ts';
import type { Problem } from '../model/problem.ts';
import { findMailingProblems } from '../render/emails/findings.ts';
import {
  PREVIEWS_PER_PAGE,
  type PreviewedMessage,
  previewPageName,
  renderPreviewPage,
} from '../render/emails/preview-page.ts';
import { renderMailingSummary } from '../render/terminal/mailing.ts';
import { type OutputFile, replaceOutputFolder } from '../sinks/output-files.ts';
import type { CommandContext, Outcome } from './command.ts';
import { type MailingContent, openMailing, readMailingFacts } from './emails/content.ts';

/** Whose messages are written; all of a mailing's are made and looked at in any case. */
export type PreviewOptions = RecipientChoice;

/**
 * `sosent emails preview [mailing]`: every message of one mailing (of all, where none is named) as `.eml` in
 * out/emails/<mailing>/, with a page to leaf through them. Nothing is sent, and nothing is written where any
 * template has a mistake or a file is missing.
 */
export async function runEmailsPreview(
  context: CommandContext,
  named: string | undefined,
  options: PreviewOptions = {},
): Promise<Outcome> {
  const folder = await openEvent(context);
  const facts = await readMailingFacts(folder);
  const previews: Preview[] = [];
  for (const mailing of requireMailings(folder, named)) {
    const content = await openMailing(folder, mailing, facts);
    const chosen = chooseRecipients(content.plan, options);
    previews.push({ content, chosen, folder: `out/emails/${mailing.id}` });
  }
  for (const preview of previews) {
    context.terminal.progress(`Writing ${preview.chosen.length} messages ...`);
    await replaceOutputFolder(join(folder.root, preview.folder), filesOf(folder, preview));
  }

  const shown = (path: string): string => join(folder.shownRoot, path);
  const summaries = previews.map((one) =>
    renderMailingSummary(
      {
        ...one.content,
        written: one.chosen.length,
        folder: shown(one.folder),
        page: shown(pageOf(one)),
      },
      context.paint,
    ),
  );
  return {
    result: { mailings: previews.map(describe) },
    text: [...summaries, 'Nothing was sent.'].join('\n\n'),
    problems: [
      ...folder.problems,
      ...findOutdated(facts, previews),
      ...previews.flatMap((one) =>
        findMailingProblems(one.content.plan, one.content.tally, shown(pageOf(one))),
      ),
    ],
    exit: EXIT.done,
  };
}

interface Preview {
  readonly content: MailingContent;
  /** Those whose messages are written. */
  readonly chosen: readonly Recipient[];
  /** From the event folder, with `/`. */
  readonly folder: string;
}

function pageOf({ folder }: Preview): string {
  return `${folder}/${previewPageName(1)}`;
}

/** The mailing that is named, else all. Throws SOS601. */
function requireMailings({ event }: EventFolder, named: string | undefined): readonly Mailing[] {
  const { mailings } = event.emails;
  if (mailings.length === 0) {
    throw failure('SOS601', 'sosent.yaml names no mailing.', {
      hint: 'Add under emails: mailings: [{ id: your-sessions, subject: "Your sessions" }]',
    });
  }
  const chosen = named === undefined ? mailings : mailings.filter((one) => one.id === named);
  if (chosen.length > 0) return chosen;
  throw failure('SOS601', `There is no mailing "${named}".`, {
    hint: `In sosent.yaml: ${mailings.map((one) => one.id).join(', ')}.`,
  });
}

/** Each message, and after so many the page that shows them: no more than these are in memory at once. */
async function* filesOf(folder: EventFolder, { content, chosen }: Preview): AsyncGenerator<OutputFile> {
  const { plan, tally } = content;
  const pages = Math.max(1, Math.ceil(chosen.length / PREVIEWS_PER_PAGE));
  for (let page = 1; page <= pages; page += 1) {
    const messages: PreviewedMessage[] = [];
    for (const recipient of chosen.slice((page - 1) * PREVIEWS_PER_PAGE, page * PREVIEWS_PER_PAGE)) {
      const { bytes, ...rest } = await content.compose(recipient);
      const file = `${recipient.fileName}.eml`;
      messages.push({ ...rest, file });
      yield { path: file, content: bytes };
    }
    yield {
      path: previewPageName(page),
      content: renderPreviewPage(folder.event, plan, { messages, tally, page, pages }),
    };
  }
}

/** Whether the plan fits the registrations: asked where a mailing speaks of it. */
function findOutdated(facts: MailingFacts, previews: readonly Preview[]): readonly Problem[] {
  if (!previews.some((one) => one.content.tellsPlaces)) return [];
  const coming = facts.attendees.filter((one) => one.status === 'registered');
  return findStalePlan(coming, facts.placements, findAwayAllDay(facts.event, facts.isAbsent));
}

function describe(preview: Preview): object {
  const { content, chosen, folder } = preview;
  const { plan, tally } = content;
  return {
    mailing: plan.mailing.id,
    template: plan.mailing.template,
    folder,
    index: pageOf(preview),
    from: plan.from,
    replyTo: plan.replyTo ?? null,
    messages: tally.messages,
    written: chosen.length,
    languages: tally.languages,
    warnings: tally.warnings,
    outside: plan.outside,
    leftOut: plan.leftOut.map(({ attendee, reason }) => ({ attendee: attendee.id, reason })),
  };
}
