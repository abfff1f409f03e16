import { describe, expect, it } from 'vitest';
import { movePins } from '../../../src/core/assign/move-pins.ts';
import type { Attendee } from '../../../src/model/attendee.ts';
import type { Pin } from '../../../src/model/placement.ts';
import { registration, testEvent } from '../registrations/event.ts';
import { plan } from '../registrations/plan.ts';

const event = testEvent();
const people = plan(
  ['Kari', 'Eva', 'Bo'].map((name, index) =>
    registration({ name, email: `${name}@x.example` }, { line: index + 2 }),
  ),
).attendees;
const [bo, eva, kari] = people as [Attendee, Attendee, Attendee];
const session = event.sessions[0]?.id ?? '';
const pin = (attendee: string, more: Partial<Pin> = {}): Pin => ({
  attendee,
  session,
  kind: 'pin',
  reason: '',
  line: 2,
  ...more,
});
const move = (pins: readonly Pin[], left: readonly Attendee[] = [bo, kari]) => {
  const moved = movePins(event, pins, { attendees: left, joins: [{ stays: kari, goes: eva }] }, 'pins.csv');
  return [moved.pins.map((one) => one.attendee), moved.problems.map((one) => one.code)];
};

describe('movePins', () => {
  it.each([
    ['its id', eva.id, kari.id],
    ['its code in small letters', eva.code.toLowerCase(), kari.code],
    ['its address', eva.email, kari.code],
  ])('names the one who stays where the other was named by %s', (_, written, expected) => {
    expect(move([pin(written)])).toEqual([[expected], ['SOS252']]);
  });

  it('leaves pins of others, and names that find the right person still', () => {
    const filled = { ...kari, email: eva.email };
    expect(move([pin(bo.code), pin(kari.code), pin('nobody')])).toEqual([[bo.code, kari.code, 'nobody'], []]);
    expect(move([pin(eva.email)], [bo, filled])).toEqual([[eva.email], []]);
  });

  it('takes both being pinned to one session for no contradiction, and pin and exclusion for one', () => {
    expect(move([pin(kari.code), pin(eva.code, { line: 3 })])[1]).toEqual(['SOS252']);
    expect(move([pin(kari.code), pin(eva.code, { line: 3, kind: 'exclude' })])[1]).toEqual(['SOS404']);
  });

  it('does not tell contradictions that were there before', () => {
    const before = [pin(bo.code), pin(bo.code, { line: 3, kind: 'exclude' })];
    expect(move([...before, pin(eva.code, { line: 4 })])[1]).toEqual(['SOS252']);
  });
});
