import { describe, expect, test } from 'vitest';
import type { SosentError } from '../../../src/errors.ts';
import type { Attendee } from '../../../src/model/attendee.ts';
import { findMissingSigns } from '../../../src/render/badges/missing-signs.ts';
import { type BadgePrint, printBadges } from '../../../src/render/badges/print-badges.ts';
import { createTypstPrinter } from '../../../src/sinks/typst-printer.ts';
import { attendee } from '../../core/assign/small-instances.ts';
import { FAIR, printJob } from '../../helpers/badge-fixtures.ts';
import { fontsOf, HAS_POPPLER, pageSizes, savePdf, textOfPages } from '../../helpers/print-tools.ts';
import { HAS_SHARED_DATA, readShared } from '../../helpers/shared-data.ts';

const print = (
  people: readonly Attendee[],
  about: Parameters<typeof printJob>[1] = {},
): Promise<BadgePrint> => printBadges(createTypstPrinter(), printJob(people, about));

const contentOf = (done: BadgePrint, path: string): string | Uint8Array => {
  const file = done.files.find((one) => one.path === path);
  if (file === undefined) throw new Error(`no ${path} was printed`);
  return file.content;
};
const save = (done: BadgePrint): Promise<string> => savePdf(Buffer.from(contentOf(done, 'badges.pdf')));
const named = (...names: readonly string[]) =>
  names.map((name, index) =>
    attendee({ id: `p${index + 1}`, name, organisation: 'Example AS', type: 'municipality' }),
  );
const messages = (done: BadgePrint) => done.findings.map((one) => one.problem.message);

const ANN = attendee({
  id: 'p1',
  code: 'V4Y4',
  name: 'Ann Åsberg',
  organisation: 'Example AS',
  unit: 'North',
  role: 'Welder',
  type: 'municipality',
});
const seat = (session: string, kind: 'assigned' | 'waitlisted' = 'assigned') => ({
  attendee: 'p1',
  session,
  timeSlot: session.slice(-1),
  kind,
  rank: 1,
});

describe.skipIf(!HAS_POPPLER)('the PDF', () => {
  test('says who it is, what for, and where to go', async () => {
    const done = await print([ANN], { placements: [seat('work-1', 'waitlisted')] });
    expect(textOfPages(await save(done)).map((page) => page.trim().split('\n'))).toEqual([
      [
        'Spring Fair',
        'Thursday, 12 March 2026',
        'Ann Åsberg',
        'Example AS',
        'North',
        'Welder',
        'Your programme',
        '09:00–12:30 work',
        'Waitlist Hall',
        '10:00–12:30 Free choice',
        'V4Y4',
        'Hosted by: Example Foundation',
        'Municipality',
      ],
    ]);
    expect(done.findings).toEqual([]);
  });

  test('has no row for a time slot in which the person is away, and the venue for whoever is away all day', async () => {
    const placements = [seat('work-1')];
    const [morning = ''] = textOfPages(await save(await print([ANN], { placements, absences: ['2'] })));
    expect(morning).toContain('09:00–12:30 work\n');
    expect(morning).not.toContain('10:00');
    const [never = ''] = textOfPages(
      await save(await print([ANN], { placements: [], absences: ['1', '2'] })),
    );
    expect(never).toContain('Town Hall\nMarket Square 1\n');
    expect(never).not.toContain('Your programme');
  });

  test('shows the venue where nothing was assigned yet', async () => {
    const [page = ''] = textOfPages(await save(await print([ANN])));
    expect(page).toContain('Town Hall\nMarket Square 1\n');
    expect(page).not.toContain('Your programme');
  });

  test.each([
    ['a5', 148, 210],
    ['a6', 105, 148],
    ['a7', 74, 105],
  ])('has pages of exactly the size %s', async (size, width, height) => {
    const sizes = pageSizes(await save(await print(named('Ann', 'Bo'), { size })));
    expect(sizes).toHaveLength(2);
    for (const [w, h] of sizes) {
      expect(Math.abs(w - width)).toBeLessThan(0.01);
      expect(Math.abs(h - height)).toBeLessThan(0.01);
    }
  });

  test('holds all its fonts', async () => {
    const { embedded, missing } = fontsOf(await save(await print([ANN])));
    expect(missing).toEqual([]);
    expect(embedded).toBeGreaterThan(0);
  });
});

test('the same people give the same bytes', async () => {
  expect((await print(named('Ann', 'Bo'))).files).toEqual((await print(named('Ann', 'Bo'))).files);
});

describe('texts that are too long', () => {
  test('a name shrinks, and in the end is cut; each is said with the name', async () => {
    const done = await print(
      named(
        'Hubert Blaine Wolfeschlegelsteinhausenbergerdorff',
        'Ann',
        'x'.repeat(10_000),
        'Ola Nordmann '.repeat(770),
      ),
    );
    expect(done.findings.map((one) => [one.page, one.problem.code])).toEqual([
      [1, 'SOS508'],
      [3, 'SOS507'],
      [4, 'SOS507'],
    ]);
    expect(messages(done)[0]).toBe(
      'Hubert Blaine Wolfeschlegelsteinhausenbergerdorff (page 1): the name is in small print.',
    );
    expect(messages(done)[1]).toBe(`${'x'.repeat(60)}… (page 3): the name does not fit and was cut.`);
  });

  test.skipIf(!HAS_POPPLER)(
    'cut text ends in an ellipsis, and never takes the room of the programme',
    async () => {
      const long = {
        name: 'Maximiliane Friederike Hohenstein-Wallersdorf',
        organisation: 'long '.repeat(80),
      };
      const sessions = Array.from({ length: 8 }, (_, index) => ({
        id: `work-${index}`,
        theme: 'work',
        timeSlot: `${index}`,
        room: 'hall',
        title: { en: 'work' },
        capacity: 5,
        minimum: 0,
        mayCancel: false,
        language: '' as const,
      }));
      const timeSlots = sessions.map(({ timeSlot }) => ({
        id: timeSlot,
        title: {},
        date: FAIR.date,
        start: `1${timeSlot}:00`,
        end: `1${timeSlot}:45`,
      }));
      const done = await print([attendee({ ...ANN, ...long })], {
        event: { ...FAIR, sessions, timeSlots },
        placements: [],
      });
      const lines = (textOfPages(await save(done))[0] ?? '').split('\n');
      const programme = lines.indexOf('Your programme');
      expect(lines.slice(programme - 3, programme)).toEqual([
        expect.stringMatching(/^long long .*…$/),
        'North',
        'Welder',
      ]);
      expect(lines.filter((line) => line.endsWith('Free choice'))).toHaveLength(8);
      expect(messages(done)).toEqual([
        'Maximiliane Friederike Hohenstein-Wallersdorf (page 1): the organisation does not fit and was cut.',
      ]);
    },
  );
});

describe('signs', () => {
  test.skipIf(!HAS_POPPLER)('that no font has are left out, and reported with the name', async () => {
    const people = named('Åse Žižka Ψυχή Ёлка Nguyễn', 'Zoe \u{10fffd}', '\u{10fffd}');
    const missing = findMissingSigns(people, FAIR, createTypstPrinter().withoutGlyph);
    const done = await print(people, { missing });
    expect(messages(done)).toEqual([
      'Zoe \u{10fffd} (page 2): no font has \u{10fffd} (U+10FFFD), in the name; left out.',
      '\u{10fffd} (page 3): no font has \u{10fffd} (U+10FFFD), in the name; no name is printed.',
    ]);
    const names = textOfPages(await save(done)).map((page) => page.split('\n')[2]);
    expect(names).toEqual(['Åse Žižka Ψυχή', 'Zoe', 'Example AS']);
  });

  test.skipIf(!HAS_POPPLER)('of hostile names are text and nothing else', async () => {
    const hostile = [
      '#panic("x")',
      '"] #text(red)[',
      '\\") #read("/etc/passwd")',
      '<b>bold</b> & co',
      '$x^2$ *bold* _it_ // c',
      '`raw` @ref <label>',
      '{{attendee.email}}',
    ];
    const pages = textOfPages(await save(await print(named(...hostile))));
    expect(
      pages.map((page) => page.slice(0, page.indexOf('\nExample AS')).split('\n').slice(2).join(' ')),
    ).toEqual(hostile);
  });

  test('of any kind end no run: control characters, half surrogates, overrides, blanks only', async () => {
    const names = [
      'a\u0000\u0007b\u001b[31m',
      '\ud800',
      '\u202eevil',
      '\u200b',
      '   ',
      '\n\n',
      'a\r\nb',
      '\ufeff',
      '\u2028',
    ];
    const done = await print(named(...names));
    expect(pictures(done)).toHaveLength(names.length);
  });

  test.skipIf(!HAS_SHARED_DATA)(
    'of all the naughty strings of the world end no run, and change only their own page',
    async () => {
      const strings: readonly string[] = JSON.parse(
        Buffer.from(readShared('naughty-strings.json')).toString(),
      );
      const people = [...strings, 'Last One'].map((text, index) =>
        attendee({ id: `p${index}`, name: text, organisation: text, unit: text, role: text }),
      );
      const done = await print(people);
      expect(pictures(done)).toHaveLength(people.length);
      if (!HAS_POPPLER) return;
      const pages = textOfPages(await save(done));
      const alone = textOfPages(await save(await print(people.slice(-1))));
      expect(pages.at(-1)).toBe(alone[0]);
      expect(pages.filter((page) => !page.endsWith('Hosted by: Example Foundation\nParticipant\n'))).toEqual(
        [],
      );
    },
  );
});

describe('the page to look through them', () => {
  test('holds one picture per badge, and names that stay text', async () => {
    const done = await print(named('<script>alert(1)</script>', '" onload="x', 'Ann {{id}}'));
    const page = String(contentOf(done, 'badges.html'));
    expect(pictures(done)).toHaveLength(3);
    expect([...page.matchAll(/<bdi>(.*?)<\/bdi>/g)].map((match) => match[1])).toEqual([
      '&lt;script&gt;alert(1)&lt;/script&gt;',
      '&quot; onload&#x3D;&quot;x',
      'Ann {{id}}',
    ]);
    expect(page).toContain('data-search="&quot; onload&#x3D;&quot;x example as  p2"');
    expect(page.match(/<script/g)).toHaveLength(1);
  });

  test('refers to no shape that it does not hold, and to nothing elsewhere', async () => {
    const page = String(contentOf(await print([ANN], { placements: [seat('music-2')] }), 'badges.html'));
    const ids = new Set([...page.matchAll(/\bid="([^"]+)"/g)].map((match) => match[1]));
    const used = [...page.matchAll(/href="#([^"]+)"|url\(#([^)]+)\)/g)].map((match) => match[1] ?? match[2]);
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter((one) => !ids.has(one))).toEqual([]);
    expect(page).not.toMatch(/(?:src|href)="(?!#|data:)|https?:/);
  });

  test('marks the badges with findings', async () => {
    const page = String(contentOf(await print(named('Ann', 'x'.repeat(500))), 'badges.html'));
    expect(page.match(/<figure [^>]* data-found>/g)).toHaveLength(1);
    expect(page).toContain('Only the 1 to look at');
  });
});

describe('a broken template', () => {
  const failureOf = async (template: string) => {
    try {
      await print(named('Ann', 'Bo'), { template });
    } catch (error) {
      return (error as SosentError).problems.map(({ code, message, location }) => [
        code,
        message,
        location?.line,
      ]);
    }
    return undefined;
  };

  test.each([
    ['#badge(\n{{#if id}})', 'SOS501', /^The template cannot be read: it ends too early\.$/, 2],
    [
      '#badge({{id}},\n{{#if id}}{{/each}})',
      'SOS501',
      /^The template cannot be read: if doesn't match each/,
      2,
    ],
    [
      '#badge({{id}},\n {{attendee.nmae}})',
      'SOS502',
      /^The template uses "attendee\.nmae", which does not exist\.$/,
      2,
    ],
    ['#badge({{id}}, {{list words language}})', 'SOS502', /^The template fails at "language": .*\.$/, 1],
    [
      '#badge(\n{{id}},\n  bnd({{id}}))',
      'SOS504',
      /^Typst refuses .* unknown variable: bnd \(bnd\("p1"\)\)\)\.$/,
      3,
    ],
    ['#badge({{id}}, image("/etc/hostname"))', 'SOS504', /^Typst refuses .* file not found/, 1],
    [
      '#badge({{id}},\n  band(3))',
      'SOS504',
      /^Typst refuses .* no method `trim` \(lib\/fit\.typ, line \d+\)\.$/,
      1,
    ],
    ['#badge({{id}})\n#pagebreak()\nmore', 'SOS504', /pagebreaks are not allowed inside of containers/, 2],
    ['nothing', 'SOS504', /^The template makes 0 cards on 2 pages for 2 cards on 2 pages\.$/, undefined],
  ])('is a problem with its place: %j', async (template, code, message, line) => {
    expect(await failureOf(template)).toEqual([[code, expect.stringMatching(message), line]]);
  });
});

function pictures(done: BadgePrint): readonly string[] {
  return String(contentOf(done, 'badges.html')).match(/<figure [^>]*>\n<svg /g) ?? [];
}
