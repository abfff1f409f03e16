import { expect, it } from 'vitest';
import { readFixture } from './read-fixture.ts';

it('reads an export of alfio, with its cancelled and hostile rows', async () => {
  const { source, why, registrations, problems } = await readFixture('alfio.csv');
  expect({ source, why, registrations, problems }).toMatchInlineSnapshot(`
    {
      "problems": [
        {
          "code": "SOS220",
          "hint": "Ask the buyer who comes, fill in the name in the system, and import its export again.",
          "location": {
            "file": "alfio.csv",
            "line": 3,
          },
          "message": "Nobody is named on this ticket of order u-2.",
          "severity": "warning",
        },
      ],
      "registrations": [
        {
          "extra": {
            "Category": "Standard",
            "Event": "day",
            "Locked": "false",
          },
          "fields": {
            "email": "kari@bydel.example.org",
            "language": "nb",
            "name": "Kari Moe",
            "registeredAt": "2024-05-03T10:22:33.5+02:00[Europe/Oslo]",
            "sourceId": "u-1",
            "status": "Registered",
          },
          "line": 2,
          "origin": {
            "columns": {
              "email": "E-Mail",
              "language": "Language",
              "name": "Full Name",
              "registeredAt": "Creation",
              "sourceId": "ID",
              "status": "Status",
            },
            "file": "alfio.csv",
            "shape": "alfio",
          },
          "wishes": [],
        },
        {
          "extra": {
            "Category": "Standard",
            "Event": "day",
            "Locked": "false",
          },
          "fields": {
            "email": "ola@firma.example.org",
            "language": "en",
            "name": "Ola Dale",
            "registeredAt": "2024-05-03T10:22:33.5+02:00[Europe/Oslo]",
            "sourceId": "u-3",
            "status": "Cancelled",
          },
          "line": 4,
          "origin": {
            "columns": {
              "email": "E-Mail",
              "language": "Language",
              "name": "Full Name",
              "registeredAt": "Creation",
              "sourceId": "ID",
              "status": "Status",
            },
            "file": "alfio.csv",
            "shape": "alfio",
          },
          "wishes": [],
        },
      ],
      "source": "alf.io",
      "why": "columns Category, Status, Full Name, E-Mail, Locked",
    }
  `);
});
