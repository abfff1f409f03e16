import { expect, it } from 'vitest';
import { readFixture } from './read-fixture.ts';

it('reads an export of indico, with its cancelled and hostile rows', async () => {
  const { source, why, registrations, problems } = await readFixture('indico.csv');
  expect({ source, why, registrations, problems }).toMatchInlineSnapshot(`
    {
      "problems": [],
      "registrations": [
        {
          "extra": {
            "Checked in": "No",
            "Modification date": "2024-05-03 10:22",
            "Tags": "vip",
          },
          "fields": {
            "email": "kari@bydel.example.org",
            "name": "Kari Moe",
            "organisation": "Bydel Nord",
            "phone": "4722000000",
            "registeredAt": "2024-05-03 10:22",
            "sourceId": "1",
            "status": "Registered",
          },
          "line": 2,
          "origin": {
            "columns": {
              "email": "Email Address",
              "name": "Name",
              "organisation": "Affiliation",
              "phone": "Phone",
              "registeredAt": "Registration date",
              "sourceId": "ID",
              "status": "Registration state",
            },
            "file": "indico.csv",
            "shape": "indico",
          },
          "wishes": [
            {
              "column": "Themes",
              "rank": "list",
              "text": "Work; Refugees",
            },
          ],
        },
        {
          "extra": {
            "Checked in": "No",
            "Modification date": "2024-05-03 10:22",
          },
          "fields": {
            "email": "ola@firma.example.org",
            "name": "Ola Dale",
            "organisation": "Firma",
            "registeredAt": "2024-05-03 10:30",
            "sourceId": "2",
            "status": "Cancelled",
          },
          "line": 3,
          "origin": {
            "columns": {
              "email": "Email Address",
              "name": "Name",
              "organisation": "Affiliation",
              "phone": "Phone",
              "registeredAt": "Registration date",
              "sourceId": "ID",
              "status": "Registration state",
            },
            "file": "indico.csv",
            "shape": "indico",
          },
          "wishes": [],
        },
      ],
      "source": "Indico",
      "why": "columns ID, Name, Registration date, Registration state",
    }
  `);
});
