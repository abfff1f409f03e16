import { describe, expect, it } from 'vitest';
import { mapColumns } from '../../../src/sources/columns/map-columns.ts';

const map = (headers: string, columns: Readonly<Record<string, string>> = {}, row = '') => {
  const { fields, problems } = mapColumns(
    { file: 'list.csv', headers: headers.split(';'), sample: [{ line: 2, cells: row.split(';') }] },
    Object.entries(columns).map(([header, field]) => ({ header, field })),
  );
  return { fields, problems };
};

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
          hint: 'To decide otherwise:\n  --map "Work email=email"\n  or in sosent.yaml under columns:  "Work email": email',
          location: { file: 'list.csv', line: 1, column: 'Work email' },
        },
      ],
    });
  });

  it.each([
    [
      'Swedish',
      'Tidsstämpel;Förnamn;Efternamn;E-postadress;Mobilnummer;Arbetsgivare;Förvaltning;Befattning;Deltagartyp;Förstahandsval;Andrahandsval;3:e val;Specialkost;Behov av anpassning;Övrigt',
    ],
    [
      'Danish',
      'Tidsstempel;Fornavn;Efternavn;E-mailadresse;Mobil;Arbejdsplads;Afdeling;Stilling;Deltagertype;1. prioritet;2. prioritet;Tredje ønske;Madallergier;Særlige behov;Bemærkninger',
    ],
    [
      'German',
      'Zeitstempel;Vorname;Nachname;E-Mail-Adresse;Handynummer;Arbeitgeber;Abteilung;Funktion;Teilnehmertyp;Erstwunsch;Zweitwunsch;3. Wahl;Unverträglichkeiten;Unterstützungsbedarf;Bemerkungen',
    ],
    [
      'nynorsk',
      'Registrert;Førenamn;Etternamn;E-post;Mobil;Verksemd;Eining;Stilling;Deltakartype;Fyrsteval;Andreval;Tredje ønske;Matallergiar;Særskilde behov;Merknad',
    ],
  ])('reads a form in %s', (_language, headers) => {
    expect(map(headers)).toEqual({
      fields: [
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
        'extra',
      ],
      problems: [],
    });
  });

  it.each([
    ['Hvilke temaer er du mest interesseret i?', 'wishes'],
    ['Vilka ämnen är du mest intresserad av? Rangordna dem.', 'wishes'],
    ['Welche Themen interessieren Sie am meisten?', 'wishes'],
    ['Har du någon allergi eller intolerans?', 'dietary'],
    ['Haben Sie Allergien oder Unverträglichkeiten?', 'dietary'],
    ['Har du brug for tilgængelighed i lokalet?', 'accessibility'],
    ['Would you like to meet them, and what do you prefer?', 'extra'],
  ])('reads the question "%s" as %s', (header, field) => {
    expect(map(header).fields).toEqual([field]);
  });

  /** The last header is the one in question; the others say which language the table speaks. */
  it.each([
    ['an agency in Danish', 'Fornavn;Efternavn;Arbejdsplads;Styrelse', 'unit'],
    ['a board in Swedish', 'Förnamn;Efternamn;Arbetsgivare;Styrelse', 'extra'],
    ['a job title in Danish', 'Fornavn;Efternavn;E-mail;Titel', 'role'],
    ['Dr. or Prof. in German', 'Vorname;Nachname;E-Mail;Titel', 'extra'],
    ['an agency in Norwegian', 'Fornavn;Etternavn;E-post;Etat', 'unit'],
    ['a budget in German', 'Vorname;Nachname;E-Mail;Etat', 'extra'],
    ['a part in the event in Swedish', 'Förnamn;Efternamn;E-post;Roll', 'role'],
    ['a number of a list in English', 'First name;Last name;Email;Roll', 'extra'],
    ['food in Norwegian', 'Fornavn;Etternavn;E-post;Mat', 'dietary'],
    ['nothing in Danish, which says mad', 'Fornavn;Efternavn;E-mail;Mat', 'extra'],
    ['food in Danish', 'Fornavn;Efternavn;E-mail;Mad', 'dietary'],
    ['costs in German, not the diet', 'Vorname;Nachname;E-Mail;Kosten', 'extra'],
    ['experience in German, near to the diet', 'Vorname;Nachname;E-Mail;Erfahrung', 'extra'],
    ['attendance in German, near to the attendee', 'Vorname;Nachname;E-Mail;Teilnahme', 'extra'],
    ['attendance in Swedish, near to the attendee', 'Förnamn;Efternamn;E-post;Deltagande', 'extra'],
    ['a buyer in Norwegian, near to a German order number', 'Fornavn;Etternavn;E-post;Bestiller', 'extra'],
    ['a buyer in German', 'Vorname;Nachname;E-Mail;Besteller', 'extra'],
    ['an employer in Swedish', 'Förnamn;Efternamn;E-post;Region', 'organisation'],
    ['a part of the country in English', 'First name;Last name;Email;Region', 'extra'],
    ['a phone in German', 'Vorname;Nachname;E-Mail;Handy', 'phone'],
    ['gender in Swedish', 'Förnamn;Efternamn;E-post;Kön', 'extra'],
    ['other wishes in Swedish', 'Förnamn;Efternamn;E-post;Andra önskemål', 'extra'],
    ['the second wish beside a first one', 'Förnamn;Efternamn;Första önskemål;Andra önskemål', 'wish.2'],
    ['other wishes in Norwegian', 'Fornavn;Etternavn;Førsteønske;Andreønske;Andre ønsker', 'extra'],
    ['other themes in nynorsk', 'Førenamn;Etternamn;E-post;Andre tema', 'extra'],
  ])('tells false friends apart: %s', (_case, headers, field) => {
    expect(map(headers).fields.at(-1)).toBe(field);
  });

  it('takes Name for the family name where no cell of it holds the given name', () => {
    expect(map('Vorname;Name', {}, 'Eva;Muster').fields).toEqual(['givenName', 'familyName']);
    expect(map('Vorname;Name', {}, 'Eva;Eva Muster').fields).toEqual(['extra', 'name']);
    expect(map('Vorname;Name', { Name: 'name' }, 'Eva;Muster').fields).toEqual(['extra', 'name']);
  });

  it('is done in a moment with a header as long as a book', () => {
    const book = 'themes that interest '.repeat(50_000);
    const before = performance.now();
    expect(map(`Navn;${book}`).fields[0]).toBe('name');
    expect(performance.now() - before).toBeLessThan(2000);
  });

  it('has nothing left to say of two columns once the organiser has decided', () => {
    expect(map('E-post;Work email', { 'Work email': 'email' })).toEqual({
      fields: ['extra', 'email'],
      problems: [],
    });
  });

  it('means the very header before one that differs in punctuation', () => {
    expect(map('T-shirt;T shirt', { 'T shirt': 'skip', 'T-shirt': 'role' }).fields).toEqual(['role', 'skip']);
    expect(map('???;!!!', { '!!!': 'name' }).fields).toEqual(['extra', 'name']);
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
