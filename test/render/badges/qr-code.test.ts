import { encodeQR } from 'qr';
import { describe, expect, test } from 'vitest';
import type { Attendee } from '../../../src/model/attendee.ts';
import { qrText, renderQr } from '../../../src/render/badges/qr-code.ts';
import { attendee } from '../../core/assign/small-instances.ts';

const text = (of: Attendee, qr: 'code' | 'vcard' | 'url' | 'none', url = '') => qrText(of, { qr, url });

describe('qrText', () => {
  const ann = attendee({
    id: 'p1',
    code: 'V4Y4',
    name: 'Ann Mari Åsberg',
    organisation: 'Sun; Moon, Inc.',
    unit: 'Back\\Office',
    role: 'Head\nof "things"\u0007',
    phone: '+47 00 00 00 00',
  });

  test('is the short code, or nothing', () => {
    expect([text(ann, 'code'), text(ann, 'none')]).toEqual(['V4Y4', '']);
  });

  test('is an address with the code in it, and nothing where there is no code', () => {
    const url = 'https://example.org/hei/{code}?c={code}';
    expect(text({ ...ann, code: 'A&B' }, 'url', url)).toBe('https://example.org/hei/A%26B?c=A%26B');
    expect(text({ ...ann, code: '' }, 'url', url)).toBe('');
  });

  test('is a vCard whose values cannot end their line', () => {
    expect(text(ann, 'vcard').split('\r\n')).toEqual([
      'BEGIN:VCARD',
      'VERSION:3.0',
      'N:Åsberg;Ann Mari;;;',
      'FN:Ann Mari Åsberg',
      'ORG:Sun\\; Moon\\, Inc.;Back\\\\Office',
      'TITLE:Head\\nof "things"',
      'EMAIL:p1@example.org',
      'TEL:+47 00 00 00 00',
      'END:VCARD',
    ]);
  });

  test('leaves out what is not known; one name alone is a given name', () => {
    expect(text(attendee({ id: 'p1', name: 'Ann', email: '' }), 'vcard').split('\r\n')).toEqual([
      'BEGIN:VCARD',
      'VERSION:3.0',
      'N:;Ann;;;',
      'FN:Ann',
      'END:VCARD',
    ]);
  });
});

describe('renderQr', () => {
  test('draws exactly the dark modules, with four of white around', () => {
    const svg = renderQr('V4Y4');
    const [, side] = /viewBox="0 0 (\d+) \1"/.exec(svg) ?? [];
    const drawn = Array.from({ length: Number(side) }, () =>
      Array.from({ length: Number(side) }, () => false),
    );
    for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)\.5h(\d+)/g)) {
      drawn[Number(y)]?.fill(true, Number(x), Number(x) + Number(width));
    }
    expect(drawn).toEqual(encodeQR('V4Y4', 'raw', { ecc: 'medium', border: 4 }));
    const rim = drawn.flatMap((row, y) => row.filter((_, x) => Math.min(x, y) < 4));
    expect(rim.some(Boolean)).toBe(false);
  });

  test('is empty for no text, and for more than a QR code can hold', () => {
    expect([renderQr(''), renderQr('x'.repeat(2953)) === '', renderQr('x'.repeat(2954))]).toEqual([
      '',
      false,
      '',
    ]);
  });
});
