import type { Criterion } from '../../model/event.ts';
import type { Placement } from '../../model/placement.ts';
import type { Violation } from '../../model/violation.ts';

/** What is asked of an engine beside the instance. */
export interface Draw {
  readonly criterion: Criterion;
  readonly seed: string;
  /** Where a plan was published: what people were told, and what may be changed about it. */
  readonly replan?: Replan;
}

/** How a plan follows one that people know already. */
export interface Replan {
  readonly published: readonly Placement[];
  /** No published seat that can be kept is moved for anybody's sake; else only where that seats more people. */
  readonly fillOnly: boolean;
  /** Most published seats that may move. */
  readonly maxMoves?: number;
}

/** How good a plan is in one stage, and how good any plan can be that is as good in the stages before. */
export interface StageResult {
  readonly stage: string;
  /** In words, for instance "seats at rank 4". */
  readonly title: string;
  readonly value: number;
  /** No plan can be better than this; the plan is proven to be the best where it equals the value. */
  readonly bound: number;
  readonly proven: boolean;
}

/** What an engine finds: seats by ids of attendees and sessions, and how good they are. */
export interface Seating {
  readonly engine: string;
  readonly seats: readonly { readonly attendee: string; readonly session: string }[];
  /** By how many people elastic rules are bent in all, not weighted. */
  readonly bent: number;
  readonly certificate: readonly StageResult[];
}

/** A whole assignment: what is written, and what is said about it. */
export interface Plan {
  readonly criterion: Criterion;
  readonly seed: string;
  readonly engine: string;
  /** Seats by attendee, then time; after them the waitlist in its order. */
  readonly placements: readonly Placement[];
  readonly certificate: readonly StageResult[];
  /** Rules that had to be bent; never a hard one. */
  readonly violations: readonly Violation[];
}
