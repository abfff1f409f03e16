import { type Export, sessionColumns, table } from './export.ts';
import { personColumns } from './person-columns.ts';
import { type Place, placesOf } from './places.ts';

/** Who to call when a seat becomes free, in the order of the queues. */
export const waitlist: Export = {
  name: 'waitlist',
  about: 'who waits for which session, in the order of the queue, and how to reach them',
  privacy: 'names',
  tables: [
    table(
      {
        name: '',
        about: 'one row per person and session waited for',
        inDocuments: ['start', 'title', 'number', 'name', 'organisation', 'email', 'phone'],
      },
      (data) => placesOf(data).flatMap((one) => one.waiting),
      [
        ...sessionColumns<Place>((row) => row.session),
        ['number', 'place in the queue, from 1', (row) => row.number, 'number'],
        ...personColumns<Place>((row) => row.attendee, ['name', 'organisation', 'email', 'phone', 'code']),
        [
          'rank',
          'rank of the wish; empty where there is none',
          (row) => row.placement.rank || null,
          'number',
        ],
      ],
    ),
  ],
};
