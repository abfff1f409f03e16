import iconv from 'iconv-lite';
import { failure } from '../errors.ts';

interface WrittenAs {
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
}

const DELIMITERS: Readonly<Record<string, string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  '\\t': '\t',
  bar: '|',
  pipe: '|',
  space: ' ',
};

/** What `--encoding` and `--delimiter` mean. Throws SOS101 where one means nothing. */
export function requireDialect({ encoding, delimiter }: WrittenAs): WrittenAs {
  return {
    encoding: encoding === undefined ? undefined : requireEncoding(encoding),
    delimiter: delimiter === undefined ? undefined : requireDelimiter(delimiter),
  };
}

function requireEncoding(name: string): string {
  const plain = name.trim().toLowerCase();
  if (/^utf-?8$/.test(plain)) return 'utf-8';
  if (plain !== '' && iconv.encodingExists(plain)) return plain;
  throw failure('SOS101', `--encoding ${JSON.stringify(name)} is no encoding that sosent knows.`, {
    hint: 'Common ones: utf-8, utf-16le, windows-1252, iso-8859-15, cp850 (DOS), macintosh (old Macs).',
  });
}

function requireDelimiter(text: string): string {
  const meant = DELIMITERS[text.toLowerCase()] ?? text;
  if ([...meant].length === 1 && !['"', '\n', '\r', '\0'].includes(meant)) return meant;
  throw failure('SOS101', `--delimiter ${JSON.stringify(text)} is not one character.`, {
    hint: 'Say comma, semicolon, tab, bar, or give the character itself.',
  });
}
