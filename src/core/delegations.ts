import type { Attendee } from '../model/attendee.ts';
import type { Delegation, Event } from '../model/event.ts';
import { patternOf } from './organisations/name-pattern.ts';
import {
  nameKey,
  type OrganisationUnifier,
  organisationUnifier,
  type Workplace,
} from './organisations/unify-organisation.ts';

/** A delegation and who belongs to it. */
export interface DelegationGroup extends Delegation {
  /** Ids of attendees, in the order given. */
  readonly attendees: readonly string[];
}

/**
 * The delegations of an event: first those that the organiser named, then every other organisation that is large
 * enough, by title. An attendee's own `delegation` goes before what follows from the unit, then the organisation, then
 * the e-mail address. Organisations are compared as `organisations:` unifies them, without regard to case and blanks.
 */
export function findDelegations(event: Event, attendees: readonly Attendee[]): readonly DelegationGroup[] {
  const { named, minimumSize } = event.delegations;
  const unify = organisationUnifier(event.organisations);
  const delegationOf = delegationRule(named, unify);
  const members = new Map<string, string[]>(named.map((one) => [one.id, []]));
  const others = new Map<string, { title: string; attendees: string[] }>();
  for (const attendee of attendees) {
    const workplace = unify(attendee);
    const id = attendee.delegation || delegationOf(workplace, attendee.email);
    const group = id === undefined ? undefined : members.get(id);
    if (group !== undefined) group.push(attendee.id);
    else if (workplace.organisation.trim() !== '') {
      const key = nameKey(workplace.organisation);
      const found = others.get(key) ?? { title: workplace.organisation.trim(), attendees: [] };
      others.set(key, found);
      found.attendees.push(attendee.id);
    }
  }
  const derived = [...others]
    .filter(([, group]) => minimumSize > 0 && group.attendees.length >= minimumSize)
    .map(([id, group]) => ({
      id,
      title: { und: group.title },
      organisations: [group.title],
      units: [],
      domains: [],
      attendees: group.attendees,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...named.map((one) => ({ ...one, attendees: members.get(one.id) ?? [] })), ...derived];
}

type DelegationRule = (workplace: Workplace, email: string) => string | undefined;

/** The narrower first: a district's own delegation goes before that of its municipality. */
function delegationRule(named: readonly Delegation[], unify: OrganisationUnifier): DelegationRule {
  const units = named.flatMap((one) => one.units.map((unit) => ({ id: one.id, pattern: patternOf(unit) })));
  const organisations = new Map(
    named.flatMap((one) =>
      one.organisations.flatMap((organisation) => [
        [nameKey(organisation), one.id] as const,
        [nameKey(unify({ organisation, unit: '' }).organisation), one.id] as const,
      ]),
    ),
  );
  const domains = new Map(named.flatMap((one) => one.domains.map((domain) => [domain, one.id] as const)));
  return ({ organisation, unit }, email) =>
    (unit === '' ? undefined : units.find(({ pattern }) => pattern.test(unit.trim()))?.id) ??
    organisations.get(nameKey(organisation)) ??
    (domains.size === 0 ? undefined : byDomain(email, domains));
}

/** `kari@post.oslo.example` by `post.oslo.example`, else by `oslo.example`. */
function byDomain(email: string, domains: ReadonlyMap<string, string>): string | undefined {
  let domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  while (domain.includes('.')) {
    const id = domains.get(domain);
    if (id !== undefined) return id;
    domain = domain.slice(domain.indexOf('.') + 1);
  }
  return undefined;
}
