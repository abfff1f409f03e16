import { problem, SosentError } from '../../errors.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { AudienceFilter, Mailing, Standing } from '../../model/mailing.ts';
import { cellOf, hasColumn } from '../attendee-cell.ts';
import { patternOf } from '../organisations/name-pattern.ts';
import { nameKey } from '../organisations/unify-organisation.ts';
import type { MailingFacts } from './facts.ts';

type Test = (attendee: Attendee) => boolean;

/**
 * Whether a mailing is for somebody, address or not. Throws SOS630 where it asks for what the event folder does not
 * hold: a column, a published plan.
 */
export function audienceOf(mailing: Mailing, facts: MailingFacts): Test {
  requireKnown(mailing, facts);
  const wanted = mailing.audience.map((one) => filterTest(one, facts));
  const unwanted = mailing.except.map((one) =>
    filterTest({ status: ['registered', 'cancelled'], ...one }, facts),
  );
  const isForAll = wanted.length === 0;
  return (attendee) =>
    (isForAll ? attendee.status === 'registered' : wanted.some((fits) => fits(attendee))) &&
    !unwanted.some((fits) => fits(attendee));
}

/** Whether a mailing cannot be planned before people have places. */
export function asksForPlaces({ audience, except }: Mailing): boolean {
  return [...audience, ...except].some(
    ({ themes, sessions, placement, changes }) => (themes ?? sessions ?? placement ?? changes) !== undefined,
  );
}

/** Keys are and, lists are or. */
function filterTest(filter: AudienceFilter, facts: MailingFacts): Test {
  const tests: readonly Test[] = [
    statusTest(filter),
    ...ifGiven(filter.types, (types) => (one) => types.includes(one.type)),
    ...ifGiven(filter.languages, (languages) => (one) => languages.includes(one.language)),
    ...ifGiven(filter.leads, (leads) => (one) => facts.leads(one) === leads),
    ...ifGiven(filter.delegations, (ids) => (one) => {
      const own = facts.delegationOf(one.id);
      return own !== undefined && ids.includes(own.id);
    }),
    ...ifGiven(filter.organisations, (names) => organisationTest(names, facts)),
    ...ifGiven(filter.units, (names) => {
      const patterns = names.map(patternOf);
      return (one) => patterns.some((pattern) => pattern.test(one.unit.trim()));
    }),
    ...ifGiven(filter.themes, (themes) => {
      const inTheme = new Set(
        facts.event.sessions.filter((one) => themes.includes(one.theme)).map((one) => one.id),
      );
      return seatTest((session) => inTheme.has(session), facts);
    }),
    ...ifGiven(filter.sessions, (sessions) => seatTest((session) => sessions.includes(session), facts)),
    ...ifGiven(filter.placement, (standings) => (one) => {
      const own = standingsOf(one.id, facts);
      return standings.some((standing) => own.includes(standing));
    }),
    ...ifGiven(filter.changes, (kinds) => (one) => {
      const kind = facts.changeOf(one.id)?.kind;
      return kinds.some((wanted) => wanted === kind);
    }),
    ...Object.entries(filter.columns ?? {}).map(([column, values]) => columnTest(column, values)),
  ];
  return (attendee) => tests.every((fits) => fits(attendee));
}

function ifGiven<T>(value: T | undefined, test: (value: T) => Test): readonly Test[] {
  return value === undefined ? [] : [test(value)];
}

function statusTest({ status = ['registered'] }: AudienceFilter): Test {
  return (attendee) => status.includes(attendee.status);
}

/** Names are compared as `organisations:` unifies them; a delegation's own way of writing does not matter. */
function organisationTest(names: readonly string[], facts: MailingFacts): Test {
  const keys = new Set(names.map(nameKey));
  return (one) => keys.has(nameKey(facts.workplaceOf(one).title)) || keys.has(nameKey(one.organisation));
}

function seatTest(isWanted: (session: string) => boolean, facts: MailingFacts): Test {
  return ({ id }) => facts.placementsOf(id).some((one) => one.kind !== 'waitlisted' && isWanted(one.session));
}

function standingsOf(attendee: string, facts: MailingFacts): readonly Standing[] {
  const own = facts.placementsOf(attendee);
  const isSeated = own.some((one) => one.kind !== 'waitlisted');
  const waits = own.some((one) => one.kind === 'waitlisted' && one.session !== '');
  if (!isSeated && !waits) return ['none'];
  return [...(isSeated ? (['seated'] as const) : []), ...(waits ? (['waiting'] as const) : [])];
}

function columnTest(column: string, values: readonly string[]): Test {
  const patterns = values.map(patternOf);
  return (attendee) => {
    const cell = cellOf(attendee, column);
    return patterns.some((pattern) => pattern.test(cell));
  };
}

function requireKnown(mailing: Mailing, { attendees, published, event }: MailingFacts): void {
  const filters = [...mailing.audience, ...mailing.except];
  const columns = [
    ...filters.flatMap((one) => Object.keys(one.columns ?? {})),
    ...(filters.some((one) => one.leads !== undefined) && event.delegations.leads !== undefined
      ? [event.delegations.leads.column]
      : []),
  ];
  const unknown = columns.filter(
    (column) => attendees.length > 0 && !attendees.some((one) => hasColumn(one, column)),
  );
  const problems = unknown.map((column) =>
    problem('SOS630', `${mailing.id}: no registration has a column "${column}".`, {
      hint: 'The header row of data/attendees.csv lists every column.',
    }),
  );
  if (published === undefined && filters.some((one) => one.changes !== undefined)) {
    problems.push(
      problem('SOS630', `${mailing.id} tells what changed, and no plan was published that it changed from.`, {
        hint: 'Publish what people are told with `sosent assign --publish`; then assign anew, and tell them what changed.',
      }),
    );
  }
  if (problems.length > 0) throw new SosentError(problems);
}
