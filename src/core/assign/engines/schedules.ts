import type { LinearModel } from '../linear-model.ts';

/**
 * What each attendee can have by themselves: of every time slot one column, no theme twice. Found in the rows of a model:
 * a choice is a row that asks for exactly one of some columns of an attendee, a clash one that allows at most one of them.
 */
export interface Schedules {
  /** By row: 1 where a schedule keeps it, so that it needs no dual. */
  readonly isKept: Uint8Array;
  /** By column: 1 where it is in a schedule. */
  readonly isChosen: Uint8Array;
  /** The columns of every choice. */
  readonly choices: readonly (readonly number[])[];
  /**
   * At these costs by column: the sum of everybody's cheapest schedules, and by column how much dearer than the cheapest
   * the cheapest schedule with it is, infinite where that is more than `limit`. Undefined where somebody has no schedule.
   */
  readonly price: (costs: Float64Array, bounds: Bounds, limit: number) => Dearer | undefined;
}

export interface Bounds {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

export interface Dearer {
  readonly least: number;
  readonly by: Float64Array;
}

export function createSchedules(model: LinearModel): Schedules {
  const isKept = new Uint8Array(model.rows.length);
  const isChosen = new Uint8Array(model.columns.length);
  /** By column the row of its clash, -1 where it has none. */
  const clashes = new Int32Array(model.columns.length).fill(-1);
  const choices = new Map<number, (readonly number[])[]>();
  for (const [index, row] of model.rows.entries()) {
    const attendee = row.upper === 1 && row.lower <= 1 ? onlyAttendee(model, row.entries) : undefined;
    if (attendee === undefined) continue;
    const columns = row.entries.map(([column]) => column);
    const isChoice = row.lower === 1 && columns.every((column) => isChosen[column] === 0);
    const isClash = row.lower <= 0 && columns.every((column) => clashes[column] === -1);
    if (isChoice) choices.set(attendee, [...(choices.get(attendee) ?? []), columns]);
    if (isChoice) fill(isChosen, columns, 1);
    if (isClash) fill(clashes, columns, index);
    isKept[index] = isChoice || isClash ? 1 : 0;
  }
  dropClashesOutside(isKept, isChosen, clashes);
  const people = [...choices.values()];
  return {
    isKept,
    isChosen,
    choices: people.flat(),
    price: (costs, bounds, limit) => price(people, clashes, costs, bounds, limit),
  };
}

function fill(of: Uint8Array | Int32Array, places: readonly number[], value: number): void {
  for (const place of places) of[place] = value;
}

/** A clash with a column that is no choice is left to the duals. */
function dropClashesOutside(isKept: Uint8Array, isChosen: Uint8Array, clashes: Int32Array): void {
  const dropped = new Set<number>();
  for (const [column, row] of clashes.entries()) if (row !== -1 && isChosen[column] === 0) dropped.add(row);
  for (const row of dropped) isKept[row] = 0;
  for (const [column, row] of clashes.entries()) if (dropped.has(row)) clashes[column] = -1;
}

/** Whose columns all of these are, each once; undefined where they are of several people, or of nobody. */
function onlyAttendee(
  { columns }: LinearModel,
  entries: readonly (readonly [number, number])[],
): number | undefined {
  let attendee: number | undefined;
  for (const [column, value] of entries) {
    const about = columns[column];
    if (value !== 1 || (about?.kind !== 'seat' && about?.kind !== 'unseated')) return undefined;
    if (attendee !== undefined && attendee !== about.attendee) return undefined;
    attendee = about.attendee;
  }
  return attendee;
}

function price(
  people: readonly (readonly (readonly number[])[])[],
  clashes: Int32Array,
  costs: Float64Array,
  bounds: Bounds,
  limit: number,
): Dearer | undefined {
  const by = new Float64Array(costs.length).fill(Number.POSITIVE_INFINITY);
  let least = 0;
  for (const choices of people) {
    const open = choices.map((columns) => listOpen(columns, costs, bounds));
    const firsts = open.map(([first = -1]) => costs[first] ?? Number.POSITIVE_INFINITY);
    const all = firsts.reduce((sum, one) => sum + one, 0);
    const best = search(open, clashes, costs, Number.POSITIVE_INFINITY);
    if (best === Number.POSITIVE_INFINITY) return undefined;
    least += best;
    for (const [place, columns] of open.entries()) {
      for (const column of columns) {
        const most = best + limit;
        if (all - (firsts[place] ?? 0) + (costs[column] ?? 0) > most) break;
        const forced = open.map((others, other) => (other === place ? [column] : others));
        by[column] = search(forced, clashes, costs, most) - best;
      }
    }
  }
  return { least, by };
}

/** Columns of a choice that can be had, the cheapest first. */
function listOpen(columns: readonly number[], costs: Float64Array, { lower, upper }: Bounds): number[] {
  const fixed = columns.find((column) => (lower[column] ?? 0) > 0);
  if (fixed !== undefined) return [fixed];
  return columns
    .filter((column) => upper[column] !== 0)
    .sort((a, b) => (costs[a] ?? 0) - (costs[b] ?? 0) || a - b);
}

/** The cheapest schedule of one column of each choice without a clash, infinite where none costs at most `most`. */
function search(
  choices: readonly (readonly number[])[],
  clashes: Int32Array,
  costs: Float64Array,
  most: number,
): number {
  const rest = new Float64Array(choices.length + 1);
  for (let at = choices.length - 1; at >= 0; at -= 1) {
    const first = choices[at]?.[0];
    if (first === undefined) return Number.POSITIVE_INFINITY;
    rest[at] = (rest[at + 1] ?? 0) + (costs[first] ?? 0);
  }
  const taken: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  let limit = most;
  descend(0, 0);
  return least;

  function descend(at: number, sum: number): void {
    if (at === choices.length) {
      least = sum;
      limit = sum;
      return;
    }
    for (const column of choices[at] ?? []) {
      const next = sum + (costs[column] ?? 0);
      const promise = next + (rest[at + 1] ?? 0);
      if (promise > limit || promise >= least) return;
      const clash = clashes[column] ?? -1;
      if (clash !== -1 && taken.includes(clash)) continue;
      taken.push(clash);
      descend(at + 1, next);
      taken.pop();
    }
  }
}
