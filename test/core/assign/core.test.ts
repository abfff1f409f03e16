import type { Highs, Model } from 'highs';
import { expect, it, vi } from 'vitest';
import { solveByCore } from '../../../src/core/assign/engines/core.ts';
import { solveByReference } from '../../../src/core/assign/engines/reference.ts';
import { attendee, event, instance } from './small-instances.ts';

/** How many of the next programs HiGHS gives up on. */
const hard = vi.hoisted(() => ({ programs: 0 }));

vi.mock('../../../src/core/assign/engines/load-highs.ts', async (load) => {
  const real = await load<typeof import('../../../src/core/assign/engines/load-highs.ts')>();
  const createModel = (solver: Highs, data: Parameters<Highs['createModel']>): Model => {
    const model = solver.createModel(...data);
    if (hard.programs === 0) return model;
    hard.programs -= 1;
    vi.spyOn(model, 'run').mockImplementation(() => {
      throw Object.assign(new Error('run failed'), { name: 'HighsError', operation: 'run' });
    });
    return model;
  };
  const highs = async (): Promise<Highs> =>
    new Proxy(await real.highs(), {
      get: (solver, key) =>
        key === 'createModel'
          ? (...data: Parameters<Highs['createModel']>) => createModel(solver, data)
          : Reflect.get(solver, key, solver),
    });
  return { ...real, highs };
});

const silent = async (): Promise<void> => undefined;

it.each([
  [0, 'core'],
  [1, 'core'],
  [2, 'reference'],
])('where HiGHS gives up on %i programs, the %s has the plan', async (programs, engine) => {
  const wanted = { criterion: 'fair', seed: 'seed' } as const;
  const of = instance(
    event({ 'a/1': 1, 'b/1': 2, 'a/2': 2, 'b/2': 1 }),
    ['p1', 'p2', 'p3'].map((id) => attendee({ id, wishes: [['a'], ['b']] })),
  );
  const plain = await solveByReference(of, wanted, silent);
  hard.programs = programs;
  expect(await solveByCore(of, wanted, silent)).toEqual({ ...plain, engine });
});
