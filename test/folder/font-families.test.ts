import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fontFamilies } from '../../src/folder/font-families.ts';
import { makeFont } from '../helpers/make-font.ts';

const require = createRequire(import.meta.url);
const shipped = (path: string): Uint8Array => readFileSync(require.resolve(`@expo-google-fonts/${path}`));

describe('fontFamilies', () => {
  test.each([
    ['inter/400Regular/Inter_400Regular.ttf', ['Inter']],
    ['inter/800ExtraBold/Inter_800ExtraBold.ttf', ['Inter ExtraBold', 'Inter']],
    ['vazirmatn/700Bold/Vazirmatn_700Bold.ttf', ['Vazirmatn']],
    ['noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf', ['Noto Sans Thai']],
  ])('of %s', (path, families) => {
    expect(fontFamilies(shipped(path))).toEqual(families);
  });

  test('of a collection are those of all its fonts', () => {
    expect(fontFamilies(collect(makeFont('Wéird', '☃'), makeFont('Other Semi Bold', '☃')))).toEqual([
      'Wéird',
      'Other Semi Bold',
      'Other',
    ]);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n0123456789')],
    ['a web font', Buffer.from('wOF2\0\x01\0\0 and so on')],
    ['an empty font', Buffer.from([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
  ])('%s has none', (_, bytes) => {
    expect(fontFamilies(bytes)).toBeUndefined();
  });

  test('a font that is cut or damaged anywhere ends no run', () => {
    const font = Buffer.from(makeFont('Fragile', '☃'));
    fc.assert(
      fc.property(fc.nat(font.length - 1), fc.nat(255), fc.boolean(), (at, byte, cut) => {
        const damaged = Buffer.from(cut ? font.subarray(0, at) : font);
        if (!cut) damaged[at] = byte;
        const families = fontFamilies(damaged);
        expect(families === undefined || families.length > 0).toBe(true);
      }),
    );
  });
});

/** The fonts in one file: a header with the place of each, whose tables are found from the beginning of the file. */
function collect(...fonts: readonly Uint8Array[]): Uint8Array {
  const header = Buffer.alloc(12 + 4 * fonts.length);
  header.write('ttcf', 0, 'latin1');
  header.writeUInt32BE(0x10000, 4);
  header.writeUInt32BE(fonts.length, 8);
  let start = header.length;
  const moved = fonts.map((font, index) => {
    const bytes = Buffer.from(font);
    header.writeUInt32BE(start, 12 + 4 * index);
    for (let table = 0; table < bytes.readUInt16BE(4); table += 1) {
      const at = 12 + 16 * table + 8;
      bytes.writeUInt32BE(bytes.readUInt32BE(at) + start, at);
    }
    start += bytes.length;
    return bytes;
  });
  return Buffer.concat([header, ...moved]);
}
