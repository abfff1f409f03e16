import type { Attendee } from '../../model/attendee.ts';
import { type Export, type ExportData, table, titleOf } from './export.ts';
import { personColumns } from './person-columns.ts';
import { peopleByName } from './places.ts';

/** Everybody who is coming, with all that is known of them: for the organisers only. */
export const attendees: Export = {
  name: 'attendees',
  about: 'everybody who is coming, with contact, wishes, diet and needs; for organisers only',
  privacy: 'health',
  tables: [
    table(
      {
        name: '',
        about: 'one row per person, by name',
        inDocuments: [
          'name',
          'email',
          'phone',
          'organisation',
          'unit',
          'role',
          'type',
          'dietary',
          'accessibility',
          'code',
        ],
      },
      peopleByName,
      [
        ...personColumns<Attendee>(
          (row) => row,
          ['name', 'code', 'email', 'phone', 'organisation', 'unit', 'type', 'role', 'language'],
        ),
        [
          'wishes',
          'titles of themes from the most wanted, joined by ` > `, tied ones by ` = `',
          (row, data) =>
            row.wishes.map((tied) => tied.map((theme) => themeTitle(data, theme)).join(' = ')).join(' > '),
        ],
        ...personColumns<Attendee>((row) => row, ['dietary', 'accessibility', 'needs', 'solutions']),
        ['registered_at', 'when they registered, as the source says it', (row) => row.registeredAt],
        ['id', 'stable for the life of the event', (row) => row.id],
      ],
    ),
  ],
};

function themeTitle(data: ExportData, id: string): string {
  return titleOf(data, data.event.themes.find((one) => one.id === id)?.title);
}
