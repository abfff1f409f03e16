import { expect, test } from 'vitest';
import { renderPreviewPage } from '../../../src/render/emails/preview-page.ts';
import { renderMailing } from '../../../src/render/emails/render-mailing.ts';
import { tallyMessages } from '../../../src/render/emails/tally.ts';
import { attendee } from '../../core/assign/small-instances.ts';
import { HOSTILE } from '../../helpers/hostile-texts.ts';
import { eventOf, MAIL_EVENT, planFirst, TEXTS } from '../../helpers/mail-event.ts';

/** The page of a mailing to these people, each of whose messages holds the name; one of them has no address. */
function pageFor(names: readonly string[]): string {
  const event = eventOf(MAIL_EVENT);
  const people = names.map((name, index) =>
    attendee({ id: `p${index}`, name, organisation: name, unit: name }),
  );
  const unreachable = attendee({ id: 'z', name: names[0] ?? '', email: `${names[0]}@nowhere` });
  const plan = planFirst(event, [...people, unreachable]);
  const path = 'mail.hbs';
  const source = { language: 'en', path, partials: {} };
  const tally = tallyMessages();
  const rendered = renderMailing(event, plan, {
    ...TEXTS,
    templates: [
      { ...source, format: 'txt', text: 'Text for {{attendee.name}}' },
      { ...source, format: 'html', text: '<p title="{{attendee.name}}">{{attendee.name}}</p>' },
    ],
  });
  const messages = rendered.map((message) => {
    tally.add(message, []);
    return { message, warnings: [], files: [], file: `${message.recipient.fileName}.eml` };
  });
  return renderPreviewPage(event, plan, { messages, tally: tally.total(), page: 1, pages: 1 });
}

function count(page: string, part: string): number {
  return page.split(part).length - 1;
}

test('one entry per message, with head, both parts and a link to the file', () => {
  const page = pageFor(['Ann', 'Bo', 'Cas']);
  expect(count(page, '<details class="message')).toBe(3);
  expect(count(page, ' data-html="')).toBe(3);
  expect(page).toContain('<title>your-sessions: 3 messages</title>');
  expect(page).toContain(
    '<div><dt>Subject</dt><dd class="subject"><bdi>Your sessions at Teachers&#x27; day</bdi></dd></div>',
  );
  expect(page).toContain('<a href="P1.eml">P1.eml</a>');
  expect(page).toContain('data-html="&lt;p title&#x3D;&quot;Bo&quot;&gt;Bo&lt;/p&gt;"');
  expect(page).toContain('>Text for Bo\n</pre>');
});

test('who is left out is named with the reason', () => {
  expect(pageFor(['Ann'])).toContain(
    '<li><bdi>Ann</bdi> <span class="code">Z</span>: unusable address (<bdi>Ann@nowhere</bdi>)</li>',
  );
});

test('what people wrote is never markup: the tags of the page stay what they are for harmless names', () => {
  const tagsOf = (page: string): readonly string[] => {
    const [head = '', body = ''] = page.split('<body>');
    return [head, ...(body.replace(/<script>.*<\/script>/s, '').match(/<\/?[a-z][^\s>]*/gi) ?? [])];
  };
  const harmless = HOSTILE.map((_, index) => `Name ${index}`);
  expect(tagsOf(pageFor(HOSTILE))).toEqual(tagsOf(pageFor(harmless)));
});

test('the page loads nothing and runs its own script only', () => {
  const page = pageFor(['Ann']);
  const policy = /Content-Security-Policy" content="([^"]*)"/
    .exec(page)?.[1]
    ?.replaceAll('&#x27;', "'")
    .replaceAll('&#x3D;', '=');
  expect(policy).toMatch(
    /^default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'$/,
  );
  expect(count(page, '<script')).toBe(1);
  expect(page).not.toMatch(/\b(?:src|href)="(?!P0\.eml")/);
});
