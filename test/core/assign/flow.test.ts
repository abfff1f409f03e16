import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveByFlow } from '../../../src/core/assign/engines/flow.ts';
import { asFlow } from '../../../src/core/assign/engines/flow-instance.ts';
import type { PlainDraw } from '../../../src/core/assign/engines/plain-instance.ts';
import { solveByReference } from '../../../src/core/assign/engines/reference.ts';
import type { Instance } from '../../../src/core/assign/instance.ts';
import type { Seating } from '../../../src/core/assign/plan.ts';
import { evenInstance, singleSlot } from './arbitrary-flow.ts';
import { lookAtEveryPlan, seatName } from './oracle.ts';

const silent = async (): Promise<void> => undefined;
const criterion = fc.constantFrom('fair' as const, 'happy' as const, 'first' as const);

async function byFlow(of: Instance, wanted: PlainDraw): Promise<Seating | undefined> {
  const flow = asFlow(of);
  return flow && solveByFlow(of, flow, wanted, silent);
}

describe('the flow engine', () => {
  it.each([
    ['one slot with twin sessions, pins and minimums', singleSlot({ people: 8, themes: 4 }), 300],
    ['two even slots', evenInstance({ people: 6, themes: 4, slots: 2 }), 200],
    ['three even slots', evenInstance({ people: 8, themes: 5, slots: 3 }), 100],
  ] as const)(
    'agrees with the reference, stage by stage and seat by seat: %s',
    async (_, instances, numRuns) => {
      await fc.assert(
        fc.asyncProperty(instances, criterion, async (of, by) => {
          const wanted = { criterion: by, seed: 'seed' };
          const plain = await solveByReference(of, wanted, silent);
          expect(await byFlow(of, wanted)).toEqual({ ...plain, engine: 'flow' });
        }),
        { numRuns },
      );
    },
  );

  it.each([
    ['one slot', singleSlot({ people: 5, themes: 3 }), 200],
    ['two even slots', evenInstance({ people: 3, themes: 3, slots: 2 }), 100],
  ] as const)('agrees with looking at every plan: %s', async (_, instances, numRuns) => {
    await fc.assert(
      fc.asyncProperty(instances, criterion, async (of, by) => {
        const wanted = { criterion: by, seed: 'seed' };
        const made = await byFlow(of, wanted);
        const best = lookAtEveryPlan(of, wanted);
        const values = Object.fromEntries((made?.certificate ?? []).map((one) => [one.stage, one.value]));
        expect({ ...best.stages, ...values }).toEqual(best.stages);
        expect(made?.seats.map(seatName).sort()).toEqual(best.seats);
      }),
      { numRuns },
    );
  });
});
