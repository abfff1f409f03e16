import { presetSource } from './preset.ts';
import { adaptTicket } from './ticket-rows.ts';

/** The registrations of Indico. Its lists are joined by "; ", and it takes the plus off phone numbers. */
export const indico = presetSource({
  id: 'indico',
  title: 'Indico',
  marks: [['ID', 'Name', 'Registration date', 'Registration state']],
  columns: {
    ID: 'sourceId',
    Name: 'name',
    'Registration date': 'registeredAt',
    'Registration state': 'status',
    Tags: 'extra',
  },
  adapt: (row) =>
    adaptTicket({
      row,
      order: row.cell('ID'),
      status: row.cell('Registration state'),
      cancelled: /^(rejected|withdrawn)\b/i,
      registered: /^(completed?|awaiting payment|awaiting moderation|pending|unpaid)\b/i,
    }),
});
