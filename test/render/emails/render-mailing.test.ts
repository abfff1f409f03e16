import { describe, expect, test } from 'vitest';
import { SosentError } from '../../../src/errors.ts';
import type { Attendee } from '../../../src/model/attendee.ts';
import type { Placement } from '../../../src/model/placement.ts';
import {
  type MailTemplateSource,
  type Message,
  renderMailing,
} from '../../../src/render/emails/render-mailing.ts';
import { warningsOf } from '../../../src/render/emails/warnings.ts';
import { attendee } from '../../core/assign/small-instances.ts';
import { eventOf, MAIL_EVENT, place, planFirst, TEXTS } from '../../helpers/mail-event.ts';

const ANN = attendee({ id: 'a', name: 'Ann Ås' });
const TWO_LANGUAGES = MAIL_EVENT.replace('languages: [en]', 'languages: [nb, en]');

function template(text: string, about: Partial<MailTemplateSource> = {}): MailTemplateSource {
  const { language = 'en', format = 'txt' } = about;
  return { text, language, format, path: `mail.${language}.${format}.hbs`, partials: {}, ...about };
}

interface Case {
  readonly people?: readonly Attendee[];
  readonly placements?: readonly Placement[];
  readonly yaml?: string;
  readonly templates?: readonly MailTemplateSource[];
}

function render({ people = [ANN], placements = [], yaml = MAIL_EVENT, templates }: Case): readonly Message[] {
  const event = eventOf(yaml);
  return renderMailing(event, planFirst(event, people, placements), {
    ...TEXTS,
    templates: templates ?? [template('text'), template('html', { format: 'html' })],
  });
}

function problemsOf(what: Case): unknown {
  try {
    return render(what);
  } catch (error) {
    return error instanceof SosentError
      ? error.problems.map(({ code, message, location }) => [code, message, location?.file, location?.line])
      : error;
  }
}

test('subject, text and HTML from their templates; only HTML is escaped', () => {
  const [message] = render({
    people: [{ ...ANN, name: '<b>Ann</b>' }],
    placements: [place('a', 'maths-1'), place('a', 'music-2', 'waitlisted')],
    yaml: MAIL_EVENT.replace('{{event.title}}', '{{event.title}} for {{attendee.name}}'),
    templates: [
      template(
        '{{attendee.name}} {{seated}} {{waitlisted}} {{free}}\n\n\n\n{{#each programme}}{{state}} {{session}}{{day}};{{/each}}',
      ),
      template('<title>{{subject}}</title>', { format: 'html' }),
    ],
  });
  expect(message).toEqual({
    recipient: expect.objectContaining({ language: 'en' }),
    subject: "Your sessions at Teachers' day for <b>Ann</b>",
    text: '<b>Ann</b> 1 1 0\n\nseated Mathematics;waitlisted Music;\n',
    html: '<title>Your sessions at Teachers&#x27; day for &lt;b&gt;Ann&lt;/b&gt;</title>',
    attachments: [],
    withoutFiles: 0,
    isPlaced: true,
  });
});

test('each in the language of the person, else in the first of the event', () => {
  const languages = ['nb', 'en'].flatMap((language) => [
    template(language, { language }),
    template(`<p>${language}</p>`, { language, format: 'html' }),
  ]);
  const people = ['en', 'nb', 'sv'].map((language) => attendee({ id: language, name: language, language }));
  const messages = render({
    people,
    yaml: TWO_LANGUAGES.replace(
      'subject: Your sessions at {{event.title}}',
      'subject: { nb: Ditt, en: Yours }',
    ),
    templates: languages,
  });
  expect(messages.map(({ subject, text, html }) => [subject, text, html])).toEqual([
    ['Yours', 'en\n', '<p>en</p>'],
    ['Ditt', 'nb\n', '<p>nb</p>'],
    ['Ditt', 'nb\n', '<p>nb</p>'],
  ]);
});

test('an event of several days names each day before its first time slot', () => {
  const yaml = MAIL_EVENT.replace('{ id: "2", ', '{ id: "2", date: 2026-03-13, ');
  const templates = [template('{{#each programme}}[{{day}}]{{/each}}'), template('', { format: 'html' })];
  expect(render({ yaml, templates })[0]?.text).toBe(
    '[Thursday 12 March 2026][Friday 13 March 2026]\n'.replace(/day /g, 'day, '),
  );
});

test('what wants a look: no name, no place, no subject, a long subject', () => {
  const seat = [place('a', 'maths-1')];
  const warnings = (what: Case): unknown =>
    render(what).map((one) => warningsOf(one, { tellsPlaces: true, sizeOf: () => 0 }))[0];
  const subject = (text: string): string => MAIL_EVENT.replace('Your sessions at {{event.title}}', text);
  expect(warnings({ placements: seat })).toEqual([]);
  expect(warnings({ people: [{ ...ANN, name: ' ' }], placements: seat })).toEqual(['no-name']);
  expect(warnings({ placements: [place('a', 'maths-1', 'waitlisted')] })).toEqual(['no-placement']);
  expect(warnings({ placements: seat, yaml: subject('"{{attendee.role}}"') })).toEqual(['no-subject']);
  expect(warnings({ placements: seat, yaml: subject('x'.repeat(76)) })).toEqual(['long-subject']);
});

test('what people wrote cannot break out of the subject or turn the text around', () => {
  const [message] = render({
    people: [{ ...ANN, name: 'Ola\r\nBcc: kari@example.org\u202e' }],
    yaml: MAIL_EVENT.replace('{{event.title}}', '{{attendee.name}}'),
    templates: [template('{{attendee.name}}!'), template('{{attendee.name}}!', { format: 'html' })],
  });
  expect(message?.subject).toBe('Your sessions at Ola Bcc: kari@example.org');
  expect(message?.text).toBe('Ola\nBcc: kari@example.org!\n');
  expect(message?.html).toBe('Ola\nBcc: kari@example.org!');
});

describe('mistakes', () => {
  test('every broken template is told once, with its place, however many messages it spoils', () => {
    expect(
      problemsOf({
        people: ['a', 'b', 'c'].map((id) => attendee({ id })),
        yaml: MAIL_EVENT.replace('{{event.title}}', '{{evnt.title}}'),
        templates: [template('\n{{nmae}}'), template('{{#if language}}', { format: 'html' })],
      }),
    ).toEqual([
      ['SOS502', 'The template uses "evnt.title", which does not exist.', 'sosent.yaml, subject in en', 7],
      ['SOS502', 'The template uses "nmae", which does not exist.', 'mail.en.txt.hbs', 2],
      ['SOS501', 'The template cannot be read: it ends too early.', 'mail.en.html.hbs', 1],
    ]);
  });

  test('one file that serves two languages has one mistake', () => {
    const people = ['nb', 'en'].map((language) => attendee({ id: language, language }));
    const templates = ['nb', 'en'].flatMap((language) => [
      template('{{nmae}}', { language, path: 'mail.txt.hbs' }),
      template('', { language, format: 'html' }),
    ]);
    expect(problemsOf({ people, yaml: TWO_LANGUAGES, templates })).toEqual([
      ['SOS502', 'The template uses "nmae", which does not exist.', 'mail.txt.hbs', 1],
    ]);
  });

  test('a template or a subject that is not there', () => {
    expect(
      problemsOf({
        templates: [template('')],
        yaml: MAIL_EVENT.replace('Your sessions at {{event.title}}', '{}'),
      }),
    ).toEqual([
      [
        'SOS603',
        'The mailing your-sessions has no template templates/emails/your-sessions.en.html.hbs.',
        undefined,
        undefined,
      ],
      ['SOS604', 'The mailing your-sessions has no subject.', undefined, undefined],
    ]);
  });
});
