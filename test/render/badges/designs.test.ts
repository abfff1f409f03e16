import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Attendee } from '../../../src/model/attendee.ts';
import { printBadges } from '../../../src/render/badges/print-badges.ts';
import { createTypstPrinter } from '../../../src/sinks/typst-printer.ts';
import { attendee } from '../../core/assign/small-instances.ts';
import { FAIR, printJob } from '../../helpers/badge-fixtures.ts';
import { HAS_POPPLER, savePdf, textOfPages } from '../../helpers/print-tools.ts';

const FOLDER = fileURLToPath(new URL('../../../templates/badges/', import.meta.url));
/** Covers and blank badges say nobody's name. */
const FRONTS = readdirSync(FOLDER).filter(
  (file) => file.endsWith('.typ.hbs') && !/\.back\.|^(?:blank|cover)\./.test(file),
);
const BACKS = readdirSync(FOLDER).filter((file) => file.endsWith('.back.typ.hbs'));

const SIZES = {
  portrait: ['a5', 'a6', 'a7', '100x150'],
  landscape: ['90x55', '86x54', '4x3in'],
  strip: ['wristband'],
} as const;

const INGRID = attendee({
  id: 'p1',
  code: 'V4Y4',
  name: 'Ingrid Johannessen',
  organisation: 'Municipality of Northby',
  unit: 'Old Harbour',
  role: 'Adviser',
  type: 'municipality',
  extra: { Pronouns: 'she/her', Speaks: 'Norsk, English', Photos: 'no' },
});
const EVENT = {
  ...FAIR,
  badges: {
    ...FAIR.badges,
    pronouns: 'Pronouns',
    languages: 'Speaks',
    photo: { column: 'Photos', no: ['no'] },
  },
};
const SEAT = { attendee: 'p1', session: 'work-1', timeSlot: '1', kind: 'assigned', rank: 1 } as const;

function sizesOf(file: string): readonly string[] {
  if (file.startsWith('strip.')) return SIZES.strip;
  return file.includes('.landscape.') ? SIZES.landscape : SIZES.portrait;
}

/** What stands on the card of this person, and what is to be looked at. */
async function show(file: string, size: string, person: Attendee, givenName: 'normal' | 'large' = 'normal') {
  const done = await printBadges(
    createTypstPrinter(),
    printJob([person], {
      event: { ...EVENT, badges: { ...EVENT.badges, givenName } },
      placements: [SEAT],
      size,
      template: readFileSync(`${FOLDER}${file}`, 'utf8'),
    }),
  );
  const [text = ''] = textOfPages(await savePdf(Buffer.from(done.files[0]?.content ?? '')));
  return { text: text.replace(/\s+/g, ' '), findings: done.findings.map((one) => one.problem.message) };
}

describe.skipIf(!HAS_POPPLER)('the built-in designs', () => {
  const fronts = FRONTS.flatMap((file) => sizesOf(file).map((size) => [file, size] as const));

  test.each(fronts)(
    '%s on %s says who it is, of what type, and the code, with nothing cut',
    async (...card) => {
      const { text, findings } = await show(...card, INGRID);
      const missing = [
        'Ingrid Johannessen',
        'Municipality of Northby',
        'Municipality',
        'V4Y4',
        'No photos',
      ].filter((one) => !text.includes(one));
      expect({ missing, findings }).toEqual({ missing: [], findings: [] });
    },
  );

  test.each(fronts)('%s on %s holds a name of eighty letters, with no letter lost', async (...card) => {
    const name = 'Maximiliane Friederike Hohenstein-Wallersdorf von und zu Example-Langenstocking';
    const { text, findings } = await show(...card, { ...INGRID, name });
    expect(text).toContain(name);
    expect(findings.filter((one) => one.includes('name does not fit'))).toEqual([]);
  });

  test.each(FRONTS.filter((file) => !file.startsWith('strip.')))(
    '%s takes a large given name',
    async (file) => {
      const { text, findings } = await show(file, sizesOf(file)[0] ?? '', INGRID, 'large');
      expect(text).toContain('Ingrid Johannessen');
      expect(findings).toEqual([]);
    },
  );

  test.each(
    BACKS.flatMap((file) =>
      (file.includes('.landscape.') ? ['90x55'] : ['a6', '90x55']).map((size) => [file, size] as const),
    ),
  )('%s on %s says when and where', async (...card) => {
    const { text, findings } = await show(...card, INGRID);
    expect(text).toMatch(/Your programme 09:00–12:30 work Hall 10:00–12:30 Free choice .*Town Hall/);
    expect(findings).toEqual([]);
  });
});
