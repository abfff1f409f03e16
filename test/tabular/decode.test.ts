import { describe, expect, it } from 'vitest';
import { decode } from '../../src/tabular/decode.ts';

describe('decode', () => {
  const text = 'Bærum;Åsnes;€ – «ja»\n';

  it('reads UTF-8 with and without a mark', () => {
    expect(decode(Buffer.from(text))).toEqual({ text, encoding: 'utf-8', guessed: true });
    expect(decode(Buffer.from(`\ufeff${text}`))).toEqual({ text, encoding: 'utf-8', guessed: false });
  });

  it('reads UTF-16 with and without a mark', () => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
    expect(decode(bytes)).toEqual({ text, encoding: 'utf-16le', guessed: false });
    expect(decode(bytes.subarray(2))).toEqual({ text, encoding: 'utf-16le', guessed: true });
    expect(decode(Buffer.from(bytes).swap16())).toEqual({ text, encoding: 'utf-16be', guessed: false });
  });

  it('reads what a Norwegian Excel writes, the euro sign and dashes among it', () => {
    const bytes = Buffer.from([0x42, 0xe6, 0x72, 0x75, 0x6d, 0x20, 0x80, 0x20, 0x96, 0x20, 0xab]);
    expect(decode(bytes)).toEqual({ text: 'Bærum € – «', encoding: 'windows-1252', guessed: true });
  });

  it('knows UTF-8 that was cut in the middle of its last character', () => {
    const bytes = Buffer.from('Bærum;Grønland 漢');
    for (const cut of [1, 2]) expect(decode(bytes.subarray(0, -cut)).text).toBe('Bærum;Grønland \ufffd');
    expect(decode(Buffer.from([0x41, 0xf8])).text).toBe('Aø');
  });
});
