import { presetSource } from './preset.ts';
import { adaptTicket } from './ticket-rows.ts';

/**
 * The tickets of Ti.to. The order's name, address and company are the buyer's; a ticket not yet assigned has no name.
 * What is blank may be written as a dash.
 */
export const tito = presetSource({
  id: 'tito',
  title: 'Ti.to',
  marks: [
    ['Ticket Email', 'Void Status'],
    ['Ticket Email', 'Ticket Reference'],
  ],
  columns: {
    Number: 'extra',
    'Ticket Created Date': 'registeredAt',
    Ticket: 'extra',
    'Ticket Full Name': 'name',
    'Ticket First Name': 'givenName',
    'Ticket Last Name': 'familyName',
    'Ticket Email': 'email',
    'Ticket Company Name': 'organisation',
    'Ticket Job Title': 'role',
    'Ticket Phone Number': 'phone',
    'Void Status': 'status',
    'Ticket Reference': 'sourceId',
    'Order Reference': 'extra',
    'Order Name': 'extra',
    'Order Email': 'extra',
    'Order Company Name': 'extra',
    'Order Phone Number': 'extra',
    'Order Created Date': 'extra',
    'Unique Ticket URL': 'skip',
    'Unique Order URL': 'skip',
    'Order IP': 'skip',
  },
  visible: (cell) => (cell.trim() === '-' ? '' : cell),
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
