import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assign } from '../../../src/core/assign/assign.ts';
import { type Instance, seatsOf } from '../../../src/core/assign/instance.ts';
import type { Plan } from '../../../src/core/assign/plan.ts';
import { type AttendeeExplanation, explainAttendee } from '../../../src/core/explain/attendee.ts';
import type { MissedWish } from '../../../src/core/explain/missed-wish.ts';
import { applyChange } from '../../../src/core/explain/smallest-change.ts';
import { withPlace } from '../../../src/core/explain/variants.ts';
import type { Attendee } from '../../../src/model/attendee.ts';
import { writeForAttendee } from '../../../src/render/explain-to-attendee.ts';
import { arbitraryInstance } from '../assign/arbitrary-instance.ts';
import { attendee, event, instance } from '../assign/small-instances.ts';

const solve = (of: Instance): Promise<Plan> =>
  assign(of, { criterion: 'fair', seed: 'seed' }, async () => undefined);

/** What an explanation is asked with. */
function about(of: Instance, best: Plan): Omit<Parameters<typeof explainAttendee>[0], 'attendee'> {
  const { criterion, placements } = best;
  return { instance: of, criterion, written: placements, best: async () => best, solve };
}

async function explainFirst(of: Instance, id = 'p0'): Promise<AttendeeExplanation> {
  const best = await solve(of);
  const who = of.attendees.find((one) => one.id === id) ?? attendee({ id });
  return explainAttendee({ ...about(of, best), attendee: who });
}

test('a wish lost to a pin: one more seat gives it, and the explanation says so', async () => {
  const of = instance(
    event({ 'work/1': 1, 'music/1': 2 }),
    [attendee({ id: 'p0', wishes: [['work'], ['music']] }), attendee({ id: 'p1', wishes: [['music']] })],
    [['p1', 'work-1']],
  );
  expect((await explainFirst(of)).missed).toEqual([
    {
      theme: 'work',
      rank: 1,
      obstacles: [{ kind: 'all-pinned', session: 'work-1', seats: 1 }],
      cost: undefined,
      change: { kind: 'seats', session: 'work-1', more: 1 },
      tried: [],
      givenToday: false,
    },
  ]);
});

test('a wish lost to somebody whose way out is worse: the stage and the person are named', async () => {
  const of = instance(event({ 'work/1': 1, 'music/1': 1, 'art/1': 1 }), [
    attendee({ id: 'p0', wishes: [['work'], ['music']] }),
    attendee({ id: 'p1', wishes: [['work'], ['art'], ['music']] }),
    attendee({ id: 'p2', wishes: [['work']] }),
  ]);
  const [missed] = (await explainFirst(of)).missed;
  expect(missed).toMatchObject({
    theme: 'work',
    obstacles: [{ kind: 'full', session: 'work-1', seats: 1, pinned: 0, wishedAsMuch: 1 }],
    cost: { session: 'work-1', loss: { stage: expect.any(String) } },
  });
});

test("the attendee's own exclusion is told, and lifting it gives the wish", async () => {
  const of = instance(
    event({ 'work/1': 2, 'music/1': 2 }),
    [attendee({ id: 'p0', wishes: [['work'], ['music']] })],
    [['p0', '!work-1']],
  );
  expect((await explainFirst(of)).missed).toMatchObject([
    { obstacles: [{ kind: 'excluded', session: 'work-1' }], change: { kind: 'without-pin' }, tried: [] },
  ]);
});

/** Whether the attendee has the theme in the plan of an instance. */
async function has(of: Instance, id: string, theme: string): Promise<boolean> {
  const themes = new Map(of.sessions.map((one) => [one.id, one.theme]));
  const { placements } = await solve(of);
  return seatsOf(placements).some((one) => one.attendee === id && themes.get(one.session) === theme);
}

/** Solves every claim about a wish again; true where a change was claimed to give it. */
async function expectTrue(of: Instance, best: Plan, who: Attendee, wish: MissedWish): Promise<boolean> {
  expect(await has(of, who.id, wish.theme)).toBe(false);
  for (const obstacle of wish.obstacles.filter((one) => one.kind === 'full')) {
    const here = seatsOf(best.placements).filter((one) => one.session === obstacle.session);
    expect(here).toHaveLength(obstacle.seats);
  }
  for (const { kind, session: id } of wish.obstacles) {
    const session = of.sessions.find((one) => one.id === id);
    if (kind === 'clash' && session !== undefined) {
      await expect(solve(withPlace(of, who, session))).rejects.toThrow('no solution');
    }
  }
  const place = of.sessions.find((one) => one.id === wish.cost?.session);
  if (place !== undefined) expect(await has(withPlace(of, who, place), who.id, wish.theme)).toBe(true);
  const { change, tried } = wish;
  if (change === undefined) return false;
  expect(await has(applyChange(of, change), who.id, wish.theme)).toBe(true);
  if (change.kind === 'seats' && change.more > 1) {
    expect(tried).toContainEqual({ ...change, more: change.more - 1 });
  }
  return true;
}

test('every claim is true when it is solved again, and a full session is full', async () => {
  let claims = 0;
  await fc.assert(
    fc.asyncProperty(arbitraryInstance({ people: 5, themes: 3, slots: 2 }), async (of) => {
      const best = await solve(of);
      for (const who of of.attendees.slice(0, 2)) {
        const { missed } = await explainAttendee({ ...about(of, best), attendee: who });
        for (const wish of missed) claims += Number(await expectTrue(of, best, who, wish));
      }
    }),
    { numRuns: 60 },
  );
  expect(claims).toBeGreaterThan(10);
}, 120_000);

test('a text for an attendee holds nothing of anybody else', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryInstance({ people: 4, themes: 3, slots: 2 }), async (drawn) => {
      const attendees = drawn.attendees.map((one) => ({
        ...one,
        name: `Secret ${one.id}`,
        organisation: `House ${one.id}`,
      }));
      const of = { ...drawn, attendees };
      const [first] = attendees;
      if (first === undefined) return;
      for (const language of ['nb', 'en', 'de']) {
        const who = { ...first, language };
        const { text } = writeForAttendee(of, who, await explainFirst(of, first.id));
        expect(text).not.toMatch(/Secret|House|example\.org/);
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
