import { describe, expect, it } from 'vitest';
import { organisationKey } from '../../../src/core/organisations/organisation-key.ts';
import { suggestOrganisations } from '../../../src/core/organisations/suggest-organisations.ts';
import { tellNearEquals, toOrganisation } from '../../../src/core/organisations/tell-near-equals.ts';
import type { Organisation } from '../../../src/model/event.ts';

const settings = (organisations: readonly Organisation[] = [], delegated: readonly string[] = []) => ({
  organisations,
  delegations: {
    named: [{ id: 'd', title: {}, organisations: delegated, units: [], domains: [] }],
    minimumSize: 0,
  },
});
const times = (count: number, name: string) => Array.from({ length: count }, () => name);

it.each([
  ['Bærum kommune', 'BÆRUM KOMMUNE', 'Baerum Kommune', 'Bærum komm.', 'Bærum  kom'],
  ['Ålesund kommune', 'Aalesund kommune', 'Alesund kommune'],
  ['Øygarden kommune', 'Oygarden kommune', 'Oeygarden kommune'],
  ['Språng AS', 'Språng A/S', 'sprang a.s.', 'Språng'],
  ['Kirkens Bymisjon Oslo', 'Kirkens bymisjon, Oslo', 'Kirkens Bymisjon - Oslo'],
  ['Arbeid & inkludering', 'Arbeid og inkludering', 'Arbeid och inkludering'],
  ['Café Ègal', 'Cafe Egal'],
])('%s is nearly equal to its other spellings', (...names) => {
  expect(new Set(names.map(organisationKey)).size).toBe(1);
});

it.each([
  ['Bærum kommune', 'Asker kommune'],
  ['Bydel 1', 'Bydel 2'],
  ['Oslo kommune', 'Oslo fylkeskommune'],
  ['AS', 'AB'],
])('%s is not %s', (a, b) => {
  expect(organisationKey(a)).not.toBe(organisationKey(b));
});

describe('suggestOrganisations', () => {
  it('puts spellings together, the most common first, and proposes it', () => {
    const names = [
      ...times(3, 'Bærum kommune'),
      ...times(2, 'Baerum Kommune'),
      'BÆRUM KOMMUNE',
      ...times(2, 'Asker kommune'),
      '',
    ];
    expect(suggestOrganisations(names, settings())).toEqual([
      {
        name: 'Bærum kommune',
        spellings: [
          { name: 'Bærum kommune', people: 3 },
          { name: 'Baerum Kommune', people: 2 },
          { name: 'BÆRUM KOMMUNE', people: 1 },
        ],
        sure: true,
      },
    ]);
  });

  it('takes a rare name for a misspelling of a common one a letter away, and is not sure', () => {
    const names = [...times(5, 'Sandnes kommune'), 'Sandens kommune'];
    expect(suggestOrganisations(names, settings())).toEqual([
      {
        name: 'Sandnes kommune',
        spellings: [
          { name: 'Sandnes kommune', people: 5 },
          { name: 'Sandens kommune', people: 1 },
        ],
        sure: false,
      },
    ]);
  });

  it.each([
    ['short names', [...times(9, 'Lund kommune'), 'Sund kommune', 'Lunn kommune']],
    ['another figure', [...times(9, 'Skole nummer 12'), 'Skole nummer 13']],
    ['another first letter', [...times(9, 'Vestre bydel'), 'Mestre bydel']],
    ['two that are common', [...times(5, 'Stjernen skole'), ...times(4, 'Stjerner skole')]],
    ['one spelling', times(9, 'Oslo kommune')],
  ])('suggests nothing for %s', (_case, names) => {
    expect(suggestOrganisations(names, settings())).toEqual([]);
  });

  it('prefers the spelling that sosent.yaml has, also as an organisation of a delegation', () => {
    const names = [...times(4, 'Baerum komm'), 'Bærum kommune'];
    expect(suggestOrganisations(names, settings([], ['Bærum kommune'])).map((one) => one.name)).toEqual([
      'Bærum kommune',
    ]);
  });

  it('is quiet about aliases, and about names that the organiser lists apart', () => {
    const names = ['Sprang AS', 'Språng', 'Bærum kommune', 'Baerum komm.'];
    const organisations = [
      { name: 'Språng', aliases: [], units: [] },
      { name: 'Sprang AS', aliases: [], units: [] },
      { name: 'Bærum kommune', aliases: ['Baerum komm.'], units: [] },
    ];
    expect(suggestOrganisations(names, settings(organisations))).toEqual([]);
  });

  it('does not depend on the order of the attendees', () => {
    const names = ['Bærum komm.', 'Bærum kommune', 'BÆRUM KOMMUNE', 'Sprang', 'Språng AS'];
    expect(suggestOrganisations(names.toReversed(), settings())).toEqual(
      suggestOrganisations(names, settings()),
    );
  });

  it('looks through 100,000 names in seconds, because it does not compare each with each', () => {
    const code = (index: number) =>
      String(index).replace(/\d/g, (digit) => 'bcdfghklmn'.charAt(Number(digit)));
    const names = Array.from({ length: 100_000 }, (_, index) => `Virksomhet ${code(index)} i Storgata`);
    const started = performance.now();
    const all = [...names, ...names, ...times(9, 'Sandnes kommune'), 'Sandens kommune'];
    expect(suggestOrganisations(all, settings()).map((one) => one.name)).toEqual(['Sandnes kommune']);
    expect(performance.now() - started).toBeLessThan(30_000);
  }, 60_000);
});

describe('tellNearEquals', () => {
  const found = {
    name: 'Bærum kommune',
    spellings: [
      { name: 'Bærum kommune', people: 12 },
      { name: 'BÆRUM KOMMUNE', people: 3 },
      { name: 'Baerum "komm."', people: 1 },
    ],
    sure: true,
  };

  it('says what to write into sosent.yaml; capital letters alone need no alias', () => {
    expect(tellNearEquals(found, { organisations: [] })).toEqual({
      code: 'SOS245',
      severity: 'hint',
      message: 'Perhaps one organisation: "Bærum kommune" (12), "BÆRUM KOMMUNE" (3), "Baerum "komm."" (1).',
      hint: 'If so, add to sosent.yaml under organisations:  - { name: "Bærum kommune", aliases: ["Baerum \\"komm.\\""] }  If not, list each as a name of its own.',
      facts: {
        spellings: found.spellings,
        name: 'Bærum kommune',
        aliases: ['Baerum "komm."'],
        isListed: false,
      },
    });
    expect(toOrganisation(found)).toEqual({
      name: 'Bærum kommune',
      aliases: ['Baerum "komm."'],
      units: [],
    });
  });

  it('names the entry that is there already', () => {
    const organisations = [{ name: 'Bærum kommune', aliases: ['Bærum'], units: [] }];
    expect(tellNearEquals(found, { organisations }).hint).toBe(
      'If so, add to the aliases of "Bærum kommune" in sosent.yaml: "Baerum \\"komm.\\""',
    );
  });
});
