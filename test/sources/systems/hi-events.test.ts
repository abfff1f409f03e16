import { expect, it } from 'vitest';
import { readFixture } from './read-fixture.ts';

it('reads an export of hi-events, with its cancelled and hostile rows', async () => {
  const { source, why, registrations, problems } = await readFixture('hi-events.csv');
  expect({ source, why, registrations, problems }).toMatchInlineSnapshot(`
    {
      "problems": [],
      "registrations": [
        {
          "extra": {
            "Event ID": "3",
            "ID": "11",
            "Last Updated Date": "2024-05-04 11:00:00",
            "Link": "See "this"",
            "Product ID": "5",
            "Product Name": "Day",
            "Short ID": "a_1",
          },
          "fields": {
            "email": "kari@bydel.example.org",
            "familyName": "Moe",
            "givenName": "Kari",
            "registeredAt": "2024-05-03 10:22:33Z",
            "sourceId": "A-PUB1",
            "status": "Registered",
          },
          "line": 2,
          "origin": {
            "columns": {
              "email": "Email",
              "familyName": "Last Name",
              "givenName": "First Name",
              "registeredAt": "Created Date",
              "sourceId": "Public ID",
              "status": "Status",
            },
            "file": "hi-events.csv",
            "shape": "hi-events",
          },
          "wishes": [],
        },
        {
          "extra": {
            "Event ID": "3",
            "ID": "12",
            "Last Updated Date": "2024-05-04 11:00:00",
            "Link": "=HYPERLINK(A1)",
            "Product ID": "5",
            "Product Name": "Day",
            "Short ID": "a_2",
          },
          "fields": {
            "email": "ola@firma.example.org",
            "familyName": "Dale",
            "givenName": "Ola",
            "registeredAt": "2024-05-03 10:22:33Z",
            "sourceId": "12",
            "status": "Cancelled",
          },
          "line": 3,
          "origin": {
            "columns": {
              "email": "Email",
              "familyName": "Last Name",
              "givenName": "First Name",
              "registeredAt": "Created Date",
              "sourceId": "Public ID",
              "status": "Status",
            },
            "file": "hi-events.csv",
            "shape": "hi-events",
          },
          "wishes": [],
        },
      ],
      "source": "Hi.Events",
      "why": "columns Product ID, Product Name, Public ID, Short ID",
    }
  `);
});
