import type { Event, Room, Session } from '../../model/event.ts';
import type { ResolvedPin } from '../assign/instance.ts';

/** One change to the programme that somebody thinks about. */
export type Change =
  | { readonly kind: 'cancel-session'; readonly session: Session }
  | { readonly kind: 'resize-session'; readonly session: Session; readonly capacity: number }
  | { readonly kind: 'resize-room'; readonly room: Room; readonly capacity: number };

/**
 * The event as it would be. With a room, those of its sessions change that fill it; a session with fewer seats than its
 * room keeps them, as far as they fit.
 */
export function applyChanges(event: Event, changes: readonly Change[]): Event {
  return changes.reduce(applyChange, event);
}

/** Pins as they would be: those to a session that is cancelled have nothing to say. */
export function keepPins(event: Event, pins: readonly ResolvedPin[]): readonly ResolvedPin[] {
  const sessions = new Map(event.sessions.map((one) => [one.id, one]));
  return pins
    .map((one) => ({ ...one, sessions: one.sessions.flatMap(({ id }) => sessions.get(id) ?? []) }))
    .filter(({ sessions: left, pin }) => left.length > 0 || (pin.kind !== 'pin' && pin.kind !== 'exclude'));
}

function applyChange(event: Event, change: Change): Event {
  if (change.kind === 'cancel-session') {
    return { ...event, sessions: event.sessions.filter((one) => one.id !== change.session.id) };
  }
  const { capacity } = change;
  if (change.kind === 'resize-session') {
    const sessions = event.sessions.map((one) =>
      one.id === change.session.id ? resize(one, capacity) : one,
    );
    return { ...event, sessions };
  }
  const { room } = change;
  const seats = (session: Session): number =>
    session.capacity === room.capacity ? capacity : Math.min(session.capacity, capacity);
  return {
    ...event,
    rooms: event.rooms.map((one) => (one.id === room.id ? { ...one, capacity } : one)),
    sessions: event.sessions.map((one) => (one.room === room.id ? resize(one, seats(one)) : one)),
  };
}

/** A minimum that the session could never reach would be a rule that nobody wrote. */
function resize(session: Session, capacity: number): Session {
  return { ...session, capacity, minimum: Math.min(session.minimum, capacity) };
}
