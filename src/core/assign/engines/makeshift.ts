import { costRank, type Instance } from '../instance.ts';
import type { LinearModel } from '../linear-model.ts';
import { draw } from '../lottery.ts';
import { keepableSeats } from '../moves.ts';
import type { Draw } from '../plan.ts';
import { TOLERANCE } from './numbers.ts';
import { type SparseColumns, sparseColumns } from './sparse-columns.ts';

/**
 * Columns of seats without any search, as far as rows allow: pins, then what a linear program had most of, published
 * seats, and wishes rank by rank in the order of the draw. Whoever must sit with somebody is taken with them, or neither.
 */
export function seatOneByOne(
  instance: Instance,
  model: LinearModel,
  wanted: Draw,
  optimum: ArrayLike<number>,
): readonly number[] {
  const { take, taken } = fillUp(model);
  for (const [column, { lower, kind }] of model.columns.entries()) {
    if (kind === 'seat' && lower === 1) take(column);
  }
  for (const column of byAmount(optimum)) take(column);
  for (const { column } of keepableSeats(instance, model, wanted)) take(column);
  const drawn = instance.attendees
    .map((attendee) => ({ attendee, number: draw(wanted.seed, attendee.id, 'makeshift') }))
    .sort((a, b) => a.number - b.number);
  const worst = instance.attendees.reduce((most, one) => Math.max(most, one.wishes.length + 1), 1);
  // Rank 0 is that of people without wishes, whom nothing disappoints.
  for (const rank of [...Array.from({ length: worst }, (_, index) => index + 1), 0]) {
    for (const { attendee } of drawn) {
      for (const column of model.seatsOf(attendee.id)) {
        const seat = model.columns[column];
        if (seat?.kind === 'seat' && costRank(attendee, seat.session.theme) === rank) take(column);
      }
    }
  }
  return taken;
}

/** Takes seats one after the other, as long as no row is above its upper bound whatever the other columns are. */
function fillUp(model: LinearModel): { readonly take: (column: number) => void; readonly taken: number[] } {
  const sparse = sparseColumns(model);
  const tied = findTied(model);
  const room = Float64Array.from(model.rows, (row) => row.upper - leastWithoutSeats(model, row.entries));
  const isTaken = new Set<number>();
  const taken: number[] = [];
  const take = (column: number): void => {
    const seats = tied.get(column) ?? [column];
    if (isTaken.has(column) || seats.some((one) => !isSeat(model, one))) return;
    const needs = sumByRow(sparse, seats);
    if ([...needs].some(([row, needed]) => needed > (room[row] ?? 0))) return;
    for (const [row, needed] of needs) room[row] = (room[row] ?? 0) - needed;
    for (const one of seats) isTaken.add(one);
    taken.push(...seats);
  };
  return { take, taken };
}

/** What some columns add to each of their rows. */
function sumByRow({ starts, rows, values }: SparseColumns, columns: readonly number[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const column of columns) {
    for (let at = starts[column] ?? 0; at < (starts[column + 1] ?? 0); at += 1) {
      const row = rows[at] ?? 0;
      sums.set(row, (sums.get(row) ?? 0) + (values[at] ?? 0));
    }
  }
  return sums;
}

function isSeat(model: LinearModel, column: number): boolean {
  const about = model.columns[column];
  return about?.kind === 'seat' && about.upper === 1;
}

/** The least that the columns of a row that are no seats can add up to. */
function leastWithoutSeats(model: LinearModel, entries: readonly (readonly [number, number])[]): number {
  return entries.reduce((sum, [column, value]) => {
    const about = model.columns[column];
    if (about === undefined || about.kind === 'seat') return sum;
    return sum + value * (value > 0 ? about.lower : about.upper);
  }, 0);
}

/** Seats that are equal in every plan, because rows say so pair by pair: by each of them, all. */
function findTied(model: LinearModel): ReadonlyMap<number, readonly number[]> {
  const tied = new Map<number, readonly number[]>();
  for (const { lower, upper, entries } of model.rows) {
    const [one, other, more] = entries;
    if (one === undefined || other === undefined || more !== undefined) continue;
    const isTie = lower === 0 && upper === 0 && one[1] === -other[1];
    if (!isTie || one[0] === other[0]) continue;
    const group = [...new Set([one, other].flatMap(([column]) => tied.get(column) ?? [column]))];
    for (const column of group) tied.set(column, group);
  }
  return tied;
}

/** Columns that a linear program has something of, those with most first. */
function byAmount(optimum: ArrayLike<number>): readonly number[] {
  return Array.from(optimum, (amount, column) => ({ amount, column }))
    .filter(({ amount }) => amount > TOLERANCE)
    .sort((a, b) => b.amount - a.amount || a.column - b.column)
    .map(({ column }) => column);
}
