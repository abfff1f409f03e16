import type { Placement } from '../../model/placement.ts';
import { costRank, type Instance, seatsOf } from '../assign/instance.ts';
import { countMoves } from '../assign/moves.ts';
import { findAbsences } from '../assign/presence.ts';
import { checkPlan } from '../constraints/check-plan.ts';
import { summarise } from '../summary.ts';

/** What two plans are compared by. */
export interface Figures {
  /** Of those who have a first wish, how many sit in it. */
  readonly firstWishes: number;
  readonly withFirstWish: number;
  /** The worst rank that anybody with wishes sits at; a theme that was not wished for is one worse than the last wish. */
  readonly worstRank: number;
  /** Seats missing, over all time slots. */
  readonly unseated: number;
  /** Seats of the current plan that people would have no longer, in sessions that there are. */
  readonly moves: number;
  /** Seats of the current plan in sessions that there would be no longer. */
  readonly seatsGone: number;
  /** Rules that are broken or bent: in how many places, by how many people. */
  readonly violations: { readonly places: number; readonly people: number };
}

/** The figures of a plan; moves are counted from `current`. */
export function figuresOf(
  instance: Instance,
  placements: readonly Placement[],
  current: readonly Placement[],
): Figures {
  const { event, attendees, slots, sessions } = instance;
  const people = new Map(attendees.map((one) => [one.id, one]));
  const offered = new Map(sessions.map((one) => [one.id, one]));
  const seats = seatsOf(placements).filter((one) => people.has(one.attendee) && offered.has(one.session));
  const ranks = seats.map(({ attendee, session }) => {
    const who = people.get(attendee);
    return who === undefined ? 0 : costRank(who, offered.get(session)?.theme ?? '');
  });
  const violations = checkPlan(instance, placements);
  const [first] = summarise(event, attendees, placements, violations).ranks;
  const isAbsent = findAbsences(instance);
  const held = new Set(seats.map((one) => JSON.stringify([one.attendee, one.timeSlot])));
  const isMissing = (attendee: string, timeSlot: string): boolean =>
    !isAbsent(attendee, timeSlot) && !held.has(JSON.stringify([attendee, timeSlot]));
  return {
    firstWishes: first?.granted ?? 0,
    withFirstWish: first?.wishedBy ?? 0,
    worstRank: ranks.reduce((worst, rank) => Math.max(worst, rank), 0),
    unseated: slots.reduce(
      (sum, slot) => sum + attendees.filter((one) => isMissing(one.id, slot.id)).length,
      0,
    ),
    moves: countMoves(instance, current, placements),
    seatsGone: seatsOf(current).filter((one) => people.has(one.attendee) && !offered.has(one.session)).length,
    violations: {
      places: violations.length,
      people: violations.reduce((sum, one) => sum + one.amount, 0),
    },
  };
}
