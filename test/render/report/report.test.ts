import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareFigures } from '../../../src/core/report/shared-figures.ts';
import { renderReport } from '../../../src/render/report/report.ts';
import { renderSharedReport } from '../../../src/render/report/shared-report.ts';
import { HOSTILE } from '../../helpers/hostile-texts.ts';
import { sampleEvent, sampleFigures, type TextOf } from '../../helpers/report-sample.ts';

const PEOPLE = 24;
const EVENT = sampleEvent(PEOPLE);

function report(textOf?: TextOf, language = 'en'): string {
  return renderReport(EVENT, sampleFigures(EVENT, PEOPLE, textOf), language);
}

function shared(textOf?: TextOf, language = 'en'): string {
  return renderSharedReport(EVENT, shareFigures(EVENT, sampleFigures(EVENT, PEOPLE, textOf)), language);
}

/** What stands between `<body` and the script. */
function bodyOf(page: string): string {
  return page.slice(page.indexOf('<body'), page.indexOf('<script>'));
}

describe('the page of a small event', () => {
  test.each([
    ['report-en.html', report()],
    ['report-nb.html', report(undefined, 'nb')],
    ['shared-en.html', shared()],
    ['shared-nb.html', shared(undefined, 'nb')],
  ])('%s', async (file, page) => {
    await expect(bodyOf(page)).toMatchFileSnapshot(`../../fixtures/report/${file}`);
  });

  test('allows its own style and script, and nothing else', () => {
    const page = report();
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    const hash = (tag: string): string => {
      const text = page.slice(page.indexOf(`<${tag}>`) + tag.length + 2, page.indexOf(`</${tag}>`));
      return `sha256-${createHash('sha256').update(text).digest('base64')}`;
    };

    expect(policy.replaceAll('&#39;', "'")).toBe(
      `default-src 'none'; style-src '${hash('style')}'; script-src '${hash('script')}'; base-uri 'none'; form-action 'none'`,
    );
  });

  test('leads nowhere but to itself', () => {
    const addresses = [...report().matchAll(/(?:href|src|action|url)\s*[=(]\s*["']?([^"')\s>]*)/g)];

    expect(addresses.map(([, address = '']) => address).filter((one) => !one.startsWith('#'))).toEqual([]);
  });
});

test('an event of two days has both at its head, and times that sort by day', () => {
  const [first, ...others] = EVENT.timeSlots;
  if (first === undefined) throw new Error('no time slot');
  const days = { ...EVENT, timeSlots: [first, ...others.map((one) => ({ ...one, date: '2026-04-01' }))] };
  const page = bodyOf(renderReport(days, sampleFigures(days, PEOPLE), 'nb'));

  expect(page).toContain('<p>torsdag 12. mars 2026 – onsdag 1. april 2026 ');
  expect([...new Set(page.match(/<td data-v="\d">\d+\.[^<]*/g))]).toEqual([
    '<td data-v="0">12.\u00a0mars 09:00',
    '<td data-v="1">1.\u00a0april 10:00',
    '<td data-v="2">1.\u00a0april 11:00',
  ]);
});

test('who waits for several sessions is one person that waits', () => {
  const figures = sampleFigures(EVENT, PEOPLE);
  const waitlist = figures.summary.waitlist.flatMap((one) => [one, { ...one, timeSlot: '2' }]);
  const page = renderReport(EVENT, { ...figures, summary: { ...figures.summary, waitlist } }, 'en');

  expect(page).toContain(
    '<b>1</b> <span>person waits for a session</span> <small>places in queues: 2</small>',
  );
});

test('of 500 people it is smaller than 300 kB, names of usual length', () => {
  const event = sampleEvent(500);
  const page = renderReport(
    event,
    sampleFigures(event, 500, (index) => `Anne-Margrethe Kristoffersen ${index}`),
    'nb',
  );

  expect(Buffer.byteLength(page)).toBeLessThan(300_000);
});

test('of more people than a page takes, the list of names is left out, and it says where it is', () => {
  const event = sampleEvent(1200);
  const page = renderReport(event, sampleFigures(event, 1200), 'en');

  expect(page).toContain('A list of 1,200 is too long for this page, which takes up to 1,000');
  expect(page.match(/Person 7</g)).toBeNull();
});

test('what people write is never markup, whatever it is', () => {
  const tagsOf = (page: string): readonly string[] => bodyOf(page).match(/<\/?[a-z][^\s>]*/gi) ?? [];
  const names = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE)), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(names, (texts) => {
      // Backticks are commands in sentences; two of them would be so in a name.
      const textOf: TextOf = (index) => `${index} ${texts[index % texts.length]?.replaceAll('`', '')}`;
      const same: TextOf = (index) => `${index} ${index % texts.length}`;
      expect(tagsOf(report(textOf)).length).toBe(tagsOf(report(same)).length);
    }),
    { numRuns: 30 },
  );
});

test('the shared version holds nothing that anybody wrote alone', () => {
  const isIn = (page: string): readonly number[] =>
    Array.from({ length: PEOPLE }, (_, index) => index).filter((index) => page.includes(`Secret${index}x`));

  expect(isIn(report((index) => `Secret${index}x`))).toHaveLength(PEOPLE);
  // The seed of the draw is the organiser's.
  expect(isIn(shared((index) => `Secret${index}x`))).toEqual([0]);
});
