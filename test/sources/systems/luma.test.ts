import { expect, it } from 'vitest';
import { readFixture } from './read-fixture.ts';

it('reads an export of luma, with its cancelled and hostile rows', async () => {
  const { source, why, registrations, problems } = await readFixture('luma.csv');
  expect({ source, why, registrations, problems }).toMatchInlineSnapshot(`
    {
      "problems": [],
      "registrations": [
        {
          "extra": {
            "What do you offer?": "Coffee",
            "amount": "0",
            "first_name": "Kari",
            "last_name": "Moe",
            "qr_code_url": "https://luma.example.org/1",
            "ticket_name": "Standard",
            "ticket_type_id": "tt1",
          },
          "fields": {
            "email": "kari@bydel.example.org",
            "name": "Kari Moe",
            "phone": "+4722000000",
            "registeredAt": "2024-05-03T10:22:33.123Z",
            "sourceId": "gst-1",
            "status": "Registered",
          },
          "line": 2,
          "origin": {
            "columns": {
              "email": "email",
              "name": "name",
              "phone": "phone_number",
              "registeredAt": "created_at",
              "sourceId": "api_id",
              "status": "approval_status",
            },
            "file": "luma.csv",
            "shape": "luma",
          },
          "wishes": [],
        },
        {
          "extra": {
            "amount": "0",
            "first_name": "Ola",
            "last_name": "Dale",
            "qr_code_url": "https://luma.example.org/2",
            "ticket_name": "Standard",
            "ticket_type_id": "tt1",
          },
          "fields": {
            "email": "ola@firma.example.org",
            "name": "Ola Dale",
            "registeredAt": "2024-05-03T10:22:33.123Z",
            "sourceId": "gst-2",
            "status": "Cancelled",
          },
          "line": 3,
          "origin": {
            "columns": {
              "email": "email",
              "name": "name",
              "phone": "phone_number",
              "registeredAt": "created_at",
              "sourceId": "api_id",
              "status": "approval_status",
            },
            "file": "luma.csv",
            "shape": "luma",
          },
          "wishes": [],
        },
        {
          "extra": {
            "amount": "0",
            "first_name": "Ida",
            "last_name": "Lie",
            "qr_code_url": "https://luma.example.org/3",
            "ticket_name": "Standard",
            "ticket_type_id": "tt1",
          },
          "fields": {
            "email": "ida@verein.example.org",
            "name": "Ida Lie",
            "registeredAt": "2024-05-03T10:22:33.123Z",
            "sourceId": "gst-3",
            "status": "Cancelled",
          },
          "line": 4,
          "origin": {
            "columns": {
              "email": "email",
              "name": "name",
              "phone": "phone_number",
              "registeredAt": "created_at",
              "sourceId": "api_id",
              "status": "approval_status",
            },
            "file": "luma.csv",
            "shape": "luma",
          },
          "wishes": [],
        },
        {
          "extra": {
            "amount": "0",
            "first_name": "Liv",
            "last_name": "Berg",
            "qr_code_url": "https://luma.example.org/5",
            "ticket_name": "Standard",
            "ticket_type_id": "tt1",
          },
          "fields": {
            "email": "liv@bydel.example.org",
            "name": "Liv Berg",
            "registeredAt": "2024-05-03T10:22:33.123Z",
            "sourceId": "gst-5",
            "status": "Registered",
          },
          "line": 6,
          "origin": {
            "columns": {
              "email": "email",
              "name": "name",
              "phone": "phone_number",
              "registeredAt": "created_at",
              "sourceId": "api_id",
              "status": "approval_status",
            },
            "file": "luma.csv",
            "shape": "luma",
          },
          "wishes": [],
        },
        {
          "extra": {
            "amount": "0",
            "first_name": "Jun",
            "last_name": "Vik",
            "qr_code_url": "https://luma.example.org/6",
            "ticket_name": "Standard",
            "ticket_type_id": "tt1",
          },
          "fields": {
            "email": "jun@bydel.example.org",
            "name": "Jun Vik",
            "registeredAt": "2024-05-03T10:22:33.123Z",
            "sourceId": "gst-6",
            "status": "Registered",
          },
          "line": 7,
          "origin": {
            "columns": {
              "email": "email",
              "name": "name",
              "phone": "phone_number",
              "registeredAt": "created_at",
              "sourceId": "api_id",
              "status": "approval_status",
            },
            "file": "luma.csv",
            "shape": "luma",
          },
          "wishes": [],
        },
      ],
      "source": "Luma",
      "why": "columns api_id, approval_status, qr_code_url",
    }
  `);
});
