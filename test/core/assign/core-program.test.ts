import { expect, it } from 'vitest';
import { createCoreProgram } from '../../../src/core/assign/engines/core-program.ts';
import { highs } from '../../../src/core/assign/engines/load-highs.ts';
import { createLinearModel } from '../../../src/core/assign/linear-model.ts';
import type { Stage } from '../../../src/core/assign/stages.ts';
import { attendee, event, instance } from './small-instances.ts';

/**
 * Any two of three seats are to be one, or else the fourth is: the three do it in halves for nothing, and only the
 * fourth, which is dear and outside the core, does it in whole numbers.
 */
it('takes in a column far out of reach where the core has no plan in whole numbers', async () => {
  const people = ['p1', 'p2', 'p3', 'p4'];
  const of = instance(
    event({ 'a/1': 4 }),
    people.map((id) => attendee({ id })),
  );
  const model = createLinearModel(of);
  const [a = 0, b = 0, c = 0, dear = 0] = people.map((id) => model.seatsOf(id)[0] ?? 0);
  for (const pair of [
    [a, b],
    [b, c],
    [a, c],
  ]) {
    model.addRow({ lower: 1, upper: 1, entries: [...pair, dear].map((column) => [column, 1]) });
  }
  const costs = new Float64Array(model.columns.length);
  costs[dear] = 10;
  const stage: Stage = { id: 'cost', title: 'cost', costs, unit: 1 };
  const program = createCoreProgram(await highs(), model, [a, b, c], () => Number.POSITIVE_INFINITY);
  const relaxed = program.optimise(stage);
  if (relaxed === undefined || relaxed === 'late') throw new Error('the halves are a solution');
  const whole = program.optimiseWhole(stage, relaxed, undefined);
  program.dispose();
  if (whole === undefined || whole === 'late') throw new Error('the fourth is a solution');
  const seats = [a, b, c, dear].map((column) => whole.columns[column]);
  expect({ value: relaxed.value, seats, bound: whole.bound }).toEqual({
    value: 0,
    seats: [0, 0, 0, 1],
    bound: 10,
  });
});
