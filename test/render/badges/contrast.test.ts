import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrast, textColourOn } from '../../../src/render/badges/contrast.ts';

describe('contrast', () => {
  test('is 21 for black on white, in both orders, and 1 for a colour on itself', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 10);
    expect(contrast('#c8402a', '#c8402a')).toBe(1);
  });

  test('agrees with the published example of WCAG: #767676 on white is the lightest grey that passes', () => {
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5);
  });
});

test('text can be read on every colour that an organiser may choose: at least 4.5', () => {
  expect([textColourOn('#14528c'), textColourOn('#ffd400')]).toEqual(['#ffffff', '#000000']);
  const colour = fc.integer({ min: 0, max: 0xffffff }).map((one) => `#${one.toString(16).padStart(6, '0')}`);
  fc.assert(fc.property(colour, (one) => contrast(one, textColourOn(one)) >= 4.5));
});
