import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paceOf } from '../../../src/core/mail/send-pace.ts';

test('no limit', () => {
  const pace = paceOf(undefined, [1, 2, 3]);
  pace.count(4);
  expect(pace.waitAt(4)).toBe(0);
});

test('what earlier runs sent counts', () => {
  const pace = paceOf({ messages: 2, per: 100 }, [-500, -90, -80]);
  expect(pace.waitAt(0)).toBe(10);
  expect(pace.waitAt(10)).toBe(0);
  pace.count(10);
  expect(pace.waitAt(10)).toBe(10);
});

test('in no stretch of time more than the limit, and never a wait that is not needed', () => {
  const rates = fc.record({ messages: fc.integer({ min: 1, max: 5 }), per: fc.integer({ min: 1, max: 50 }) });
  const steps = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 60 });
  fc.assert(
    fc.property(rates, steps, (rate, pauses) => {
      const pace = paceOf(rate, []);
      const starts: number[] = [];
      let now = 0;
      for (const pause of pauses) {
        now += pause;
        const wait = pace.waitAt(now);
        const allowedAt = (starts.at(-rate.messages) ?? Number.NEGATIVE_INFINITY) + rate.per;
        expect(wait).toBe(Math.max(0, allowedAt - now));
        now += wait;
        pace.count(now);
        starts.push(now);
      }
      for (const [index, start] of starts.entries()) {
        const later = starts[index + rate.messages];
        if (later !== undefined) expect(later - start).toBeGreaterThanOrEqual(rate.per);
      }
    }),
  );
});
