import type { Attendee } from '../../model/attendee.ts';
import type { Placement } from '../../model/placement.ts';
import { groupBy } from '../group-by.ts';
import { nameOrder } from '../order.ts';
import type { Instance } from './instance.ts';
import { countMoves, publishedSeats } from './moves.ts';

/** What a new plan changes for whoever knows the published one. */
export interface PlanChanges {
  /** Published seats of people who come, in sessions that there are, that they have no longer. */
  readonly moves: number;
  /** Everybody for whom something changes: by kind, then name. */
  readonly people: readonly PersonChange[];
}

/**
 * `moved`: a seat that could have been kept is another one now, or none. `changed`: the rest, for instance a session
 * that was taken off the programme. `promoted`: from the waitlist to a seat. `new`: was in no published plan.
 * `cancelled`: was, and does not come.
 */
export type ChangeKind = 'moved' | 'changed' | 'promoted' | 'new' | 'cancelled';

export interface PersonChange {
  readonly attendee: string;
  /** For people, as registered; the id of somebody who is not in the list any more. */
  readonly name: string;
  readonly code: string;
  readonly kind: ChangeKind;
  /** Time slots in which something changes, in order of time. */
  readonly slots: readonly SlotChange[];
}

export interface SlotChange {
  readonly timeSlot: string;
  /** Undefined where the attendee was, or is, not in the plan at that time. */
  readonly before: Place | undefined;
  readonly after: Place | undefined;
}

/** A seat in a session, or the queue for one; '' for no session to wait for. */
export interface Place {
  readonly session: string;
  readonly waits: boolean;
}

const KINDS: readonly ChangeKind[] = ['moved', 'changed', 'promoted', 'new', 'cancelled'];

/** What changes from a published plan to another one, person by person. `everybody` has those who cancelled, too. */
export function comparePlans(
  instance: Instance,
  everybody: readonly Attendee[],
  { before, after }: { readonly before: readonly Placement[]; readonly after: readonly Placement[] },
): PlanChanges {
  const told = groupBy(before, (one) => one.attendee);
  const made = groupBy(after, (one) => one.attendee);
  const coming = new Set(instance.attendees.map((one) => one.id));
  const keepable = new Set(publishedSeats(instance, before).map(keyOf));
  const held = new Set(after.filter((one) => one.kind !== 'waitlisted').map(keyOf));
  const lost = (one: Placement): boolean => keepable.has(keyOf(one)) && !held.has(keyOf(one));
  const known = new Map(everybody.map((one) => [one.id, one]));
  const order = nameOrder(instance.language);
  const people = [...new Set([...told.keys(), ...made.keys()])].flatMap((id): PersonChange[] => {
    const [mine, now] = [told.get(id) ?? [], made.get(id) ?? []];
    const slots = changedSlots(instance, mine, now);
    if (slots.length === 0) return [];
    const kind = !coming.has(id) ? 'cancelled' : mine.some(lost) ? 'moved' : kindOf(mine, slots);
    const { name = id, code = '' } = known.get(id) ?? {};
    return [{ attendee: id, name, code, kind, slots }];
  });
  return {
    moves: countMoves(instance, before, after),
    people: people.sort(
      (a, b) =>
        KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
        order(a.name, b.name) ||
        order(a.attendee, b.attendee),
    ),
  };
}

/** Of somebody who comes and lost no seat that could have been kept. */
function kindOf(before: readonly Placement[], slots: readonly SlotChange[]): ChangeKind {
  if (before.length === 0) return 'new';
  return slots.some((one) => one.before?.waits === true && one.after?.waits === false)
    ? 'promoted'
    : 'changed';
}

function changedSlots(
  { event }: Instance,
  before: readonly Placement[],
  after: readonly Placement[],
): readonly SlotChange[] {
  const times = event.timeSlots.map((one) => one.id);
  const gone = [...before, ...after].map((one) => one.timeSlot).filter((id) => !times.includes(id));
  return [...times, ...new Set(gone)].flatMap((timeSlot) => {
    const [old, now] = [placeAt(before, timeSlot), placeAt(after, timeSlot)];
    if (old?.session === now?.session && old?.waits === now?.waits) return [];
    return [{ timeSlot, before: old, after: now }];
  });
}

function placeAt(placements: readonly Placement[], timeSlot: string): Place | undefined {
  const found = placements.find((one) => one.timeSlot === timeSlot);
  return found && { session: found.session, waits: found.kind === 'waitlisted' };
}

function keyOf({ attendee, session }: Placement): string {
  return JSON.stringify([attendee, session]);
}
