import type { PriceInstance } from './price-instance.ts';
import type { Tariff } from './price-oracle.ts';

/** Who takes which place: `taken[person * slots + slot]`, and how many each place has. */
export interface Taken {
  readonly taken: Int32Array;
  readonly loads: Float64Array;
}

export interface BalanceProblem {
  readonly instance: PriceInstance;
  readonly tariff: Tariff;
  /** Everybody, in the order of the draw. */
  readonly order: Int32Array;
  /** Numbers from 0 to 1, the same ones for the same seed. */
  readonly random: () => number;
  /** What a person's choice may cost more than their best one; less than a difference that counts. */
  readonly tolerance: number;
}

/** Going through everybody ends where this many rounds in a row have brought nothing. */
const PATIENCE = 2;
const MOST_ROUNDS = 30;

/**
 * At the best prices most people have many choices that are equally good for them. Going through everybody again and
 * again, each takes the one that brings the numbers of people closest to what prices ask for (all seats taken where they
 * have a price, no more than there are elsewhere), and any of several at random, so that what is left wanders until it
 * meets a free seat. Ends with rooms that may still be too full by a few people.
 */
export function balance(problem: BalanceProblem): Taken {
  const { instance, order } = problem;
  const { people, slots, capacities } = instance;
  const state: Taken = {
    taken: new Int32Array(people * slots).fill(-1),
    loads: new Float64Array(capacities.length),
  };
  const place = createPlacer(problem, state);
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0, idle = 0; round < MOST_ROUNDS && idle < PATIENCE && least > 0; round += 1) {
    for (const person of order) place(person);
    const now = imbalance(problem, state.loads);
    idle = now < least ? 0 : idle + 1;
    least = Math.min(least, now);
  }
  return state;
}

/** People too many, and too few where seats have a price. */
function imbalance({ instance, tariff }: BalanceProblem, loads: Float64Array): number {
  let sum = 0;
  for (let place = 0; place < instance.sessions; place += 1) {
    const over = (loads[place] ?? 0) - (instance.capacities[place] ?? 0);
    if (over > 0 || (tariff.prices[place] ?? 0) > 0) sum += Math.abs(over);
  }
  return sum;
}

/** Gives one person the choice that is best for the balance. Hot. */
function createPlacer(problem: BalanceProblem, { taken, loads }: Taken): (person: number) => void {
  const { instance, tariff, random, tolerance } = problem;
  const { slots, placesIn, themes, themeCount, ranks, closed, capacities, sessions } = instance;
  const { costs, prices } = tariff;
  const width = Math.max(...placesIn.map((places) => places.length));
  const values = new Float64Array(slots * width);
  const open = new Int32Array(slots * width);
  const counts = new Int32Array(slots);
  const rest = new Float64Array(slots + 1);
  const pulls = new Float64Array(slots * width);
  const trial = new Int32Array(slots);
  const chosen = new Int32Array(slots);
  let limit = 0;
  let least = 0;
  let bestPull = 0;
  let ties = 0;

  return (person) => {
    const from = person * slots;
    for (let slot = 0; slot < slots; slot += 1) leave(taken[from + slot] as number);
    const row = person * themeCount;
    const shut = closed.get(person);
    for (let slot = slots - 1; slot >= 0; slot -= 1) {
      rest[slot] = (rest[slot + 1] as number) + look(slot, row, shut);
    }
    least = Number.POSITIVE_INFINITY;
    findLeast(0, 0);
    limit = least + tolerance;
    for (let slot = 0; slot < slots; slot += 1) narrow(slot, limit - (rest[0] as number));
    bestPull = Number.POSITIVE_INFINITY;
    ties = 0;
    choose(0, 0, 0);
    for (let slot = 0; slot < slots; slot += 1) {
      const place = chosen[slot] as number;
      taken[from + slot] = place;
      loads[place] = (loads[place] as number) + 1;
    }
  };

  function leave(place: number): void {
    if (place >= 0) loads[place] = (loads[place] as number) - 1;
  }

  /** Values of the open places of a slot; gives back the least. */
  function look(slot: number, row: number, shut: Uint8Array | undefined): number {
    const places = placesIn[slot] as Int32Array;
    let at = slot * width;
    let min = Number.POSITIVE_INFINITY;
    for (let index = 0; index < places.length; index += 1) {
      const place = places[index] as number;
      if (shut?.[place] === 1) continue;
      const value =
        (costs[ranks[row + (themes[place] as number)] as number] as number) + (prices[place] as number);
      values[at] = value;
      open[at] = place;
      at += 1;
      if (value < min) min = value;
    }
    counts[slot] = at - slot * width;
    return min;
  }

  function findLeast(slot: number, sum: number): void {
    if (slot === slots) {
      if (sum < least) least = sum;
      return;
    }
    const end = slot * width + (counts[slot] as number);
    for (let at = slot * width; at < end; at += 1) {
      const value = sum + (values[at] as number);
      if (value + (rest[slot + 1] as number) >= least) continue;
      const place = open[at] as number;
      if (hasTheme(slot, themes[place] as number)) continue;
      trial[slot] = place;
      findLeast(slot + 1, value);
    }
  }

  /** Leaves the places that can be in a choice as good, and says how much the balance asks for each. */
  function narrow(slot: number, slack: number): void {
    const from = slot * width;
    const most = (rest[slot] as number) - (rest[slot + 1] as number) + slack;
    let kept = from;
    for (let at = from; at < from + (counts[slot] as number); at += 1) {
      if ((values[at] as number) > most) continue;
      const place = open[at] as number;
      values[kept] = values[at] as number;
      open[kept] = place;
      pulls[kept] = pull(place);
      kept += 1;
    }
    counts[slot] = kept - from;
  }

  /** By how much one more person takes the squares of what is too much or too little further from nothing. */
  function pull(place: number): number {
    if (place >= sessions) return 0;
    const over = (loads[place] as number) - (capacities[place] as number);
    if (over < 0 && prices[place] === 0) return 0;
    return 2 * over + 1;
  }

  function choose(slot: number, sum: number, pulled: number): void {
    if (slot === slots) {
      compare(pulled);
      return;
    }
    const end = slot * width + (counts[slot] as number);
    for (let at = slot * width; at < end; at += 1) {
      const value = sum + (values[at] as number);
      if (value + (rest[slot + 1] as number) > limit) continue;
      const place = open[at] as number;
      if (hasTheme(slot, themes[place] as number)) continue;
      trial[slot] = place;
      choose(slot + 1, value, pulled + (pulls[at] as number));
    }
  }

  /** Of choices that are as good, each is as likely to be kept. */
  function compare(pulled: number): void {
    if (pulled > bestPull) return;
    if (pulled < bestPull) ties = 0;
    bestPull = pulled;
    ties += 1;
    if (ties === 1 || random() * ties < 1) chosen.set(trial);
  }

  function hasTheme(slot: number, theme: number): boolean {
    for (let other = 0; other < slot; other += 1) {
      if (themes[trial[other] as number] === theme) return true;
    }
    return false;
  }
}
