import type { Attendee } from '../../../model/attendee.ts';
import type { Instance } from '../instance.ts';
import { isPlainInstance } from './plain-instance.ts';

/**
 * An instance as numbers, without a column per possible seat: what 100,000 people may have fits in a few megabytes. In
 * every time slot a person takes one place: a session, or the place that stands for having none.
 */
export interface PriceInstance {
  readonly people: number;
  readonly slots: number;
  /** Sessions come first, in the order of the programme; then, slot by slot, the place of having no seat. */
  readonly sessions: number;
  /** Places of each time slot. */
  readonly placesIn: readonly Int32Array[];
  /** Seats of each place; the places without a seat hold everybody. */
  readonly capacities: Int32Array;
  /** Theme of each place. Having no seat is a theme of its own in each slot, because it may happen more than once. */
  readonly themes: Int32Array;
  readonly themeCount: number;
  /**
   * Rank of every theme (column) for every person (row), 0 where somebody does not mind. After the worst rank, `noSeat`
   * stands for having no seat, and one more for somebody with wishes who has none.
   */
  readonly ranks: Uint16Array;
  readonly worst: number;
  readonly noSeat: number;
  /** 1 at the places that somebody may not take; of the few people who have such places. */
  readonly closed: ReadonlyMap<number, Uint8Array>;
}

/** More would make the search for one person's best places long. */
const MOST_SLOTS = 6;

/** Undefined where the instance has rules that couple people in other ways than by seats. */
export function asPriced(instance: Instance): PriceInstance | undefined {
  const { attendees, sessions, slots } = instance;
  if (attendees.length === 0 || sessions.length === 0 || slots.length > MOST_SLOTS) return undefined;
  if (!isPlainInstance(instance) || sessions.some((one) => one.minimum > 0)) return undefined;
  const offered = [...new Set(sessions.map((one) => one.theme))];
  const numbers = new Map(offered.map((id, index) => [id, index]));
  const without = slots.map((_, slot) => sessions.length + slot);
  const placesIn = slots.map(({ id }, slot) =>
    Int32Array.from([
      ...sessions.flatMap((one, place) => (one.timeSlot === id ? [place] : [])),
      without[slot] ?? 0,
    ]),
  );
  const themeCount = offered.length + slots.length;
  return {
    people: attendees.length,
    slots: slots.length,
    sessions: sessions.length,
    placesIn,
    capacities: Int32Array.from([
      ...sessions.map((one) => one.capacity),
      ...slots.map(() => attendees.length),
    ]),
    themes: Int32Array.from([
      ...sessions.map((one) => numbers.get(one.theme) ?? 0),
      ...slots.map((_, slot) => offered.length + slot),
    ]),
    themeCount,
    ...rankAll(attendees, numbers, themeCount),
    closed: findClosed(instance, placesIn),
  };
}

/** `costRank` of everybody for every theme, list by list. */
function rankAll(
  attendees: readonly Attendee[],
  numbers: ReadonlyMap<string, number>,
  width: number,
): Pick<PriceInstance, 'ranks' | 'worst' | 'noSeat'> {
  const ranks = new Uint16Array(attendees.length * width);
  let worst = 0;
  for (const [person, { wishes }] of attendees.entries()) {
    if (wishes.length === 0) continue;
    const row = ranks.subarray(person * width, person * width + numbers.size).fill(wishes.length + 1);
    fillIn(row, wishes, numbers);
    worst = row.reduce((most, rank) => Math.max(most, rank), worst);
  }
  const noSeat = worst + 1;
  for (const [person, { wishes }] of attendees.entries()) {
    const kind = wishes.length === 0 ? noSeat : noSeat + 1;
    ranks.fill(kind, person * width + numbers.size, (person + 1) * width);
  }
  return { ranks, worst, noSeat };
}

/** From the last rank to the first, so that a theme named twice has the better one. */
function fillIn(row: Uint16Array, wishes: Attendee['wishes'], numbers: ReadonlyMap<string, number>): void {
  for (const [earlier, tied] of [...wishes.entries()].reverse()) {
    for (const theme of tied) {
      const at = numbers.get(theme);
      if (at !== undefined) row[at] = earlier + 1;
    }
  }
}

/** A pin closes every other place of its slot, an exclusion closes its sessions. */
function findClosed(
  { attendees, sessions, pins }: Instance,
  placesIn: readonly Int32Array[],
): ReadonlyMap<number, Uint8Array> {
  const closed = new Map<number, Uint8Array>();
  if (pins.length === 0) return closed;
  const people = new Map(attendees.map(({ id }, person) => [id, person]));
  for (const { attendee, sessions: named, pin } of pins) {
    const person = people.get(attendee.id);
    if (person === undefined) continue;
    const row = closed.get(person) ?? new Uint8Array(sessions.length + placesIn.length);
    closed.set(person, row);
    for (const place of named.map((one) => sessions.indexOf(one))) {
      if (pin.kind === 'exclude') row[place] = 1;
      else closeOthers(row, place, placesIn);
    }
  }
  return closed;
}

function closeOthers(row: Uint8Array, place: number, placesIn: readonly Int32Array[]): void {
  for (const other of placesIn.find((places) => places.includes(place)) ?? []) {
    if (other !== place) row[other] = 1;
  }
}
