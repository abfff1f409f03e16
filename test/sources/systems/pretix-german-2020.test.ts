import { expect, it } from 'vitest';
import { readFixture } from './read-fixture.ts';

it('reads how an older pretix calls attendees in German', async () => {
  const { source, why, registrations, problems } = await readFixture('pretix-german-2020.csv');
  expect({ source, why, registrations, problems }).toMatchInlineSnapshot(`
    {
      "problems": [],
      "registrations": [
        {
          "extra": {
            "Adresse": "Weg 1",
            "Adresse (2)": "Ring 2",
            "Bestellnummer": "G5H6J",
            "Bestellsprache": "de",
            "Bestelluhrzeit": "10:22:33",
            "E-Mail": "kauf@pay.example.org",
            "E-Mail-Adresse verifiziert": "Ja",
            "Firma (2)": "Pay AG",
            "Kurzname der Veranstaltung": "tag",
            "Land": "DE",
            "Land (2)": "DE",
            "Name des Teilnehmenden: Nachname": "Lie",
            "Name des Teilnehmenden: Vorname": "Ida",
            "Ort": "Köln",
            "Ort (2)": "Berlin",
            "Postleitzahl": "50667",
            "Postleitzahl (2)": "10115",
            "Preis": "0.00",
            "Produkt": "Regulär",
            "Pseudonyme ID": "P1",
            "Rechnungsadresse: Name": "Pia Pay",
            "Steuer": "0.00",
            "Steuersatz": "0.00",
            "Telefonnummer": "+492210000",
            "Themen – Refugees": "Ja",
            "Themen – Work": "Nein",
            "Ticket-Code": "s1",
            "Verkaufskanal": "web",
          },
          "fields": {
            "email": "ida@verein.example.org",
            "name": "Ida Lie",
            "organisation": "Verein",
            "registeredAt": "2024-05-03 10:22:33",
            "sourceId": "G5H6J-1",
            "status": "Cancelled",
          },
          "line": 2,
          "origin": {
            "columns": {
              "email": "E-Mail des Teilnehmenden",
              "name": "Name des Teilnehmenden",
              "organisation": "Firma",
              "registeredAt": "Bestelldatum",
              "sourceId": "Position",
              "status": "Status",
            },
            "file": "pretix-german-2020.csv",
            "shape": "pretix",
          },
          "wishes": [
            {
              "column": "Themen",
              "rank": 1,
              "text": "Refugees",
            },
          ],
        },
      ],
      "source": "pretix",
      "why": "columns Bestellnummer, Position, Name des Teilnehmenden",
    }
  `);
});
