import { problem } from '../errors.ts';
import type { Problem } from '../model/problem.ts';
import type { ByteSource } from '../tabular/byte-source.ts';
import { inspectBytes } from '../tabular/inspect-bytes.ts';
import { nameColumns } from '../tabular/name-columns.ts';
import { readTable } from '../tabular/read-table.ts';
import { isOffice, isWorkbook, looksBinary, recogniseFormat } from '../tabular/recognise-format.ts';
import { suspectEncoding } from '../tabular/suspect-encoding.ts';
import type { TableReading } from '../tabular/table.ts';
import { generic } from './generic.ts';
import {
  isBlank,
  nobodyIn,
  type OpenedFile,
  openFile,
  openRows,
  type SourceChoice,
  unusable,
} from './read-rows.ts';
import type { SourceSettings } from './source.ts';

/** Columns that the attendees have in our own CSV (data/attendees.csv, `export attendees`) and no other system calls so. */
const OURS = ['code', 'registered_at'];

/** A registration file as the organiser handed it over. */
export interface RegistrationFile {
  readonly file: string;
  readonly source: ByteSource;
}

/**
 * Opens one registration file of whatever kind: what it is and what its columns mean. Never throws for what stands in
 * it: a file that is no table, is empty or has no names is not `usable`, and its problems say why.
 */
export async function openRegistrations(
  { file, source }: RegistrationFile,
  settings: SourceSettings,
  choice: SourceChoice = {},
): Promise<OpenedFile> {
  const { head, encoding: seen, sha256 } = await inspectBytes(source);
  const facts = { file, sha256 };
  const bytes = isOffice(head) ? await collect(source) : head;
  const foreign = recogniseFormat(bytes);
  if (foreign !== undefined) return unusable(facts, notATable(file, foreign.name, foreign.advice));
  if (isWorkbook(bytes)) {
    // Most imports are CSV only.
    const { openWorkbookFile } = await import('./open-workbook-file.ts');
    return openWorkbookFile({ ...facts, bytes }, settings, choice);
  }
  const encoding = choice.encoding ?? seen;
  if (!/^(utf|ucs)-?(16|32|2)/i.test(encoding) && looksBinary(head)) {
    return unusable(facts, notATable(file, 'a binary file', SAVE_AS_CSV));
  }
  const table = await readTable({ file, source, encoding, delimiter: choice.delimiter });
  const { headers, sample } = table;
  const own = { file, headers, sample, isGuarded: OURS.every((one) => headers.includes(one)) };
  const opened = openRows(own, settings, choice.source);
  const isGuess = choice.encoding === undefined && encoding === 'windows-1252';
  const found = openFile(opened, table.batches, { ...facts, encoding, delimiter: table.delimiter }, () => [
    ...(isGuess ? wrongEncoding(file, head) : []),
    ...table.problems(),
    ...(opened.source === generic ? nameless(file, table) : []),
  ]);
  return table.sample.every(isBlank) ? openEmpty(found, table) : found;
}

/** Nobody stands at the top of it, so perhaps nobody at all. */
async function openEmpty(opened: OpenedFile, table: TableReading): Promise<OpenedFile> {
  const { rows } = await opened.read(() => {});
  if (rows > 0) return opened;
  const found = table.problems();
  const isBroken = found.some((one) => one.severity === 'error');
  const headers = table.headers.filter((header) => header.trim() !== '').length;
  return unusable(opened, ...found, ...(isBroken ? [] : [nobodyIn(opened.file, headers)]));
}

async function collect(source: ByteSource): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source()) pieces.push(piece);
  return Buffer.concat(pieces);
}

const SAVE_AS_CSV = 'Save the registrations as CSV UTF-8 and import that file.';

function notATable(file: string, what: string, advice: string): Problem {
  return problem('SOS201', `${file} is neither CSV nor an Excel workbook (.xlsx): it looks like ${what}.`, {
    location: { file },
    hint: advice,
  });
}

function wrongEncoding(file: string, head: Buffer): Problem[] {
  const better = suspectEncoding(head);
  if (better === undefined) return [];
  return [
    problem('SOS236', `Letters look garbled, as "${better.seen}" in place of "${better.meant}".`, {
      location: { file },
      hint: `The file was read as Windows-1252. Import it again with  --encoding ${better.encoding}`,
    }),
  ];
}

/** Columns whose names are ours: the header is blank above cells that are not, or stands twice. */
function nameless(file: string, { headers, sample }: TableReading): Problem[] {
  const names = nameColumns(headers);
  const renamed = headers.flatMap((header, index) => {
    const wanted = header.trim().normalize('NFC');
    const name = names[index] ?? '';
    if (name === wanted) return [];
    if (wanted !== '') return [`"${name}" (one more "${wanted}")`];
    return sample.some(({ cells }) => (cells[index] ?? '').trim() !== '') ? [`"${name}" (no header)`] : [];
  });
  if (renamed.length === 0) return [];
  return [
    problem('SOS232', `Columns without a name of their own are called ${renamed.join(', ')}.`, {
      location: { file, line: 1 },
      hint: 'Give each column a header of its own, in the file or where it is exported.',
    }),
  ];
}
