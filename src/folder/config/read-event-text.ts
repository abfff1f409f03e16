import { readFile, stat } from 'node:fs/promises';
import { failure } from '../../errors.ts';
import { decode } from '../../tabular/decode.ts';
import { fileFailure } from '../file-failure.ts';

/** Far more than an event needs, and still read in a moment. */
const MOST_BYTES = 1_000_000;

/**
 * The text of a sosent.yaml, in UTF-8 or whatever an editor made of it. Throws SOS105 where it cannot be read, SOS301
 * where it is no text or far too long; `shown` is its path in messages.
 */
export async function readEventText(path: string, shown: string): Promise<string> {
  const bytes = await readSmallFile(path, shown).catch((error: unknown) => {
    throw fileFailure(error, shown, 'read');
  });
  const { text } = decode(bytes);
  if (!/[^\P{Cc}\t\n\r\u0085]/u.test(text)) return text;
  throw failure('SOS301', 'This is not a text file.', {
    location: { file: shown },
    hint: 'sosent.yaml is plain text, written with an editor; a spreadsheet or word processor file is none.',
  });
}

async function readSmallFile(path: string, shown: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  if (size <= MOST_BYTES) return readFile(path);
  const megabytes = (size / 1e6).toFixed(1);
  throw failure('SOS301', `The file is ${megabytes} MB long; no event needs more than 1 MB.`, {
    location: { file: shown },
    hint: 'Registrations do not belong in sosent.yaml: import them with `sosent import <file>`.',
  });
}
