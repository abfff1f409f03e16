import type { Event } from '../../model/event.ts';
import { nearTexts } from '../near-texts.ts';
import { compareText } from '../order.ts';
import { organisationKey } from './organisation-key.ts';
import { nameKey, organisationUnifier } from './unify-organisation.ts';

/** One spelling of an organisation, and how many attendees write it so. */
export interface Spelling {
  readonly name: string;
  readonly people: number;
}

/** Spellings that are probably one organisation. */
export interface NearEquals {
  /** The spelling to keep: one that sosent.yaml has, else the most common. */
  readonly name: string;
  readonly spellings: readonly Spelling[];
  /** False where keys differ by a letter: `Sandnes` and `Sandens`. */
  readonly sure: boolean;
}

/** A misspelling is rare beside the right one, and told from another word by its length only. */
const SHORTEST_NEAR = 6;

/**
 * Finds organisations that are spelt in several ways, the largest first. Time grows with the number of spellings, not
 * with its square: names are put together by `organisationKey`, and keys one letter apart by an index. Names that
 * sosent.yaml lists apart stay apart.
 */
export function suggestOrganisations(
  names: Iterable<string>,
  { organisations, delegations }: Pick<Event, 'organisations' | 'delegations'>,
): readonly NearEquals[] {
  const unify = organisationUnifier(organisations);
  const known = [
    ...organisations.map((one) => one.name),
    ...delegations.named.flatMap((one) => one.organisations),
  ];
  const counts = new Map(known.map((name) => [name, 0]));
  for (const written of names) {
    const name = unify({ organisation: written, unit: '' }).organisation;
    if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const settled = new Set(known.map(nameKey));
  const byKey = new Map<string, Spelling[]>();
  for (const [name, people] of counts) {
    const key = organisationKey(name);
    if (key === '') continue;
    const block = byKey.get(key);
    if (block === undefined) byKey.set(key, [{ name, people }]);
    else block.push({ name, people });
  }
  return joinNearKeys(byKey)
    .flatMap((block) => toNearEquals(block, settled))
    .sort((a, b) => peopleOf(b.spellings) - peopleOf(a.spellings) || compareText(a.name, b.name));
}

interface Block {
  readonly spellings: readonly Spelling[];
  readonly sure: boolean;
}

/** A rare key goes to the common one that it is a misspelling of, where there is only one such. */
function joinNearKeys(byKey: ReadonlyMap<string, readonly Spelling[]>): readonly Block[] {
  const common = [...byKey].filter(([key, spellings]) => isLong(key) && peopleOf(spellings) > 1);
  const near = nearTexts(common.map(([key]) => key));
  const most = common.reduce((max, [, spellings]) => Math.max(max, peopleOf(spellings)), 0);
  const goesTo = new Map<string, string>();
  for (const [key, spellings] of byKey) {
    const people = peopleOf(spellings);
    // Three times as many write the right name, or two where one is wrong.
    const enough = people === 1 ? 2 : 3 * people;
    if (!isLong(key) || enough > most) continue;
    const hosts = near(key).filter(
      (other) => isMisspelling(key, other) && peopleOf(byKey.get(other) ?? []) >= enough,
    );
    const [host] = hosts;
    if (host !== undefined && hosts.length === 1) goesTo.set(key, host);
  }
  const guests = new Map<string, Spelling[]>();
  for (const [key, host] of goesTo) {
    if (!goesTo.has(host)) guests.set(host, [...(guests.get(host) ?? []), ...(byKey.get(key) ?? [])]);
  }
  const isGuest = (key: string): boolean => !goesTo.has(goesTo.get(key) ?? key) && goesTo.has(key);
  return [...byKey]
    .filter(([key]) => !isGuest(key))
    .map(([key, spellings]) => ({
      spellings: [...spellings, ...(guests.get(key) ?? [])],
      sure: !guests.has(key),
    }));
}

/** Long enough without the words that many names share. */
function isLong(key: string): boolean {
  return key.replace(/\b(fylkes)?kommune\b/, '').trim().length >= SHORTEST_NEAR;
}

/** "Bydel 1" is no slip for "Bydel 2", nor "Lund" for "Sund": figures and first letters are seldom mistyped. */
function isMisspelling(a: string, b: string): boolean {
  return a[0] === b[0] && a.replace(/\D+/g, ' ') === b.replace(/\D+/g, ' ');
}

function toNearEquals({ spellings, sure }: Block, settled: ReadonlySet<string>): NearEquals[] {
  const ours = spellings.filter((one) => settled.has(nameKey(one.name)));
  if (new Set(ours.map((one) => nameKey(one.name))).size > 1) return [];
  const ordered = [...spellings].sort(
    (a, b) => b.people - a.people || look(b.name) - look(a.name) || compareText(a.name, b.name),
  );
  const name = (ours[0] ?? ordered[0])?.name ?? '';
  const written = ordered.filter((one) => one.people > 0);
  if (written.every((one) => nameKey(one.name) === nameKey(name)) && ours.length > 0) return [];
  return written.some((one) => one.name !== name) ? [{ name, spellings: written, sure }] : [];
}

/** Of two equally common spellings: one that is not all capitals or small letters, with its own letters, in full. */
function look(name: string): number {
  const mixed = name !== name.toUpperCase() && name !== name.toLowerCase() ? 1000 : 0;
  const accented = /[^\p{ASCII}]/u.test(name) ? 500 : 0;
  return mixed + accented + Math.min(name.length, 400);
}

function peopleOf(spellings: readonly Spelling[]): number {
  return spellings.reduce((sum, one) => sum + one.people, 0);
}
