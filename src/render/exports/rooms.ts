import type { Room } from '../../model/event.ts';
import { type Export, type ExportData, sessionColumns, table, titleOf } from './export.ts';
import { placesOf, type SessionPlaces } from './places.ts';

/** Each room through the day: how full it gets, and what somebody needs there. */
export const rooms: Export = {
  name: 'rooms',
  about: 'each room and time slot with its load and the needs of access there, and a sign for its door',
  privacy: 'words',
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

export interface RoomRow extends SessionPlaces {
  readonly room: Room;
}

export function listRooms(data: ExportData): readonly RoomRow[] {
  return data.event.rooms.flatMap((room) =>
    placesOf(data)
      .filter((one) => one.session.room === room.id)
      .map((places) => ({ ...places, room })),
  );
}

export function accessNeeds({ seated }: SessionPlaces): readonly string[] {
  return seated.map((one) => one.attendee.accessibility.trim()).filter((text) => text !== '');
}

export function roomTitle(data: ExportData, room: Room): string {
  return titleOf(data, room.title);
}
