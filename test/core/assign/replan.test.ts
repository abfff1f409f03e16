import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assign } from '../../../src/core/assign/assign.ts';
import { solveByCore } from '../../../src/core/assign/engines/core.ts';
import { solveByReference } from '../../../src/core/assign/engines/reference.ts';
import type { Instance } from '../../../src/core/assign/instance.ts';
import { countMoves } from '../../../src/core/assign/moves.ts';
import type { Draw, Plan, Replan } from '../../../src/core/assign/plan.ts';
import type { Rules, StageId } from '../../../src/model/event.ts';
import type { Placement } from '../../../src/model/placement.ts';
import { arbitraryInstance, arbitraryReplan } from './arbitrary-instance.ts';
import { lookAtEveryPlan, seatName } from './oracle.ts';
import { attendee, event, instance } from './small-instances.ts';

const silent = async (): Promise<void> => undefined;
const criterion = fc.constantFrom('fair' as const, 'happy' as const, 'first' as const, 'custom' as const);
const changed = (size: Parameters<typeof arbitraryInstance>[0]) =>
  arbitraryInstance(size).chain((of) => fc.tuple(fc.constant(of), arbitraryReplan(of)));
const seats = (made: Plan): string[] =>
  made.placements.filter((one) => one.kind !== 'waitlisted').map(seatName);
const waiting = (made: Plan): string[] =>
  made.placements.filter((one) => one.kind === 'waitlisted').map(seatName);

function plan(of: Instance, replan: Partial<Replan> = {}): Promise<Plan> {
  const wanted: Draw = {
    criterion: 'fair',
    seed: 'seed',
    replan: { published: [], fillOnly: false, ...replan },
  };
  return assign(of, wanted, silent);
}

/** Places as `attendee session`, or `attendee ?session` for somebody who waits. */
function told(...places: string[]): Placement[] {
  return places.map((place) => {
    const [who = '', where = ''] = place.split(' ');
    const session = where.replace('?', '');
    return {
      attendee: who,
      timeSlot: session.split('-')[1] ?? '',
      session,
      kind: where.startsWith('?') ? 'waitlisted' : 'assigned',
      rank: 0,
    };
  });
}

describe('a plan that follows a published one', () => {
  test('agrees with looking at every plan, stage by stage and seat by seat', async () => {
    await fc.assert(
      fc.asyncProperty(
        changed({ people: 3, themes: 2, slots: 2 }),
        criterion,
        fc.option(fc.nat({ max: 2 }), { nil: undefined }),
        async ([of, replan], by, spare) => {
          const least = lookAtEveryPlan(of, {
            criterion: by,
            seed: 'seed',
            replan: { ...replan, fillOnly: true },
          });
          const limit = spare === undefined ? {} : { maxMoves: (least.stages['moves'] ?? 0) + spare };
          const wanted: Draw = { criterion: by, seed: 'seed', replan: { ...replan, ...limit } };
          const best = lookAtEveryPlan(of, wanted);
          const made = await assign(of, wanted, silent);
          const values = Object.fromEntries(made.certificate.map((one) => [one.stage, one.value]));
          expect({ ...best.stages, ...values }).toEqual(best.stages);
          expect(seats(made).sort()).toEqual(best.seats);
          expect(countMoves(of, replan.published, made.placements)).toBe(best.stages['moves']);
          expect(made.certificate.every((one) => one.proven)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('is the same from both engines', async () => {
    await fc.assert(
      fc.asyncProperty(changed({ people: 8, themes: 4, slots: 3 }), criterion, async ([of, replan], by) => {
        const wanted: Draw = { criterion: by, seed: 'seed', replan };
        const fast = await solveByCore(of, wanted, silent);
        const plain = await solveByReference(of, wanted, silent);
        expect({ ...fast, engine: '' }).toEqual({ ...plain, engine: '' });
      }),
      { numRuns: 40 },
    );
  });

  test('published again, it moves nobody', async () => {
    await fc.assert(
      fc.asyncProperty(changed({ people: 6, themes: 3, slots: 2 }), async ([of, replan]) => {
        const made = await plan(of, replan);
        const again = await plan(of, { ...replan, published: made.placements });
        expect(again.placements).toEqual(made.placements);
      }),
      { numRuns: 40 },
    );
  });
});

describe('fewest moves', () => {
  const wishes = [['a'], ['b']];
  const three = ['p1', 'p2', 'p3'].map((id) => attendee({ id, wishes }));

  test('nobody is moved for a better wish of another', async () => {
    const of = instance(event({ 'a/1': 1, 'b/1': 2 }), [
      attendee({ id: 'late', wishes: [['a'], ['b']] }),
      attendee({ id: 'told', wishes: [['b'], ['a']] }),
    ]);
    const made = await plan(of, { published: told('told a-1') });
    expect(seats(made)).toEqual(['late b-1', 'told a-1']);
  });

  test('somebody moves where a newcomer had no seat otherwise, and nobody with fillOnly', async () => {
    const of = instance(
      event({ 'a/1': 1, 'b/1': 1 }),
      [attendee({ id: 'new' }), attendee({ id: 'told', wishes })],
      [['new', '!b-1']],
    );
    const published = told('told a-1');
    expect(seats(await plan(of, { published }))).toEqual(['new a-1', 'told b-1']);
    const filled = await plan(of, { published, fillOnly: true });
    expect([seats(filled), waiting(filled)]).toEqual([['told a-1'], ['new a-1']]);
  });

  test('a smaller room moves as many as do not fit, and SOS420 says so where fewer are allowed', async () => {
    const of = instance(event({ 'a/1': 1, 'b/1': 3 }), three);
    const published = told('p1 a-1', 'p2 a-1', 'p3 a-1');
    expect(countMoves(of, published, (await plan(of, { published, maxMoves: 2 })).placements)).toBe(2);
    await expect(plan(of, { published, maxMoves: 1 })).rejects.toMatchObject({
      problems: [
        { code: 'SOS420', message: 'At least 2 published seats must move, more than --max-moves 1 allows.' },
      ],
    });
  });

  test('whoever cancelled, and a session off the programme, are no moves', async () => {
    const of = instance(event({ 'a/1': 3 }), three.slice(0, 2));
    const published = told('p1 a-1', 'p2 b-1', 'p3 a-1');
    const made = await plan(of, { published });
    expect(countMoves(of, published, made.placements)).toBe(0);
    expect(seats(made)).toEqual(['p1 a-1', 'p2 a-1']);
  });
});

describe('a published plan beside other rules', () => {
  const absent = (attendees: readonly string[]): Partial<Rules> => ({
    availability: { column: 'Team', present: attendees.map((value) => ({ value, timeSlots: [] })) },
  });

  test('whoever will be away is no move, and waits for nothing', async () => {
    const people = ['p1', 'p2'].map((id) => attendee({ id, extra: { Team: id } }));
    const of = instance(event({ 'a/1': 2 }, absent(['p1', 'p2'])), people);
    const made = await plan(of, { published: told('p1 a-1', 'p2 ?a-1'), maxMoves: 0 });
    expect(made.placements).toEqual([]);
  });

  test('people are not moved into a session that they were told is cancelled, to have it held', async () => {
    const cancellable = { capacity: 3, minimum: 2, mayCancel: true };
    const people = ['p1', 'p2', 'p3'].map((id) => attendee({ id, wishes: [['a']] }));
    const of = instance(event({ 'a/1': 3, 'b/1': cancellable }), people);
    // A first plan holds it; one that follows what people know does not.
    const first = await assign(of, { criterion: 'fair', seed: 'seed' }, silent);
    expect(first.placements.filter((one) => one.session === 'b-1')).toHaveLength(2);
    expect(seats(await plan(of, { published: told('p1 a-1', 'p2 a-1') }))).toEqual([
      'p1 a-1',
      'p2 a-1',
      'p3 a-1',
    ]);
  });

  test('an own list says where moves stand, and without them they stand before wishes', async () => {
    const wanted = (stages: readonly StageId[]): Promise<Plan> => {
      const people = [attendee({ id: 'p1', wishes: [['b'], ['a']] })];
      const of = instance(event({ 'a/1': 1, 'b/1': 1 }, { stages }), people);
      const replan: Replan = { published: told('p1 a-1'), fillOnly: false };
      return assign(of, { criterion: 'custom', seed: 'seed', replan }, silent);
    };
    expect(seats(await wanted(['total-rank']))).toEqual(['p1 a-1']);
    expect(seats(await wanted(['total-rank', 'moves']))).toEqual(['p1 b-1']);
  });

  test('before any plan, who must sit together is seated together, and who must not is not', async () => {
    const people = ['p1', 'p2', 'p3', 'p4'].map((id, index) =>
      attendee({ id, wishes: [['a'], ['b']], extra: { Team: index < 2 ? 'one' : '' } }),
    );
    const of = instance(
      event({ 'a/1': 1, 'b/1': 3 }, { together: [{ id: 'team', column: 'Team' }] }),
      people,
    );
    const made = await assign(of, { criterion: 'fair', seed: 'seed' }, silent, () => 0);
    expect([made.engine, made.violations, seats(made).slice(0, 2)]).toEqual([
      'makeshift',
      [],
      ['p1 b-1', 'p2 b-1'],
    ]);
  });
});

describe('the published waitlist', () => {
  const people = ['host', 'p1', 'p2', 'p3'].map((id) => attendee({ id, wishes: [['a']] }));
  const published = told('host a-1', 'p3 ?a-1', 'p1 ?a-1', 'p2 ?a-1');

  test('a freed seat goes to whoever stands first, before a newcomer who registered earlier', async () => {
    const newcomer = attendee({ id: 'new', wishes: [['a']], registeredAt: '2020-01-01' });
    const of = instance(event({ 'a/1': 1 }), [...people.slice(1), newcomer]);
    const made = await plan(of, { published });
    expect(seats(made)).toEqual(['p3 a-1']);
    expect(waiting(made)).toEqual(['p1 a-1', 'p2 a-1', 'new a-1']);
  });

  test('a larger room takes them from the front', async () => {
    const of = instance(event({ 'a/1': 3 }), people);
    const made = await plan(of, { published });
    expect(seats(made)).toEqual(['host a-1', 'p1 a-1', 'p3 a-1']);
    expect(waiting(made)).toEqual(['p2 a-1']);
  });

  test('who waits for a session gets that one, though a newcomer wishes for it more', async () => {
    const of = instance(event({ 'a/1': 1, 'b/1': 1 }), [
      attendee({ id: 'new', wishes: [['a']] }),
      attendee({ id: 'p3', wishes: [['b'], ['a']] }),
    ]);
    const made = await plan(of, { published: told('p3 ?a-1') });
    expect(seats(made)).toEqual(['new b-1', 'p3 a-1']);
  });
});
