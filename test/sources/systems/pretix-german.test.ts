import { expect, it } from 'vitest';
import { nobodyIsNamed, peopleOf, ticked } from './expected.ts';
import { readFixture } from './read-fixture.ts';

const COLUMNS = {
  sourceId: 'Position',
  organisation: 'Firma',
  registeredAt: 'Bestelldatum',
  status: 'Status',
};
const BUYER = {
  'Kurzname der Veranstaltung': 'tag',
  'E-Mail': 'kauf@pay.example.org',
  Telefonnummer: '+492210000',
  Bestelluhrzeit: '10:22:33',
  Produkt: 'Regulär',
  Preis: '0.00',
  Steuersatz: '0.00',
  Steuer: '0.00',
  Adresse: 'Weg 1',
  Postleitzahl: '50667',
  Ort: 'Köln',
  Land: 'DE',
  'Pseudonyme ID': 'P1',
  'Firma (2)': 'Pay AG',
  'Rechnungsadresse: Name': 'Pia Pay',
  'Adresse (2)': 'Ring 2',
  'Postleitzahl (2)': '10115',
  'Ort (2)': 'Berlin',
  'Land (2)': 'DE',
  Verkaufskanal: 'web',
  Bestellsprache: 'de',
  'E-Mail-Adresse verifiziert': 'Ja',
};
const ORDERED = '2024-05-03 10:22:33';

it('reads headers, statuses and ticks in German', async () => {
  const file = 'pretix-german.csv';
  const person = peopleOf(file, 'pretix', {
    ...COLUMNS,
    name: 'Name Teilnehmer*in',
    email: 'E-Mail Teilnehmer*in',
  });
  expect(await readFixture(file)).toEqual({
    source: 'pretix',
    why: 'columns Bestellnummer, Position, Name Teilnehmer*in',
    registrations: [
      person(
        2,
        {
          sourceId: 'G5H6J-1',
          name: 'Ida Lie',
          email: 'ida@verein.example.org',
          organisation: 'Verein',
          registeredAt: ORDERED,
          status: 'Registered',
        },
        {
          extra: {
            ...BUYER,
            Bestellnummer: 'G5H6J',
            'Name Teilnehmer*in: Vorname': 'Ida',
            'Name Teilnehmer*in: Nachname': 'Lie',
            'Themen – Work': 'Ja',
            'Themen – Refugees': 'Nein',
          },
          wishes: ticked('Themen', 'Work'),
        },
      ),
      person(
        4,
        {
          sourceId: 'K7L8M-1',
          name: 'Ola Dale',
          email: 'ola@firma.example.org',
          organisation: 'Firma GmbH',
          registeredAt: ORDERED,
          status: 'Cancelled',
        },
        {
          extra: {
            ...BUYER,
            Bestellnummer: 'K7L8M',
            'Name Teilnehmer*in: Vorname': 'Ola',
            'Name Teilnehmer*in: Nachname': 'Dale',
            'Themen – Work': 'Nein',
            'Themen – Refugees': 'Nein',
          },
        },
      ),
    ],
    problems: [nobodyIsNamed(file, 3, 'G5H6J')],
  });
});

it('reads the words that pretix used before 2021', async () => {
  const file = 'pretix-german-2020.csv';
  const person = peopleOf(file, 'pretix', {
    ...COLUMNS,
    name: 'Name des Teilnehmenden',
    email: 'E-Mail des Teilnehmenden',
  });
  expect(await readFixture(file)).toEqual({
    source: 'pretix',
    why: 'columns Bestellnummer, Position, Name des Teilnehmenden',
    registrations: [
      person(
        2,
        {
          sourceId: 'G5H6J-1',
          name: 'Ida Lie',
          email: 'ida@verein.example.org',
          organisation: 'Verein',
          registeredAt: ORDERED,
          status: 'Cancelled',
        },
        {
          extra: {
            ...BUYER,
            Bestellnummer: 'G5H6J',
            'Name des Teilnehmenden: Vorname': 'Ida',
            'Name des Teilnehmenden: Nachname': 'Lie',
            'Themen – Work': 'Nein',
            'Themen – Refugees': 'Ja',
          },
          wishes: ticked('Themen', 'Refugees'),
        },
      ),
    ],
    problems: [],
  });
});
