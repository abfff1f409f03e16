import { type Instance, seatsOf } from '../../../src/core/assign/instance.ts';
import { drawTwice, subjectOf, ticketOf } from '../../../src/core/assign/lottery.ts';
import type { Draw } from '../../../src/core/assign/plan.ts';
import { checkPlan } from '../../../src/core/constraints/check-plan.ts';
import type { Session } from '../../../src/model/event.ts';
import type { Placement } from '../../../src/model/placement.ts';
import type { Violation } from '../../../src/model/violation.ts';

/** The best plan found by looking at every plan there is, and how good it is in each stage; for tiny instances. */
export interface BestOfAll {
  readonly seats: readonly string[];
  readonly stages: Readonly<Record<string, number>>;
}

export function lookAtEveryPlan(instance: Instance, wanted: Draw): BestOfAll {
  let best: { readonly plan: readonly Placement[]; readonly stages: [string, number][] } | undefined;
  for (const plan of everyPlan(instance)) {
    const violations = checkPlan(instance, plan);
    if (violations.some((one) => one.hard)) continue;
    const stages = rate(instance, plan, violations, wanted);
    if (best === undefined || isBetter(stages, best.stages)) best = { plan, stages };
  }
  if (best === undefined) throw new Error('even the empty plan is impossible');
  return { seats: best.plan.map(seatName).sort(), stages: Object.fromEntries(best.stages) };
}

export function seatName({ attendee, session }: Pick<Placement, 'attendee' | 'session'>): string {
  return `${attendee} ${session}`;
}

function* everyPlan(instance: Instance): Generator<readonly Placement[]> {
  const choices = instance.attendees.flatMap(({ id }) =>
    instance.slots.map((slot) => [
      [] as Placement[],
      ...instance.sessions.filter((one) => one.timeSlot === slot.id).map((session) => [place(id, session)]),
    ]),
  );
  const counters = choices.map(() => 0);
  for (;;) {
    yield choices.flatMap((options, index) => options[counters[index] ?? 0] ?? []);
    const next = counters.findIndex((count, index) => count + 1 < (choices[index]?.length ?? 0));
    if (next < 0) return;
    counters.fill(0, 0, next);
    counters[next] = (counters[next] ?? 0) + 1;
  }
}

function place(attendee: string, session: Session): Placement {
  return { attendee, timeSlot: session.timeSlot, session: session.id, kind: 'assigned', rank: 0 };
}

/** Every stage in its order, by its own definition and not by the engine's. */
function rate(
  instance: Instance,
  plan: readonly Placement[],
  violations: readonly Violation[],
  { criterion, seed }: Draw,
): [string, number][] {
  const ranks = seatsOf(plan).map((seat) => rankOf(instance, seat));
  const worst = Math.max(0, ...instance.attendees.flatMap((one) => everyRank(instance, one.id)));
  const count = (at: number): number => ranks.filter((rank) => rank === at).length;
  const missed = (at: number): number => ranks.filter((rank) => rank !== at && rank !== 0).length;
  const missing = (ids: readonly string[]): number =>
    ids.length * instance.slots.length - plan.filter((one) => ids.includes(one.attendee)).length;
  const withWishes = instance.attendees.filter((one) => one.wishes.length > 0);
  const up = Array.from({ length: Math.max(0, worst - 1) }, (_, index) => index + 1);
  const down = up.map((rank) => rank + 1).reverse();
  const byCriterion: Record<Draw['criterion'], [string, number][]> = {
    fair: down.map((at) => [`rank-${at}`, count(at)]),
    happy: [['total-rank', ranks.reduce((sum, rank) => sum + rank, 0)]],
    first: up.map((at) => [`rank-${at}`, missed(at)]),
  };
  return [
    ['unseated', missing(instance.attendees.map((one) => one.id))],
    ['unseated-with-wishes', missing(withWishes.map((one) => one.id))],
    ['rules', violations.reduce((sum, one) => sum + one.amount * weightOf(instance, one), 0)],
    ...byCriterion[criterion],
    ...rateDraw(instance, plan, seed),
  ];
}

/** The draw of themes, then that of sessions slot by slot, each with its second numbers. */
function rateDraw(instance: Instance, plan: readonly Placement[], seed: string): [string, number][] {
  const themeOf = new Map(instance.sessions.map((one) => [one.id, one.theme]));
  const sums = (id: string, subjects: readonly (readonly [string, string])[]): [string, number][] =>
    ([0, 1] as const).map((number) => [
      number === 0 ? id : `${id}-again`,
      subjects.reduce(
        (sum, [who, what]) => sum + drawTwice(ticketOf(seed, who), subjectOf(seed, what))[number],
        0,
      ),
    ]);
  return [
    ...sums(
      'lottery',
      plan.map((one) => [one.attendee, `theme ${themeOf.get(one.session)}`]),
    ),
    ...instance.slots.flatMap(({ id }) =>
      sums(
        `lottery-${id}`,
        instance.attendees.map((one) => {
          const seat = plan.find((place) => place.attendee === one.id && place.timeSlot === id);
          return [one.id, seat === undefined ? `no seat ${id}` : seat.session];
        }),
      ),
    ),
  ];
}

function rankOf(instance: Instance, { attendee, session }: Placement): number {
  const theme = instance.sessions.find((one) => one.id === session)?.theme ?? '';
  const wishes = instance.attendees.find((one) => one.id === attendee)?.wishes ?? [];
  const rank = wishes.findIndex((tied) => tied.includes(theme));
  if (wishes.length === 0) return 0;
  return rank < 0 ? wishes.length + 1 : rank + 1;
}

function everyRank(instance: Instance, attendee: string): number[] {
  return instance.sessions.map((session) => rankOf(instance, place(attendee, session)));
}

function weightOf({ event }: Instance, { constraint, rule }: Violation): number {
  if (constraint === 'minimum') return 1;
  const rules = constraint === 'spread' ? event.rules.spread : event.rules.mix;
  return rules.find((one) => one.id === rule)?.weight ?? Number.NaN;
}

function isBetter(a: readonly [string, number][], b: readonly [string, number][]): boolean {
  for (const [index, [, value]] of a.entries()) {
    const difference = value - (b[index]?.[1] ?? 0);
    if (Math.abs(difference) > 1e-9) return difference < 0;
  }
  return false;
}
