import { presetSource } from './preset.ts';
import { adaptTicket } from './ticket-rows.ts';

/** The tickets of alf.io. Times are Java's ZonedDateTime; the tickets of an order may have no names yet. */
export const alfio = presetSource({
  id: 'alfio',
  title: 'alf.io',
  marks: [['Category', 'Status', 'Full Name', 'E-Mail', 'Locked']],
  columns: {
    ID: 'sourceId',
    Category: 'extra',
    Status: 'status',
    'Full Name': 'name',
    'First Name': 'extra',
    'Last Name': 'extra',
    'E-Mail': 'email',
    Language: 'language',
    Creation: 'registeredAt',
  },
  adapt: (row) =>
    adaptTicket({
      row,
      order: row.cell('ReservationID') || row.cell('ID'),
      status: row.cell('Status'),
      cancelled: /^(cancelled|expired|invalidated|released)$/i,
      registered: /^(acquired|checked_in|to_be_paid|pending)$/i,
      fields: { registeredAt: row.cell('Creation') || row.cell('Confirmation') },
    }),
});
