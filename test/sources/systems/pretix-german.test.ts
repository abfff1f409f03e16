import { expect, it } from 'vitest';
import { readFixture } from './read-fixture.ts';

it('reads an export of pretix-german, with its cancelled and hostile rows', async () => {
  const { source, why, registrations, problems } = await readFixture('pretix-german.csv');
  expect({ source, why, registrations, problems }).toMatchInlineSnapshot(`
    {
      "problems": [],
      "registrations": [
        {
          "extra": {
            "Bestellnummer": "G5H6J",
            "Bestellzeit": "10:22:33",
            "E-Mail": "kauf@pay.example.org",
            "Firma (2)": "Pay AG",
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
              "email": "Teilnehmer-E-Mail",
              "name": "Teilnehmername",
              "organisation": "Firma",
              "registeredAt": "Bestelldatum",
              "sourceId": "Positions-ID",
              "status": "Status",
            },
            "file": "pretix-german.csv",
            "shape": "pretix",
          },
          "wishes": [],
        },
      ],
      "source": "pretix",
      "why": "it has the columns Bestellnummer, Positions-ID, Teilnehmername",
    }
  `);
});
