import { describe, expect, it } from 'vitest';
import { buildModel } from '../../../src/core/assign/build-model.ts';
import { createSchedules } from '../../../src/core/assign/engines/schedules.ts';
import { attendee, event, instance } from './small-instances.ts';

const of = instance(event({ 'a/1': 1, 'b/1': 1, 'a/2': 1, 'b/2': 1 }), [
  attendee({ id: 'p1' }),
  attendee({ id: 'p2' }),
]);
const model = buildModel(of, { criterion: 'fair', seed: 'seed' });
const schedules = createSchedules(model);
const bounds = {
  lower: Float64Array.from(model.columns, (one) => one.lower),
  upper: Float64Array.from(model.columns, (one) => one.upper),
};
/** In the order of the sessions: a/1, b/1, a/2, b/2. */
const costs = new Float64Array(model.columns.length).fill(100);
const [a1 = 0, b1 = 0, a2 = 0, b2 = 0] = model.seatsOf('p1');
costs.set([1, 4, 2, 9], a1);

describe('schedules', () => {
  it('a column is as much dearer as the cheapest schedule with it, no theme twice', () => {
    const dearer = schedules.price(costs, bounds, 50);
    // b then a costs 6, a then b 10; a then a would be a theme twice. The other has two of everything for 200.
    expect(dearer?.least).toBe(6 + 200);
    expect([a1, b1, a2, b2].map((column) => dearer?.by[column])).toEqual([4, 0, 0, 4]);
  });

  it('what is dearer than the limit is not looked at', () => {
    const dearer = schedules.price(costs, bounds, 3);
    expect([a1, b1, a2, b2].map((column) => dearer?.by[column])).toEqual([Infinity, 0, 0, Infinity]);
  });

  it('a column that is fixed is the only one of its choice, and there may be no schedule at all', () => {
    const lower = bounds.lower.slice();
    lower[a1] = 1;
    expect(schedules.price(costs, { ...bounds, lower }, 50)?.least).toBe(10 + 200);
    lower[a2] = 1;
    expect(schedules.price(costs, { ...bounds, lower }, 50)).toBeUndefined();
  });

  it('rows of several people are left to prices', () => {
    const kept = model.rows.filter((_, row) => schedules.isKept[row] === 1);
    expect(kept.map(({ lower, entries }) => [lower, entries.length]).sort()).toEqual([
      ...Array.from({ length: 4 }, () => [0, 2]),
      ...Array.from({ length: 4 }, () => [1, 3]),
    ]);
  });
});
