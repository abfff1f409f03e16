import { expect, test } from 'vitest';
import { buildInstance } from '../../../src/core/assign/instance.ts';
import { hashInputs } from '../../../src/core/assign/record-plan.ts';
import { resolvePins } from '../../../src/core/assign/resolve-pins.ts';
import type { PinKind } from '../../../src/model/placement.ts';
import { attendee, event } from './small-instances.ts';

/** The hash of pins, written as `attendee kind what`. */
function hashPins(...rows: string[]): string {
  const of = event({ 'a/1': 2, 'a/2': 2 });
  const people = [attendee({ id: 'p1' }), attendee({ id: 'p2' })];
  const pins = rows.map((row, index) => {
    const [who = '', kind = '', session = ''] = row.split(' ');
    return { attendee: who, kind: kind as PinKind, session, reason: '', line: index + 2 };
  });
  return hashInputs(buildInstance(of, people, resolvePins(of, people, pins, 'pins.csv').value)).pins;
}

test('a plan is of other pins where a group or an absence is another, not where rows change places', () => {
  const [red, blue, first, second] = ['p1 together red', 'p1 together blue', 'p1 absent 1', 'p1 absent 2'];
  const hashes = [red, blue, first, second].map((row) => hashPins(row, 'p2 together red'));
  expect(new Set(hashes).size).toBe(4);
  expect(hashPins('p2 together red', red)).toBe(hashPins(red, 'p2 together red'));
});

test('how badges and mails look makes no other plan; a room does', () => {
  const hashOf = (of: ReturnType<typeof event>): string =>
    hashInputs(buildInstance(of, [], resolvePins(of, [], [], 'pins.csv').value)).event;
  const of = event({ 'a/1': 2 });
  const shown = {
    ...of,
    badges: { ...of.badges, design: 'bold', logos: ['logo.svg'] },
    emails: { ...of.emails, subject: 'x' },
  };
  expect(hashOf(shown)).toBe(hashOf(of));
  expect(hashOf({ ...shown, rooms: [] })).not.toBe(hashOf(of));
});
