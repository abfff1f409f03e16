import type { Placement } from '../../model/placement.ts';
import { type Export, type ExportData, sessionColumns, table, typeOf } from './export.ts';
import { BY_SESSION, type Place, placesOf } from './places.ts';
import { rostersDocument } from './rosters-document.ts';

/** Who sits in which session, for the host at its door. Addresses, phones and diets stay out: nobody needs them there. */
export const rosters: Export = {
  name: 'rosters',
  privacy: 'health',
  documents: rostersDocument,
  about: 'who sits in each session, and who waits for it',
  tables: [
    table({ name: '', about: 'one row per person and session', sheets: BY_SESSION }, listPeople, [
      ...sessionColumns<Place>((row) => row.session),
      [
        'number',
        'from 1 within the session by name; for those who wait, the place in the queue',
        (row) => row.number,
        'number',
      ],
      ['state', '`seated` or `waiting`', (row) => (isWaiting(row.placement) ? 'waiting' : 'seated')],
      ['name', 'as it was registered', (row) => row.attendee.name],
      ['organisation', '', (row) => row.attendee.organisation],
      ['unit', 'part of the organisation', (row) => row.attendee.unit],
      ['type', 'title of the attendee type', (row, data) => typeOf(data, row.attendee.type)],
      ['role', 'job title, or part in the event', (row) => row.attendee.role],
      ['language', 'of the attendee', (row) => row.attendee.language],
      ['accessibility', 'what the attendee needs in the room', (row) => row.attendee.accessibility],
      ['how', '`assigned`, `pinned` or `waitlisted`', (row) => row.placement.kind],
      [
        'rank',
        'rank of the wish it fulfils; empty where it was not wished for',
        (row) => row.placement.rank || null,
        'number',
      ],
      ['code', 'on the badge', (row) => row.attendee.code],
    ]),
  ],
};

/** Sessions in order of time; in each, those with a seat by name, then the waitlist in its order. */
function listPeople(data: ExportData): readonly Place[] {
  return placesOf(data).flatMap(({ seated, waiting }) => [...seated, ...waiting]);
}

function isWaiting({ kind }: Placement): boolean {
  return kind === 'waitlisted';
}
