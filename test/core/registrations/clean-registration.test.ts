import { describe, expect, it } from 'vitest';
import { registrationCleaner } from '../../../src/core/registrations/clean-registration.ts';
import { phoneReader } from '../../../src/core/registrations/read-phone.ts';
import { registration, testEvent } from './event.ts';

const clean = registrationCleaner(testEvent());

describe('registrationCleaner', () => {
  it('takes blanks off the ends and alters nothing else', () => {
    const { value, problems } = clean(
      registration(
        {
          givenName: ' Wilhelm ',
          familyName: '  von der  Lippe\u00a0',
          email: ' Wilhelm@BAERUM.example ',
          organisation: 'bÆRUM  Kommune',
          type: ' kommune',
          language: 'Norsk (bokmål)',
          registeredAt: '5.9.2016 kl. 08.12',
        },
        { wishes: ['Barn & unge', '', 'the elderly;'], extra: { Notat: ' A\u030a pent ' } },
      ),
    );
    expect(problems).toEqual([]);
    expect(value).toMatchObject({
      sourceId: '',
      fields: {
        name: 'Wilhelm von der  Lippe',
        email: 'Wilhelm@BAERUM.example',
        organisation: 'bÆRUM  Kommune',
        type: 'municipality',
        language: 'nb',
        wishes: 'barn-unge > eldre',
        status: '',
        registeredAt: '2016-09-05T08:12:00',
      },
      extra: { Notat: 'Å pent' },
    });
  });

  it.each(['', '-', ' ... '])('rejects a row whose name is "%s"', (name) => {
    const { value, problems } = clean(registration({ name, email: 'a@b.example' }));
    expect(value).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'SOS207', location: { line: 2, column: 'Navn' } }]);
  });

  it.each([
    'kari(a)oslo.example',
    'kari@oslo',
    'kari@@oslo.example',
    'kari oslo@x.example',
    '.kari@x.example',
    'kari..n@x.example',
    'kari@x..example',
    'ingen',
    'a@b.example\nBcc: c@d.example',
    'anonymous',
  ])('rejects a row whose e-mail address is %j', (email) => {
    const { value, problems } = clean(registration({ name: 'Kari', email }));
    expect(value).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'SOS208', location: { line: 2, column: 'E-post' } }]);
  });

  it.each([
    "o'neil+tag@sub.x-y.example",
    'mailto:kari@x.example',
    'kåre@blåbær.example',
    'k@xn--blbr-roah.example',
  ])('accepts %s', (email) => {
    expect(clean(registration({ name: 'Kari', email })).problems).toEqual([]);
  });

  it('imports a person without a type that nobody knows, and names the closest', () => {
    const { value, problems } = clean(registration({ name: 'Kari', type: 'Bisnes' }));
    expect(value?.fields.type).toBe('');
    expect(problems).toEqual([
      {
        code: 'SOS209',
        severity: 'error',
        message: 'Unknown attendee type "Bisnes".',
        hint: expect.stringContaining('Did you mean "Business"?'),
        location: { file: 'csv-a.csv', line: 2, column: 'Type' },
      },
    ]);
  });

  it('keeps the column of types where the event has none', () => {
    const untyped = registrationCleaner({ ...testEvent(), attendeeTypes: [] });
    const { value, problems } = untyped(registration({ name: 'Kari', type: 'Lærer' }));
    expect({ type: value?.fields.type, extra: value?.extra, problems }).toEqual({
      type: '',
      extra: { Type: 'Lærer' },
      problems: [],
    });
  });

  it.each([
    ['Avmeldt', 'cancelled', 0],
    ['CANCELED', 'cancelled', 0],
    ['Kansellert', 'cancelled', 0],
    ['Bekreftet', 'registered', 0],
    ['Ja', 'registered', 0],
    ['Nei', 'cancelled', 0],
    ['nej tack', 'cancelled', 0],
    ['Nein', 'cancelled', 0],
    ['FALSE', 'cancelled', 0],
    ['Storniert', 'cancelled', 0],
    ['Tilmeldt', 'registered', 0],
    ['Anmäld', 'registered', 0],
    ['Kanskje', 'registered', 1],
    ['n', 'registered', 1],
    ['0', 'registered', 1],
    ['', '', 0],
    ['Venteliste', 'registered', 1],
  ])('reads the status "%s" as %s', (status, expected, problems) => {
    const cleaned = clean(registration({ name: 'Kari', status }));
    expect([cleaned.value?.fields.status, cleaned.problems.length]).toEqual([expected, problems]);
  });

  it('takes a number to E.164, and keeps what is none', () => {
    const reader = registrationCleaner(testEvent(), { phones: phoneReader('NO') });
    const phone = (text: string) => reader(registration({ name: 'Kari', phone: text })).value?.fields.phone;
    expect(['\u202a912 00 001\u202c', ' 912 00 00 ', ''].map(phone)).toEqual([
      '+4791200001',
      '912 00 00',
      '',
    ]);
  });

  it('takes a cell apart that holds a name and an address, or two addresses, and says so', () => {
    const apart = (name: string, email: string) => {
      const { value, problems } = clean(registration({ name, email }));
      return [value?.fields.name, value?.fields.email, value?.extra, problems.map((one) => one.message)];
    };
    expect(apart('Kari Moe <kari@x.example>', '')).toEqual([
      'Kari Moe',
      'kari@x.example',
      {},
      ['"Kari Moe <kari@x.example>" was taken apart: name Kari Moe, address kari@x.example.'],
    ]);
    expect(apart('Kari Moe <kari@x.example>', 'km@y.example')).toEqual([
      'Kari Moe',
      'km@y.example',
      {},
      [
        '"Kari Moe <kari@x.example>" was taken apart: name Kari Moe, the address kari@x.example is left out, because km@y.example stands in its column.',
      ],
    ]);
    expect(apart('', 'Kari Moe <kari@x.example>').slice(0, 2)).toEqual(['Kari Moe', 'kari@x.example']);
    expect(apart('Kari', 'kari@x.example, ola@x.example')).toEqual([
      'Kari',
      'kari@x.example',
      { 'E-post (2)': 'ola@x.example' },
      [
        '"kari@x.example, ola@x.example" was taken apart: mail goes to kari@x.example; kept as an extra column: ola@x.example.',
      ],
    ]);
  });

  it('says which address was probably meant, and does not import a guess', () => {
    const { value, problems } = clean(registration({ name: 'Kari', email: 'kari(a)oslo.example' }));
    expect([value, problems]).toEqual([
      undefined,
      [
        {
          code: 'SOS208',
          severity: 'error',
          message: '"kari(a)oslo.example" is not an e-mail address; the row was not imported.',
          hint: 'Did you mean "kari@oslo.example"? Mend or empty the cell and import the file again.',
          location: { file: 'csv-a.csv', line: 2, column: 'E-post' },
        },
      ],
    ]);
  });

  it.each([
    ['English', 'en'],
    ['Engelska', 'en'],
    ['norwegisch', 'nb'],
    ['Nynorsk', 'nb'],
    ['nb-NO', 'nb'],
    ['', ''],
  ])('reads the language "%s"', (text, language) => {
    expect(clean(registration({ name: 'Kari', language: text })).value?.fields.language).toBe(language);
  });

  it('warns of a language that the event does not speak', () => {
    expect(clean(registration({ name: 'Kari', language: 'Suomi' })).problems).toMatchObject([
      { code: 'SOS214' },
    ]);
  });
});

describe('wishes', () => {
  const wishes = (more: { wishes?: string[]; list?: string }) => {
    const { value, problems } = clean(registration({ name: 'Kari' }, more));
    return [value?.fields.wishes, problems.map(({ code, message }) => `${code} ${message}`)];
  };

  it.each([
    ['Arbeid; Barn og unge;', 'arbeid > barn-unge'],
    ['Arbeid, Children & youth', 'arbeid > barn-unge'],
    ['Omsorg, helse og alder, Work', 'eldre > arbeid'],
    ['1. Arbeid\n2. Eldre', 'arbeid > eldre'],
    ['ELDRE>arbeid', 'eldre > arbeid'],
    ['1: Arbeid; 2: Eldre', 'arbeid > eldre'],
    ['Eldre (2), Arbeid (1)', 'arbeid > eldre'],
    ['2. Eldre\n1. Arbeid', 'arbeid > eldre'],
    ['1. Arbeid 2. Eldre 3. Oppvekst', 'arbeid > eldre > barn-unge'],
    ['1) Arbeid, 1) Eldre', 'arbeid = eldre'],
    ['#1 Arbeid | #2 Eldre', 'arbeid > eldre'],
    ['1️⃣ Arbeid 👷 | 2️⃣ Eldre ❤️', 'arbeid > eldre'],
    ['1. valg: Arbeid; 2. valg: Eldre', 'arbeid > eldre'],
    ['Arbeid - 1; Eldre - 2', 'arbeid > eldre'],
    ['• Arbeid • Eldre', 'arbeid > eldre'],
    ['Arbeid → Eldre', 'arbeid > eldre'],
    ['Arbeid / Eldre', 'arbeid > eldre'],
    ['Arbeid,,Eldre,', 'arbeid > eldre'],
    ['1. Omsorg, helse og alder, 2. Arbeid', 'eldre > arbeid'],
    ['inga preferanse', ''],
    ['Ingen preferanse', ''],
    ['', ''],
  ])('ranks the list %j', (list, expected) => {
    expect(wishes({ list })).toEqual([expected, []]);
  });

  it('takes a misspelt theme that is clearly one, and says so', () => {
    expect(wishes({ wishes: ['Eldr', 'Arbied'] })).toEqual([
      'eldre',
      ['SOS213 "Eldr" is read as "Eldre".', 'SOS203 Unknown theme "Arbied" in wish 2.'],
    ]);
  });

  it('takes a title to which something was added, and says so', () => {
    expect(wishes({ list: 'Arbeid (fullt)' })).toEqual([
      'arbeid',
      ['SOS213 "Arbeid (fullt)" is read as "Arbeid".'],
    ]);
  });

  it('keeps a rank out of what it reports', () => {
    expect(wishes({ list: '1. Romfart; 2. Arbeid' })).toEqual([
      'arbeid',
      ['SOS203 Unknown theme "Romfart" in a wish.'],
    ]);
  });

  it('leaves out an unknown theme and keeps the rest of the list', () => {
    expect(wishes({ list: 'Romfart, og planeter; Arbeid' })).toEqual([
      'arbeid',
      ['SOS203 Unknown theme "Romfart, og planeter" in a wish.'],
    ]);
  });

  it('keeps the better rank of a theme wished twice', () => {
    expect(wishes({ wishes: ['Arbeid', 'Eldre', 'Work'] })).toEqual([
      'arbeid > eldre',
      ['SOS211 "Work" is wished twice; the better rank counts.'],
    ]);
  });

  it('ties several themes in the column of one rank', () => {
    expect(wishes({ wishes: ['Arbeid; Eldre', 'Oppvekst'] })).toEqual(['arbeid = eldre > barn-unge', []]);
  });
});
