import { doorListDocument } from './door-list-document.ts';
import { type Export, sessionColumns, table } from './export.ts';
import { personColumns } from './person-columns.ts';
import { type Place, peopleByName, seatsByPerson } from './places.ts';

/** Everybody by the alphabet with the room of each time slot: what still works at the door when nothing else does. */
export const doorList: Export = {
  name: 'door-list',
  about: 'everybody by the alphabet in large print, with the room of each time slot',
  privacy: 'names',
  documents: doorListDocument,
  tables: [
    table(
      { name: '', about: 'one row per person and seat, by name, then time' },
      (data) => peopleByName(data).flatMap((one) => seatsByPerson(data).get(one.id) ?? []),
      [
        ...personColumns<Place>((row) => row.attendee, ['name', 'organisation', 'code']),
        ...sessionColumns<Place>((row) => row.session),
      ],
    ),
  ],
};
