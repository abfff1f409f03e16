import type { MixRule, Session } from '../../model/event.ts';
import { inLanguage } from '../../model/text.ts';
import type { Violation } from '../../model/violation.ts';
import { type Instance, nameSession, seatsOf } from '../assign/instance.ts';
import type { LinearModel } from '../assign/linear-model.ts';
import { groupBy } from '../group-by.ts';
import type { Constraint } from './constraint.ts';
import { ceilShare, floorShare, toFraction } from './shares.ts';
import { people } from './violations.ts';

/** A share of the people in each session is of an attendee type. Elastic, counted in whole people. */
export const mix: Constraint = {
  id: 'mix',
  title: 'Sessions are mixed by attendee type',
  contribute: (model, instance) => {
    for (const { rule, session } of findCases(instance)) {
      if (rule.atLeast !== undefined && rule.atLeast > 0) addLeast(model, instance, rule, session);
      if (rule.atMost !== undefined && rule.atMost < 1) addMost(model, instance, rule, session);
    }
  },
  check: (instance, placements) => {
    const types = new Map(instance.attendees.map((one) => [one.id, one.type]));
    const seats = groupBy(seatsOf(placements), (one) => one.session);
    return findCases(instance).flatMap(({ rule, session }) => {
      const here = seats.get(session.id) ?? [];
      const found = here.filter((one) => rule.types.includes(types.get(one.attendee) ?? '')).length;
      const least = ceilShare(rule.atLeast ?? 0, here.length);
      const most = floorShare(rule.atMost ?? 1, here.length);
      const bent = { instance, rule, session, found, of: here.length };
      return [
        ...(found < least ? [describe({ ...bent, bound: 'least', wanted: least })] : []),
        ...(found > most ? [describe({ ...bent, bound: 'most', wanted: most })] : []),
      ];
    });
  },
};

function findCases({ event, sessions }: Instance): readonly { rule: MixRule; session: Session }[] {
  return event.rules.mix.flatMap((rule) =>
    sessions
      .filter((one) => rule.themes === 'all' || rule.themes.includes(one.theme))
      .map((session) => ({ rule, session })),
  );
}

/** of the types + e >= n/d of everybody there, times d so that every coefficient is whole. */
function addLeast(model: LinearModel, instance: Instance, rule: MixRule, session: Session): void {
  const [n, d] = toFraction(rule.atLeast ?? 0);
  const entries = weigh(model, instance, rule, session, d - n, -n);
  model.addRow({
    lower: 0,
    upper: Number.POSITIVE_INFINITY,
    entries: [...entries, [model.addSlack(rule.weight), d]],
  });
}

/** of the types - e <= n/d of everybody there, times d. */
function addMost(model: LinearModel, instance: Instance, rule: MixRule, session: Session): void {
  const [n, d] = toFraction(rule.atMost ?? 1);
  const entries = weigh(model, instance, rule, session, d - n, -n);
  model.addRow({
    lower: Number.NEGATIVE_INFINITY,
    upper: 0,
    entries: [...entries, [model.addSlack(rule.weight), -d]],
  });
}

function weigh(
  model: LinearModel,
  instance: Instance,
  rule: MixRule,
  session: Session,
  ofTypes: number,
  ofOthers: number,
): [column: number, coefficient: number][] {
  return model.seatsIn(session.id).map((column) => {
    const seat = model.columns[column];
    const type = seat?.kind === 'seat' ? (instance.attendees[seat.attendee]?.type ?? '') : '';
    return [column, rule.types.includes(type) ? ofTypes : ofOthers];
  });
}

function describe(bent: {
  readonly instance: Instance;
  readonly rule: MixRule;
  readonly session: Session;
  readonly found: number;
  readonly of: number;
  readonly bound: 'least' | 'most';
  readonly wanted: number;
}): Violation {
  const { instance, rule, session, found, of, bound, wanted } = bent;
  const titles = rule.types.map((id) => {
    const type = instance.event.attendeeTypes.find((one) => one.id === id);
    return type === undefined ? id : inLanguage(type.title, instance.language);
  });
  return {
    constraint: 'mix',
    rule: rule.id,
    hard: false,
    amount: Math.abs(found - wanted),
    facts: { types: rule.types, found, of, bound, wanted },
    message: `${nameSession(instance, session)} has ${people(found)} of type ${titles.join(' or ')} among ${of}; the rule ${rule.id} asks for at ${bound} ${wanted}.`,
    attendees: [],
    sessions: [session.id],
  };
}
