import type { PriceInstance } from './price-instance.ts';

/** What everybody would choose if places had prices, each for themselves. */
export interface Demand {
  /** What they pay, costs and prices. */
  readonly paid: number;
  /** Costs alone. */
  readonly cost: number;
  /** How many people take each place. */
  readonly loads: Float64Array;
}

/** Costs by rank, prices by place. */
export interface Tariff {
  readonly costs: Float64Array;
  readonly prices: Float64Array;
}

export interface Oracle {
  /** The choice of these people. */
  readonly ask: (people: Int32Array, tariff: Tariff) => Demand;
}

/** What a closed place costs. */
const CLOSED = Number.POSITIVE_INFINITY;

/**
 * The choice of one person is exact: of each slot, as many of the cheapest themes as there are slots are enough, because
 * the others take at most one theme less than that. Hot: it is asked for everybody, a hundred times.
 */
export function createOracle(instance: PriceInstance): Oracle {
  const { slots, placesIn, themes, themeCount, ranks, closed, capacities } = instance;
  const best = new Float64Array(slots * slots);
  const bestPlaces = new Int32Array(slots * slots);
  const chosen = new Int32Array(slots);
  const trial = new Int32Array(slots);
  const trialThemes = new Int32Array(slots);
  const rest = new Float64Array(slots + 1);
  let least = 0;

  return { ask };

  function ask(people: Int32Array, { costs, prices }: Tariff): Demand {
    const loads = new Float64Array(capacities.length);
    const cheapest = placesIn.map((places) => cheapestOfThemes(places, prices));
    let paid = 0;
    let cost = 0;
    for (let at = 0; at < people.length; at += 1) {
      const person = people[at] as number;
      const row = person * themeCount;
      const shut = closed.get(person);
      for (let slot = 0; slot < slots; slot += 1) {
        const places = shut === undefined ? cheapest[slot] : placesIn[slot];
        rankPlaces(slot, places as Int32Array, row, costs, prices, shut);
      }
      paid += choose();
      for (let slot = 0; slot < slots; slot += 1) {
        const place = chosen[slot] as number;
        loads[place] = (loads[place] as number) + 1;
        cost += costs[ranks[row + (themes[place] as number)] as number] as number;
      }
    }
    return { paid, cost, loads };
  }

  /** Twins, sessions of one theme at a time, differ in nothing but their prices. */
  function cheapestOfThemes(places: Int32Array, prices: Float64Array): Int32Array {
    const byTheme = new Map<number, number>();
    for (const place of places) {
      const theme = themes[place] ?? 0;
      const other = byTheme.get(theme);
      if (other === undefined || (prices[place] ?? 0) < (prices[other] ?? 0)) byTheme.set(theme, place);
    }
    return Int32Array.from(byTheme.values());
  }

  /** The cheapest places of a slot in their order. */
  function rankPlaces(
    slot: number,
    places: Int32Array,
    row: number,
    costs: Float64Array,
    prices: Float64Array,
    shut: Uint8Array | undefined,
  ): void {
    const from = slot * slots;
    const last = from + slots - 1;
    best.fill(CLOSED, from, last + 1);
    bestPlaces.fill(-1, from, last + 1);
    for (let index = 0; index < places.length; index += 1) {
      const place = places[index] as number;
      const value =
        (costs[ranks[row + (themes[place] as number)] as number] as number) + (prices[place] as number);
      if (value >= (best[last] as number) || shut?.[place] === 1) continue;
      let at = last;
      if (shut !== undefined) {
        at = placeOfTwin(from, last, themes[place] as number);
        if (value >= (best[at] as number)) continue;
      }
      while (at > from && (best[at - 1] as number) > value) {
        best[at] = best[at - 1] as number;
        bestPlaces[at] = bestPlaces[at - 1] as number;
        at -= 1;
      }
      best[at] = value;
      bestPlaces[at] = place;
    }
  }

  /** Where a place of the same theme stands, or the last one. */
  function placeOfTwin(from: number, last: number, theme: number): number {
    for (let at = from; at < last; at += 1) {
      const place = bestPlaces[at] as number;
      if (place !== -1 && themes[place] === theme) return at;
    }
    return last;
  }

  /** One place of each slot, no theme twice; gives back what they come to. */
  function choose(): number {
    if (choosesFirsts()) {
      let sum = 0;
      for (let slot = 0; slot < slots; slot += 1) {
        chosen[slot] = bestPlaces[slot * slots] as number;
        sum += best[slot * slots] as number;
      }
      return sum;
    }
    for (let slot = slots - 1; slot >= 0; slot -= 1) {
      rest[slot] = (rest[slot + 1] as number) + (best[slot * slots] as number);
    }
    least = CLOSED;
    search(0, 0);
    return least;
  }

  function choosesFirsts(): boolean {
    for (let slot = 1; slot < slots; slot += 1) {
      const theme = themes[bestPlaces[slot * slots] as number];
      for (let other = 0; other < slot; other += 1) {
        if (themes[bestPlaces[other * slots] as number] === theme) return false;
      }
    }
    return true;
  }

  function search(slot: number, sum: number): void {
    const remaining = rest[slot + 1] as number;
    for (let at = slot * slots; at < (slot + 1) * slots; at += 1) {
      const value = sum + (best[at] as number);
      if (value + remaining >= least) return;
      const place = bestPlaces[at] as number;
      const theme = themes[place] as number;
      if (isTaken(slot, theme)) continue;
      trial[slot] = place;
      trialThemes[slot] = theme;
      if (slot + 1 < slots) search(slot + 1, value);
      else {
        least = value;
        chosen.set(trial);
      }
    }
  }

  function isTaken(slot: number, theme: number): boolean {
    for (let other = 0; other < slot; other += 1) if (trialThemes[other] === theme) return true;
    return false;
  }
}
