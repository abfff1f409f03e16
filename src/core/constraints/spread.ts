import type { Amount, Session, SpreadRule } from '../../model/event.ts';
import { inLanguage } from '../../model/text.ts';
import type { Violation } from '../../model/violation.ts';
import { type Instance, nameSession, seatsOf } from '../assign/instance.ts';
import { sumOf } from '../assign/linear-model.ts';
import type { DelegationGroup } from '../delegations.ts';
import { groupBy } from '../group-by.ts';
import type { Constraint } from './constraint.ts';
import { ceilShare, floorShare } from './shares.ts';
import { people } from './violations.ts';

/** Delegations are spread over themes or sessions. Elastic; each person too many or too few weighs what the rule says. */
export const spread: Constraint = {
  id: 'spread',
  title: 'Delegations are spread over themes and sessions',
  contribute: (model, instance) => {
    for (const { rule, delegation, sessions, least, most } of findLimits(instance)) {
      const members = new Set(delegation.attendees);
      const seats = sessions.flatMap((session) => model.seatsIn(session.id, members));
      if (least > 0) {
        const entries = sumOf([...seats, model.addSlack(rule.weight)]);
        model.addRow({ lower: least, upper: Number.POSITIVE_INFINITY, entries });
      }
      if (most < delegation.attendees.length) {
        const entries = [...sumOf(seats), [model.addSlack(rule.weight), -1] as const];
        model.addRow({ lower: Number.NEGATIVE_INFINITY, upper: most, entries });
      }
    }
  },
  check: (instance, placements) => {
    const seats = groupBy(seatsOf(placements), (one) => one.attendee);
    const places = new Map(
      instance.delegations.map(({ id, attendees }) => [
        id,
        groupBy(
          attendees.flatMap((one) => seats.get(one) ?? []),
          (one) => one.session,
        ),
      ]),
    );
    return findLimits(instance).flatMap((limit) => {
      const theirs = places.get(limit.delegation.id);
      const found = limit.sessions.reduce((sum, { id }) => sum + (theirs?.get(id)?.length ?? 0), 0);
      return [
        ...(found < limit.least ? [describe(instance, limit, found, 'least')] : []),
        ...(found > limit.most ? [describe(instance, limit, found, 'most')] : []),
      ];
    });
  },
};

/** One delegation in one theme or session, with its bounds in people. */
export interface Limit {
  readonly rule: SpreadRule;
  readonly delegation: DelegationGroup;
  readonly theme: string;
  readonly sessions: readonly Session[];
  readonly least: number;
  readonly most: number;
}

/** Every bound of every spread rule, for delegations that somebody belongs to. */
export function findLimits({ event, delegations, sessions }: Instance): readonly Limit[] {
  return event.rules.spread.flatMap((rule) => {
    const themes = event.themes.filter((one) => rule.themes === 'all' || rule.themes.includes(one.id));
    const groups = themes.flatMap(({ id: theme }) => {
      const ofTheme = sessions.filter((one) => one.theme === theme);
      if (rule.per === 'session') return ofTheme.map((one) => ({ theme, sessions: [one] }));
      return ofTheme.length === 0 ? [] : [{ theme, sessions: ofTheme }];
    });
    return delegations
      .filter((one) => one.attendees.length > 0)
      .filter((one) => rule.delegations === 'all' || rule.delegations.includes(one.id))
      .flatMap((delegation) => {
        const size = delegation.attendees.length;
        const least = rule.atLeast === undefined ? 0 : toPeople(rule.atLeast, size, ceilShare);
        const most = rule.atMost === undefined ? size : toPeople(rule.atMost, size, floorShare);
        return groups.map((group) => ({ rule, delegation, ...group, least, most }));
      });
  });
}

function toPeople(amount: Amount, size: number, round: (share: number, of: number) => number): number {
  return 'people' in amount ? amount.people : round(amount.share, size);
}

function describe(instance: Instance, limit: Limit, found: number, bound: 'least' | 'most'): Violation {
  const { event, language } = instance;
  const theme = event.themes.find((one) => one.id === limit.theme);
  const session = limit.sessions[0];
  const where =
    limit.rule.per === 'session' && session !== undefined
      ? nameSession(instance, session)
      : inLanguage(theme?.title ?? {}, language);
  const verb = found === 1 ? 'person' : 'people';
  return {
    constraint: 'spread',
    rule: limit.rule.id,
    hard: false,
    amount: Math.abs(found - limit[bound]),
    facts: {
      delegation: limit.delegation.id,
      theme: limit.theme,
      per: limit.rule.per,
      bound,
      wanted: limit[bound],
      found,
      of: limit.delegation.attendees.length,
    },
    message: `${inLanguage(limit.delegation.title, language)} has ${found} ${verb} in ${where}; the rule ${limit.rule.id} asks for at ${bound} ${limit[bound]} of its ${people(limit.delegation.attendees.length)}.`,
    attendees: [],
    sessions: limit.sessions.map((one) => one.id),
  };
}
