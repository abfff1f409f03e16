import { problem } from '../../errors.ts';
import type { Amount } from '../../model/event.ts';
import type { Problem } from '../../model/problem.ts';
import type { ConfigPath, Locate } from './parse-event.ts';
import type { EventFile } from './schema.ts';
import { findStageProblems } from './stage-problems.ts';
import { toEvent } from './to-event.ts';
import { unknownReference } from './unknown-reference.ts';

/** What is wrong with the rules: they name what there is not, ask for nothing, or for what cannot be. */
export function findRuleProblems(file: EventFile, locate: Locate): Problem[] {
  return [
    ...referenceProblems(file, locate),
    ...limitProblems(file, locate),
    ...eligibilityProblems(file, locate),
    ...wishProblems(file, locate),
    ...findStageProblems(file, locate),
  ];
}

function referenceProblems(file: EventFile, locate: Locate): Problem[] {
  const { rules } = file;
  const themes = idsOf(file.themes);
  const types = idsOf(file.attendeeTypes);
  // With minimumSize, delegations also arise from organisations that are known only after the import.
  const delegations =
    file.delegations === 'off' || file.delegations.minimumSize === undefined
      ? idsOf(file.delegations === 'off' ? [] : file.delegations.named)
      : undefined;
  const sessions = toEvent(file).sessions.map((one) => one.id);
  const slots = idsOf(file.timeSlots);
  return [
    ...Object.entries(rules?.availability?.present ?? {}).flatMap(([value, present]) =>
      unknownIn(['rules', 'availability', 'present', value], 'time slot', present, slots, locate),
    ),
    ...(rules?.spread ?? []).flatMap((rule, index) => [
      ...unknownIn(['rules', 'spread', index, 'themes'], 'theme', rule.themes, themes, locate),
      ...unknownIn(
        ['rules', 'spread', index, 'delegations'],
        'delegation',
        rule.delegations,
        delegations,
        locate,
      ),
    ]),
    ...(rules?.notAlone ?? []).flatMap((rule, index) =>
      unknownIn(
        ['rules', 'notAlone', index, 'delegations'],
        'delegation',
        rule.delegations,
        delegations,
        locate,
      ),
    ),
    ...(rules?.priority ?? []).flatMap((rule, index) =>
      unknownIn(['rules', 'priority', index, 'types'], 'attendee type', rule.types ?? [], types, locate),
    ),
    ...(rules?.mix ?? []).flatMap((rule, index) => [
      ...unknownIn(['rules', 'mix', index, 'themes'], 'theme', rule.themes, themes, locate),
      ...unknownIn(['rules', 'mix', index, 'types'], 'attendee type', rule.types, types, locate),
    ]),
    ...(rules?.eligibility ?? []).flatMap((rule, index) => [
      ...unknownIn(['rules', 'eligibility', index, 'types'], 'attendee type', rule.types, types, locate),
      ...unknownIn(['rules', 'eligibility', index, 'themes'], 'theme', rule.themes, themes, locate),
      ...unknownIn(['rules', 'eligibility', index, 'sessions'], 'session', rule.sessions, sessions, locate),
    ]),
  ];
}

function idsOf(list: readonly { id: string }[]): string[] {
  return list.map((one) => one.id);
}

/** `known` is undefined where everything may be. */
function unknownIn(
  path: ConfigPath,
  what: string,
  wanted: 'all' | readonly string[],
  known: readonly string[] | undefined,
  locate: Locate,
): Problem[] {
  if (wanted === 'all' || known === undefined) return [];
  return wanted.flatMap((one, index) =>
    known.includes(one) ? [] : [unknownReference(what, one, known, locate([...path, index]))],
  );
}

/** Limits that ask for nothing, or for what cannot be. */
function limitProblems(file: EventFile, locate: Locate): Problem[] {
  const rules = [
    ...(file.rules?.spread ?? []).map((rule, index) => ({ rule, path: ['rules', 'spread', index] })),
    ...(file.rules?.mix ?? []).map((rule, index) => ({ rule, path: ['rules', 'mix', index] })),
  ];
  return rules.flatMap(({ rule: { atLeast, atMost }, path }) => {
    if (atLeast === undefined && atMost === undefined) {
      const hint = 'Add one of them, such as "atLeast: 20%"; without it the rule asks for nothing.';
      return [problem('SOS303', 'A rule needs "atLeast" or "atMost".', { location: locate(path), hint })];
    }
    if (!isMore(atLeast, atMost)) return [];
    const location = locate([...path, 'atLeast']);
    return [problem('SOS310', '"atLeast" asks for more than "atMost" allows.', { location })];
  });
}

type Limit = number | Amount | undefined;

/** Only amounts of one kind can be compared here: a share becomes people when the attendees are known. */
function isMore(a: Limit, b: Limit): boolean {
  if (a === undefined || b === undefined) return false;
  if (typeof a === 'number' || typeof b === 'number') return a > b;
  if ('people' in a && 'people' in b) return a.people > b.people;
  return 'share' in a && 'share' in b && a.share > b.share;
}

/** More wishes than are asked about; classes of everybody. */
function wishProblems(file: EventFile, locate: Locate): Problem[] {
  return [
    ...(file.rules?.topWishes ?? []).flatMap(({ atLeast, of }, index) => {
      if (atLeast <= of) return [];
      const location = locate(['rules', 'topWishes', index, 'atLeast']);
      return [problem('SOS310', `Nobody can get ${atLeast} of their first ${of} wishes.`, { location })];
    }),
    ...(file.rules?.priority ?? []).flatMap(({ types, registeredBefore }, index) => {
      if (types !== undefined || registeredBefore !== undefined) return [];
      const location = locate(['rules', 'priority', index]);
      const hint = 'Everybody else comes after the last class without being named.';
      return [problem('SOS303', 'A priority class needs "types" or "registeredBefore".', { location, hint })];
    }),
  ];
}

function eligibilityProblems(file: EventFile, locate: Locate): Problem[] {
  return (file.rules?.eligibility ?? []).flatMap(({ themes, sessions }, index) => {
    if (themes.length > 0 || sessions.length > 0) return [];
    const location = locate(['rules', 'eligibility', index]);
    const hint = 'Say which sessions are for these attendee types only, such as "themes: [work]".';
    return [problem('SOS303', 'A rule of eligibility needs "themes" or "sessions".', { location, hint })];
  });
}
