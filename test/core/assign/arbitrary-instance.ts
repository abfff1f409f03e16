import fc from 'fast-check';
import { buildInstance, type Instance } from '../../../src/core/assign/instance.ts';
import type { Replan } from '../../../src/core/assign/plan.ts';
import { resolvePins } from '../../../src/core/assign/resolve-pins.ts';
import type { Attendee } from '../../../src/model/attendee.ts';
import type { Amount, MixRule, Rules, SpreadRule } from '../../../src/model/event.ts';
import type { Pin, PinKind } from '../../../src/model/placement.ts';
import { CUSTOM_STAGES } from './oracle.ts';
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
      language: fc.constantFrom('en', 'nb'),
      extra: fc.constantFrom({}, { Team: 'north' }, { Team: 'south' }),
    })
    .map((about) => attendee({ id, ...about }));
}

/** Rules beside spread and mix; most events have none of a kind. */
function further(
  themes: readonly string[],
  sessions: readonly string[],
  slots: readonly string[],
): fc.Arbitrary<Partial<Rules>> {
  const sometimes = <T>(rule: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
    fc.option(rule, { freq: 2 }).map((drawn) => (drawn === null ? [] : [drawn]));
  const always = fc.record({
    eligibility: sometimes(
      fc.record({
        id: fc.constant('eligibility'),
        types: fc.constantFrom(['entrepreneur'], ['entrepreneur', 'municipality']),
        themes: fc.subarray([...themes], { maxLength: 1 }),
        sessions: fc.subarray([...sessions], { minLength: 1, maxLength: 2 }),
      }),
    ),
    together: sometimes(fc.constant({ id: 'together', column: 'team' })),
    apart: sometimes(
      fc.record({ id: fc.constant('apart'), column: fc.constantFrom('Team', 'organisation'), weight }),
    ),
  });
  const wishes = fc.record({
    notAlone: sometimes(
      fc.record({ id: fc.constant('not-alone'), delegations: fc.constant('all' as const), weight }),
    ),
    topWishes: sometimes(
      fc.record({
        id: fc.constant('top-wishes'),
        atLeast: fc.constantFrom(1, 2),
        of: fc.constantFrom(1, 2),
        weight,
      }),
    ),
    priority: fc.constantFrom(
      [],
      [],
      [{ types: ['municipality'] }],
      [{ types: ['entrepreneur'] }, { registeredBefore: '2026-01-02' }],
    ),
    fairOverSlots: fc.boolean(),
    stages: fc.constantFrom(...CUSTOM_STAGES.map(({ listed }) => listed)),
  });
  const maybe = fc.record(
    {
      availability: fc.record({
        column: fc.constant('Team'),
        present: fc.subarray([...slots]).map((timeSlots) => [{ value: 'north', timeSlots }]),
      }),
      accessibility: fc.constant({ column: 'Team', needs: ['South'], ignore: [] }),
      language: fc.record({
        understand: fc.constantFrom({}, { nb: ['en'] }),
        strict: fc.boolean(),
        weight,
      }),
    },
    { requiredKeys: [] },
  );
  return fc.tuple(always, wishes, maybe).map((rules) => Object.assign({}, ...rules));
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
    language: fc.constantFrom('' as const, '' as const, 'en', 'nb'),
    room: fc.constantFrom('hall', 'hall', 'attic'),
    mayCancel: fc.boolean(),
  });
  const slotIds = Array.from({ length: slots }, (_, slot) => `${slot + 1}`);
  const sessions = keys.map((key) => key.replace('/', '-'));
  const someone = fc.integer({ min: 0, max: people - 1 }).map((index) => `p${index}`);
  const row = (kinds: readonly PinKind[], ...of: string[]): fc.Arbitrary<Omit<Pin, 'reason' | 'line'>> =>
    fc.record({ attendee: someone, session: fc.constantFrom(...of), kind: fc.constantFrom(...kinds) });
  const pin = fc.oneof(
    row(['pin', 'exclude'], ...sessions),
    row(['together', 'apart'], 'red', 'blue'),
    row(['absent'], ...slotIds),
    row(['step-free'], ''),
  );
  const rules = further(themeIds, sessions, slotIds);
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
      further: rules,
      pins: fc.array(pin, { maxLength: 5 }),
    })
    .map((drawn) => {
      const offered = keys.flatMap((key, index) => {
        const size = drawn.seats[index];
        if (size === null || size === undefined) return [];
        return [[key, { ...size, mayCancel: size.mayCancel && size.minimum > 0 }] as const];
      });
      const made = event(Object.fromEntries(offered), {
        spread: drawn.spread.map((rule, index) => ({ id: `spread-${index}`, ...rule })),
        mix: drawn.mix.map((rule, index) => ({ id: `mix-${index}`, ...rule })),
        ...drawn.further,
      });
      const rows = drawn.pins.map((one, index): Pin => ({ ...one, reason: '', line: index + 2 }));
      const pins = resolvePins(made, drawn.people, rows, 'data/pins.csv');
      const kept = pins.problems.length === 0 ? pins.value : [];
      return buildInstance(made, drawn.people, kept);
    });
}

/** A published plan that people, sessions and capacities have moved on from, waitlists included. */
export function arbitraryReplan(instance: Instance): fc.Arbitrary<Replan> {
  const people = [...instance.attendees.map((one) => one.id), 'gone'];
  const places = people.flatMap((attendee) => instance.slots.map((slot) => ({ attendee, slot: slot.id })));
  const told = places.map(({ attendee, slot }) => {
    const sessions = instance.sessions.filter((one) => one.timeSlot === slot).map((one) => one.id);
    const place = fc.record({
      attendee: fc.constant(attendee),
      timeSlot: fc.constant(slot),
      session: fc.constantFrom(...sessions, 'cancelled'),
      kind: fc.constantFrom(
        'assigned' as const,
        'assigned' as const,
        'pinned' as const,
        'waitlisted' as const,
      ),
      rank: fc.constant(0),
    });
    return fc.option(place, { freq: 4 });
  });
  return fc.record({
    published: fc.tuple(...told).chain((rows) =>
      fc.shuffledSubarray(
        rows.filter((one) => one !== null),
        { minLength: 0 },
      ),
    ),
    fillOnly: fc.boolean(),
  });
}
