import { expect, test } from 'vitest';
import { assign } from '../../../src/core/assign/assign.ts';
import { findCrowdedGroups } from '../../../src/core/assign/crowded-groups.ts';
import { buildInstance, type Instance } from '../../../src/core/assign/instance.ts';
import { resolvePins } from '../../../src/core/assign/resolve-pins.ts';
import type { Pin, PinKind } from '../../../src/model/placement.ts';
import { attendee, event } from './small-instances.ts';

const PEOPLE = ['ann', 'bo', 'cas'].map((id) => attendee({ id, name: id }));
const SESSIONS = event({ 'a/1': 2, 'b/1': 9, 'c/2': 2, 'd/2': 2, 'closed/2': 0 });

function group(kind: PinKind, ...more: readonly (readonly [PinKind, string, string])[]): Instance {
  const all = [...PEOPLE.map(({ id }) => [kind, id, 'g'] as const), ...more];
  const rows = all.map(
    ([of, who, session], index): Pin => ({ kind: of, attendee: who, session, reason: '', line: index + 2 }),
  );
  const { value, problems } = resolvePins(SESSIONS, PEOPLE, rows, 'data/pins.csv');
  expect(problems).toEqual([]);
  return buildInstance(SESSIONS, PEOPLE, value);
}
const told = (of: Instance): string[] =>
  findCrowdedGroups(of).map(({ code, message, hint }) => `${code} ${message} ${hint}`);

test('more people belong together than any session holds', async () => {
  const of = group('together');
  expect(told(of)).toEqual([
    'SOS411 3 people belong together (g), and no session at 10:00 holds more than 2: ann, bo, cas. None of them has a seat then. Make two groups of them, or give a session a larger room.',
  ]);
  const { placements } = await assign(of, { criterion: 'fair', seed: 's' }, async () => undefined);
  expect(placements.filter((one) => one.timeSlot === '2').every((one) => one.kind === 'waitlisted')).toBe(
    true,
  );
});

test('more people are kept apart than there are sessions with seats', () => {
  expect(told(group('apart'))).toEqual([
    'SOS411 3 people are kept apart (g), and there are 2 sessions at 09:00: ann, bo, cas. Some of them have no seat then. Take out those who may meet.',
    'SOS411 3 people are kept apart (g), and there are 2 sessions at 10:00: ann, bo, cas. Some of them have no seat then. Take out those who may meet.',
  ]);
});

test('who is not there takes no room', () => {
  expect(told(group('together', ['absent', 'cas', '2']))).toEqual([]);
});
