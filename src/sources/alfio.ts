import { presetSource } from './preset.ts';
import { adaptTicket } from './ticket-rows.ts';

/**
 * The tickets of alf.io, with the columns that the organiser ticked. Times are Java's ZonedDateTime; the tickets of a
 * reservation may have no names yet.
 */
export const alfio = presetSource({
  id: 'alfio',
  title: 'alf.io',
  marks: [
    ['Category', 'Status', 'ReservationID', 'E-Mail'],
    ['Category', 'E-Mail', 'Locked'],
    ['OriginalPrice', 'PaidPrice', 'E-Mail'],
  ],
  columns: {
    ID: 'sourceId',
    Category: 'extra',
    Status: 'status',
    ReservationID: 'extra',
    'Full Name': 'name',
    'First Name': 'givenName',
    'Last Name': 'familyName',
    'E-Mail': 'email',
    Language: 'language',
    Confirmation: 'registeredAt',
  },
  adapt: (row) =>
    adaptTicket({
      row,
      order: row.cell('ReservationID') || row.cell('ID'),
      status: row.cell('Status'),
      cancelled: /^(cancelled|expired|invalidated|released)$/i,
      registered: /^(acquired|checked_in|to_be_paid|pending)$/i,
    }),
});
