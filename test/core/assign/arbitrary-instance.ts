import fc from 'fast-check';
import { buildInstance, type Instance } from '../../../src/core/assign/instance.ts';
import { resolvePins } from '../../../src/core/assign/resolve-pins.ts';
import type { Attendee } from '../../../src/model/attendee.ts';
import type { Amount, MixRule, SpreadRule } from '../../../src/model/event.ts';
import type { Pin } from '../../../src/model/placement.ts';
import { attendee, event } from './small-instances.ts';

interface Size {
  readonly people: number;
  readonly themes: number;
  readonly slots: number;
}

const share = fc.constantFrom(0, 0.2, 1 / 3, 0.5, 0.75, 1);
const weight = fc.constantFrom(0.5, 1, 2.25);
const amount: fc.Arbitrary<Amount> = fc.oneof(
  fc.integer({ min: 0, max: 3 }).map((people) => ({ people })),
  share.map((of) => ({ share: of })),
);
const spread: fc.Arbitrary<Omit<SpreadRule, 'id'>> = fc.record(
  {
    delegations: fc.constant('all' as const),
    themes: fc.constantFrom('all' as const, ['t0']),
    per: fc.constantFrom('theme' as const, 'session' as const),
    atLeast: amount,
    atMost: amount,
    weight,
  },
  { requiredKeys: ['delegations', 'themes', 'per', 'weight'] },
);
const mix: fc.Arbitrary<Omit<MixRule, 'id'>> = fc.record(
  {
    types: fc.constantFrom(['entrepreneur'], ['entrepreneur', 'municipality']),
    themes: fc.constantFrom('all' as const, ['t1']),
    atLeast: share,
    atMost: share,
    weight,
  },
  { requiredKeys: ['types', 'themes', 'weight'] },
);

/** Wishes with ties, gaps and short lists: each theme wished at some level, or not at all. */
export function wishes(themes: readonly string[]): fc.Arbitrary<string[][]> {
  return fc
    .tuple(...themes.map(() => fc.integer({ min: 0, max: themes.length })))
    .map((levels) =>
      themes
        .map((_, level) => themes.filter((_theme, index) => levels[index] === level + 1))
        .filter((tied) => tied.length > 0),
    );
}

function person(id: string, themes: readonly string[]): fc.Arbitrary<Attendee> {
  return fc
    .record({
      wishes: wishes(themes),
      organisation: fc.constantFrom('', 'Asker kommune', 'Oslo kommune'),
      type: fc.constantFrom('', 'entrepreneur', 'municipality'),
      registeredAt: fc.constantFrom('', '2026-01-01', '2026-01-02'),
    })
    .map((about) => attendee({ id, ...about }));
}

/** Small instances with every kind of constraint; pins that contradict each other are left out. */
export function arbitraryInstance({ people, themes, slots }: Size): fc.Arbitrary<Instance> {
  const themeIds = Array.from({ length: themes }, (_, index) => `t${index}`);
  const keys = themeIds.flatMap((theme) =>
    Array.from({ length: slots }, (_, slot) => `${theme}/${slot + 1}`),
  );
  const seats = fc.record({
    capacity: fc.integer({ min: 0, max: people }),
    minimum: fc.constantFrom(0, 0, 1, 2),
  });
  const pin = fc.record({
    attendee: fc.integer({ min: 0, max: people - 1 }).map((index) => `p${index}`),
    session: fc.constantFrom(...keys.map((key) => key.replace('/', '-'))),
    kind: fc.constantFrom('pin' as const, 'exclude' as const),
  });
  return fc
    .record({
      // Not every theme runs in every slot.
      seats: fc.tuple(...keys.map(() => fc.option(seats, { freq: 4 }))),
      people: fc
        .integer({ min: 1, max: people })
        .chain((count) =>
          fc.tuple(...Array.from({ length: count }, (_, index) => person(`p${index}`, themeIds))),
        ),
      spread: fc.array(spread, { maxLength: 2 }),
      mix: fc.array(mix, { maxLength: 2 }),
      pins: fc.array(pin, { maxLength: 2 }),
    })
    .map((drawn) => {
      const offered = keys.flatMap((key, index) => {
        const size = drawn.seats[index];
        return size === null || size === undefined ? [] : [[key, size] as const];
      });
      const made = event(Object.fromEntries(offered), {
        spread: drawn.spread.map((rule, index) => ({ id: `spread-${index}`, ...rule })),
        mix: drawn.mix.map((rule, index) => ({ id: `mix-${index}`, ...rule })),
      });
      const rows = drawn.pins.map((one, index): Pin => ({ ...one, reason: '', line: index + 2 }));
      const pins = resolvePins(made, drawn.people, rows, 'data/pins.csv');
      const kept = pins.problems.length === 0 ? pins.value : [];
      return buildInstance(made, drawn.people, kept);
    });
}
