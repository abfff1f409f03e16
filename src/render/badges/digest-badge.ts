import { createHash } from 'node:crypto';
import type { PrintJob } from '../../ports.ts';

/** A hash that tells whether a badge says what it said before, by all that the design makes of the attendee. */
export function digestBadge(texts: readonly string[]): string {
  return hash([texts.join('\u0000')]);
}

/** Files that tell how cards lie on pages, and what lies between badges: nothing that is on one. */
const BESIDE_BADGES: readonly string[] = ['sheet.typ', 'run.typ'];

/** A hash of what all badges of a run have in common: the files that they are made with, and the trimmed size in mm. */
export function digestLook(
  files: PrintJob['files'],
  { width, height }: { readonly width: number; readonly height: number },
): string {
  const names = Object.keys(files)
    .filter((name) => !BESIDE_BADGES.includes(name))
    .sort();
  return hash([`${width}x${height}`, ...names.flatMap((name) => [name, files[name] ?? ''])]);
}

/** 64 bits of SHA-256 in letters only, so that no spreadsheet takes them for a number. */
function hash(pieces: readonly (string | Uint8Array)[]): string {
  const made = createHash('sha256');
  for (const piece of pieces) {
    made.update(piece);
    made.update('\u0000');
  }
  const digits = made.digest('hex').slice(0, 16);
  return digits.replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? digit);
}
