import { expect, it } from 'vitest';
import { readFixture } from './read-fixture.ts';

it('reads an export of tito, with its cancelled and hostile rows', async () => {
  const { source, why, registrations, problems } = await readFixture('tito.csv');
  expect({ source, why, registrations, problems }).toMatchInlineSnapshot(`
    {
      "problems": [
        {
          "code": "SOS220",
          "hint": "Ask the buyer who comes, fill in the name in the system, and import its export again.",
          "location": {
            "file": "tito.csv",
            "line": 3,
          },
          "message": "Nobody is named on this ticket of order TI1-2.",
          "severity": "warning",
        },
      ],
      "registrations": [
        {
          "extra": {
            "Event": "Day",
            "Number": "1",
            "Order Email": "buyer@pay.example.org",
            "Order Name": "Pia Pay",
            "Price": "0.00",
            "Ticket": "Early",
            "Ticket First Name": "Kari",
            "Ticket Last Name": "Moe",
          },
          "fields": {
            "email": "kari@bydel.example.org",
            "name": "Kari Moe",
            "registeredAt": "2024-05-03 10:22:33",
            "sourceId": "TI1-1",
          },
          "line": 2,
          "origin": {
            "columns": {
              "email": "Ticket Email",
              "name": "Ticket Full Name",
              "registeredAt": "Ticket Created Date",
              "sourceId": "Ticket Reference",
              "status": "Void Status",
            },
            "file": "tito.csv",
            "shape": "tito",
          },
          "wishes": [],
        },
        {
          "extra": {
            "Event": "Day",
            "Number": "3",
            "Order Email": "buyer@pay.example.org",
            "Order Name": "Pia Pay",
            "Price": "0.00",
            "Ticket": "Early",
            "Ticket First Name": "Ola",
            "Ticket Last Name": "Dale",
          },
          "fields": {
            "email": "ola@firma.example.org",
            "name": "Ola Dale",
            "registeredAt": "2024-05-04 10:00:00",
            "sourceId": "3",
            "status": "Cancelled",
          },
          "line": 4,
          "origin": {
            "columns": {
              "email": "Ticket Email",
              "name": "Ticket Full Name",
              "registeredAt": "Ticket Created Date",
              "sourceId": "Ticket Reference",
              "status": "Void Status",
            },
            "file": "tito.csv",
            "shape": "tito",
          },
          "wishes": [],
        },
      ],
      "source": "Ti.to",
      "why": "columns Ticket Full Name, Ticket Email, Void Status",
    }
  `);
});
