import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast } from '../../../src/render/badges/contrast.ts';
import { CARD, paint, SHAPE, shades, TEXT } from '../../../src/render/report/colours.ts';

const colour = fc
  .integer({ min: 0, max: 0xff_ff_ff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('a colour that stands out is taken as it is, others become lighter in the dark and darker in the light', () => {
  expect(paint('#14324a', TEXT)).toEqual({
    light: '#14324a',
    dark: '#408dcb',
    onLight: '#ffffff',
    onDark: '#000000',
  });
});

test('whatever the colours of an event, they stand out from the cards, and text on them can be read', () => {
  fc.assert(
    fc.property(colour, fc.constantFrom(TEXT, SHAPE), (one, ratio) => {
      const { light, dark, onLight, onDark } = paint(one, ratio);
      expect(contrast(light, CARD.light)).toBeGreaterThanOrEqual(ratio);
      expect(contrast(dark, CARD.dark)).toBeGreaterThanOrEqual(ratio);
      for (const shade of shades(one, 6)) {
        expect(contrast(shade.light, shade.onLight)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(shade.dark, shade.onDark)).toBeGreaterThanOrEqual(4.5);
      }
      expect(contrast(light, onLight)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(dark, onDark)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});
