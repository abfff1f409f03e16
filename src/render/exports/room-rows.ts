import type { Room } from '../../model/event.ts';
import type { ExportData } from './export.ts';
import { placesOf, type SessionPlaces } from './places.ts';

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
