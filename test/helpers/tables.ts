import fc from 'fast-check';
import iconv from 'iconv-lite';
import { bytesSource } from '../../src/tabular/byte-source.ts';
import { guessEncoding } from '../../src/tabular/guess-encoding.ts';
import { readTable } from '../../src/tabular/read-table.ts';
import type { TableReading, TableRow } from '../../src/tabular/table.ts';

/** A whole table of somebody else's, as `readTable` gives it, with all its rows. */
export async function readWhole(
  content: string | Uint8Array,
  options: { readonly encoding?: string; readonly delimiter?: string; readonly pieces?: number } = {},
): Promise<TableReading & { readonly rows: readonly TableRow[]; readonly encoding: string }> {
  const bytes = Buffer.from(content);
  const guess = guessEncoding();
  guess.see(bytes);
  const encoding = options.encoding ?? guess.answer().encoding;
  const { pieces } = options;
  const source = pieces === undefined ? bytesSource(bytes) : inPieces(bytes, pieces);
  const table = await readTable({ file: 'list.csv', source, encoding, delimiter: options.delimiter });
  const rows: TableRow[] = [];
  for await (const batch of table.batches()) rows.push(...batch);
  return { ...table, rows, encoding };
}

function inPieces(bytes: Buffer, size: number) {
  return async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
}

/** The table as a list of records, the header among them. */
export async function recordsOf(
  content: string | Uint8Array,
  options?: Parameters<typeof readWhole>[1],
): Promise<readonly (readonly string[])[]> {
  const { headers, rows } = await readWhole(content, options);
  return [headers, ...rows.map(({ cells }) => cells)];
}

const cell = fc.string({
  unit: fc.oneof(
    fc.constantFrom('"', ',', ';', '\t', '|', '\n', '\r', "'", '=', ' ', 'å', '\u20ac', '漢'),
    fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 8,
});
const filled = cell.map((text) => `x${text}`);

/** Rectangles of cells whose first row and first column are never empty, as a header and a name never are. */
export const tables: fc.Arbitrary<readonly (readonly string[])[]> = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.tuple(
      fc.array(filled, { minLength: width, maxLength: width }),
      fc.array(
        fc
          .tuple(filled, fc.array(cell, { minLength: width - 1, maxLength: width - 1 }))
          .map(([first, rest]) => [first, ...rest]),
        { maxLength: 6 },
      ),
    ),
  )
  .map(([header, body]) => [header, ...body]);

export interface Written {
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly quotes: 'where needed' | 'everywhere';
  readonly encoding: string;
  readonly mark: boolean;
}

/** A dialect and encoding that some program writes. */
export const dialects: fc.Arbitrary<Written> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  quotes: fc.constantFrom<Written['quotes']>('where needed', 'everywhere'),
  encoding: fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1252'),
  mark: fc.boolean(),
});

/** Undefined where the encoding cannot hold the text. */
export function writeIn(rows: readonly (readonly string[])[], how: Written): Buffer | undefined {
  const needsQuotes = (text: string): boolean => how.quotes === 'everywhere' || /["\n\r,;\t|]/.test(text);
  const quoted = (text: string): string => (needsQuotes(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const text = rows.map((cells) => cells.map(quoted).join(how.delimiter) + how.lineEnd).join('');
  const addBOM = how.mark && how.encoding !== 'windows-1252';
  const bytes = iconv.encode(text, how.encoding, { addBOM });
  return iconv.decode(bytes, how.encoding) === text ? bytes : undefined;
}
