import type { Placement } from '../../model/placement.ts';
import { costRank, type Instance, seatsOf } from '../assign/instance.ts';
import type { Plan } from '../assign/plan.ts';
import { groupBy } from '../group-by.ts';

/** The first stage in which one plan is worse than another: what its difference would cost. */
export interface StageLoss {
  readonly stage: string;
  readonly title: string;
  readonly before: number;
  readonly after: number;
}

/**
 * Stages are compared in their order, as the engine does; the first that differs decides. Undefined where the other
 * plan is as good or better.
 */
export function firstLoss(best: Plan, other: Plan): StageLoss | undefined {
  const after = new Map(other.certificate.map((one) => [one.stage, one.value]));
  for (const { stage, title, value } of best.certificate) {
    const reached = after.get(stage) ?? 0;
    if (reached !== value)
      return reached > value ? { stage, title, before: value, after: reached } : undefined;
  }
  return undefined;
}

/** Somebody whose sessions differ between two plans. Ids of sessions. */
export interface Move {
  readonly attendee: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** By how many ranks the person is worse off (below 0: better off) in all; a seat missing counts like a last rank. */
  readonly worseBy: number;
}

/** Everybody whose sessions differ, worst off first. */
export function findMoves(
  instance: Instance,
  before: readonly Placement[],
  after: readonly Placement[],
): readonly Move[] {
  const [old, now] = [before, after].map((plan) => groupBy(seatsOf(plan), (one) => one.attendee));
  return instance.attendees
    .flatMap((attendee): Move[] => {
      const had = (old?.get(attendee.id) ?? []).map((one) => one.session);
      const has = (now?.get(attendee.id) ?? []).map((one) => one.session);
      const from = had.filter((one) => !has.includes(one));
      const to = has.filter((one) => !had.includes(one));
      if (from.length === 0 && to.length === 0) return [];
      const cost = (ids: readonly string[]): number =>
        ids.reduce((sum, id) => sum + costRank(attendee, themeOf(instance, id)), 0);
      const missing = (from.length - to.length) * (attendee.wishes.length + 1);
      return [{ attendee: attendee.id, from, to, worseBy: cost(to) - cost(from) + missing }];
    })
    .sort((a, b) => b.worseBy - a.worseBy);
}

/** What a change of the event would change in the best plan, solved. */
export interface Effect {
  readonly moves: readonly Move[];
  readonly unseatedBefore: number;
  readonly unseatedAfter: number;
  /** By how many people rules are bent. */
  readonly bentBefore: number;
  readonly bentAfter: number;
}

export function findEffect(instance: Instance, best: Plan, other: Plan): Effect {
  const unseated = ({ placements }: Plan): number =>
    placements.filter((one) => one.kind === 'waitlisted').length;
  const bent = ({ violations }: Plan): number => violations.reduce((sum, one) => sum + one.amount, 0);
  return {
    moves: findMoves(instance, best.placements, other.placements),
    unseatedBefore: unseated(best),
    unseatedAfter: unseated(other),
    bentBefore: bent(best),
    bentAfter: bent(other),
  };
}

function themeOf(instance: Instance, session: string): string {
  return instance.sessions.find((one) => one.id === session)?.theme ?? '';
}
