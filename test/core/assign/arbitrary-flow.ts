import fc from 'fast-check';
import { buildInstance, type Instance } from '../../../src/core/assign/instance.ts';
import { resolvePins } from '../../../src/core/assign/resolve-pins.ts';
import type { Attendee } from '../../../src/model/attendee.ts';
import type { Session } from '../../../src/model/event.ts';
import type { Pin } from '../../../src/model/placement.ts';
import { wishes } from './arbitrary-instance.ts';
import { attendee, event } from './small-instances.ts';

interface Size {
  readonly people: number;
  readonly themes: number;
}

const themeIds = (count: number): string[] => Array.from({ length: count }, (_, index) => `t${index}`);

function crowd(people: number, themes: readonly string[]): fc.Arbitrary<Attendee[]> {
  // Few different lists make many people equal, so that much is left to the draw.
  const lists = fc.oneof(wishes(themes), fc.constantFrom([], [['t0']], [['t0'], ['t1']], [['t1', 't0']]));
  return fc
    .array(lists, { minLength: 1, maxLength: people })
    .map((all) => all.map((one, index) => attendee({ id: `p${index}`, wishes: one })));
}

const seats = (people: number): fc.Arbitrary<Pick<Session, 'capacity' | 'minimum'>> =>
  fc.record({
    capacity: fc.integer({ min: 0, max: people }),
    minimum: fc.constantFrom(0, 0, 0, 1, 2, 3),
  });

/** Every theme in every slot, alike in all of them; some people excluded from whole themes. */
export function evenInstance({
  people,
  themes,
  slots,
}: Size & { readonly slots: number }): fc.Arbitrary<Instance> {
  const ids = themeIds(themes);
  return fc
    .record({
      sizes: fc.array(seats(people), { minLength: 1, maxLength: themes }),
      people: crowd(people, ids),
      excluded: pins(people, ids, ['exclude']),
    })
    .map(({ sizes, people: all, excluded }) => {
      const keys = Array.from({ length: slots }, (_, slot) => slot + 1).flatMap((slot) =>
        sizes.map((size, theme) => [`t${theme}/${slot}`, size] as const),
      );
      return build(event(Object.fromEntries(keys)), all, excluded);
    });
}

/** One slot, in which a theme may run twice; with pins and exclusions. */
export function singleSlot({ people, themes }: Size): fc.Arbitrary<Instance> {
  const ids = themeIds(themes);
  return fc
    .record({
      sizes: fc.array(seats(people), { minLength: 1, maxLength: themes }),
      twins: fc.array(fc.nat(themes - 1), { maxLength: 2 }),
      people: crowd(people, ids),
      pins: pins(people, [...ids, ...ids.map((id) => `${id}-1`)], ['pin', 'exclude']),
    })
    .map(({ sizes, twins, people: all, pins: rows }) => {
      const made = event(Object.fromEntries(sizes.map((size, theme) => [`t${theme}/1`, size])));
      const more = twins.flatMap((theme, index) => {
        const twin = made.sessions[theme];
        return twin === undefined ? [] : [{ ...twin, id: `${twin.id}-twin-${index}`, capacity: index + 1 }];
      });
      return build({ ...made, sessions: [...made.sessions, ...more] }, all, rows);
    });
}

function pins(
  people: number,
  sessions: readonly string[],
  kinds: readonly Pin['kind'][],
): fc.Arbitrary<Pin[]> {
  return fc.array(
    fc.record({
      attendee: fc.nat(people - 1).map((index) => `p${index}`),
      session: fc.constantFrom(...sessions),
      kind: fc.constantFrom(...kinds),
      reason: fc.constant(''),
      line: fc.constant(2),
    }),
    { maxLength: 3 },
  );
}

function build(of: ReturnType<typeof event>, people: readonly Attendee[], rows: readonly Pin[]): Instance {
  const found = resolvePins(of, people, rows, 'data/pins.csv');
  return buildInstance(of, people, found.problems.length === 0 ? found.value : []);
}
