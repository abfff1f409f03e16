import { closest, distance } from 'fastest-levenshtein';
import { failure } from '../../errors.ts';
import { inLanguage } from '../../model/text.ts';
import type { Instance } from '../assign/instance.ts';
import { listRules } from './rules.ts';

/** What can be explained, by id. */
export interface Subject {
  readonly kind: 'attendee' | 'session' | 'delegation' | 'rule';
  readonly id: string;
}

/**
 * What a word on the command line names: an attendee by id, code, e-mail address or name, a session or rule by id, a
 * delegation by id or title. `session:work-1` says the kind. Throws SOS407 for nothing, SOS408 for several.
 */
export function requireSubject(instance: Instance, word: string): Subject {
  const { kind, name } = splitKind(word);
  const known = listNames(instance).filter((one) => kind === undefined || one.kind === kind);
  const wanted = normal(name);
  const found = new Map(
    known
      .filter((one) => wanted !== '' && one.names.some((other) => normal(other) === wanted))
      .map((one) => [`${one.kind}:${one.id}`, one]),
  );
  const [first, ...others] = found.values();
  if (first !== undefined && others.length === 0) return { kind: first.kind, id: first.id };
  if (first !== undefined) {
    throw failure('SOS408', `"${word}" names ${found.size} things.`, {
      hint: `Say which: ${[first, ...others].map((one) => `${one.kind}:${one.id}`).join(', ')}.`,
    });
  }
  throw failure('SOS407', `There is no attendee, session, delegation or rule "${word}".`, {
    hint: didYouMean(
      name,
      known.flatMap((one) => one.names),
    ),
  });
}

interface Named extends Subject {
  readonly names: readonly string[];
}

function listNames({ event, attendees, sessions, delegations }: Instance): readonly Named[] {
  return [
    ...attendees.map(({ id, code, email, name }) => ({
      kind: 'attendee' as const,
      id,
      names: [id, code, email, name].filter((one) => one !== ''),
    })),
    ...sessions.map(({ id }) => ({ kind: 'session' as const, id, names: [id] })),
    ...delegations.map(({ id, title }) => ({
      kind: 'delegation' as const,
      id,
      names: [id, ...Object.keys(title).map((language) => inLanguage(title, language))],
    })),
    ...listRules(event.rules).map(({ id }) => ({
      kind: 'rule' as const,
      id,
      names: [id],
    })),
  ];
}

const KINDS = ['attendee', 'session', 'delegation', 'rule'] as const;

function splitKind(word: string): { readonly kind: Subject['kind'] | undefined; readonly name: string } {
  const kind = KINDS.find((one) => word.startsWith(`${one}:`));
  return { kind, name: kind === undefined ? word : word.slice(kind.length + 1) };
}

function didYouMean(wanted: string, names: readonly string[]): string {
  const lists = 'data/attendees.csv lists people; sosent.yaml sessions, delegations and rules.';
  if (wanted.trim() === '' || names.length === 0) return lists;
  const nearest = closest(normal(wanted), names.map(normal));
  const meant = names.find((one) => normal(one) === nearest);
  const near = distance(normal(wanted), nearest) <= Math.ceil(wanted.length / 3);
  return near && meant !== undefined ? `Did you mean "${meant}"? ${lists}` : lists;
}

function normal(text: string): string {
  return text.trim().toLowerCase();
}
