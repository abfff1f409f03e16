import { problem } from '../errors.ts';
import type { Problem } from '../model/problem.ts';
import { presetSource } from './preset.ts';
import type { ColumnUse, SourceTable } from './source.ts';
import { adaptTicket } from './ticket-rows.ts';

/** The registrations of Indico, with the columns that the organiser ticked. */
export const indico = presetSource({
  id: 'indico',
  title: 'Indico',
  marks: [
    ['ID', 'Name', 'Registration state'],
    ['ID', 'Name', 'Registration date', 'Modification date'],
    ['ID', 'Name', 'Registration date', 'Checked in'],
  ],
  columns: {
    ID: 'sourceId',
    Name: 'name',
    'Registration date': 'registeredAt',
    'Registration state': 'status',
    Tags: 'extra',
  },
  choices: ['; ', ', '],
  warn: (table, columns) => lostSigns(table, columns),
  adapt: (row) =>
    adaptTicket({
      row,
      order: row.cell('ID'),
      status: row.cell('Registration state'),
      cancelled: /^(rejected|withdrawn)\b/i,
      registered: /^(completed?|awaiting payment|awaiting moderation|pending|unpaid)\b/i,
    }),
});

/** Ten digits or more without a zero in front: more than most national numbers have, so a country code is among them. */
const BARE = /^[1-9]\d{9,14}$/;

/** Indico takes +, =, - and @ off the front of every cell, so that `+46 70...` reads as a number of this country. */
function lostSigns({ file, sample }: SourceTable, columns: readonly ColumnUse[]): readonly Problem[] {
  const place = columns.findIndex((one) => one.field === 'phone');
  const header = columns[place]?.header;
  const bare = sample.flatMap(({ cells, line }) => {
    const cell = cells[place]?.trim() ?? '';
    return BARE.test(cell.replace(/[\s().-]/g, '')) ? [{ cell, line }] : [];
  });
  const [first] = bare;
  if (first === undefined || header === undefined) return [];
  return [
    problem('SOS243', `"${first.cell}" has no + in front: Indico takes it off phone numbers, Excel zeros.`, {
      location: { file, line: first.line, column: header },
      hint: 'A number of the country of the event is understood all the same. Put the + before those of others, in the file or in data/attendees.csv.',
    }),
  ];
}
