import type { Placement } from '../../model/placement.ts';
import { type Instance, seatsOf } from './instance.ts';
import type { LinearModel } from './linear-model.ts';
import type { Draw } from './plan.ts';
import { findAbsences } from './presence.ts';

/**
 * Published seats that a new plan can keep or move: of somebody still coming at that time, in a session that still exists.
 * What is not among them is nobody's move: the seat of somebody who cancelled or will be away, or in a session that was
 * taken off the programme.
 */
export function publishedSeats(instance: Instance, published: readonly Placement[]): readonly Placement[] {
  const coming = new Set(instance.attendees.map((one) => one.id));
  const sessions = new Set(instance.sessions.map((one) => one.id));
  const isAbsent = findAbsences(instance);
  return seatsOf(published).filter(
    (one) => coming.has(one.attendee) && sessions.has(one.session) && !isAbsent(one.attendee, one.timeSlot),
  );
}

/** How many of these seats somebody has no longer. */
export function countMoves(
  instance: Instance,
  published: readonly Placement[],
  placements: readonly Placement[],
): number {
  const held = new Set(seatsOf(placements).map((one) => JSON.stringify([one.attendee, one.session])));
  return publishedSeats(instance, published).filter(
    (one) => !held.has(JSON.stringify([one.attendee, one.session])),
  ).length;
}

/** Published seats as columns of a model, each with every other column of its attendee in its time slot. */
export function keepableSeats(
  instance: Instance,
  model: LinearModel,
  { replan }: Draw,
): readonly { readonly column: number; readonly others: readonly number[] }[] {
  return publishedSeats(instance, replan?.published ?? []).flatMap(({ attendee, session }) => {
    const column = findSeat(model, attendee, session);
    return column === undefined ? [] : [{ column, others: othersInSlot(model, attendee, column) }];
  });
}

/**
 * What each column costs in moves. Whoever leaves a published seat takes another column of that slot, if only that of
 * being without a seat; that one costs 1, so that no cost is below nothing.
 */
export function moveCosts(instance: Instance, model: LinearModel, wanted: Draw): ReadonlyMap<number, number> {
  const costs = new Map<number, number>();
  for (const { others } of keepableSeats(instance, model, wanted)) {
    for (const column of others) costs.set(column, (costs.get(column) ?? 0) + 1);
  }
  return costs;
}

/** The column of a seat; undefined where the attendee or the session is none of the model. */
export function findSeat(model: LinearModel, attendee: string, session: string): number | undefined {
  return model.seatsOf(attendee).find((column) => {
    const seat = model.columns[column];
    return seat?.kind === 'seat' && seat.session.id === session;
  });
}

/** Every column of an attendee in the time slot of a seat but the seat itself. */
export function othersInSlot(model: LinearModel, attendee: string, column: number): readonly number[] {
  const seat = model.columns[column];
  if (seat?.kind !== 'seat') return [];
  const { timeSlot } = seat.session;
  const others = model.seatsOf(attendee).filter((other) => {
    const about = model.columns[other];
    return other !== column && about?.kind === 'seat' && about.session.timeSlot === timeSlot;
  });
  return [...others, model.unseated(attendee, timeSlot)];
}
