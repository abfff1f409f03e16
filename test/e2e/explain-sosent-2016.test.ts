import { beforeAll, expect, test } from 'vitest';
import { readInputs } from '../../src/commands/assign/inputs.ts';
import { assign, solvingAgain } from '../../src/core/assign/assign.ts';
import { costRank, type Instance, seatsOf } from '../../src/core/assign/instance.ts';
import type { Draw, Plan } from '../../src/core/assign/plan.ts';
import { explainAttendee } from '../../src/core/explain/attendee.ts';
import type { MissedWish } from '../../src/core/explain/missed-wish.ts';
import { applyChange, type Change } from '../../src/core/explain/smallest-change.ts';
import { withPlace } from '../../src/core/explain/variants.ts';
import { openEvent } from '../../src/folder/event-folder.ts';
import { copyExample } from '../helpers/event-folder.ts';
import { runCli } from '../helpers/run-cli.ts';

/** Every claim of the explanations of the example's 190 people is solved once more, here. */
let instance: Instance;
let best: Plan;
const solved = new Map<string, Promise<Plan>>();
const counts = { people: 0, missed: 0, costs: 0, changes: 0, tried: 0 };

beforeAll(async () => {
  const cwd = await copyExample('sosent-2016');
  await runCli(['import', 'registrations/pamelding-kommune.csv', 'registrations/webform.csv'], { cwd });
  instance = (await readInputs(await openEvent({ cwd, eventPath: undefined }))).instance;
  best = await solve(instance);
}, 60_000);

const silent = async (): Promise<void> => undefined;

function draw(): Draw {
  const { criterion, seed } = instance.event.rules;
  return { criterion, seed };
}

/** Anew, while explanations rest on plans that start from where another one began. */
function solve(of: Instance): Promise<Plan> {
  return assign(of, draw(), silent);
}

/** The plan under a change, which many people's explanations have in common. */
function solveChange(change: Change): Promise<Plan> {
  const key = JSON.stringify(change);
  const plan = solved.get(key) ?? solve(applyChange(instance, change));
  solved.set(key, plan);
  return plan;
}

test('every claim holds', { timeout: 3_600_000 }, async () => {
  const { placements: written, criterion } = best;
  const again = { instance, wanted: draw(), best: written, before: silent };
  await solvingAgain(again, async (solveAgain) => {
    const judged = await solveAgain(instance);
    expect(judged).toEqual(best);
    const about = { instance, criterion, written, best: async () => judged, solve: solveAgain };
    for (const attendee of instance.attendees) {
      const explained = await explainAttendee({ ...about, attendee });
      counts.people += 1;
      for (const missed of explained.missed) await requireClaims(attendee.id, missed);
    }
  });
  expect({ people: counts.people, claims: counts.costs > 0 && counts.changes > 0 }).toEqual({
    people: 190,
    claims: true,
  });
});

async function requireClaims(id: string, missed: MissedWish): Promise<void> {
  counts.missed += 1;
  await requireCost(id, missed);
  const { theme, change, tried } = missed;
  if (change !== undefined) {
    counts.changes += 1;
    expect({ id, change, gives: gives(id, theme, await solveChange(change)) }).toMatchObject({ gives: true });
    if (change.kind === 'seats' && change.more > 1) {
      const less = await solveChange({ ...change, more: change.more - 1 });
      expect({ id, change, lessGives: gives(id, theme, less) }).toMatchObject({ lessGives: false });
    }
  }
  for (const other of tried) {
    counts.tried += 1;
    const plan = await solveChange(other);
    expect({ id, other, gives: gives(id, theme, plan) }).toMatchObject({ gives: false });
  }
}

/** With the seat given, the first stage that is worse is the one named, by as much; none where only the draw decided. */
async function requireCost(id: string, { cost }: MissedWish): Promise<void> {
  if (cost === undefined) return;
  counts.costs += 1;
  const attendee = instance.attendees.find((one) => one.id === id);
  const session = instance.sessions.find((one) => one.id === cost.session);
  if (attendee === undefined || session === undefined) throw new Error(`nobody or nothing: ${id}`);
  const { certificate, placements } = await solve(withPlace(instance, attendee, session));
  expect(seatsOf(placements).some((one) => one.attendee === id && one.session === session.id)).toBe(true);
  const values = certificate.map(({ stage, value }) => [stage, value]);
  const today = best.certificate.map(({ stage, value }) => [stage, value]);
  const at = today.findIndex((one, index) => JSON.stringify(one) !== JSON.stringify(values[index]));
  const [stage] = today[at] ?? [];
  const expected = at === -1 ? undefined : [stage, today[at]?.[1], values[at]?.[1]];
  const told = cost.loss && [cost.loss.stage, cost.loss.before, cost.loss.after];
  expect({ id, loss: told }).toEqual({ id, loss: expected });
}

/** Whether somebody has the theme in a plan, and every theme they have today and wished as much. */
function gives(id: string, theme: string, { placements }: Plan): boolean {
  const themesIn = (plan: Plan['placements']): string[] =>
    seatsOf(plan)
      .filter((one) => one.attendee === id)
      .map((one) => instance.sessions.find((each) => each.id === one.session)?.theme ?? '');
  const attendee = instance.attendees.find((one) => one.id === id);
  if (attendee === undefined) return false;
  const now = themesIn(placements);
  const owed = themesIn(best.placements).filter(
    (one) => attendee.wishes.length > 0 && costRank(attendee, one) <= costRank(attendee, theme),
  );
  return [theme, ...owed].every((one) => now.includes(one));
}
