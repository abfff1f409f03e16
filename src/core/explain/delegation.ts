import type { Placement } from '../../model/placement.ts';
import { type Instance, seatsOf } from '../assign/instance.ts';
import { findLimits } from '../constraints/spread.ts';

/** Where the people of a delegation are, and what its spread rules ask for. */
export interface DelegationExplanation {
  readonly kind: 'delegation';
  readonly delegation: string;
  readonly people: number;
  readonly sessions: readonly { readonly session: string; readonly people: number }[];
  readonly limits: readonly DelegationLimit[];
}

/** One bound of one spread rule, in people, and what the plan has. */
export interface DelegationLimit {
  readonly rule: string;
  readonly theme: string;
  /** Ids of the sessions that count together. */
  readonly sessions: readonly string[];
  readonly least: number;
  readonly most: number;
  readonly found: number;
  /** By how many people the rule is bent here. */
  readonly bentBy: number;
}

/** Counts only; nothing is solved. */
export function explainDelegation(
  instance: Instance,
  delegation: string,
  written: readonly Placement[],
): DelegationExplanation {
  const members = new Set(instance.delegations.find((one) => one.id === delegation)?.attendees ?? []);
  const seats = seatsOf(written).filter((one) => members.has(one.attendee));
  const peopleIn = (ids: readonly string[]): number =>
    seats.filter((one) => ids.includes(one.session)).length;
  return {
    kind: 'delegation',
    delegation,
    people: members.size,
    sessions: instance.sessions.map(({ id }) => ({ session: id, people: peopleIn([id]) })),
    limits: findLimits(instance)
      .filter((one) => one.delegation.id === delegation)
      .map(({ rule, theme, sessions, least, most }) => {
        const ids = sessions.map((one) => one.id);
        const found = peopleIn(ids);
        const bentBy = Math.max(0, least - found, found - most);
        return { rule: rule.id, theme, sessions: ids, least, most, found, bentBy };
      }),
  };
}
