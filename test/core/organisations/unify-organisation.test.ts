import fc from 'fast-check';
import { expect, it } from 'vitest';
import { organisationUnifier } from '../../../src/core/organisations/unify-organisation.ts';

const unify = organisationUnifier([
  { name: 'Oslo kommune', aliases: ['Oslo komm.', 'Kommunen i Oslo'], units: ['Bydel *', 'Kulturetaten'] },
  { name: 'NAV', aliases: [], units: ['*'] },
  { name: 'Bærum kommune', aliases: ['Baerum Kommune'], units: [] },
]);

it.each([
  ['Oslo komm.', '', 'Oslo kommune', ''],
  ['OSLO  KOMMUNE', '', 'Oslo kommune', ''],
  ['Baerum kommune', 'Kultur', 'Bærum kommune', 'Kultur'],
  ['Oslo kommune, Bydel Sagene', '', 'Oslo kommune', 'Bydel Sagene'],
  ['Oslo kommune - Bydel Sagene', '', 'Oslo kommune', 'Bydel Sagene'],
  ['Oslo kommune Bydel Sagene', '', 'Oslo kommune', 'Bydel Sagene'],
  ['Kommunen i Oslo / Kulturetaten', '', 'Oslo kommune', 'Kulturetaten'],
  ['Bydel Sagene, Oslo kommune', '', 'Oslo kommune', 'Bydel Sagene'],
  ['Bydel Sentrum, Bergen kommune', '', 'Bydel Sentrum, Bergen kommune', ''],
  ['bydel sagene', '', 'Oslo kommune', 'bydel sagene'],
  ['Bydel Sagene', 'Bydel Sagene', 'Oslo kommune', 'Bydel Sagene'],
  ['Bydel Sagene', 'Avdeling barn', 'Oslo kommune', 'Bydel Sagene, Avdeling barn'],
  ['NAV Bærum', '', 'NAV', 'Bærum'],
  ['Navigasjonen AS', '', 'Navigasjonen AS', ''],
  ['Oslo kommune, Byrådsavdelingen', '', 'Oslo kommune, Byrådsavdelingen', ''],
  ['Bærum kommune, Kultur', '', 'Bærum kommune, Kultur', ''],
  ['Asker Kommune', 'Kultur', 'Asker Kommune', 'Kultur'],
  ['', 'Bydel Sagene', '', 'Bydel Sagene'],
])('"%s" with unit "%s" is "%s" with "%s"', (organisation, unit, name, wanted) => {
  expect(unify({ organisation, unit })).toEqual({ organisation: name, unit: wanted });
});

it('without a rule, and whatever is written, nothing is altered', () => {
  const workplaces = fc.record({ organisation: fc.string(), unit: fc.string() });
  const none = organisationUnifier([]);
  fc.assert(
    fc.property(workplaces, (workplace) => {
      expect(none(workplace)).toEqual(workplace);
    }),
  );
});

it('unifying what is unified changes nothing', () => {
  const part = fc.constantFrom('Oslo kommune', 'oslo komm.', 'Bydel Sagene', 'NAV', ', ', ' - ', ' ', 'x');
  const cell = fc.array(part, { maxLength: 4 }).map((parts) => parts.join('').trim());
  fc.assert(
    fc.property(cell, cell, (organisation, unit) => {
      const once = unify({ organisation, unit });
      expect(unify(once)).toEqual(once);
    }),
  );
});
