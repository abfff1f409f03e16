import { encodeQR } from 'qr';
import type { Attendee } from '../../model/attendee.ts';
import type { BadgeSettings } from '../../model/event.ts';

/** What a reader of the QR code gets: the short code, an address, a vCard, or '' for no QR code at all. */
export function qrText(attendee: Attendee, { qr, url }: Pick<BadgeSettings, 'qr' | 'url'>): string {
  if (qr === 'none') return '';
  if (qr === 'vcard') return renderVcard(attendee);
  if (qr === 'code' || attendee.code === '') return attendee.code;
  return url.replaceAll('{code}', encodeURIComponent(attendee.code));
}

/**
 * A QR code as an SVG image: every run of dark modules is one stroke as high as a module, with the 4 modules of white
 * around that ISO/IEC 18004 asks for. '' for no text, and where the text is longer than a QR code can hold.
 */
export function renderQr(text: string): string {
  if (text === '') return '';
  const matrix = encode(text);
  if (matrix === undefined) return '';
  const side = matrix.length;
  const path = matrix.flatMap((row, y) => runsOf(row).map(([x, width]) => `M${x} ${y}.5h${width}`));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path stroke="#000" d="${path.join('')}"/></svg>`;
}

/** A short code gets more error correction; a vCard gets larger modules. */
function encode(text: string): boolean[][] | undefined {
  try {
    return encodeQR(text, 'raw', { ecc: text.length <= 40 ? 'medium' : 'low', border: 4 });
  } catch {
    return undefined;
  }
}

/** The runs of dark modules in a row: where each begins, and its width. */
function runsOf(row: readonly boolean[]): (readonly [x: number, width: number])[] {
  const runs: (readonly [number, number])[] = [];
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x += 1;
    runs.push([start, x + 1 - start]);
  }
  return runs;
}

/** vCard 3.0 (RFC 2426), which every phone reads; only what is known. */
function renderVcard({ name, organisation, unit, role, email, phone }: Attendee): string {
  const given = name.trim().split(/\s+/);
  const family = given.length > 1 ? (given.pop() ?? '') : '';
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${escapeVcard(family)};${escapeVcard(given.join(' '))};;;`,
    `FN:${escapeVcard(name)}`,
    organisation === '' ? '' : `ORG:${[organisation, unit].filter(Boolean).map(escapeVcard).join(';')}`,
    role === '' ? '' : `TITLE:${escapeVcard(role)}`,
    email === '' ? '' : `EMAIL:${escapeVcard(email)}`,
    phone === '' ? '' : `TEL:${escapeVcard(phone)}`,
    'END:VCARD',
  ];
  return lines.filter(Boolean).join('\r\n');
}

function escapeVcard(value: string): string {
  return value
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}
