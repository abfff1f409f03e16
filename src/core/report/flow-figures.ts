import type { Event, Theme } from '../../model/event.ts';
import type { Place, Presence } from './places.ts';

/** Where people are in a time slot, without the session: a theme by its id, or one of the other places. */
export interface Stop {
  readonly kind: 'theme' | 'others' | 'unseated' | 'away';
  /** '' where it is none. */
  readonly theme: string;
  readonly people: number;
}

/** How people move through the day. */
export interface FlowFigures {
  /** By time slot, in order of time. */
  readonly slots: readonly { readonly timeSlot: string; readonly stops: readonly Stop[] }[];
  /** Between each time slot and the next: from and to are places in `stops`, in their order; only where people go. */
  readonly steps: readonly (readonly FlowStep[])[];
}

export interface FlowStep {
  readonly from: number;
  readonly to: number;
  readonly people: number;
}

/** How many people go from which theme to which; stops stand in the order of the event's themes. */
export function figureFlow(event: Event, { slots, people }: Presence): FlowFigures {
  const themes = event.themes.filter(({ id }) => event.sessions.some((session) => session.theme === id));
  const themeOf = new Map(event.sessions.map((one) => [one.id, one.theme]));
  const indexOf = new Map(themes.map((theme, index) => [theme.id, index]));
  const stopOf = (place: Place | undefined): number =>
    place === undefined || place === 'away'
      ? themes.length + 1
      : place === 'unseated'
        ? themes.length
        : (indexOf.get(themeOf.get(place.session) ?? '') ?? themes.length);
  const size = themes.length + 2;
  const counts = slots.map(() => new Uint32Array(size));
  const moves = slots.slice(1).map(() => new Uint32Array(size * size));
  for (const { places } of people) {
    let from = 0;
    for (const [index, count] of counts.entries()) {
      const at = stopOf(places[index]);
      count[at] = (count[at] ?? 0) + 1;
      const step = moves[index - 1];
      if (step !== undefined) step[from * size + at] = (step[from * size + at] ?? 0) + 1;
      from = at;
    }
  }
  const stopsBySlot = counts.map((count) => listStops(themes, count));
  return {
    slots: slots.map((slot, index) => ({
      timeSlot: slot.id,
      stops: (stopsBySlot[index] ?? []).map((one) => one.stop),
    })),
    steps: moves.map((step, index) =>
      listSteps(step, size, stopsBySlot[index] ?? [], stopsBySlot[index + 1] ?? []),
    ),
  };
}

interface NumberedStop {
  readonly at: number;
  readonly stop: Stop;
}

/** Only where somebody is. */
function listStops(themes: readonly Theme[], count: Uint32Array): readonly NumberedStop[] {
  const all: readonly Omit<Stop, 'people'>[] = [
    ...themes.map(({ id }) => ({ kind: 'theme', theme: id }) as const),
    { kind: 'unseated', theme: '' },
    { kind: 'away', theme: '' },
  ];
  return all.flatMap((stop, at) => {
    const people = count[at] ?? 0;
    return people === 0 ? [] : [{ at, stop: { ...stop, people } }];
  });
}

function listSteps(
  step: Uint32Array,
  size: number,
  before: readonly NumberedStop[],
  after: readonly NumberedStop[],
): readonly FlowStep[] {
  return before.flatMap((one, from) =>
    after.flatMap((other, to) => {
      const people = step[one.at * size + other.at] ?? 0;
      return people === 0 ? [] : [{ from, to, people }];
    }),
  );
}

/**
 * The same with at most so many themes: those that most people go to; all others stand together, after them. Where that
 * spares only one, nothing changes.
 */
export function narrowFlow(flow: FlowFigures, most: number): FlowFigures {
  const totals = new Map<string, number>();
  for (const { kind, theme, people } of flow.slots.flatMap((one) => one.stops)) {
    if (kind === 'theme') totals.set(theme, (totals.get(theme) ?? 0) + people);
  }
  if (totals.size <= most + 1) return flow;
  const kept = new Set(
    [...totals]
      .sort(([, a], [, b]) => b - a)
      .map(([theme]) => theme)
      .slice(0, most),
  );
  const slots = flow.slots.map(({ timeSlot, stops }) => ({ timeSlot, ...mergeStops(stops, kept) }));
  return {
    slots: slots.map(({ timeSlot, stops }) => ({ timeSlot, stops })),
    steps: flow.steps.map((steps, index) =>
      mergeSteps(steps, slots[index]?.becomes ?? [], slots[index + 1]?.becomes ?? []),
    ),
  };
}

/** Stops anew, and which of them each of the old ones becomes. */
function mergeStops(
  stops: readonly Stop[],
  kept: ReadonlySet<string>,
): { readonly stops: readonly Stop[]; readonly becomes: readonly number[] } {
  const isOther = (stop: Stop): boolean => stop.kind === 'theme' && !kept.has(stop.theme);
  const people = stops.filter(isOther).reduce((sum, one) => sum + one.people, 0);
  const themes = stops.filter((one) => one.kind === 'theme' && !isOther(one));
  const others: readonly Stop[] = people === 0 ? [] : [{ kind: 'others', theme: '', people }];
  const merged = [...themes, ...others, ...stops.filter((one) => one.kind !== 'theme')];
  return {
    stops: merged,
    becomes: stops.map((stop) => (isOther(stop) ? themes.length : merged.indexOf(stop))),
  };
}

function mergeSteps(
  steps: readonly FlowStep[],
  before: readonly number[],
  after: readonly number[],
): readonly FlowStep[] {
  const merged = new Map<string, FlowStep>();
  for (const step of steps) {
    const [from, to] = [before[step.from] ?? 0, after[step.to] ?? 0];
    const key = `${from} ${to}`;
    merged.set(key, { from, to, people: step.people + (merged.get(key)?.people ?? 0) });
  }
  return [...merged.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}
