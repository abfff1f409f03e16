import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instance } from '../../../src/core/assign/instance.ts';
import { findAbsences } from '../../../src/core/assign/presence.ts';
import { checkPlan } from '../../../src/core/constraints/check-plan.ts';
import { summarise } from '../../../src/core/summary.ts';
import type { Attendee } from '../../../src/model/attendee.ts';
import type { Event } from '../../../src/model/event.ts';
import { arbitraryInstance } from '../assign/arbitrary-instance.ts';
import { attendee, event } from '../assign/small-instances.ts';
import { pinned, plan, type Row, resolve, said, seat } from './plans.ts';

const told = (of: Event, people: readonly Attendee[], ...rows: readonly Row[]): string[] =>
  resolve(of, people, rows).problems.map(({ code, message, hint }) => `${code} ${message} ${hint}`);
const linesOf = async (of: Instance): Promise<string[]> =>
  (await plan(of)).placements.map((one) => `${one.kind} ${one.attendee} ${one.session}`);

const PEOPLE = ['ann', 'bo'].map((id) => attendee({ id, name: id, wishes: [['work'], ['elderly']] }));

describe('people who are not there all the time', () => {
  const of = event({ 'work/1': 1, 'elderly/2': 1 });

  test('need no seat, do not wait for one, and leave theirs to others', async () => {
    const small = pinned(of, PEOPLE, ['absent', 'ann', '2'], ['absent', 'bo', '1']);
    const { placements, certificate, violations } = await plan(small);
    expect(placements.map((one) => `${one.kind} ${one.attendee} ${one.session}`)).toEqual([
      'assigned ann work-1',
      'assigned bo elderly-2',
    ]);
    expect(certificate.find((one) => one.stage === 'unseated')?.value).toBe(0);
    const summary = summarise(of, PEOPLE, placements, violations, findAbsences(small));
    expect(summary.attendees).toEqual({ registered: 2, withWishes: 2, seatedInEverySlot: 2, withoutSeat: 0 });
    expect(summary.timeSlots.map((one) => [one.present, one.seated, one.withoutSeat])).toEqual([
      [1, 1, 0],
      [1, 1, 0],
    ]);
  });

  test('a column of the registrations says when; a blank or unknown cell is all the time', async () => {
    const availability = { column: 'Kommer', present: [{ value: 'Bare formiddag', timeSlots: ['1'] }] };
    const by = event({ 'work/1': 2, 'elderly/2': 2 }, { availability });
    const people = PEOPLE.map((one, index) => ({
      ...one,
      extra: { Kommer: ['bare formiddag', 'vet ikke'][index] ?? '' },
    }));
    expect(await linesOf(pinned(by, people))).toEqual([
      'assigned ann work-1',
      'assigned bo work-1',
      'assigned bo elderly-2',
    ]);
  });

  test('a seat while somebody is away is refused, and so is a pin to it', () => {
    const absent = pinned(of, PEOPLE, ['absent', 'ann', '2']);
    expect(said(absent, seat('ann', 'elderly-2'))).toEqual([
      'hard 1: ann sits in elderly 10:00 but is not there at that time.',
    ]);
    expect(told(of, PEOPLE, ['absent', 'ann', '2'], ['pin', 'ann', 'elderly-2'])).toEqual([
      'SOS404 The pins leave no other way, and it is not allowed: ann sits in elderly 10:00 but is not there at that time. Delete or change one of the lines 2, 3, or the rule.',
    ]);
    expect(told(of, PEOPLE, ['absent', 'ann', 'lunch'])).toEqual([
      'SOS403 There is no time slot "lunch" to be absent in. The time slots are 1, 2.',
    ]);
  });

  test('who belongs together is together while both are there', async () => {
    const larger = event({ 'work/1': 2, 'elderly/2': 2 });
    const pair = pinned(
      larger,
      PEOPLE,
      ['together', 'ann', 'g'],
      ['together', 'bo', 'g'],
      ['absent', 'bo', '2'],
    );
    expect(await linesOf(pair)).toEqual([
      'assigned ann work-1',
      'assigned ann elderly-2',
      'assigned bo work-1',
    ]);
  });
});

describe('rooms with stairs', () => {
  const attic = { capacity: 2, minimum: 0, room: 'attic' };
  const of = event({ 'work/1': attic, 'elderly/1': 2 });

  test('are not for those of whom the organiser said so, by a pin or by what the cell says', async () => {
    expect(await linesOf(pinned(of, PEOPLE, ['step-free', 'ann', '']))).toEqual([
      'assigned ann elderly-1',
      'assigned bo work-1',
    ]);
    const accessibility = { column: 'accessibility', needs: ['Rullestol'], ignore: [] };
    const people = PEOPLE.map((one, index) => ({
      ...one,
      accessibility: ['rullestol ', 'teleslynge'][index] ?? '',
    }));
    expect(
      await linesOf(pinned(event({ 'work/1': attic, 'elderly/1': 2 }, { accessibility }), people)),
    ).toEqual(['assigned ann elderly-1', 'assigned bo work-1']);
  });

  test('a plan or pin that sends them there is refused', () => {
    expect(said(pinned(of, PEOPLE, ['step-free', 'ann', '']), seat('ann', 'work-1'))).toEqual([
      'hard 1: ann needs a room without stairs but sits in work 09:00.',
    ]);
    expect(told(of, PEOPLE, ['step-free', 'ann', ''], ['pin', 'ann', 'work-1'])[0]).toContain(
      'ann needs a room without stairs but sits in work 09:00.',
    );
    expect(told(of, PEOPLE, ['step-free', 'ann', 'work-1'])).toEqual([
      'SOS403 A row of the kind "step-free" names a session, "work-1". Leave "session" empty: it is about every session.',
    ]);
  });
});

describe('sessions in another language', () => {
  const english = { capacity: 2, minimum: 0, language: 'en' };
  const people = [
    ...PEOPLE.slice(0, 1),
    attendee({ id: 'cas', name: 'cas', language: 'nb', wishes: [['work']] }),
  ];
  const rule = (strict: boolean, understand = {}): Event =>
    event({ 'work/1': english, 'elderly/1': 2 }, { language: { understand, strict, weight: 1 } });

  test('are avoided before wishes are met, and given where nothing else is left', async () => {
    expect(await linesOf(pinned(rule(false), people))).toEqual([
      'assigned ann work-1',
      'assigned cas elderly-1',
    ]);
    const only = event({ 'work/1': english }, { language: { understand: {}, strict: false, weight: 1 } });
    expect(
      (await plan(pinned(only, people))).violations.map((one) => [one.hard, one.amount, one.message]),
    ).toEqual([[false, 1, 'cas does not understand the language of work 09:00 (en).']]);
  });

  test('are never given where the rule is strict; who must wait, waits elsewhere', async () => {
    const full = event(
      { 'work/1': english, 'elderly/1': 0 },
      { language: { understand: {}, strict: true, weight: 1 } },
    );
    expect(await linesOf(pinned(full, people))).toEqual(['assigned ann work-1', 'waitlisted cas elderly-1']);
    expect(said(pinned(full, people), seat('cas', 'work-1'))).toEqual([
      'hard 1: cas does not understand the language of work 09:00 (en).',
    ]);
  });

  test('who understands it, or is pinned there, sits there', async () => {
    expect(await linesOf(pinned(rule(true, { nb: ['en'] }), people))).toContain('assigned cas work-1');
    expect(await linesOf(pinned(rule(true), people, ['pin', 'cas', 'work-1']))).toContain(
      'pinned cas work-1',
    );
  });
});

test('mutated plans: a seat given to somebody who is away, or up the stairs, is found', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryInstance({ people: 6, themes: 3, slots: 2 }), async (of) => {
      const made = (await plan(of)).placements.filter((one) => one.kind !== 'waitlisted');
      for (const { pin, attendee: who } of of.pins) {
        const isThere = (room: string, timeSlot: string): boolean =>
          pin.kind === 'absent' ? timeSlot === pin.session : pin.kind === 'step-free' && room === 'attic';
        for (const { id, timeSlot, room } of of.sessions) {
          if (!isThere(room, timeSlot)) continue;
          const moved = [
            ...made.filter((one) => one.attendee !== who.id || one.timeSlot !== timeSlot),
            { ...seat(who.id, id), timeSlot },
          ];
          const broken = checkPlan(of, moved).flatMap((one) => (one.hard ? [one.constraint] : []));
          expect(broken).toContain(pin.kind === 'absent' ? 'availability' : 'accessibility');
        }
      }
    }),
    { numRuns: 40 },
  );
});
