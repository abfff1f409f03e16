import { type Export, sessionColumns, table } from './export.ts';
import { accessNeeds, listRooms, type RoomRow } from './room-rows.ts';
import { roomsDocuments } from './rooms-document.ts';

/** Each room through the day: how full it gets, and what somebody needs there. */
export const rooms: Export = {
  name: 'rooms',
  about: 'each room and time slot with its load and the needs of access there, and a sign for its door',
  privacy: 'words',
  documents: roomsDocuments,
  tables: [
    table({ name: '', about: 'one row per room and session, by room, then time' }, listRooms, [
      ['room_id', 'id of the room', (row) => row.room.id],
      ['room_capacity', 'people it may hold', (row) => row.room.capacity, 'number'],
      ['accessible', 'yes where it is reached without stairs', (row) => row.room.accessible, 'yes-no'],
      ...sessionColumns<RoomRow>((row) => row.session),
      ['capacity', 'seats of the session', (row) => row.session.capacity, 'number'],
      ['seated', 'people with a seat', (row) => row.seated.length, 'number'],
      ['free', 'seats left', (row) => row.session.capacity - row.seated.length, 'number'],
      ['waiting', 'people in the queue', (row) => row.waiting.length, 'number'],
      ['access_needs', 'people with a need of access', (row) => accessNeeds(row).length, 'number'],
      [
        'accessibility',
        'what they wrote, without names, joined by `; `',
        (row) => accessNeeds(row).join('; '),
      ],
    ]),
  ],
};
