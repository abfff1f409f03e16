import { join } from 'node:path';
import { findKnownAbsences } from '../core/assign/known-absences.ts';
import { findAwayAllDay } from '../core/assign/presence.ts';
import { findStalePlan } from '../core/check/find-findings.ts';
import { withEveryExtra } from '../core/every-extra.ts';
import { type MailingPlan, planMailing } from '../core/mail/plan-mailing.ts';
import { EXIT, failure } from '../errors.ts';
import { readAttendees } from '../folder/attendees.ts';
import { requireSound } from '../folder/data-file.ts';
import { type EventFolder, openEvent } from '../folder/event-folder.ts';
import { readMailTemplates } from '../folder/mail-templates.ts';
import { readPins } from '../folder/pins.ts';
import { readPlacements } from '../folder/placements.ts';
import type { Mailing } from '../model/event.ts';
import type { Placement } from '../model/placement.ts';
import { composeMessage } from '../render/emails/compose-message.ts';
import { findMailingProblems } from '../render/emails/findings.ts';
import { renderPreviewPage } from '../render/emails/preview-page.ts';
import {
  countWarnings,
  type MailingTexts,
  type Message,
  renderMailing,
} from '../render/emails/render-mailing.ts';
import { countLanguages, renderMailingSummary } from '../render/terminal/mailing.ts';
import { type OutputFile, replaceOutputFolder } from '../sinks/output-files.ts';
import type { CommandContext, Outcome } from './command.ts';

/**
 * `sosent emails preview [mailing]`: every message of one mailing (of all, where none is named) as `.eml` in
 * out/emails/<mailing>/, with a page to leaf through them. Nothing is sent, and nothing is written where any
 * template has a mistake.
 */
export async function runEmailsPreview(context: CommandContext, named: string | undefined): Promise<Outcome> {
  const folder = await openEvent(context);
  const { event } = folder;
  const mailings = requireMailings(folder, named);
  const attendees = withEveryExtra(requireSound(await readAttendees(folder)));
  const placements = await requirePlacements(folder);

  const isAbsent = findKnownAbsences(event, attendees, (await readPins(folder)).value);

  const rendered: RenderedMailing[] = [];
  for (const mailing of mailings) {
    const plan = planMailing(event, mailing, attendees, placements, isAbsent);
    const messages = renderMailing(event, plan, await readTexts(folder, mailing));
    rendered.push({ plan, messages, folder: `out/emails/${mailing.id}` });
  }
  for (const { plan, messages, folder: target } of rendered) {
    context.terminal.progress(`Writing ${messages.length} messages ...`);
    const page = renderPreviewPage(event, plan, messages, fileOf);
    await replaceOutputFolder(join(folder.root, target), [
      ...(await composeAll(plan, messages)),
      { path: PAGE, content: page },
    ]);
  }

  const shown = (path: string): string => join(folder.shownRoot, path);
  const coming = attendees.filter((one) => one.status === 'registered');
  const summaries = rendered.map((one) =>
    renderMailingSummary(
      { ...one, folder: shown(one.folder), page: shown(join(one.folder, PAGE)) },
      context.paint,
    ),
  );
  return {
    result: { mailings: rendered.map(describe) },
    text: [...summaries, 'Nothing was sent.'].join('\n\n'),
    problems: [
      ...folder.problems,
      ...findStalePlan(coming, placements, findAwayAllDay(event, isAbsent)),
      ...rendered.flatMap(({ plan, messages, folder: target }) =>
        findMailingProblems(plan, messages, shown(join(target, PAGE))),
      ),
    ],
    exit: EXIT.done,
  };
}

const PAGE = 'index.html';

interface RenderedMailing {
  readonly plan: MailingPlan;
  readonly messages: readonly Message[];
  /** From the event folder, with `/`. */
  readonly folder: string;
}

export function requireMailings({ event }: EventFolder, named: string | undefined): readonly Mailing[] {
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

export async function requirePlacements(folder: EventFolder): Promise<readonly Placement[]> {
  const placements = requireSound(await readPlacements(folder));
  if (placements !== undefined) return placements;
  throw failure('SOS550', 'Nobody has a place yet, so there is nothing to tell the attendees.', {
    hint: 'Run `sosent assign` first.',
  });
}

export async function readTexts(folder: EventFolder, mailing: Mailing): Promise<MailingTexts> {
  const position = folder.event.emails.mailings.indexOf(mailing);
  return {
    templates: await readMailTemplates(folder, mailing.template),
    locateSubject: (language) => folder.locate(['emails', 'mailings', position, 'subject', language]),
  };
}

async function composeAll(plan: MailingPlan, messages: readonly Message[]): Promise<readonly OutputFile[]> {
  const files: OutputFile[] = [];
  for (const message of messages) {
    files.push({ path: fileOf(message), content: await composeMessage(plan, message) });
  }
  return files;
}

function fileOf(message: Message): string {
  return `${message.recipient.fileName}.eml`;
}

function describe({ plan, messages, folder }: RenderedMailing): object {
  return {
    mailing: plan.mailing.id,
    template: plan.mailing.template,
    folder,
    index: `${folder}/${PAGE}`,
    from: plan.from,
    replyTo: plan.replyTo ?? null,
    messages: messages.length,
    languages: countLanguages(messages),
    warnings: countWarnings(messages),
    leftOut: plan.leftOut.map(({ attendee, reason }) => ({ attendee: attendee.id, reason })),
  };
}
