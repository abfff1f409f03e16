import { distance } from 'fastest-levenshtein';
import { failure } from '../../errors.ts';
import type { Event, Room, Session } from '../../model/event.ts';
import { nameSession } from '../assign/instance.ts';
import { applyChanges, type Change } from './apply-changes.ts';

const HOW =
  'Write "session <name> cancelled", "session <name> capacity <number>" or "room <name> capacity <number>".';

/**
 * `session arbeid-2 cancelled, room Sal B capacity 60`: changes joined by commas, one after the other. Names are ids, or
 * titles in any language of the event; a session may also be named by its title and beginning. Throws SOS426.
 */
export function parseWhatIf(event: Event, text: string): readonly Change[] {
  const changes: Change[] = [];
  let imagined = event;
  for (const part of text.split(/,\s*(?=(?:session|room)\s)/i)) {
    const change = parseChange(imagined, part.trim().replace(/\s+/g, ' '));
    changes.push(change);
    imagined = applyChanges(imagined, [change]);
  }
  return changes;
}

function parseChange(event: Event, text: string): Change {
  const [, kind = '', name = '', what = '', number = ''] =
    /^(session|room) (.+) (cancelled|canceled|capacity (\d{1,7}))$/i.exec(text) ?? [];
  const isRoom = kind.toLowerCase() === 'room';
  if (kind === '' || (isRoom && number === '')) {
    throw failure('SOS426', `The what-if "${text}" is not understood.`, { hint: HOW });
  }
  const capacity = Number(number);
  if (isRoom) return { kind: 'resize-room', room: findRoom(event, name), capacity };
  const session = findSession(event, name);
  if (!what.toLowerCase().startsWith('capacity')) return { kind: 'cancel-session', session };
  const room = event.rooms.find((one) => one.id === session.room);
  if (room !== undefined && capacity > room.capacity) {
    const fits = `"session ${session.id} capacity ${capacity}" needs a room for it: ${room.id} holds ${room.capacity}.`;
    throw failure('SOS426', fits, {
      hint: `Think of a larger room as well: "room ${room.id} capacity ${capacity}, ${text}".`,
    });
  }
  return { kind: 'resize-session', session, capacity };
}

function findRoom(event: Event, name: string): Room {
  const named = event.rooms.map((room) => ({ one: room, names: [room.id, ...Object.values(room.title)] }));
  return findNamed('room', name, named);
}

function findSession(event: Event, name: string): Session {
  const named = event.sessions.map((session) => ({
    one: session,
    names: [
      session.id,
      ...Object.values(session.title),
      ...Object.keys(session.title).map((language) => nameSession({ event, language }, session)),
    ],
  }));
  return findNamed('session', name, named);
}

interface Named<T> {
  readonly one: T;
  /** The id first. */
  readonly names: readonly string[];
}

/** The id before titles, and the only one of that title. */
function findNamed<T extends { readonly id: string }>(
  kind: string,
  name: string,
  named: readonly Named<T>[],
): T {
  const wanted = name.toLowerCase();
  const byId = named.filter(({ one }) => one.id.toLowerCase() === wanted);
  const found =
    byId.length > 0 ? byId : named.filter(({ names }) => names.some((each) => each.toLowerCase() === wanted));
  const [first] = found;
  if (first !== undefined && found.length === 1) return first.one;
  const ids = (found.length > 0 ? found : named).map(({ one }) => one.id);
  const listed = `${ids.slice(0, 12).join(', ')}${ids.length > 12 ? ', ...' : ''}`;
  if (found.length > 0) {
    throw failure('SOS426', `"${name}" is the title of ${found.length} ${kind}s.`, {
      hint: `Write the id: ${listed}.`,
    });
  }
  const closest = findClosest(wanted, named);
  throw failure('SOS426', `There is no ${kind} "${name}".`, {
    hint: closest === undefined ? `The ${kind}s are ${listed}.` : `Did you mean "${closest}"?`,
  });
}

function findClosest<T>(wanted: string, named: readonly Named<T>[]): string | undefined {
  const [closest] = named
    .flatMap(({ names }) => names)
    .map((name) => ({ name, away: distance(name.toLowerCase(), wanted) }))
    .filter(({ name, away }) => away <= (name.length > 5 ? 2 : 1))
    .sort((a, b) => a.away - b.away || (a.name < b.name ? -1 : 1));
  return closest?.name;
}
