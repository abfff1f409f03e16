import { describe, expect, test } from 'vitest';
import { highs } from '../../../src/core/assign/engines/load-highs.ts';
import { solveInStages } from '../../../src/core/assign/engines/solve-in-stages.ts';
import { createLinearModel, type LinearModel } from '../../../src/core/assign/linear-model.ts';
import type { Stage } from '../../../src/core/assign/stages.ts';
import { event, instance } from './small-instances.ts';

/** Three yes-or-no columns of which any two must add up to one: possible in halves only, unless a slack helps. */
function oddCycle(): LinearModel {
  const model = createLinearModel(instance(event({ 'a/1': 1 }), []));
  const columns = [0, 1, 2].map(() => {
    const column = model.addSlack(1);
    model.addRow({ lower: 0, upper: 1, entries: [[column, 1]] });
    return column;
  });
  for (const [a, b] of [
    [0, 1],
    [1, 2],
    [0, 2],
  ] as const) {
    const entries = [columns[a] ?? 0, columns[b] ?? 0, model.addSlack(1)].map((one) => [one, 1] as const);
    model.addRow({ lower: 1, upper: 1, entries });
  }
  return model;
}

const stage = (id: string, ...costs: number[]): Stage => ({
  id,
  title: id,
  unit: 1,
  costs: Float64Array.from(costs),
});

describe('solveInStages', () => {
  test('goes the careful way where the linear program is whole in value but no plan is', async () => {
    const heard: string[] = [];
    const solution = await solveInStages({
      highs: await highs(),
      model: oddCycle(),
      stages: [stage('slacks', 0, 0, 0, 1, 1, 1), stage('columns', 3, 2, 1, 0, 0, 0)],
      before: async ({ id }) => void heard.push(id),
      timeLeft: () => Number.POSITIVE_INFINITY,
    });

    expect(solution).toEqual({ values: [0, 0, 1, 1, 0, 0], sums: [1, 1], bounds: [1, 1] });
    expect(heard).toEqual(['slacks', 'columns', 'slacks', 'columns']);
  });

  test('a model without a solution is a fault of ours', async () => {
    const model = oddCycle();
    model.addRow({ lower: 5, upper: 5, entries: [[0, 1]] });
    const solving = solveInStages({
      highs: await highs(),
      model,
      stages: [stage('any', 1, 0, 0, 0, 0, 0)],
      before: async () => undefined,
      timeLeft: () => Number.POSITIVE_INFINITY,
    });
    await expect(solving).rejects.toThrow('has no solution');
  });
});
