import { describe, expect, test } from 'vitest';
import { SosentError } from '../../../src/errors.ts';
import { compileTemplate, type TemplateFormat } from '../../../src/render/templates/compile-template.ts';

const DATA = {
  language: 'en',
  event: { title: 'Day & night', hosts: ['Ann', 'Bo', 'Cas'] },
  attendee: { name: '<Ola> "O"', role: '', since: '2016-03-27T00:30:00Z', local: '2016-09-23T16:01:55' },
  zone: 'Europe/Oslo',
  programme: [
    { session: 'Maths', theme: 'Maths' },
    { session: 'Tour', theme: 'Music' },
  ],
};

const PARTIALS = {
  layout: { path: 'layout.hbs', text: '<p>{{event.title}}</p>\n{{> @partial-block}}\n{{footer}}' },
  broken: { path: 'broken.hbs', text: 'one\ntwo {{event.titel}}' },
  endless: { path: 'endless.hbs', text: '{{> endless}}' },
};

function render(text: string, format: TemplateFormat = 'txt', partials = {}): string {
  return compileTemplate(text, { format, path: 'mail.hbs', partials: { ...PARTIALS, ...partials } })(DATA);
}

/** `SOS502 file:line:column message` */
function mistakeIn(text: string, partials = {}): string {
  try {
    return `rendered ${JSON.stringify(render(text, 'txt', partials))}`;
  } catch (error) {
    if (!(error instanceof SosentError)) throw error;
    return error.problems
      .map(({ code, location, message }) => {
        const at = [location?.file, location?.line, location?.column].filter((one) => one !== undefined);
        return `${code} ${at.join(':')} ${message}`;
      })
      .join('\n');
  }
}

describe('what a template can do', () => {
  test('each format has its own escaping', () => {
    expect(render('{{attendee.name}}', 'txt')).toBe('<Ola> "O"');
    expect(render('{{attendee.name}}', 'html')).toBe('&lt;Ola&gt; &quot;O&quot;');
    expect(render('{{{attendee.name}}}', 'html')).toBe('<Ola> "O"');
    expect(render('{{attendee.name}}', 'typ')).toBe('"<Ola> \\"O\\""');
  });

  test.each([
    ['{{list event.hosts language}}', 'Ann, Bo and Cas'],
    ['{{plural programme.length language one="session" other="sessions"}}', 'sessions'],
    ['{{#if attendee.role}}a{{else if (equal language "nb")}}b{{else}}c{{/if}}', 'c'],
    ['{{#unless attendee.role}}none{{/unless}}', 'none'],
    [
      '{{#each programme}}{{#unless (equal session theme)}}{{@index}} {{session}}{{/unless}}{{/each}}',
      '1 Tour',
    ],
    [
      '{{#each programme as |one|}}{{one.session}} {{@root.event.title}};{{/each}}',
      'Maths Day & night;Tour Day & night;',
    ],
    ['{{#with event}}{{title}} {{../language}}{{/with}}', 'Day & night en'],
    ['{{#if (or attendee.role (and language (not attendee.role)))}}yes{{/if}}', 'yes'],
    ['{{lookup event "title"}}', 'Day & night'],
    ['{{choose attendee.role "a" "b"}}', 'b'],
    [
      '{{formatDate "2016-10-26" language}}|{{formatDate "2016-10-26" "nb"}}',
      'Wednesday, 26 October 2016|onsdag 26. oktober 2016',
    ],
    [
      '{{formatDate attendee.since language zone=zone}} {{formatTime attendee.since language zone=zone}}',
      'Sunday, 27 March 2016 01:30',
    ],
    [
      '{{formatDate attendee.local "nb"}} {{formatTime attendee.local language}}',
      'fredag 23. september 2016 16:01',
    ],
    ['[{{formatDate attendee.role language}}]', '[]'],
    [
      '{{#> layout footer=language}}\nHello {{attendee.name}}\n{{/layout}}',
      '<p>Day & night</p>\nHello <Ola> "O"\nen',
    ],
  ])('%s', (text, expected) => expect(render(text)).toBe(expected));
});

describe('a mistake is told with file and line, never left out', () => {
  test.each([
    ['\n{{nmae}}', 'SOS502 mail.hbs:2:3 The template uses "nmae", which does not exist.'],
    ['\n{{attendee.nmae}}', 'SOS502 mail.hbs:2:3 The template uses "attendee.nmae", which does not exist.'],
    ['{{attende.name}}', 'SOS502 mail.hbs:1:3 The template uses "attende.name", which does not exist.'],
    [
      '{{attendee.name.first}}',
      'SOS502 mail.hbs:1:3 The template uses "attendee.name.first", which does not exist.',
    ],
    ['\n{{#if nmae}}x{{/if}}', 'SOS502 mail.hbs:2:7 The template uses "nmae", which does not exist.'],
    [
      '{{#each progamme}}x{{/each}}',
      'SOS502 mail.hbs:1:9 The template uses "progamme", which does not exist.',
    ],
    ['{{#with attende}}x{{/with}}', 'SOS502 mail.hbs:1:9 The template uses "attende", which does not exist.'],
    [
      '{{#if (equal langauge "nb")}}x{{/if}}',
      'SOS502 mail.hbs:1:14 The template uses "langauge", which does not exist.',
    ],
    ['{{lookup event "titel"}}', 'SOS502 mail.hbs:1:1 The template uses "lookup", which does not exist.'],
    [
      '{{#> layout footer=foter}}x{{/layout}}',
      'SOS502 mail.hbs:1:20 The template uses "foter", which does not exist.',
    ],
    ['{{#> layout}}x{{/layout}}', 'SOS502 layout.hbs:3:3 The template uses "footer", which does not exist.'],
    ['{{> broken}}', 'SOS502 broken.hbs:2:7 The template uses "event.titel", which does not exist.'],
    ['\n{{> layuot}}', 'SOS502 mail.hbs:2:1 The template includes "layuot", and there is no such template.'],
    ['{{> "layuot"}}', 'SOS502 mail.hbs:1:1 The template includes "layuot", and there is no such template.'],
    [
      '\n{{#> layuot}}x{{/layuot}}',
      'SOS502 mail.hbs:2:1 The template includes "layuot", and there is no such template.',
    ],
    ['{{> endless}}', 'SOS502 mail.hbs The template fails: it includes itself.'],
    ['{{#iff language}}x{{/iff}}', 'SOS502 mail.hbs:1:1 The template calls "iff", which does not exist.'],
    [
      '{{#programme}}x{{/programme}}',
      'SOS502 mail.hbs:1:1 The template calls "programme", which does not exist.',
    ],
    ['{{#equal language "en"}}x{{/equal}}', 'SOS502 mail.hbs:1:1 "equal" is no block.'],
    ['{{if language}}', 'SOS502 mail.hbs:1:1 "if" is a block.'],
    [
      '{{formatDate attendee.name language}}',
      'SOS502 mail.hbs:1:28 The template fails at "language": "<Ola> "O"" is no date.',
    ],
    [
      '{{formatTime attendee.since language}}',
      'SOS502 mail.hbs:1:29 The template fails at "language": it needs zone=event.timeZone.',
    ],
    [
      '{{> @partial-block}}',
      'SOS502 mail.hbs:1:1 The template includes "@partial-block", and there is no such template.',
    ],
    [
      '{{#*inline "x"}}y{{/inline}}',
      'SOS502 mail.hbs:1:1 The template defines a part inside itself, which sosent does not know.',
    ],
    ['{{upper attendee.name}}', 'SOS502 mail.hbs:1:1 The template calls "upper", which does not exist.'],
    ['{{#if}}x{{/if}}', 'SOS502 mail.hbs:1:1 "if" takes 1 of the template\'s values, not 0.'],
    ['{{list event.hosts}}', 'SOS502 mail.hbs:1:1 "list" takes 2 of the template\'s values, not 1.'],
    ['{{list programme.length language}}', /^SOS502 mail\.hbs:1:25 The template fails at "language": /],
    ['{{attendee}}', 'SOS502 mail.hbs:1:3 The template shows "attendee", which is a group of values.'],
    ['{{log "x"}}', 'SOS502 mail.hbs:1:1 The template calls "log", which does not exist.'],
    [
      '{{attendee.constructor}}',
      'SOS502 mail.hbs:1:3 The template uses "attendee.constructor", which does not exist.',
    ],
    ['{{__proto__}}', 'SOS502 mail.hbs:1:3 The template uses "__proto__", which does not exist.'],
    ['a\n{{#if language}}\nb', 'SOS501 mail.hbs:3 The template cannot be read: it ends too early.'],
    ['a\n{{#if language}', 'SOS501 mail.hbs:2 The template cannot be read: a {{...}} is not written right.'],
    [
      'a\n{{#if language}}{{/each}}',
      "SOS501 mail.hbs:2 The template cannot be read: if doesn't match each - 2:3.",
    ],
  ])('%j', (text, expected) => {
    if (typeof expected === 'string') expect(mistakeIn(text)).toBe(expected);
    else expect(mistakeIn(text)).toMatch(expected);
  });

  test('in an included template that cannot be read, it names that one', () => {
    const bad = { path: 'bad.hbs', text: '\n\n{{#each programme}}' };
    expect(mistakeIn('{{> bad}}', { bad })).toBe(
      'SOS501 bad.hbs:3 The template cannot be read: it ends too early.',
    );
  });
});
