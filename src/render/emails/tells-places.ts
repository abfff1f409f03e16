import { asksForPlaces } from '../../core/mail/audience.ts';
import type { Mailing } from '../../model/mailing.ts';
import type { MailTemplateSource } from './render-mailing.ts';

/** Names of a template that say where people have places. */
const OF_PLACES = /\{\{[^}]*\b(?:programme|seated|waitlisted|free|changes|promoted|delegation)\b[^}]*\}\}/;

/** Whether a mailing speaks of places in sessions, or is for people by their places, so that there must be a plan. */
export function tellsPlaces(mailing: Mailing, templates: readonly MailTemplateSource[]): boolean {
  const texts = [
    ...Object.values(mailing.subject),
    ...mailing.attachments.map((one) => one.file),
    ...templates.flatMap((one) => [one.text, ...Object.values(one.partials).map(({ text }) => text)]),
  ];
  return mailing.calendar !== 'none' || asksForPlaces(mailing) || texts.some((text) => OF_PLACES.test(text));
}
