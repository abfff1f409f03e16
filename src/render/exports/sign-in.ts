import { type Export, sessionColumns, table } from './export.ts';
import { personColumns } from './person-columns.ts';
import { BY_SESSION, type Place, placesOf } from './places.ts';
import { signInDocument } from './sign-in-document.ts';

/** A sheet for the door of each session: everybody signs, and whoever walks in writes their name below. */
export const signIn: Export = {
  name: 'sign-in',
  about: 'a sheet per session to sign, with empty rows for people who walk in',
  privacy: 'names',
  documents: signInDocument,
  tables: [
    table(
      { name: '', about: 'one row per person with a seat and session', sheets: BY_SESSION },
      (data) => placesOf(data).flatMap((one) => one.seated),
      [
        ...sessionColumns<Place>((row) => row.session),
        ['number', 'from 1 within the session, by name', (row) => row.number, 'number'],
        ...personColumns<Place>((row) => row.attendee, ['name', 'organisation', 'code']),
      ],
    ),
  ],
};
