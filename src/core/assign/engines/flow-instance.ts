import type { Session } from '../../../model/event.ts';
import { groupBy } from '../../group-by.ts';
import type { Instance } from '../instance.ts';
import { isPlainInstance } from './plain-instance.ts';

/**
 * An instance that is a flow: people take places. With one time slot a place is a session; where every theme runs in
 * every slot with the same number of seats, it is a theme, and whoever takes so many themes as there are slots can have
 * them one per slot (König 1916, de Werra 1971: a bipartite graph is coloured evenly with as many colours as its degree).
 */
export interface FlowInstance {
  /** Places that a person takes: the number of time slots. */
  readonly rounds: number;
  readonly places: readonly Place[];
  /** 1 where the person (row) may take the place (column). */
  readonly allowed: Uint8Array;
  /** 1 for people who are pinned to a place. */
  readonly pinned: Uint8Array;
}

export interface Place {
  readonly theme: string;
  /** Its session in each time slot. */
  readonly sessions: readonly Session[];
  /** Seats, and the smallest number of people, in each time slot. */
  readonly capacity: number;
  readonly minimum: number;
}

/** Undefined where the instance is no flow, or might not be one. */
export function asFlow(instance: Instance): FlowInstance | undefined {
  const { attendees, sessions, slots } = instance;
  if (attendees.length === 0 || sessions.length === 0 || slots.length > 255) return undefined;
  if (!isPlainInstance(instance)) return undefined;
  const places = slots.length === 1 ? singles(sessions) : evenThemes(instance);
  const open = places && findAllowed(instance, places);
  return places && open && { rounds: slots.length, places, ...open };
}

function singles(sessions: readonly Session[]): readonly Place[] {
  return sessions.map((session) => ({ ...session, sessions: [session] }));
}

/** Themes by their sessions, where all are alike in every slot. */
function evenThemes({ sessions, slots }: Instance): readonly Place[] | undefined {
  const places: Place[] = [];
  for (const [theme, theirs] of groupBy(sessions, (one) => one.theme)) {
    const inOrder = slots.flatMap((slot) => theirs.filter((one) => one.timeSlot === slot.id));
    const [first] = inOrder;
    const isEven =
      theirs.length === slots.length &&
      new Set(theirs.map((one) => one.timeSlot)).size === slots.length &&
      theirs.every((one) => one.capacity === first?.capacity && one.minimum === first?.minimum);
    if (!isEven || first === undefined) return undefined;
    places.push({ theme, sessions: inOrder, capacity: first.capacity, minimum: first.minimum });
  }
  return places;
}

/** Pins and exclusions, as far as they are about whole places; undefined where they are not. */
function findAllowed(
  { attendees, pins }: Instance,
  places: readonly Place[],
): Pick<FlowInstance, 'allowed' | 'pinned'> | undefined {
  const allowed = new Uint8Array(attendees.length * places.length).fill(1);
  const pinned = new Uint8Array(attendees.length);
  if (pins.length === 0) return { allowed, pinned };
  const rows = new Map(attendees.map(({ id }, row) => [id, row]));
  for (const { attendee, sessions, pin } of pins) {
    const row = rows.get(attendee.id) ?? 0;
    if (pin.kind === 'pin') pinned[row] = 1;
    const concerned = places.map((place) => place.sessions.filter((one) => sessions.includes(one)).length);
    if (concerned.some((count, place) => count > 0 && count < (places[place]?.sessions.length ?? 0)))
      return undefined;
    for (const [place, count] of concerned.entries()) {
      if (count > 0 === (pin.kind === 'exclude')) allowed[row * places.length + place] = 0;
    }
  }
  return { allowed, pinned };
}
