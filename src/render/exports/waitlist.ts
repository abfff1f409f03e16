import { slotsInOrder } from '../../core/order.ts';
import type { Session } from '../../model/event.ts';
import { type Export, type ExportData, sessionColumns, table } from './export.ts';
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
        about:
          'one row per person and session waited for; last of each time slot, without a session, whoever may sit in none of its full ones',
        inDocuments: ['date', 'start', 'title', 'number', 'name', 'organisation', 'email', 'phone'],
      },
      listWaiting,
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

/** Who has no seat stands here even where there is no queue to stand in: somebody has to tell them. */
function listWaiting(data: ExportData): readonly Place[] {
  const people = new Map(data.attendees.map((one) => [one.id, one]));
  const lost = data.placements.filter((one) => one.kind === 'waitlisted' && one.session === '');
  return slotsInOrder(data.event).flatMap(({ id: timeSlot }) => [
    ...placesOf(data).flatMap((one) => (one.session.timeSlot === timeSlot ? one.waiting : [])),
    ...lost
      .filter((one) => one.timeSlot === timeSlot)
      .flatMap((placement, index): readonly Place[] => {
        const attendee = people.get(placement.attendee);
        const session = { ...NOWHERE, timeSlot };
        return attendee === undefined ? [] : [{ session, attendee, placement, number: index + 1 }];
      }),
  ]);
}

const NOWHERE: Omit<Session, 'timeSlot'> = {
  id: '',
  theme: '',
  room: '',
  title: {},
  capacity: 0,
  minimum: 0,
  mayCancel: false,
  language: '',
};
