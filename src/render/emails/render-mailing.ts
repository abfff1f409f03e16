import { headerText } from '../../core/mail/address.ts';
import type { MailingPlan, Recipient } from '../../core/mail/plan-mailing.ts';
import { problem, SosentError } from '../../errors.ts';
import type { Event } from '../../model/event.ts';
import type { Location, Problem } from '../../model/problem.ts';
import { inLanguage, type Language } from '../../model/text.ts';
import { renderDate } from '../dates.ts';
import { compileTemplate, type Template, type TemplateText } from '../templates/compile-template.ts';
import { type AttendeeView, type ProgrammeEntry, viewAttendee } from '../views/attendee-view.ts';
import { tidyText, withoutControls } from './tidy-text.ts';

/** A template as it was found, see folder/mail-templates.ts. */
export interface MailTemplateSource extends TemplateText {
  readonly language: Language;
  readonly format: 'html' | 'txt';
  readonly partials: Readonly<Record<string, TemplateText>>;
}

export interface MailingTexts {
  readonly templates: readonly MailTemplateSource[];
  /** Where the subject in this language stands in sosent.yaml. */
  readonly locateSubject: (language: Language) => Location;
}

/** One e-mail, ready to be looked at or packed; see compose-message.ts. */
export interface Message {
  readonly recipient: Recipient;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly warnings: readonly MessageWarning[];
}

export type MessageWarning = 'no-name' | 'no-placement' | 'no-subject' | 'long-subject';

/** What a mail template sees: the attendee's view, and a few words about the message. docs/templates.md. */
export interface MessageView extends AttendeeView {
  readonly programme: readonly MessageEntry[];
  /** '' while the subject itself is rendered. */
  readonly subject: string;
  /** Number of time slots with a seat, with a place on a waitlist, with neither. */
  readonly seated: number;
  readonly waitlisted: number;
  readonly free: number;
}

export interface MessageEntry extends ProgrammeEntry {
  /** In words, on the first entry of each day of an event of several days; '' elsewhere. */
  readonly day: string;
}

/** Programs show 60 to 75 characters of a subject on a wide screen. */
const LONG_SUBJECT = 75;

/**
 * Every message of a mailing. Templates are compiled once. A mistake in a template is one problem, however many
 * messages it would spoil; those of all templates are thrown together (SOS501, SOS502). Throws SOS603, SOS604 where
 * a template or a subject is missing.
 */
export function renderMailing(event: Event, plan: MailingPlan, texts: MailingTexts): readonly Message[] {
  const languages = [...new Set(plan.recipients.map((one) => one.language))].sort();
  const missing = findMissing(plan, texts.templates, languages);
  if (missing.length > 0) throw new SosentError(missing);
  const problems: Problem[] = [];
  const parts = new Map(
    languages.map((language) => [language, partsIn(language, plan, texts, (some) => problems.push(...some))]),
  );
  const messages = plan.recipients.flatMap((recipient) => {
    const own = parts.get(recipient.language);
    return own === undefined ? [] : [renderMessage(event, recipient, own)];
  });
  if (problems.length > 0) throw new SosentError(withoutRepeats(problems));
  return messages;
}

/** How many messages have which warning. */
export function countWarnings(messages: readonly Message[]): Readonly<Record<MessageWarning, number>> {
  const count = (warning: MessageWarning): number =>
    messages.filter((one) => one.warnings.includes(warning)).length;
  return {
    'no-name': count('no-name'),
    'no-placement': count('no-placement'),
    'no-subject': count('no-subject'),
    'long-subject': count('long-subject'),
  };
}

type Part = (view: MessageView) => string;
type Report = (problems: readonly Problem[]) => void;

interface Parts {
  readonly subject: Part;
  readonly txt: Part;
  readonly html: Part;
}

function partsIn(language: Language, plan: MailingPlan, texts: MailingTexts, report: Report): Parts {
  const body = (format: MailTemplateSource['format']): Part => {
    const source = texts.templates.find((one) => one.language === language && one.format === format);
    if (source === undefined) throw new Error(`the template for ${language} ${format} was not looked for`);
    return untilMistake(() => compileTemplate(source.text, source), report);
  };
  const subject = inLanguage(plan.mailing.subject, language);
  const location = texts.locateSubject(language);
  return {
    subject: untilMistake(
      () => compileTemplate(subject, { format: 'txt', path: location.file }),
      (problems) => report(problems.map((one) => ({ ...one, location }))),
    ),
    txt: body('txt'),
    html: body('html'),
  };
}

/** A template that reports its first mistake and is silent afterwards. */
function untilMistake(compile: () => Template, report: Report): Part {
  let broken = false;
  let template: Template | undefined;
  return (view) => {
    if (broken) return '';
    try {
      template ??= compile();
      return template(view);
    } catch (error) {
      if (!(error instanceof SosentError)) throw error;
      broken = true;
      report(error.problems);
      return '';
    }
  };
}

/** One file can serve several languages; its mistake is told once. */
function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((one) => [JSON.stringify(one), one])).values()];
}

function renderMessage(event: Event, recipient: Recipient, parts: Parts): Message {
  const view = viewMessage(event, recipient);
  const subject = headerText(parts.subject(view));
  const full: MessageView = { ...view, subject };
  return {
    recipient,
    subject,
    text: tidyText(parts.txt(full)),
    html: withoutControls(parts.html(full)),
    warnings: [
      ...(recipient.attendee.name.trim() === '' ? (['no-name'] as const) : []),
      ...(view.seated === 0 && view.programme.length > 0 ? (['no-placement'] as const) : []),
      ...(subject === '' ? (['no-subject'] as const) : []),
      ...([...subject].length > LONG_SUBJECT ? (['long-subject'] as const) : []),
    ],
  };
}

export function viewMessage(event: Event, recipient: Recipient): MessageView {
  const { attendee, language } = recipient;
  const view = viewAttendee(event, attendee, recipient, language);
  const count = (state: ProgrammeEntry['state']): number =>
    view.programme.filter((one) => one.state === state).length;
  return {
    ...view,
    programme: withDays(event, view.programme, language),
    subject: '',
    seated: count('seated'),
    waitlisted: count('waitlisted'),
    free: count('free'),
  };
}

function withDays(event: Event, programme: readonly ProgrammeEntry[], language: Language): MessageEntry[] {
  const dates = new Map(event.timeSlots.map((slot) => [slot.id, slot.date]));
  const isLong = new Set(programme.map((one) => dates.get(one.timeSlot))).size > 1;
  let last: string | undefined;
  return programme.map((entry) => {
    const date = dates.get(entry.timeSlot);
    const day = isLong && date !== undefined && date !== last ? renderDate(date, language) : '';
    last = date;
    return { ...entry, day };
  });
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
