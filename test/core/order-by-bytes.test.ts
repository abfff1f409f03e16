import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText } from '../../src/core/order.ts';
import { byteKeys } from '../../src/core/order-by-bytes.ts';

function sortedByBytes(texts: readonly string[], places: Uint32Array): readonly number[] {
  const keys = byteKeys();
  for (const text of texts) {
    const bytes = Buffer.from(`before${text}after`);
    keys.add(bytes, 'before'.length, bytes.length - 'after'.length);
  }
  return [...keys.inOrder(places)];
}

function sortedByTexts(texts: readonly string[], places: Uint32Array): readonly number[] {
  return [...places].sort((a, b) => compareText(texts[a] ?? '', texts[b] ?? ''));
}

/** From first to last, or the other way round. */
const placesOf = (texts: readonly string[], reversed: boolean): Uint32Array => {
  const places = Uint32Array.from(texts.keys());
  return reversed ? places.reverse() : places;
};

describe('byteKeys', () => {
  it('orders as strings are ordered, and leaves equal ones as they come', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(
          'a',
          'b',
          '\0',
          '\u0001',
          '\u007f',
          'å',
          '漢',
          '\ud7ff',
          '\ue000',
          '\uffff',
          '😀',
          '\u{10ffff}',
        ),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 200 }), fc.boolean(), (texts, reversed) => {
        const whole = texts.filter((one) => !/\p{Surrogate}/u.test(one));
        const places = placesOf(whole, reversed);
        expect(sortedByBytes(whole, places)).toEqual(sortedByTexts(whole, places));
      }),
      { numRuns: 500 },
    );
  });

  it('takes long texts that have much in common, each one letter longer than the one before', () => {
    const texts = Array.from({ length: 3000 }, (_, index) => 'ø'.repeat(index));
    expect(sortedByBytes(texts, placesOf(texts, true))).toEqual([...texts.keys()]);
  });
});
