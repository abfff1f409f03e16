import { presetSource } from './preset.ts';
import { adaptTicket } from './ticket-rows.ts';

/** The tickets of Ti.to. The order's name and address are the buyer's; a ticket not yet assigned has no name. */
export const tito = presetSource({
  id: 'tito',
  title: 'Ti.to',
  marks: [['Ticket Full Name', 'Ticket Email', 'Void Status']],
  columns: {
    Number: 'extra',
    'Ticket Created Date': 'registeredAt',
    Ticket: 'extra',
    'Ticket Full Name': 'name',
    'Ticket First Name': 'extra',
    'Ticket Last Name': 'extra',
    'Ticket Email': 'email',
    'Ticket Company Name': 'organisation',
    'Ticket Job Title': 'role',
    'Ticket Phone Number': 'phone',
    'Void Status': 'status',
    'Ticket Reference': 'sourceId',
    'Order Name': 'extra',
    'Order Email': 'extra',
    'Order Reference': 'extra',
  },
  adapt: (row) => {
    const { cell } = row;
    const halves = [cell('Ticket First Name'), cell('Ticket Last Name')].filter(Boolean).join(' ');
    return adaptTicket({
      row,
      order: cell('Order Reference') || cell('Ticket Reference') || cell('Number'),
      status: cell('Void Status'),
      cancelled: /^(void|voided|true|yes)$/i,
      registered: /^(not void|false|no|active|complete)$/i,
      fields: {
        name: cell('Ticket Full Name') || halves,
        sourceId: cell('Ticket Reference') || cell('Number'),
      },
    });
  },
});
