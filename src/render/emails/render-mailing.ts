import { headerText } from '../../core/mail/address.ts';
import type { MailingPlan, Recipient } from '../../core/mail/plan-mailing.ts';
import { problem, SosentError } from '../../errors.ts';
import type { Event } from '../../model/event.ts';
import type { Mailing } from '../../model/mailing.ts';
import type { Location, Problem } from '../../model/problem.ts';
import { inLanguage, type Language } from '../../model/text.ts';
import { compileTemplate, type TemplateText } from '../templates/compile-template.ts';
import { type AttachedFile, prepareAttachment } from './attachment-files.ts';
import { type MessageView, viewMessage } from './message-view.ts';
import { tidyText, withoutControls } from './tidy-text.ts';

/** A template as it was found, see folder/mail-templates.ts. */
export interface MailTemplateSource extends TemplateText {
  readonly language: Language;
  readonly format: 'html' | 'txt';
  readonly partials: Readonly<Record<string, TemplateText>>;
}

export interface MailingTexts {
  readonly templates: readonly MailTemplateSource[];
  /** Where the subject in this language stands in sosent.yaml, and an attachment, from 0. */
  readonly locateSubject: (language: Language) => Location;
  readonly locateAttachment: (index: number) => Location;
  /** Whether there is such a file in the event folder: asked of attachments that are optional. */
  readonly isThere: (path: string) => boolean;
}

/** One e-mail, ready to be looked at or packed; see compose-message.ts. */
export interface Message {
  readonly recipient: Recipient;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly AttachedFile[];
  /** How many optional attachments are not there for them. */
  readonly withoutFiles: number;
  /** Whether there is no time slot, or a seat in one. */
  readonly isPlaced: boolean;
}

/** Makes the messages of a mailing one by one. */
export interface MailingRenderer {
  /** The same for the same recipient. Throws every mistake that its templates make (SOS501, SOS502). */
  readonly render: (recipient: Recipient) => Message;
}

/**
 * Compiles the templates of a mailing once for all its messages. Throws SOS603, SOS604 where a template or a subject is
 * missing.
 */
export function prepareMailing(event: Event, plan: MailingPlan, texts: MailingTexts): MailingRenderer {
  const languages = [...new Set(plan.recipients.map((one) => one.language))].sort();
  const missing = findMissing(plan, texts.templates, languages);
  if (missing.length > 0) throw new SosentError(missing);
  const partsOf = new Map(languages.map((language) => [language, partsIn(language, plan, texts)]));
  return {
    render: (recipient) => {
      const parts = partsOf.get(recipient.language);
      if (parts === undefined) throw new Error(`nobody of this mailing reads ${recipient.language}`);
      return renderMessage({ event, mailing: plan.mailing, texts }, recipient, parts);
    },
  };
}

/**
 * Every message of a mailing. A mistake in a template is one problem, however many messages it would spoil; those of all
 * templates are thrown together.
 */
export function renderMailing(event: Event, plan: MailingPlan, texts: MailingTexts): readonly Message[] {
  const messages: Message[] = [];
  renderEach(plan, prepareMailing(event, plan, texts), (message) => messages.push(message));
  return messages;
}

/** Every message of a mailing, one after the other, none of which is kept. Throws as `renderMailing`, at the end. */
export function renderEach(
  { recipients }: MailingPlan,
  renderer: MailingRenderer,
  visit: (message: Message) => void,
): void {
  const problems = new Map<string, Problem>();
  for (const recipient of recipients) {
    try {
      visit(renderer.render(recipient));
    } catch (error) {
      if (!(error instanceof SosentError)) throw error;
      for (const one of error.problems) problems.set(JSON.stringify(one), one);
    }
  }
  if (problems.size > 0) throw new SosentError([...problems.values()]);
}

/** What is the same for all messages of a mailing. */
interface Surroundings {
  readonly event: Event;
  readonly mailing: Mailing;
  readonly texts: MailingTexts;
}

type Part<T> = (view: MessageView) => T;

interface Parts {
  readonly subject: Part<string>;
  readonly txt: Part<string>;
  readonly html: Part<string>;
  readonly attachments: readonly Part<AttachedFile>[];
}

function partsIn(language: Language, { mailing }: MailingPlan, texts: MailingTexts): Parts {
  const body = (format: MailTemplateSource['format']): Part<string> => {
    const source = texts.templates.find((one) => one.language === language && one.format === format);
    if (source === undefined) throw new Error(`the template for ${language} ${format} was not looked for`);
    return untilMistake(() => compileTemplate(source.text, source));
  };
  const subject = inLanguage(mailing.subject, language);
  const location = texts.locateSubject(language);
  return {
    subject: untilMistake(() => compileTemplate(subject, { format: 'txt', path: location.file }), location),
    txt: body('txt'),
    html: body('html'),
    attachments: mailing.attachments.map((one, index) => {
      const at = texts.locateAttachment(index);
      return untilMistake(() => prepareAttachment(one, language, at), at);
    }),
  };
}

/**
 * A part that throws its first mistake and, from then on, the same one: a mistake that shows in each of a thousand
 * messages is one. In sosent.yaml it is at `location`.
 */
function untilMistake<T>(compile: () => Part<T>, location?: Location): Part<T> {
  let mistake: SosentError | undefined;
  let part: Part<T> | undefined;
  return (view) => {
    if (mistake !== undefined) throw mistake;
    try {
      part ??= compile();
      return part(view);
    } catch (error) {
      if (!(error instanceof SosentError)) throw error;
      mistake =
        location === undefined ? error : new SosentError(error.problems.map((one) => ({ ...one, location })));
      throw mistake;
    }
  };
}

function renderMessage({ event, mailing, texts }: Surroundings, recipient: Recipient, parts: Parts): Message {
  const problems: Problem[] = [];
  const tried = <T>(make: () => T, otherwise: T): T => {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof SosentError)) throw error;
      problems.push(...error.problems);
      return otherwise;
    }
  };
  const view = viewMessage(event, mailing, recipient);
  const wanted = parts.attachments.flatMap((part) => tried(() => [part(view)], []));
  const attachments = wanted.filter(
    (one) => !one.settings.optional || (one.unusable === undefined && texts.isThere(one.path)),
  );
  const attached =
    attachments.length === 0 ? view : { ...view, attachments: attachments.map((one) => one.name) };
  const subject = headerText(tried(() => parts.subject(attached), ''));
  const full = { ...attached, subject };
  const text = tidyText(tried(() => parts.txt(full), ''));
  const html = withoutControls(tried(() => parts.html(full), ''));
  if (problems.length > 0) throw new SosentError(problems);
  return {
    recipient,
    subject,
    text,
    html,
    attachments,
    withoutFiles: wanted.length - attachments.length,
    isPlaced: view.seated > 0 || view.programme.length === 0,
  };
}

function findMissing(
  { mailing }: MailingPlan,
  templates: readonly MailTemplateSource[],
  languages: readonly Language[],
): Problem[] {
  const problems: Problem[] = [];
  for (const format of ['txt', 'html'] as const) {
    const lacking = languages.find(
      (language) => !templates.some((one) => one.language === language && one.format === format),
    );
    if (lacking === undefined) continue;
    const path = `templates/emails/${mailing.template}.${lacking}.${format}.hbs`;
    problems.push(
      problem('SOS603', `The mailing ${mailing.id} has no template ${path}.`, {
        hint: 'Make that file in the event folder; your-sessions.en.* in the templates of sosent is a start.',
      }),
    );
  }
  if (Object.keys(mailing.subject).length === 0) {
    const hint = `Add to it in sosent.yaml: subject: { ${languages.map((one) => `${one}: "..."`).join(', ')} }`;
    problems.push(problem('SOS604', `The mailing ${mailing.id} has no subject.`, { hint }));
  }
  return problems;
}
