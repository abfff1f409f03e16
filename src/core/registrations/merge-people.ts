import { problem } from '../../errors.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Problem, Read } from '../../model/problem.ts';
import type { SourceRecord } from '../../model/registration.ts';
import { joinRecords } from './records.ts';
import { identityText } from './same-person.ts';

/** The organiser's word that two attendees are one person: the first stays, the second goes into the first. */
export interface Merge {
  readonly stays: string;
  readonly goes: string;
}

/** The same carried out: whoever stays as they are now, and whoever went into them. */
export interface Join {
  readonly stays: Attendee;
  readonly goes: Attendee;
}

export interface People {
  readonly attendees: readonly Attendee[];
  readonly records: readonly SourceRecord[];
}

/**
 * Reads `--merge stays=goes`, each side an id, a code, an e-mail address or a name. SOS250 for a side that nobody or
 * several people answer to, and for somebody who would be merged with themselves.
 */
export function resolveMerges(
  words: readonly string[],
  attendees: readonly Attendee[],
): Read<readonly Merge[]> {
  const problems: Problem[] = [];
  const value = words.flatMap((word): Merge[] => {
    // An address or a name holds no `=`, but a local part may: the split that names two people is the right one.
    const splits = [...word.matchAll(/=/g)].map(({ index }) => [word.slice(0, index), word.slice(index + 1)]);
    const sides = splits.map((split) => split.map((side) => findAttendees(side, attendees)));
    const found = sides.find((pair) => pair.every((side) => side.length === 1));
    const [stays, goes] = (found ?? []).map((side) => side[0]?.id ?? '');
    if (stays !== undefined && goes !== undefined && stays !== goes) return [{ stays, goes }];
    problems.push(
      problem('SOS250', `--merge "${word}" does not name two people.`, {
        hint: `${reasonOf(splits[0], sides[0])} Write two codes, ids or e-mail addresses, for instance --merge ${exampleOf(attendees)}`,
      }),
    );
    return [];
  });
  return { value, problems };
}

function findAttendees(text: string, attendees: readonly Attendee[]): readonly Attendee[] {
  const wanted = identityText(text);
  const exact = attendees.filter((one) => one.id === text.trim() || identityText(one.code) === wanted);
  if (exact.length > 0 || wanted === '') return exact;
  const mailed = attendees.filter((one) => identityText(one.email) === wanted);
  return mailed.length > 0 ? mailed : attendees.filter((one) => identityText(one.name) === wanted);
}

function reasonOf(
  split: readonly string[] | undefined,
  sides: readonly (readonly Attendee[])[] | undefined,
): string {
  if (split === undefined || sides === undefined) return 'There is no "=" between them.';
  const index = sides.findIndex((side) => side.length !== 1);
  if (index === -1) return 'Both are the same person.';
  const count = sides[index]?.length ?? 0;
  return count === 0
    ? `Nobody is called "${split[index]}".`
    : `${count} people are called "${split[index]}": ${sides[index]?.map((one) => one.code).join(', ')}.`;
}

function exampleOf(attendees: readonly Attendee[]): string {
  const [one, other] = attendees.map((each) => each.code).filter((code) => code !== '');
  return `${one ?? 'K7QM'}=${other ?? 'B4DY'}`;
}

/**
 * Puts people together. Whoever stays keeps id, code and every value; what is empty is filled from whoever goes.
 * Somebody comes where one of the two does; the earlier registration counts. Chains are followed.
 */
export function mergePeople(
  people: People,
  merges: readonly Merge[],
): People & {
  /** Who went into whom, by id, with chains followed. */
  readonly became: ReadonlyMap<string, string>;
} {
  const became = new Map<string, string>();
  const now = (id: string): string => {
    const next = became.get(id);
    return next === undefined ? id : now(next);
  };
  let { attendees, records } = people;
  for (const merge of merges) {
    const [stays, goes] = [now(merge.stays), now(merge.goes)];
    if (stays === goes) continue;
    ({ attendees, records } = mergePair({ attendees, records }, stays, goes));
    became.set(goes, stays);
  }
  return { attendees, records, became: new Map([...became.keys()].map((id) => [id, now(id)])) };
}

function mergePair({ attendees, records }: People, stays: string, goes: string): People {
  const into = attendees.find((one) => one.id === stays);
  const from = attendees.find((one) => one.id === goes);
  if (into === undefined || from === undefined) return { attendees, records };
  const merged = fill(into, from);
  const moved = records
    .filter((record) => record.attendee === stays || record.attendee === goes)
    .map((record) => ({ ...record, attendee: stays }));
  return {
    attendees: attendees.filter((one) => one !== from).map((one) => (one === into ? merged : one)),
    records: [
      ...records.filter((record) => record.attendee !== stays && record.attendee !== goes),
      ...joinRecords(moved),
    ],
  };
}

function fill(into: Attendee, from: Attendee): Attendee {
  const filled = Object.fromEntries(
    Object.entries(from).map(([field, value]) => {
      const own = into[field as keyof Attendee];
      return [field, own === '' || (Array.isArray(own) && own.length === 0) ? value : own];
    }),
    // Object.fromEntries forgets which keys it was given.
  ) as unknown as Attendee;
  const times = [into.registeredAt, from.registeredAt].filter((time) => time !== '').sort();
  return {
    ...filled,
    status: into.status === 'registered' || from.status === 'registered' ? 'registered' : 'cancelled',
    registeredAt: times[0] ?? '',
    extra: { ...from.extra, ...into.extra },
  };
}
