import { expect, it } from 'vitest';
import { readFixture } from './read-fixture.ts';

it('reads an export of eventbrite, with its cancelled and hostile rows', async () => {
  const { source, why, registrations, problems } = await readFixture('eventbrite.csv');
  expect({ source, why, registrations, problems }).toMatchInlineSnapshot(`
    {
      "problems": [
        {
          "code": "SOS221",
          "hint": "Only the person who is named was imported. Ask the buyer who the others are.",
          "location": {
            "file": "eventbrite.csv",
            "line": 2,
          },
          "message": "2 people of this row are unnamed: order 9001 is for 3.",
          "severity": "warning",
        },
        {
          "code": "SOS220",
          "hint": "Ask the buyer who comes, fill in the name in the system, and import its export again.",
          "location": {
            "file": "eventbrite.csv",
            "line": 4,
          },
          "message": "Nobody is named on this ticket of order 9003.",
          "severity": "warning",
        },
      ],
      "registrations": [
        {
          "extra": {
            "Currency": "NOK",
            "Eventbrite Fees": "0",
            "Eventbrite Payment Processing": "0",
            "Fees Paid": "0",
            "Order #": "9001",
            "Order Type": "Free Order",
            "Quantity": "3",
            "Ticket Type": "General",
            "Total Paid": "0",
          },
          "fields": {
            "email": "kari@bydel.example.org",
            "familyName": "von der Moe",
            "givenName": "Kari",
            "organisation": "Bydel Nord",
            "registeredAt": "2024-11-29 22:28",
            "role": "Adviser",
            "sourceId": "7001",
            "status": "Registered",
          },
          "line": 2,
          "origin": {
            "columns": {
              "email": "Email",
              "familyName": "Last Name",
              "givenName": "First Name",
              "organisation": "Company",
              "registeredAt": "Order Date",
              "role": "Job Title",
              "sourceId": "Attendee #",
              "status": "Attendee Status",
            },
            "file": "eventbrite.csv",
            "shape": "eventbrite",
          },
          "wishes": [],
        },
        {
          "extra": {
            "Currency": "NOK",
            "Eventbrite Fees": "0",
            "Eventbrite Payment Processing": "0",
            "Fees Paid": "0",
            "Order #": "9002",
            "Order Type": "Free Order",
            "Quantity": "2",
            "Ticket Type": "General",
            "Total Paid": "0",
          },
          "fields": {
            "email": "ola@firma.example.org",
            "familyName": "Dale",
            "givenName": "Ola",
            "organisation": "Firma",
            "registeredAt": "2025-01-02 07:05",
            "sourceId": "7002",
            "status": "Cancelled",
          },
          "line": 3,
          "origin": {
            "columns": {
              "email": "Email",
              "familyName": "Last Name",
              "givenName": "First Name",
              "organisation": "Company",
              "registeredAt": "Order Date",
              "role": "Job Title",
              "sourceId": "Attendee #",
              "status": "Attendee Status",
            },
            "file": "eventbrite.csv",
            "shape": "eventbrite",
          },
          "wishes": [],
        },
      ],
      "source": "Eventbrite",
      "why": "columns Order #, Order Date, Attendee #",
    }
  `);
});
