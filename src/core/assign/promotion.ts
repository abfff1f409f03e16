import type { Placement } from '../../model/placement.ts';
import type { Instance } from './instance.ts';
import type { LinearModel } from './linear-model.ts';
import { findSeat, othersInSlot } from './moves.ts';
import { findAbsences } from './presence.ts';

/** Somebody of the published waitlist who still comes, and how much it weighs that they are passed over. */
export interface Waiting {
  readonly placement: Placement;
  /** 1 for the last of the longest queue, more for everybody further ahead. */
  readonly weight: number;
}

/** The published waitlist, as far as people are still coming at that time; each queue in its published order. */
export function publishedQueue(instance: Instance, published: readonly Placement[]): readonly Waiting[] {
  const coming = new Set(instance.attendees.map((one) => one.id));
  const slots = new Set(instance.slots.map((one) => one.id));
  const isAbsent = findAbsences(instance);
  const lengths = new Map<string, number>();
  const waiting = published
    .filter((one) => one.kind === 'waitlisted' && coming.has(one.attendee) && slots.has(one.timeSlot))
    .filter((one) => !isAbsent(one.attendee, one.timeSlot))
    .map((placement) => {
      const key = JSON.stringify([placement.timeSlot, placement.session]);
      const place = lengths.get(key) ?? 0;
      lengths.set(key, place + 1);
      return { placement, place };
    });
  const longest = Math.max(0, ...lengths.values());
  return waiting.map(({ placement, place }) => ({ placement, weight: longest - place }));
}

/** Costs of columns that leave somebody waiting: whoever stands further ahead costs more. */
export function passedOverCosts(model: LinearModel, queue: readonly Waiting[]): ReadonlyMap<number, number> {
  return new Map(
    queue.map(({ placement, weight }) => [model.unseated(placement.attendee, placement.timeSlot), weight]),
  );
}

/** The same for every column but a seat in the session whose queue somebody stands in. */
export function otherSessionCosts(
  model: LinearModel,
  queue: readonly Waiting[],
): ReadonlyMap<number, number> {
  return new Map(
    queue.flatMap(({ placement, weight }) => {
      const seat = findSeat(model, placement.attendee, placement.session);
      if (seat === undefined) return [];
      return othersInSlot(model, placement.attendee, seat).map((column) => [column, weight] as const);
    }),
  );
}
