import { describe, expect, it } from 'vitest';
import { findWishRank } from '../../src/sources/columns/find-wish-rank.ts';
import { mapColumns } from '../../src/sources/columns/map-columns.ts';

const map = (headers: string, columns: Readonly<Record<string, string>> = {}, delimiter = ';') =>
  mapColumns(
    headers.split(delimiter),
    Object.entries(columns).map(([header, field]) => ({ header, field })),
    'list.csv',
  );

describe('mapColumns', () => {
  it('knows the headers of a Norwegian registration export', () => {
    const headers =
      'Ordrenr;Registrert;Fornavn;Etternavn;E-post;Mobil;Organisasjon;Enhet/bydel;Stilling;Deltakertype;Tema 1. valg;Tema 2. valg;Tema 3. valg;Matallergier;Behov for tilrettelegging;Hva trenger dere?;Status;Kommentar';
    expect(map(headers, { 'Hva trenger dere?': 'needs' })).toEqual({
      fields: [
        'sourceId',
        'registeredAt',
        'givenName',
        'familyName',
        'email',
        'phone',
        'organisation',
        'unit',
        'role',
        'type',
        'wish.1',
        'wish.2',
        'wish.3',
        'dietary',
        'accessibility',
        'needs',
        'status',
        'extra',
      ],
      problems: [],
    });
  });

  it('knows the questions of an English web form', () => {
    const headers =
      'Submitted at;Email address;Full name;Organization;Department;I am a;Preferred language;Which themes interest you most? (rank them, first = most);Dietary requirements;Accessibility needs;What are you looking for?;What can you offer?;How did you hear about us?';
    const columns = { 'What are you looking for?': 'needs', 'What can you offer?': 'solutions' };
    expect(map(headers, columns)).toEqual({
      fields: [
        'registeredAt',
        'email',
        'name',
        'organisation',
        'unit',
        'type',
        'language',
        'wishes',
        'dietary',
        'accessibility',
        'needs',
        'solutions',
        'extra',
      ],
      problems: [],
    });
  });

  it("knows the list of a teachers' day", () => {
    const headers =
      'Name;Email;School;Subject area;Workshop 1st choice;Workshop 2nd choice;Workshop 3rd choice;Dietary;Notes';
    expect(map(headers)).toEqual({
      fields: ['name', 'email', 'organisation', 'unit', 'wish.1', 'wish.2', 'wish.3', 'dietary', 'extra'],
      problems: [],
    });
  });

  it('forgives case, punctuation, a letter or two, and what stands in brackets', () => {
    expect(
      map('FULL NAME *;e-mial address;Organsation;Telefon (valgfritt);Har du noen allergier?').fields,
    ).toEqual(['name', 'email', 'organisation', 'phone', 'dietary']);
  });

  it('reads headers in nynorsk', () => {
    expect(map('Førenamn;Etternamn;Verksemd;Eining;Fyrsteval;Andreval;Språk').fields).toEqual([
      'givenName',
      'familyName',
      'organisation',
      'unit',
      'wish.1',
      'wish.2',
      'language',
    ]);
  });

  it('takes the word of the organiser before its own', () => {
    expect(map('Navn;Kommentar;Tema', { kommentar: 'dietary', Tema: 'extra' }).fields).toEqual([
      'name',
      'dietary',
      'extra',
    ]);
  });

  it('uses one of two columns for one field, and says how to decide otherwise', () => {
    expect(map('Navn;E-post;Work email')).toEqual({
      fields: ['name', 'email', 'extra'],
      problems: [
        {
          code: 'SOS212',
          severity: 'warning',
          message: 'Two columns look like email: "E-post" is used, "Work email" is kept as an extra.',
          hint: 'To decide otherwise, add to sosent.yaml under columns:  "Work email": email',
          location: { file: 'list.csv', line: 1, column: 'Work email' },
        },
      ],
    });
  });

  it('leaves what it does not know alone', () => {
    expect(map('Navn;Kommentar;How did you hear about us?;T-shirt;Sko;Mailing list').fields).toEqual([
      'name',
      'extra',
      'extra',
      'extra',
      'extra',
      'extra',
    ]);
  });
});

describe('findWishRank', () => {
  it.each([
    ['Tema 1. valg', 1],
    ['1. ønske', 1],
    ['First choice', 1],
    ['Wish 1', 1],
    ['2nd choice', 2],
    ['Workshop 3rd choice', 3],
    ['Førstevalg', 1],
    ['Andre valg', 2],
    ['Tredjevalg', 3],
    ['Temaønske 2', 2],
    ['Prioritet 4', 4],
    ['Wishes [First choice]', 1],
    ['wish_10', 10],
    ['Your second preference', 2],
    ['First aid', undefined],
    ['Session 1', undefined],
    ['Tema', undefined],
    ['Valg', undefined],
    ['1. or 2. choice', undefined],
    ['Choice 0', undefined],
  ])('%s -> %s', (header, rank) => {
    expect(findWishRank(header)).toBe(rank);
  });
});
