import { type Instance, seatsOf } from '../../../src/core/assign/instance.ts';
import { drawTwice, subjectOf, ticketOf } from '../../../src/core/assign/lottery.ts';
import type { Draw, Replan } from '../../../src/core/assign/plan.ts';
import { checkPlan } from '../../../src/core/constraints/check-plan.ts';
import type { Attendee } from '../../../src/model/attendee.ts';
import type { Session, StageId } from '../../../src/model/event.ts';
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
    if (movesOf(instance, plan, wanted.replan) > (wanted.replan?.maxMoves ?? Number.POSITIVE_INFINITY))
      continue;
    const stages = rate(instance, plan, violations, wanted);
    if (best === undefined || isBetter(stages, best.stages)) best = { plan, stages };
  }
  if (best === undefined) throw new Error('no plan is possible');
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
  { criterion, seed, replan }: Draw,
): [string, number][] {
  const ranks = seatsOf(plan).map((seat) => rankOf(instance, seat));
  const worst = Math.max(0, ...instance.attendees.flatMap((one) => everyRank(instance, one.id)));
  const count = (at: number): number => ranks.filter((rank) => rank === at).length;
  const missed = (at: number): number => ranks.filter((rank) => rank !== at && rank !== 0).length;
  const missing = (ids: readonly string[]): number =>
    ids
      .flatMap((id) => instance.slots.map((slot) => [id, slot.id] as const))
      .filter(([id, slot]) => !isAbsent(instance, id, slot))
      .filter(([id, slot]) => !plan.some((one) => one.attendee === id && one.timeSlot === slot)).length;
  const withWishes = instance.attendees.filter((one) => one.wishes.length > 0);
  const up = Array.from({ length: Math.max(0, worst - 1) }, (_, index) => index + 1);
  const down = up.map((rank) => rank + 1).reverse();
  const totals = withWishes.map((one) => totalOf(instance, plan, one));
  const highest = instance.slots.length * (Math.max(0, ...withWishes.map((one) => one.wishes.length)) + 2);
  const byStage: Record<StageId | 'waitlist', () => [string, number][]> = {
    unseated: () => [
      ['unseated', missing(instance.attendees.map((one) => one.id))],
      ['unseated-with-wishes', missing(withWishes.map((one) => one.id))],
    ],
    rules: () => [['rules', violations.reduce((sum, one) => sum + one.amount * weightOf(instance, one), 0)]],
    cancelled: () => {
      const empty = instance.sessions.filter((one) => !plan.some((seat) => seat.session === one.id));
      return [['cancelled', empty.filter((one) => one.mayCancel).length]];
    },
    moves: () => [['moves', movesOf(instance, plan, replan)]],
    waitlist: () => passedOver(instance, plan, replan),
    'worst-rank': () => down.map((at) => [`rank-${at}`, count(at)]),
    'total-rank': () => [['total-rank', ranks.reduce((sum, rank) => sum + rank, 0)]],
    'first-wishes': () => up.map((at) => [`rank-${at}`, missed(at)]),
    slots: () =>
      Array.from({ length: highest }, (_, index) => highest - index).map((least) => [
        `total-${least}`,
        totals.filter((total) => total >= least).length,
      ]),
    priority: () =>
      instance.event.rules.priority.map((_, place) => {
        const members = instance.attendees.filter((one) => classOf(instance, one) === place);
        return [`priority-${place + 1}`, members.reduce((sum, one) => sum + totalOf(instance, plan, one), 0)];
      }),
    lottery: () => rateDraw(instance, plan, seed),
  };
  const { stages, fairOverSlots } = instance.event.rules;
  const aims: Record<Draw['criterion'], readonly StageId[]> = {
    fair: ['worst-rank'],
    happy: ['total-rank'],
    first: ['first-wishes'],
    custom: [],
  };
  const slots: StageId[] = fairOverSlots ? ['slots'] : [];
  const wishes: StageId[] = [...aims[criterion], ...slots, 'priority', 'lottery'];
  const { meant, replanned } =
    criterion === 'custom'
      ? completed(stages)
      : {
          meant: ['unseated', 'rules', 'cancelled', ...wishes] as const,
          replanned: ['unseated', 'rules', 'moves', 'waitlist', 'cancelled', ...wishes] as const,
        };
  const filling = ['moves' as const, ...replanned.filter((one) => one !== 'moves')];
  const order = replan === undefined ? meant : replan.fillOnly ? filling : replanned;
  return order.flatMap((stage) => byStage[stage]());
}

interface Listed {
  readonly listed: readonly StageId[];
  /** The whole list that it stands for, and the same where a published plan is followed. */
  readonly meant: readonly StageId[];
  readonly replanned: readonly (StageId | 'waitlist')[];
}

/** What an organiser's own list stands for, written out for the lists that tests use. */
export const CUSTOM_STAGES: readonly Listed[] = [
  {
    listed: ['total-rank'],
    meant: ['unseated', 'rules', 'cancelled', 'total-rank', 'priority', 'lottery'],
    replanned: ['unseated', 'rules', 'moves', 'waitlist', 'cancelled', 'total-rank', 'priority', 'lottery'],
  },
  {
    listed: ['rules', 'unseated', 'worst-rank'],
    meant: ['rules', 'cancelled', 'unseated', 'worst-rank', 'priority', 'lottery'],
    replanned: ['rules', 'cancelled', 'unseated', 'moves', 'waitlist', 'worst-rank', 'priority', 'lottery'],
  },
  {
    listed: ['unseated', 'slots', 'first-wishes', 'rules', 'lottery'],
    meant: ['unseated', 'slots', 'first-wishes', 'rules', 'cancelled', 'priority', 'lottery'],
    replanned: [
      ...(['unseated', 'moves', 'waitlist', 'slots', 'first-wishes'] as const),
      ...(['rules', 'cancelled', 'priority', 'lottery'] as const),
    ],
  },
  {
    listed: ['unseated', 'priority', 'rules', 'cancelled', 'total-rank', 'slots'],
    meant: ['unseated', 'priority', 'rules', 'cancelled', 'total-rank', 'slots', 'lottery'],
    replanned: [
      ...(['unseated', 'moves', 'waitlist', 'priority', 'rules'] as const),
      ...(['cancelled', 'total-rank', 'slots', 'lottery'] as const),
    ],
  },
  {
    listed: ['unseated', 'total-rank', 'moves', 'rules'],
    meant: ['unseated', 'total-rank', 'rules', 'cancelled', 'priority', 'lottery'],
    replanned: ['unseated', 'total-rank', 'moves', 'waitlist', 'rules', 'cancelled', 'priority', 'lottery'],
  },
];

function completed(listed: readonly StageId[]): Listed {
  const found = CUSTOM_STAGES.find((one) => JSON.stringify(one.listed) === JSON.stringify(listed));
  if (found === undefined) throw new Error('no such list of stages in the tests');
  return found;
}

/** Ranks of somebody over all time slots in which they are there; no seat is worse than any theme. */
function totalOf(instance: Instance, plan: readonly Placement[], { id, wishes }: Attendee): number {
  return instance.slots.reduce((sum, slot) => {
    if (isAbsent(instance, id, slot.id)) return sum;
    const seat = plan.find((one) => one.attendee === id && one.timeSlot === slot.id);
    return sum + (seat === undefined ? wishes.length + 2 : rankOf(instance, seat));
  }, 0);
}

/** Tests have types in the first class and a day in the second. */
function classOf({ event }: Instance, { type, registeredAt }: Attendee): number {
  const [first, second] = event.rules.priority;
  if (first?.types?.includes(type)) return 0;
  return second?.registeredBefore !== undefined &&
    registeredAt !== '' &&
    registeredAt < second.registeredBefore
    ? 1
    : 2;
}

/** Published seats of people who are there, in sessions that there are, that a plan does not have. */
function movesOf(instance: Instance, plan: readonly Placement[], replan: Replan | undefined): number {
  return (replan?.published ?? []).filter(
    (one) =>
      one.kind !== 'waitlisted' &&
      instance.attendees.some((each) => each.id === one.attendee) &&
      instance.sessions.some((each) => each.id === one.session) &&
      !isAbsent(instance, one.attendee, one.timeSlot) &&
      !plan.some((seat) => seat.attendee === one.attendee && seat.session === one.session),
  ).length;
}

/** The waitlist from its front: how far ahead those stand who still have no seat, or not the one they waited for. */
function passedOver(
  instance: Instance,
  plan: readonly Placement[],
  replan: Replan | undefined,
): [string, number][] {
  if (replan === undefined) return [];
  const waiting = replan.published.filter(
    (one) =>
      one.kind === 'waitlisted' &&
      instance.attendees.some((each) => each.id === one.attendee) &&
      instance.slots.some((each) => each.id === one.timeSlot) &&
      !isAbsent(instance, one.attendee, one.timeSlot),
  );
  const queueOf = (one: Placement): readonly Placement[] =>
    waiting.filter((each) => each.timeSlot === one.timeSlot && each.session === one.session);
  const longest = Math.max(0, ...waiting.map((one) => queueOf(one).length));
  const weigh = (those: readonly Placement[]): number =>
    those.reduce((sum, one) => sum + longest - queueOf(one).indexOf(one), 0);
  const seatOf = (one: Placement): string | undefined =>
    plan.find((seat) => seat.attendee === one.attendee && seat.timeSlot === one.timeSlot)?.session;
  return [
    ['waitlist', weigh(waiting.filter((one) => seatOf(one) === undefined))],
    [
      'waitlist-session',
      weigh(
        waiting.filter(
          (one) => instance.sessions.some((each) => each.id === one.session) && seatOf(one) !== one.session,
        ),
      ),
    ],
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

function isAbsent({ pins, event, attendees }: Instance, id: string, slot: string): boolean {
  const value = attendees.find((one) => one.id === id)?.extra['Team']?.toLowerCase();
  const present = event.rules.availability?.present.find((one) => one.value === value)?.timeSlots;
  const isPinned = pins.some(
    ({ pin, attendee }) => pin.kind === 'absent' && attendee.id === id && pin.session === slot,
  );
  return isPinned || (present !== undefined && !present.includes(slot));
}

function weightOf({ event }: Instance, { constraint, rule }: Violation): number {
  if (constraint === 'minimum') return 1;
  if (constraint === 'language') return event.rules.language?.weight ?? Number.NaN;
  const { spread, mix, apart, notAlone, topWishes } = event.rules;
  const byConstraint: Readonly<Record<string, readonly { id: string; weight: number }[]>> = {
    spread,
    mix,
    apart,
    'not-alone': notAlone,
    'top-wishes': topWishes,
  };
  const rules = byConstraint[constraint] ?? [];
  return rules.find((one) => one.id === rule)?.weight ?? Number.NaN;
}

function isBetter(a: readonly [string, number][], b: readonly [string, number][]): boolean {
  for (const [index, [, value]] of a.entries()) {
    const difference = value - (b[index]?.[1] ?? 0);
    if (Math.abs(difference) > 1e-9) return difference < 0;
  }
  return false;
}
