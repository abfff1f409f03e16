import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SOURCES } from '../../../src/sources/index.ts';
import type { SourceTable } from '../../../src/sources/source.ts';
import { nameColumns } from '../../../src/tabular/name-columns.ts';
import { parseTable } from '../../../src/tabular/parse-table.ts';
import { SYSTEMS } from './read-fixture.ts';

const EXAMPLE = new URL('../../../examples/sosent-2016/registrations/', import.meta.url);
const IDS = SOURCES.map((source) => source.id);

/** Sources that claim a file, each with the line of the summary that says why. */
function claims(text: string): readonly { readonly id: string; readonly line: string }[] {
  const { headers, rows } = parseTable(text.replace(/^\ufeff/, ''));
  const table: SourceTable = { file: 'export.csv', headers: nameColumns(headers), sample: rows };
  return SOURCES.flatMap((source) => {
    const why = source.detect(table);
    return why === undefined ? [] : [{ id: source.id, line: `  recognised as ${source.title}: ${why}` }];
  });
}

describe.each(readdirSync(SYSTEMS))('%s', (file) => {
  const found = claims(readFileSync(new URL(file, SYSTEMS), 'utf8'));

  it('is claimed by its own system alone', () => {
    expect(found.map(({ id }) => id)).toEqual(IDS.filter((id) => file.startsWith(id)));
  });

  it('is explained in one line of 80', () => {
    expect(found.filter(({ line }) => line.length <= 80)).toHaveLength(1);
  });
});

/** Columns are left out, added, renamed and moved by systems and by people who look at a file before they import it. */
it.each([
  ['pretix', 'Attendee email,Attendee name,Company,Position ID,Order code'],
  ['pretix', 'order code;position id;status;attendee name;attendee email'],
  ['pretix', 'E-Mail Teilnehmer*in,Name Teilnehmer*in,Position,Bestellnummer,Mein Feld'],
  ['eventbrite', 'Order #,Attendee #,First Name,Surname,Email'],
  ['eventbrite', 'Attendee Status,Email,Last Name,First Name,Order Date,Order #'],
  [
    'tito',
    'Registration Name,Registration Email,Ticket Full Name,Ticket Email,Ticket Company Name,Void Status,Ticket Reference',
  ],
  ['tito', 'Ticket Full Name;Ticket Email;Ticket Reference'],
  ['luma', 'guest_id,name,email,approval_status,checked_in_at,utm_source,ticket_name'],
  ['luma', 'api_id,name,first_name,last_name,email,approval_status'],
  ['hi-events', 'First Name,Last Name,Email,Status,Ticket ID,Ticket Name,Event ID,Public ID,Short ID'],
  ['indico', 'ID,Name,Email Address,Registration state'],
  ['indico', 'ID,Name,Registration date,Modification date'],
  ['indico', 'Tags,Checked in,Registration date,Name,ID'],
  ['alfio', 'ID,Category,Status,ReservationID,First Name,Last Name,E-Mail'],
  ['alfio', 'E-Mail,Full Name,Locked,Category'],
  ['alfio', 'OriginalPrice,PaidPrice,Full Name,E-Mail,Themes'],
])('%s is told by some of its columns, in any order: %s', (id, header) => {
  expect(claims(`${header}\n`).map((one) => one.id)).toEqual([id]);
});

/** Tables of no system, or of one that lists something else than its attendees. */
it.each([
  ['a form of our own', 'ID;Name;Registration date;Email;Status'],
  ['a list of members', 'ID,Name,Email,Phone,Category,Status,Language'],
  ['a shop', 'Order #,Order Date,First Name,Last Name,Email,Quantity,Total Paid,Order Status'],
  ['a hotel', 'Reservation ID,Full Name,E-Mail,Category,Room'],
  ['a help desk', 'Ticket,Ticket Number,Ticket Created Date,Name,Email,Status'],
  ['a seating plan', 'Guest ID,Name,Email,Table,Status'],
  ['a list of invoices', 'Number,Name,Void Status,Price'],
  ['a German order list', 'Bestellnummer;Position;Artikel;Name;E-Mail'],
  ['the log of pretix at the door', 'Date,Time,Order code,Position ID,Secret,Name,Automatically checked in'],
  ['an organiser in Norwegian', 'Fornavn;Etternavn;E-post;Organisasjon;Ordrenr;Status'],
])('%s is a table like any other: %s', (_what, header) => {
  expect(claims(`${header}\n`)).toEqual([]);
});

it.each(readdirSync(EXAMPLE))('%s is claimed by none', (file) => {
  expect(claims(readFileSync(new URL(file, EXAMPLE), 'utf8'))).toEqual([]);
});
