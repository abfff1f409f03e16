import { describe, expect, test } from 'vitest';
import { digestBadge, digestLook } from '../../../src/render/badges/digest-badge.ts';

const A6 = { width: 105, height: 148 };

describe('a digest', () => {
  // printf 'Ann\0' | sha256sum | cut -c1-16 | tr 0-9 g-p
  test('is written in letters, and the same on every machine', () => {
    expect(digestBadge(['Ann'])).toBe('ckedelpbmgmicjfm');
    expect(digestLook({ 'lib.typ': 'x' }, A6)).toMatch(/^[a-p]{16}$/);
  });

  test('of a badge tells every letter, and what stands on which side', () => {
    const texts = [['a'], ['b'], ['a', ''], ['', 'a'], ['a', 'b'], ['ab'], ['ab', '']];
    expect(new Set(texts.map(digestBadge)).size).toBe(texts.length);
  });

  test('of the look tells the size and every file, and not the order of files', () => {
    const files = { 'lib.typ': 'x', 'logo.png': new Uint8Array([1, 2]) };
    const same = digestLook(files, A6);
    expect(digestLook({ 'logo.png': files['logo.png'], 'lib.typ': 'x' }, A6)).toBe(same);
    const others = [
      digestLook(files, { width: 74, height: 105 }),
      digestLook({ ...files, 'lib.typ': 'y' }, A6),
      digestLook({ ...files, 'logo.png': new Uint8Array([1, 3]) }, A6),
      digestLook({ 'lib.typ': 'x' }, A6),
    ];
    expect(new Set([same, ...others]).size).toBe(5);
  });
});
