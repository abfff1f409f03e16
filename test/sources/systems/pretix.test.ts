import { expect, it } from 'vitest';
import { readFixture } from './read-fixture.ts';

it('reads an export of pretix, with its cancelled and hostile rows', async () => {
  const { source, why, registrations, problems } = await readFixture('pretix.csv');
  expect({ source, why, registrations, problems }).toMatchInlineSnapshot(`
    {
      "problems": [
        {
          "code": "SOS220",
          "hint": "Ask the buyer who comes, fill in the name in the system, and import its export again.",
          "location": {
            "file": "pretix.csv",
            "line": 3,
          },
          "message": "Nobody is named on this ticket of order A1B2C.",
          "severity": "warning",
        },
      ],
      "registrations": [
        {
          "extra": {
            "Attendee name: Family name": "Moe",
            "Attendee name: Given name": "Kari",
            "Company (2)": "Pay AS",
            "Country": "NO",
            "Email": "buyer@pay.example.org",
            "Event slug": "day",
            "Invoice address name": "Pia Pay",
            "Order code": "A1B2C",
            "Order time": "10:22:33",
            "Phone number": "+4722000000",
            "Price": "0.00",
            "Product": "Regular",
            "Pseudonymization ID": "P1",
            "State": "Viken",
            "Tax rate": "0.00",
            "Tax value": "0.00",
            "Themes – Lunch": "No",
            "Themes – Refugees": "Yes",
            "Themes – Work": "Yes",
            "Ticket secret": "s1",
          },
          "fields": {
            "email": "kari@bydel.example.org",
            "name": "Kari Moe",
            "organisation": "Bydel Nord",
            "registeredAt": "2024-05-03 10:22:33",
            "sourceId": "A1B2C-1",
            "status": "Registered",
          },
          "line": 2,
          "origin": {
            "columns": {
              "email": "Attendee email",
              "name": "Attendee name",
              "organisation": "Company",
              "registeredAt": "Order date",
              "sourceId": "Position ID",
              "status": "Status",
            },
            "file": "pretix.csv",
            "shape": "pretix",
          },
          "wishes": [
            {
              "column": "Themes",
              "rank": 1,
              "text": "Work; Refugees",
            },
          ],
        },
        {
          "extra": {
            "Attendee name: Family name": "Dale",
            "Attendee name: Given name": "Ola",
            "Email": "ola@firma.example.org",
            "Event slug": "day",
            "Order code": "D3E4F",
            "Order time": "08:00:00",
            "Price": "0.00",
            "Product": "Regular",
            "Pseudonymization ID": "P3",
            "Tax rate": "0.00",
            "Tax value": "0.00",
            "Themes – Lunch": "Yes",
            "Themes – Refugees": "No",
            "Themes – Work": "No",
            "Ticket secret": "s3",
          },
          "fields": {
            "email": "ola@firma.example.org",
            "name": "Ola Dale",
            "registeredAt": "2024-05-04 08:00:00",
            "sourceId": "D3E4F-1",
            "status": "Cancelled",
          },
          "line": 4,
          "origin": {
            "columns": {
              "email": "Attendee email",
              "name": "Attendee name",
              "organisation": "Company",
              "registeredAt": "Order date",
              "sourceId": "Position ID",
              "status": "Status",
            },
            "file": "pretix.csv",
            "shape": "pretix",
          },
          "wishes": [],
        },
      ],
      "source": "pretix",
      "why": "columns Order code, Position ID, Attendee name",
    }
  `);
});
