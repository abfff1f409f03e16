import { withEveryExtra } from '../../core/every-extra.ts';
import { gatherFacts, type MailingFacts } from '../../core/mail/facts.ts';
import { type MailingPlan, planMailing, type Recipient } from '../../core/mail/plan-mailing.ts';
import { failure, SosentError } from '../../errors.ts';
import { type AttachmentFolder, openAttachments } from '../../folder/attachments.ts';
import { readAttendees } from '../../folder/attendees.ts';
import { requireSound } from '../../folder/data-file.ts';
import type { EventFolder } from '../../folder/event-folder.ts';
import { readMailTemplates } from '../../folder/mail-templates.ts';
import { readPins } from '../../folder/pins.ts';
import { readPlacements, readPublished } from '../../folder/placements.ts';
import type { Mailing } from '../../model/mailing.ts';
import type { Problem } from '../../model/problem.ts';
import type { AttachedFile } from '../../render/emails/attachment-files.ts';
import { attachmentFindings } from '../../render/emails/attachment-findings.ts';
import { type AttachmentContent, composeMessage } from '../../render/emails/compose-message.ts';
import {
  type MailingTexts,
  type Message,
  prepareMailing,
  renderEach,
} from '../../render/emails/render-mailing.ts';
import { type MailingTally, tallyMessages } from '../../render/emails/tally.ts';
import { tellsPlaces } from '../../render/emails/tells-places.ts';
import { type MessageWarning, warningsOf } from '../../render/emails/warnings.ts';
import { type BadgeMaker, openBadgeMaker } from './badges.ts';

/** A mailing whose every message was made once, so that none of them can fail for a template or a missing file. */
export interface MailingContent {
  readonly plan: MailingPlan;
  readonly tally: MailingTally;
  /** Whether it says where people have places. */
  readonly tellsPlaces: boolean;
  /** The same message and bytes whenever it is asked for. */
  readonly compose: (recipient: Recipient) => Promise<ComposedMessage>;
}

export interface ComposedMessage {
  readonly message: Message;
  readonly warnings: readonly MessageWarning[];
  /** MIME, without `Date`. */
  readonly bytes: Uint8Array;
}

/** What the event folder holds for mailings. */
export async function readMailingFacts(folder: EventFolder): Promise<MailingFacts> {
  return gatherFacts(folder.event, {
    attendees: withEveryExtra(requireSound(await readAttendees(folder))),
    pins: (await readPins(folder)).value,
    placements: requireSound(await readPlacements(folder)),
    published: requireSound(await readPublished(folder)),
  });
}

/**
 * Plans a mailing and makes each of its messages once. Throws everything that is wrong with it: SOS550 where it tells
 * places and there is no plan, what `planMailing` and `renderMailing` throw, and SOS631 for files that cannot be attached.
 */
export async function openMailing(
  folder: EventFolder,
  mailing: Mailing,
  facts: MailingFacts,
): Promise<MailingContent> {
  const files = openAttachments(folder);
  const texts = await readTexts(folder, mailing, files);
  const isOfPlaces = tellsPlaces(mailing, texts.templates);
  if (isOfPlaces && facts.placements === undefined) {
    throw failure('SOS550', 'Nobody has a place yet, so there is nothing to tell the attendees.', {
      hint: 'Run `sosent assign` first.',
    });
  }
  const plan = planMailing(mailing, facts);
  const renderer = prepareMailing(folder.event, plan, texts);
  const badges = await openBadges(folder, plan, facts);
  const sizeOf = (file: AttachedFile): number => {
    if (file.path === '') return badges?.size ?? 0;
    const found = files.find(file.path);
    return 'size' in found ? found.size : 0;
  };
  const warn = (message: Message): readonly MessageWarning[] =>
    warningsOf(message, { tellsPlaces: isOfPlaces, sizeOf });

  const tally = tallyMessages();
  const findings = attachmentFindings({ mailing, find: files.find, sizeOf });
  const problems: Problem[] = [];
  try {
    renderEach(plan, renderer, (message) => {
      tally.add(message, warn(message));
      findings.look(message);
    });
  } catch (error) {
    if (!(error instanceof SosentError)) throw error;
    problems.push(...error.problems);
  }
  problems.push(...findings.problems(texts.locateAttachment));
  if (problems.length > 0) throw new SosentError(problems);

  const contentOf = contentReader(plan, files, badges?.maker);
  return {
    plan,
    tally: tally.total(),
    tellsPlaces: isOfPlaces,
    compose: async (recipient) => {
      const message = renderer.render(recipient);
      const bytes = await composeMessage(plan, message, await contentOf(message));
      return { message, warnings: warn(message), bytes };
    },
  };
}

async function readTexts(
  folder: EventFolder,
  mailing: Mailing,
  files: AttachmentFolder,
): Promise<MailingTexts> {
  const path = ['emails', 'mailings', folder.event.emails.mailings.indexOf(mailing)];
  return {
    templates: await readMailTemplates(folder, mailing.template),
    locateSubject: (language) => folder.locate([...path, 'subject', language]),
    locateAttachment: (index) => folder.locate([...path, 'attachments', index]),
    isThere: (file) => file === '' || 'size' in files.find(file),
  };
}

/** Every badge of the mailing is laid out once; the size of the first stands for all. */
async function openBadges(
  folder: EventFolder,
  { mailing, recipients }: MailingPlan,
  { attendees }: MailingFacts,
): Promise<{ readonly maker: BadgeMaker; readonly size: number } | undefined> {
  const [first] = recipients;
  if (first === undefined || mailing.attachments.every((one) => one.file !== '')) return undefined;
  const maker = await openBadgeMaker(folder, attendees);
  maker.requireSound(recipients.map((one) => one.attendee));
  return { maker, size: maker.pdf(first.attendee).length };
}

/** A file that everybody gets is read once; one of a single person is not kept. */
function contentReader(
  { mailing }: MailingPlan,
  files: AttachmentFolder,
  badges: BadgeMaker | undefined,
): (message: Message) => Promise<readonly AttachmentContent[]> {
  const common = new Set(
    mailing.attachments.filter((one) => !one.file.includes('{{')).map((one) => one.file),
  );
  const kept = new Map<string, Promise<Uint8Array>>();
  const read = (path: string): Promise<Uint8Array> => {
    const found = kept.get(path) ?? files.read(path);
    if (common.has(path)) kept.set(path, found);
    return found;
  };
  return (message) =>
    Promise.all(
      message.attachments.map(async ({ path, name }) => ({
        name,
        content:
          path === '' && badges !== undefined ? badges.pdf(message.recipient.attendee) : await read(path),
      })),
    );
}
