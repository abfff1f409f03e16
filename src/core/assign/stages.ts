import type { Criterion, Rules, StageId } from '../../model/event.ts';
import { numbersOf } from './engines/numbers.ts';
import { costRank, type Instance, unseatedRank } from './instance.ts';
import type { Column, LinearModel } from './linear-model.ts';
import { drawCosts } from './lottery-stages.ts';
import { moveCosts } from './moves.ts';
import type { Draw } from './plan.ts';
import { findAbsences } from './presence.ts';
import { priorityOf } from './priority.ts';
import { otherSessionCosts, passedOverCosts, publishedQueue } from './promotion.ts';
import { countDown, RANK_STAGES, type RankCriterion, type RankStage } from './rank-stages.ts';

/** One aim, to be met as well as it can be without giving up anything of the aims before it. */
export interface Stage {
  readonly id: string;
  readonly title: string;
  /** Whole costs of the columns of the model; the sum over a plan is to be as small as possible. */
  readonly costs: Float64Array;
  /** What the sum is multiplied with to be told to a person. */
  readonly unit: number;
  /** Where true, a plan near the least sum will do, see `roundOff`; nothing is proven. */
  readonly isRough?: boolean;
}

/** Weights of rules count in thousandths. */
const WEIGHT_PARTS = 1000;

/**
 * The aims of an assignment in their order: nobody without a seat (people with wishes first), rules bent as little
 * as possible, as few sessions cancelled as that allows, the organiser's criterion, the lottery. Seats come before
 * elastic rules: a share of entrepreneurs is not kept by sending others out of a room with free chairs. A plan that
 * follows a published one moves as few of its seats as that allows, before anything else is weighed.
 */
export function listStages(instance: Instance, model: LinearModel, wanted: Draw): readonly Stage[] {
  return toStages(instance, model, wanted, () => true);
}

/** The same without the draw, whose numbers take a while to draw. */
export function listAims(instance: Instance, model: LinearModel, wanted: Draw): readonly Stage[] {
  return toStages(instance, model, wanted, (id) => id !== 'lottery');
}

function toStages(
  instance: Instance,
  model: LinearModel,
  wanted: Draw,
  isWanted: (id: Place) => boolean,
): readonly Stage[] {
  const about = describeColumns(instance, model);
  return followPublished(orderOf(wanted.criterion, instance.event.rules), wanted)
    .filter(isWanted)
    .flatMap((id) => CATALOGUE[id](about, wanted))
    .map(
      ({ id, title, cost, unit = 1 }): Stage => ({ id, title, unit, costs: numbersOf(model.columns, cost) }),
    )
    .map(reduce)
    .filter((one) => one.costs.some((cost) => cost !== 0));
}

const MAIN_STAGE: Readonly<Record<RankCriterion, StageId>> = {
  fair: 'worst-rank',
  happy: 'total-rank',
  first: 'first-wishes',
};

/** The stages of a criterion; what the organiser's own list leaves out has its place all the same. */
function orderOf(criterion: Criterion, { stages, fairOverSlots }: Rules): readonly StageId[] {
  if (criterion !== 'custom') {
    const slots: StageId[] = fairOverSlots ? ['slots'] : [];
    return ['unseated', 'rules', 'cancelled', MAIN_STAGE[criterion], ...slots, 'priority', 'lottery'];
  }
  const order: StageId[] = stages.filter((one) => one !== 'lottery');
  if (!order.includes('unseated')) order.unshift('unseated');
  if (!order.includes('rules')) order.splice(order.indexOf('unseated') + 1, 0, 'rules');
  if (!order.includes('cancelled')) order.splice(order.indexOf('rules') + 1, 0, 'cancelled');
  if (!order.includes('priority')) order.push('priority');
  return [...order, 'lottery'];
}

/** Stages of an organiser, and the one that nobody lists: who stood in a published queue goes in its order. */
type Place = StageId | 'waitlist';

/**
 * Where a published plan is followed, moves have a place, and the waitlist goes with them: where the organiser listed
 * them, else right after seats and rules. To fill only, moves come before everything.
 */
function followPublished(order: readonly StageId[], { replan }: Draw): readonly Place[] {
  const rest: Place[] = order.filter((one) => one !== 'moves');
  if (replan === undefined) return rest;
  const afterSeats = rest.indexOf('unseated') + 1;
  const usual = rest[afterSeats] === 'rules' ? afterSeats + 1 : afterSeats;
  const at = order.includes('moves') ? order.indexOf('moves') : usual;
  rest.splice(at, 0, ...(replan.fillOnly ? [] : ['moves' as const]), 'waitlist');
  return replan.fillOnly ? ['moves', ...rest] : rest;
}

/** What stages ask about the columns of a model. */
interface Described {
  readonly instance: Instance;
  readonly model: LinearModel;
  /** Somebody who is there has no seat. */
  readonly isMissing: (column: Column) => boolean;
  /** Rank of each seat from 1, by column; 0 for other columns, and for people without wishes. */
  readonly ranks: readonly number[];
  readonly worstRank: number;
  readonly worstTotal: number;
}

function describeColumns(instance: Instance, model: LinearModel): Described {
  const { attendees, slots } = instance;
  const isAbsent = findAbsences(instance);
  const ranks = model.columns.map((column) => {
    const attendee = column.kind === 'seat' ? attendees[column.attendee] : undefined;
    return column.kind === 'seat' && attendee !== undefined ? costRank(attendee, column.session.theme) : 0;
  });
  return {
    instance,
    model,
    // Whoever is not there needs no seat.
    isMissing: (column) =>
      column.kind === 'unseated' &&
      !isAbsent(attendees[column.attendee]?.id ?? '', slots[column.slot]?.id ?? ''),
    ranks,
    worstRank: ranks.reduce((max, rank) => Math.max(max, rank), 0),
    worstTotal: model.columns.reduce(
      (max, column) => (column.kind === 'total' ? Math.max(max, column.least) : max),
      0,
    ),
  };
}

interface Aim {
  readonly id: string;
  readonly title: string;
  readonly cost: (column: Column, index: number) => number;
  readonly unit?: number;
}

/**
 * ADD A STAGE: what it counts, as one aim or several in their order, and its id in `STAGE_IDS`.
 */
const CATALOGUE: Readonly<Record<Place, (about: Described, wanted: Draw) => readonly Aim[]>> = {
  unseated: ({ instance, isMissing }) => [
    { id: 'unseated', title: 'seats missing', cost: (column) => (isMissing(column) ? 1 : 0) },
    {
      id: 'unseated-with-wishes',
      title: 'of these, of people with wishes',
      cost: (column) =>
        column.kind === 'unseated' && isMissing(column) && hasWishes(instance, column.attendee) ? 1 : 0,
    },
  ],
  rules: () => [
    {
      id: 'rules',
      title: 'people by which rules are bent, weighted',
      cost: ruleCost,
      unit: 1 / WEIGHT_PARTS,
    },
  ],
  cancelled: () => [
    {
      id: 'cancelled',
      title: 'sessions cancelled',
      cost: (column) => (column.kind === 'cancelled' ? 1 : 0),
    },
  ],
  moves: ({ instance, model }, wanted) => {
    const costs = moveCosts(instance, model, wanted);
    return [{ id: 'moves', title: 'published seats moved', cost: (_, index) => costs.get(index) ?? 0 }];
  },
  waitlist: ({ instance, model }, { replan }) => {
    const queue = publishedQueue(instance, replan?.published ?? []);
    const passedOver = passedOverCosts(model, queue);
    const elsewhere = otherSessionCosts(model, queue);
    return [
      {
        id: 'waitlist',
        title: 'people of the waitlist passed over, by their place',
        cost: (_, index) => passedOver.get(index) ?? 0,
      },
      {
        id: 'waitlist-session',
        title: 'of these, not in the session they waited for',
        cost: (_, index) => elsewhere.get(index) ?? 0,
      },
    ];
  },
  'worst-rank': (about) => byRank(about, RANK_STAGES.fair),
  'total-rank': (about) => byRank(about, RANK_STAGES.happy),
  'first-wishes': (about) => byRank(about, RANK_STAGES.first),
  // Generous again, over what each person's ranks add up to.
  slots: ({ worstTotal }) =>
    countDown(worstTotal, 1).map((least) => ({
      id: `total-${least}`,
      title: `people whose ranks add up to ${least} or more`,
      cost: (column) => (column.kind === 'total' && column.least === least ? 1 : 0),
    })),
  priority: ({ instance, isMissing, ranks }) => {
    const classes = instance.attendees.map((one) => priorityOf(instance.event, one));
    const missingRanks = instance.attendees.map(unseatedRank);
    return instance.event.rules.priority.map((_, place) => ({
      id: `priority-${place + 1}`,
      title: `total of ranks of priority class ${place + 1}`,
      cost: (column, index) => {
        if (column.kind !== 'seat' && column.kind !== 'unseated') return 0;
        if (classes[column.attendee] !== place) return 0;
        return isMissing(column) ? (missingRanks[column.attendee] ?? 0) : (ranks[index] ?? 0);
      },
    }));
  },
  lottery: ({ instance, model }, { seed }) =>
    drawCosts(instance, model.columns, seed).map(({ id, title, costs }) => ({
      id,
      title,
      cost: (_, index) => costs[index] ?? 0,
    })),
};

function byRank(
  { ranks, worstRank }: Described,
  stages: (worst: number) => readonly RankStage[],
): readonly Aim[] {
  return stages(worstRank).map(({ id, title, cost }) => ({
    id,
    title,
    cost: (_, index) => cost(ranks[index] ?? 0),
  }));
}

/**
 * Whether a stage belongs to the draw. Halves of drawn numbers add up to a whole one every other time, so that a sum in
 * whole numbers says nothing there about a plan in whole numbers.
 */
export function isDrawn({ id }: Stage): boolean {
  return id.startsWith('lottery');
}

/** What a rule costs that is bent by one person, in thousandths of a weight, so that it is whole. */
export function ruleCost(column: Column): number {
  return column.kind === 'slack' ? Math.max(1, Math.round(column.weight * WEIGHT_PARTS)) : 0;
}

function hasWishes({ attendees }: Instance, attendee: number): boolean {
  return (attendees[attendee]?.wishes.length ?? 0) > 0;
}

/** The same stage in the smallest whole numbers. */
function reduce(stage: Stage): Stage {
  let divisor = 0; // of so many numbers, all but a few tell nothing new
  for (const cost of stage.costs) {
    if (divisor === 1) break;
    if (cost !== 0) divisor = greatestCommonDivisor(divisor, cost);
  }
  if (divisor <= 1) return stage;
  return { ...stage, costs: stage.costs.map((cost) => cost / divisor), unit: stage.unit * divisor };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
