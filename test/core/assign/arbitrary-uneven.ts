import fc from 'fast-check';
import { buildInstance, type Instance } from '../../../src/core/assign/instance.ts';
import { resolvePins } from '../../../src/core/assign/resolve-pins.ts';
import type { Pin } from '../../../src/model/placement.ts';
import { wishes } from './arbitrary-instance.ts';
import { attendee, event } from './small-instances.ts';

/** Themes in some of the slots, in rooms of uneven sizes; few different lists of wishes, pins and exclusions. */
export function unevenInstance(size: {
  readonly people: number;
  readonly themes: number;
  readonly slots: number;
}): fc.Arbitrary<Instance> {
  const { people, themes, slots } = size;
  const ids = Array.from({ length: themes }, (_, index) => `t${index}`);
  const keys = ids.flatMap((id) => Array.from({ length: slots }, (_, slot) => `${id}/${slot + 1}`));
  const lists = fc.oneof(wishes(ids), fc.constantFrom([], [['t0']], [['t0'], ['t1']], [['t1', 't0']]));
  const pin = fc.record({
    attendee: fc.nat(people - 1).map((index) => `p${index}`),
    session: fc.constantFrom(...keys.map((key) => key.replace('/', '-')), ...ids),
    kind: fc.constantFrom<Pin['kind']>('pin', 'exclude'),
    reason: fc.constant(''),
    line: fc.constant(2),
  });
  return fc
    .record({
      seats: fc.tuple(...keys.map(() => fc.option(fc.integer({ min: 0, max: people }), { freq: 4 }))),
      lists: fc.array(lists, { minLength: 1, maxLength: people }),
      pins: fc.array(pin, { maxLength: 3 }),
    })
    .filter(({ seats }) => seats.some((one) => one !== null))
    .map((drawn) => {
      const offered = keys.flatMap((key, index) => {
        const capacity = drawn.seats[index] ?? null;
        return capacity === null ? [] : [[key, capacity] as const];
      });
      const made = event(Object.fromEntries(offered));
      const crowd = drawn.lists.map((one, index) => attendee({ id: `p${index}`, wishes: one }));
      const pins = resolvePins(made, crowd, drawn.pins, 'data/pins.csv');
      return buildInstance(made, crowd, pins.problems.length === 0 ? pins.value : []);
    });
}
