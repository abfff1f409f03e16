import fc from 'fast-check';
import { expect, it } from 'vitest';
import { solveByCore } from '../../../src/core/assign/engines/core.ts';
import { solveByReference } from '../../../src/core/assign/engines/reference.ts';
import { arbitraryInstance } from './arbitrary-instance.ts';

const silent = async (): Promise<void> => undefined;
const criterion = fc.constantFrom('fair' as const, 'happy' as const, 'first' as const, 'custom' as const);

/** Few people and few seats, where every kind of rule binds; many themes, where the core is a part of the whole. */
it.each([
  ['three people', { people: 3, themes: 2, slots: 2 }, 300],
  ['eight people', { people: 8, themes: 4, slots: 3 }, 50],
  ['more sessions in a slot than the core begins with', { people: 6, themes: 13, slots: 2 }, 20],
])('the fast engine and the reference agree, stage by stage and seat by seat: %s', async (_, size, runs) => {
  await fc.assert(
    fc.asyncProperty(arbitraryInstance(size), criterion, async (of, by) => {
      const wanted = { criterion: by, seed: 'seed' };
      const fast = await solveByCore(of, wanted, silent);
      const plain = await solveByReference(of, wanted, silent);
      expect({ ...fast, engine: '' }).toEqual({ ...plain, engine: '' });
    }),
    { numRuns: runs },
  );
});
