import { presetSource } from './preset.ts';
import { adaptTicket } from './ticket-rows.ts';

/**
 * Order positions and check-in lists of pretix. In the former, `Email` is the buyer's and the second `Company` is on the
 * invoice; in the latter, `E-mail` is the attendee's, and nothing tells two tickets of an order apart. `Phone number` is
 * the buyer's in both. Headers are in the language of the organiser's account; the German ones are those of pretix' own
 * translations, which have called the attendee in two ways.
 */
export const pretix = presetSource({
  id: 'pretix',
  title: 'pretix',
  marks: [
    ['Order code', 'Position ID', 'Attendee name'],
    ['Attendee name', 'Automatically checked in'],
    ['Bestellnummer', 'Position', 'Name Teilnehmer*in'],
    ['Bestellnummer', 'Position', 'Name des Teilnehmenden'],
  ],
  columns: {
    'Order code': 'extra',
    Bestellnummer: 'extra',
    'Position ID': 'sourceId',
    Position: 'sourceId',
    'Attendee name': 'name',
    'Name Teilnehmer*in': 'name',
    'Name des Teilnehmenden': 'name',
    'Attendee email': 'email',
    'E-Mail Teilnehmer*in': 'email',
    'E-Mail des Teilnehmenden': 'email',
    Email: 'extra',
    'E-Mail': 'extra',
    'E-mail': 'email',
    'Phone number': 'extra',
    Telefonnummer: 'extra',
    Company: 'organisation',
    Firma: 'organisation',
    'Company (2)': 'extra',
    'Firma (2)': 'extra',
    'Order date': 'registeredAt',
    Bestelldatum: 'registeredAt',
    Status: 'status',
    State: 'extra',
    'State (2)': 'extra',
    Product: 'extra',
    Paid: 'extra',
    'Order locale': 'extra',
    'Ticket secret': 'skip',
    'Ticket-Code': 'skip',
    Secret: 'skip',
  },
  options: ' – ',
  choices: [', '],
  adapt: (row) => {
    const { cell } = row;
    const order = cell('Order code') || cell('Bestellnummer');
    const position = cell('Position ID') || cell('Position');
    const day = cell('Order date') || cell('Bestelldatum');
    const time = cell('Order time') || cell('Bestelluhrzeit');
    return adaptTicket({
      row,
      order,
      status: cell('Status'),
      cancelled: /^(cancell?ed|expired|storniert|abgelaufen)\b/i,
      registered: /^(paid|pending|confirmed|approval pending|bezahlt|ausstehend|bestätigt)/i,
      fields: {
        ...(order === '' || position === '' ? {} : { sourceId: `${order}-${position}` }),
        ...(day === '' ? {} : { registeredAt: `${day} ${time}`.trim() }),
      },
    });
  },
});
