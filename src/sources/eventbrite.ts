import { presetSource } from './preset.ts';
import { adaptTicket } from './ticket-rows.ts';

/** The attendee report of Eventbrite: one row per attendee, or per order where the buyer did not name the others. */
export const eventbrite = presetSource({
  id: 'eventbrite',
  title: 'Eventbrite',
  marks: [
    ['Order #', 'Attendee #'],
    ['Order #', 'Order Date', 'Attendee Status'],
  ],
  columns: {
    'Order #': 'extra',
    'Attendee #': 'sourceId',
    'Order Date': 'registeredAt',
    'Attendee Status': 'status',
    'Ticket Type': 'extra',
    Group: 'extra',
    Company: 'organisation',
  },
  adapt: (row) =>
    adaptTicket({
      row,
      order: row.cell('Order #'),
      quantity: row.cell('Quantity'),
      status: row.cell('Attendee Status'),
      cancelled: /^(refunded|cancell?ed|deleted|not attending|transferred)\b/i,
      registered: /^(attending|checked in|placed|unpaid)\b/i,
      fields: { registeredAt: isoOfMonthFirst(row.cell('Order Date')) },
    }),
});

/** `11/29/24 22:28` is the 29th of November: Eventbrite writes months first. Other texts stand as they are. */
function isoOfMonthFirst(text: string): string {
  const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(.*)$/.exec(text);
  if (found === null) return text;
  const [, month = '', day = '', year = '', time = ''] = found;
  return `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${time}`;
}
