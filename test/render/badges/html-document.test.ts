import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Attendee } from '../../../src/model/attendee.ts';
import { type HtmlBadgeDesign, renderHtmlBadges } from '../../../src/render/badges/html-document.ts';
import { attendee } from '../../core/assign/small-instances.ts';
import { printJob } from '../../helpers/badge-fixtures.ts';
import { HOSTILE } from '../../helpers/hostile-texts.ts';

const builtIn = (name: string) => {
  const url = new URL(`../../../templates/badges/pages/${name}`, import.meta.url);
  return { path: `templates/badges/pages/${name}`, text: readFileSync(url, 'utf8') };
};

function render(people: readonly Attendee[], card: string, shape: 'portrait' | 'landscape' = 'portrait') {
  const design: HtmlBadgeDesign = {
    card: { path: 'templates/badges/web.html.hbs', text: card },
    frame: builtIn('print.html.hbs'),
    script: builtIn('fit.js').text,
    fonts: '@font-face { font-family: Inter }',
  };
  const size = shape === 'portrait' ? { width: 74, height: 105, shape } : { width: 90, height: 55, shape };
  return renderHtmlBadges(people, design, { size, context: printJob(people).context });
}

const cardsIn = (html: string): readonly string[] =>
  [...html.matchAll(/<div class="card">\n(.*?)\n<\/div>\n<\/section>/gs)].map(([, card = '']) => card.trim());

const ANN = attendee({ id: 'p1', name: 'Ann & Bo' });
const BO = attendee({ id: 'p2', name: 'Bo' });

describe('the document of an HTML design', () => {
  test('holds every badge in its order, and the style sheet of the design once', () => {
    const [document] = render(
      [ANN, BO],
      '<style>.name { color: red }</style>\n<p class="name">{{attendee.name}}</p>',
    );
    expect(document?.attendees).toEqual([ANN, BO]);
    expect(cardsIn(document?.html ?? '')).toEqual([
      '<p class="name">Ann &amp; Bo</p>',
      '<p class="name">Bo</p>',
    ]);
    expect(document?.html.match(/\.name \{ color: red \}/g)).toHaveLength(1);
    expect(document?.html).toContain(
      '<section class="badge" data-id="p1" data-search="ann &amp; bo   p1" lang="en">',
    );
  });

  test.each([
    [
      'portrait',
      'size: 74mm 105mm',
      /div\.card \{[^}]*width: 105mm; height: 148\.98\d*mm;[^}]*scale\(0\.704\d*\)/,
    ],
    ['landscape', 'size: 90mm 55mm', /div\.card \{[^}]*width: 90mm; height: 55mm;[^}]*scale\(1\)/],
  ] as const)('is drawn at the width of its shape and printed in its size: %s', (shape, page, card) => {
    const [document] = render([ANN], '', shape);
    expect(document?.html).toContain(page);
    expect(document?.html).toMatch(card);
  });

  test('lets no script run but the one that fits texts', () => {
    const [document] = render([ANN], '');
    const html = document?.html ?? '';
    const [, script = ''] = /<script>(.*?)<\/script>/s.exec(html) ?? [];
    expect(script).toContain('badgesReady');
    const hash = createHash('sha256').update(script).digest('base64');
    expect(html).toContain(
      `default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; script-src 'sha256-${hash}'`,
    );
  });

  test('hostile texts stay texts: nothing but the letters differs from a badge of a plain name', () => {
    const card = '<b title="{{attendee.name}}">{{attendee.name}}</b>';
    const shape = (html: string): readonly string[] => html.match(/<\/?[a-z]+/gi) ?? [];
    const plain = shape(render([attendee({ id: 'p1', name: 'Ann' })], card)[0]?.html ?? '');
    for (const text of HOSTILE) {
      const html = render(
        [attendee({ name: text, organisation: text, code: text, id: text, language: text })],
        card,
      )[0]?.html;
      expect(shape(html ?? ''), text).toEqual(plain);
    }
  });

  test('holds at most 1,000 badges', () => {
    const people = Array.from({ length: 1001 }, (_, index) => attendee({ id: `p${index}` }));
    expect(render(people, '').map((one) => one.attendees.length)).toEqual([1000, 1]);
  });

  test('a name that does not exist is told with its file', () => {
    expect(() => render([ANN], '{{attendee.nmae}}')).toThrow('attendee.nmae');
  });
});
