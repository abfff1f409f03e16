import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Attendee } from '../../../src/model/attendee.ts';
import type { Event } from '../../../src/model/event.ts';
import { drawBadge } from '../../../src/render/badges/draw-badges.ts';
import { requireSize } from '../../../src/render/badges/sizes.ts';
import { createTextMeasurer } from '../../../src/render/badges/text-widths.ts';
import { createRasteriser } from '../../../src/sinks/rasteriser.ts';
import { createTypstPrinter } from '../../../src/sinks/typst-printer.ts';
import { attendee } from '../../core/assign/small-instances.ts';
import { builtIn, FAIR, printJob } from '../../helpers/badge-fixtures.ts';
import { NAMES_IN_SCRIPTS } from '../../helpers/names-in-scripts.ts';

const APPROVED = fileURLToPath(new URL('../../fixtures/badges/', import.meta.url));
const TEMPLATES = readdirSync(fileURLToPath(new URL('../../../templates/badges/', import.meta.url)));
const DOTS_PER_MM = 3;

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 50 20"><path fill="#00695c" d="M0 0h20v20H0z"/><path fill="#222" d="M24 4h26v4H24zm0 8h18v4H24z"/></svg>';
const EVENT: Event = {
  ...FAIR,
  badges: {
    ...FAIR.badges,
    pronouns: 'Pronouns',
    languages: 'Speaks',
    photo: { column: 'Photos', no: ['no'] },
  },
};
const INGRID = attendee({
  id: 'p1',
  code: 'V4Y4',
  name: 'Ingrid Johannessen',
  organisation: 'Norwegian Directorate for Integration and Diversity',
  unit: 'Old Harbour',
  role: 'Adviser',
  type: 'municipality',
  extra: { Pronouns: 'she/her', Speaks: 'Norsk, English', Photos: 'no' },
});

const printer = createTypstPrinter();
const rasteriser = await createRasteriser([]);

/** One side of a badge in this size, with the templates of a design for the shape of the card. */
function draw(person: Attendee, design: string, size: string, side: 'front' | 'back'): Buffer {
  const { shape, width } = requireSize(size);
  const find = (back: '' | '.back'): string | undefined =>
    [`${design}.${shape}${back}.typ.hbs`, `${design}${back}.typ.hbs`].find((one) => TEMPLATES.includes(one));
  const [front = '', back] = [find(''), find('.back')];
  const seat = { attendee: 'p1', session: 'work-1', timeSlot: '1', kind: 'assigned', rank: 1 } as const;
  const job = printJob([person], {
    event: EVENT,
    size,
    placements: [seat],
    logos: ['a.svg', 'b.svg'],
    template: builtIn(front).text,
    ...(back !== undefined && { back: builtIn(back).text }),
  });
  const files = { ...job.files, 'a.svg': LOGO, 'b.svg': LOGO };
  const drawing = { ...job, files, title: 'Fair', textOf: job.run.textOf, side };
  const svg = drawBadge(printer, person, { ...drawing, measure: createTextMeasurer(printer, files) });
  return Buffer.from(rasteriser.png(svg, width * DOTS_PER_MM));
}

/** Whether a picture is the one that was looked at; `UPDATE_PICTURES=1 npx vitest run <this file>` draws all anew. */
function isApproved(name: string, png: Buffer): boolean {
  const path = `${APPROVED}${name}.png`;
  if (process.env['UPDATE_PICTURES'] !== undefined) {
    mkdirSync(APPROVED, { recursive: true });
    writeFileSync(path, png);
  }
  return existsSync(path) && readFileSync(path).equals(png);
}

describe('look as approved', () => {
  const sides = ['classic', 'bold', 'minimal', 'programme'].flatMap((design) => [
    [design, 'a6', 'front'] as const,
    [design, '90x55', 'front'] as const,
    [design, '90x55', 'back'] as const,
    ...(design === 'classic' ? [] : [[design, 'a6', 'back'] as const]),
  ]);

  test.each([...sides, ['strip', 'wristband', 'front'] as const])('%s on %s, %s', (design, size, side) => {
    expect(isApproved(`${design}-${size}-${side}`, draw(INGRID, design, size, side))).toBe(true);
  });

  test.each(Object.entries(NAMES_IN_SCRIPTS))('a name in %s on a business card', (script, [name = '']) => {
    const person = { ...INGRID, name, organisation: name, unit: name };
    expect(isApproved(`name-${script.replace('á', 'a')}`, draw(person, 'classic', '90x55', 'front'))).toBe(
      true,
    );
  });
});
